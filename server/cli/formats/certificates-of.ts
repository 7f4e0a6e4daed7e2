import type { Analysis, Verdict } from '../../check';

/** A certificate of a file as a report names it. */
export interface NamedVerdict {
  readonly number: string | undefined;
  readonly regime: string | undefined;
  readonly status: Verdict;
}

/** The certificates of a file, each with its own verdict. */
export function certificatesOf({ certificates }: Analysis): readonly NamedVerdict[] {
  return certificates.map(({ certificate, verdict }) => ({
    number: certificate.particulars?.number?.text,
    regime: certificate.regime?.text,
    status: verdict,
  }));
}
