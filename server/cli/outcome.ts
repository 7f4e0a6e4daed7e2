import type { Analysis } from '../check';
import type { Finding } from '../rules/finding';
import type { Unreadable } from './sources';

/** A file that was checked. */
export interface CheckedFile {
  readonly path: string;
  readonly analysis: Analysis;
}

/** All that one run of `euc check` found. */
export interface Outcome {
  readonly files: readonly CheckedFile[];
  /** What could not be read, and so was not checked. */
  readonly unreadable: readonly Unreadable[];
  /** The folder against which the paths are to be understood. */
  readonly folder: string;
}

/** What a finding rests on that no regime has to say: a date that is no date, a text that cannot be read. */
const FORMAT = 'The format of certificates (docs/rules)';

/** The full citations that a finding rests on; the format of certificates where it rests on no regime's words. */
export function citationsOf({ source, regime }: Finding): string {
  const citations = (source ?? []).map((key) => regime?.sources[key]?.citation ?? key);
  return citations.length === 0 ? FORMAT : citations.join('; ');
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

/** The same figures in one sentence. */
export function summaryLine(outcome: Outcome): string {
  const { files, errors, warnings, waived, notChecked } = summaryOf(outcome);
  const parts = [
    count(files, 'file'),
    count(errors, 'error'),
    count(warnings, 'warning'),
    ...(waived > 0 ? [`${waived} waived`] : []),
    ...(notChecked > 0 ? [`${count(notChecked, 'certificate')} not checked`] : []),
  ];
  return `${parts.join(', ')}.`;
}

/** A number with its noun: "1 error", "2 errors". */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
