import type { Verdict } from '../../check';
import type { WordChange } from '../../rules/rule';
import { citationsOf, summaryLine, type CheckedFile, type Outcome } from '../outcome';
import { isOtherRegime } from './certificates-of';

const VERDICTS: Readonly<Record<Verdict, string>> = { met: 'met', 'not-met': 'NOT MET', 'not-checked': 'NOT CHECKED' };

/** The outcome for a person at a terminal. */
export function textReport(outcome: Outcome): string {
  return `${outcome.files.map(fileReport).join('')}${summaryLine(outcome)}\n`;
}

function fileReport({ path, analysis }: CheckedFile): string {
  const { lines, findings, certificates } = analysis;
  const rows = findings.map((finding) => {
    const { line, character } = lines.place(finding.span.start);
    const place = `${line + 1}:${character + 1}`;
    const mark = finding.waived ? 'waived' : finding.severity;
    const source = citationsOf(finding);
    const redline = finding.change ? `${' '.repeat(23)}${redlineOf(finding.change)}\n` : '';
    return `  ${place.padEnd(8)}${mark.padEnd(13)}${finding.message}\n${redline}${' '.repeat(23)}[${finding.rule}] ${source}\n`;
  });
  const verdicts = certificates.map((checked) => {
    const { certificate, regime, verdict } = checked;
    const number = certificate.particulars?.number?.text;
    const under = regime && isOtherRegime(checked) ? ` under ${regime.id}` : '';
    return `${number === undefined ? '' : `${number} `}${VERDICTS[verdict]}${under}`;
  });
  return `${path}: ${verdicts.length === 0 ? VERDICTS[analysis.verdict] : verdicts.join(', ')}\n${rows.join('')}\n`;
}

/** The regime's words that are gone as `[-…-]`, the certificate's in their place as `{+…+}`. */
function redlineOf({ was, now }: WordChange): string {
  const line = (words: string) => words.replace(/\s+/g, ' ').trim();
  return `${was === '' ? '' : `[-${line(was)}-]`}${now === '' ? '' : `{+${line(now)}+}`}`;
}
