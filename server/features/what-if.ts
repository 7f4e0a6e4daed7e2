import type { Analysis, Verdict } from '../check';
import { escapeMarkdown } from './explanation';

const WORDS: Readonly<Record<Verdict, string>> = { met: 'met', 'not-met': 'not met', 'not-checked': 'not checked' };

/** What another regime would say of a certificate, as a page to read. The certificate itself is not changed. */
export function whatIf(now: Analysis, other: Analysis): string {
  const [first] = other.certificates;
  const title = first?.regime?.title ?? 'a regime that is not known';
  const stops = other.findings.filter(({ severity, waived }) => !waived && severity !== 'hint');
  const rows = stops.map(({ span, severity, message }) => {
    return `- line ${other.lines.lineOf(span.start) + 1}, ${severity}: ${escapeMarkdown(message)}`;
  });
  const numbers = other.certificates.map(
    ({ certificate }) => certificate.particulars?.number?.text ?? 'without number',
  );
  return [
    `# What if: ${escapeMarkdown(title)}`,
    `Certificate ${escapeMarkdown(numbers.join(', '))}: **${WORDS[other.verdict]}** there; ${WORDS[now.verdict]} under the regime that it names.`,
    rows.length === 0
      ? 'There is nothing that would have to be changed.'
      : `## What stands in the way\n\n${rows.join('\n')}`,
    '',
  ].join('\n\n');
}
