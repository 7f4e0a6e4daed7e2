import type { Analysis } from '../check';
import { cite, type Regime, type RequiredClause } from '../regimes/types';
import { restoreChange, restoreClause } from '../rules/clause-altered';
import { applyEdits } from '../text/edit';
import { holds } from '../text/span';
import { escapeMarkdown, sourcesText } from './explanation';

/** A required clause as a page to read, in Markdown: its words, what else is as right, and where they are from. */
export function clausePage(clause: RequiredClause, regime: Regime): string {
  const quote = (words: string) => `> ${escapeMarkdown(words.trim())}`;
  const kind =
    clause.match === 'verbatim'
      ? `The regime's own words, as quoted (${cite(regime, clause.source)}). They are compared word by word.`
      : "The project's own words for a substance that was reported; any wording with the same elements is right.";
  return [
    `# ${escapeMarkdown(clause.title)}`,
    `\`${clause.id}\` · ${escapeMarkdown(regime.title)}`,
    quote(clause.words),
    kind,
    ...(clause.alternatives ? ['## As right', ...clause.alternatives.map(quote)] : []),
    ...(clause.optional ? ['## May be added', ...clause.optional.map(({ words }) => quote(words))] : []),
    ...(clause.elements
      ? ['## Elements', clause.elements.map(({ title }) => `- ${escapeMarkdown(title)}`).join('\n')]
      : []),
    sourcesText(regime, clause.source).trim(),
  ]
    .join('\n\n')
    .concat('\n');
}

/** The required clause whose id stands at an offset, with its regime; undefined where there is none. */
export function clauseAt(
  { certificates }: Analysis,
  offset: number,
): { readonly regime: Regime; readonly clause: RequiredClause } | undefined {
  for (const { certificate, regime } of certificates) {
    const named = certificate.clauses.find(({ key }) => holds(key.span, offset));
    const clause = regime?.clauses.find(({ id }) => id === named?.id);
    if (regime && clause) return { regime, clause };
  }
  return undefined;
}

/**
 * The whole file as it would be with one clause restored, to be compared with the file as it is: only the changed words
 * differ where the changes can be taken back one by one. Undefined where the certificate has no such clause.
 */
export function withClauseRestored(analysis: Analysis, certificate: number, id: string): string | undefined {
  const checked = analysis.certificates.find((each) => each.certificate.document.index === certificate);
  const reading = checked?.subject.clauses.find(({ clause }) => clause.id === id);
  if (!checked || !reading) return undefined;
  const { text } = analysis.lines;
  if (reading.changes.length === 0) return text;
  const single = reading.changes.flatMap((change) => restoreChange(checked.subject, reading, change));
  const each = single.length === reading.changes.length && reading.changes.every(({ restored }) => inPlace(restored));
  const fixes = each ? single : [restoreClause(checked.subject, reading)];
  return applyEdits(
    text,
    fixes.flatMap(({ edits }) => edits),
  );
}

function inPlace(restored: { readonly within: { start: number; end: number } } | undefined): boolean {
  return restored !== undefined && restored.within.end > restored.within.start;
}
