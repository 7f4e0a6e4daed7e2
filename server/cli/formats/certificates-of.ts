import type { Analysis, Checked, Verdict } from '../../check';

/** A certificate of a file as a report names it. */
export interface NamedVerdict {
  readonly number: string | undefined;
  /** The regime by which it was judged; where none could be used, the name that the certificate gives. */
  readonly regime: string | undefined;
  /** The name that the certificate gives, where it was judged by another or by an edition of it. */
  readonly named?: string;
  readonly status: Verdict;
}

/** The certificates of a file, each with its own verdict. */
export function certificatesOf({ certificates }: Analysis): readonly NamedVerdict[] {
  return certificates.map((checked) => {
    const { certificate, regime, verdict } = checked;
    const named = certificate.regime?.text;
    return {
      number: certificate.particulars?.number?.text,
      regime: regime?.id ?? named,
      ...(named !== undefined && isOtherRegime(checked) && { named }),
      status: verdict,
    };
  });
}

/** True where a certificate was judged by another regime than it names, or names none. */
export function isOtherRegime({ certificate, regime }: Checked): boolean {
  return regime !== undefined && certificate.regime?.text.trim() !== regime.id;
}
