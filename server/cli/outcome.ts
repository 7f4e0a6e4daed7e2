import type { Analysis } from '../check';
import type { Finding } from '../rules/finding';

/** A file that was checked. */
export interface CheckedFile {
  readonly path: string;
  readonly analysis: Analysis;
}

/** All that one run of `euc check` found. */
export interface Outcome {
  readonly files: readonly CheckedFile[];
}

/** The full citations that a finding rests on; undefined where it rests on the format alone. */
export function citationsOf({ source, regime }: Finding): string | undefined {
  const citations = (source ?? []).map((key) => regime?.sources[key]?.citation ?? key);
  return citations.length === 0 ? undefined : citations.join('; ');
}

/** The figures at the end of a report. */
export function summaryOf({ files }: Outcome) {
  const findings = files.flatMap(({ analysis }) => analysis.findings);
  const left = findings.filter(({ waived }) => !waived);
  return {
    files: files.length,
    errors: left.filter(({ severity }) => severity === 'error').length,
    warnings: left.filter(({ severity }) => severity === 'warning').length,
    waived: findings.length - left.length,
    notChecked: files
      .flatMap(({ analysis }) => analysis.certificates)
      .filter(({ verdict }) => verdict === 'not-checked').length,
  };
}
