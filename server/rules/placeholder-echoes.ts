import type { PurposeReading } from '../purposes/reading';
import { pathText } from '../syntax/path';
import type { Span } from '../text/span';
import { fieldPlaceholder, placeholders } from './field-placeholder';
import type { Finding } from './finding';

/**
 * Leaves out what is found of the words of a purpose that wait to be filled in, or of a stretch in which they stand: that they wait is told, and what they will
 * say nobody knows. Where a reviewer has accepted that they wait, it stays, since such a purpose is not on any list.
 */
export function withoutEchoes(findings: readonly Finding[], purposes: readonly PurposeReading[]): readonly Finding[] {
  const gaps = findings.filter(
    ({ rule, at, waived }) => rule === fieldPlaceholder.id && at[0] === 'purposes' && !waived,
  );
  if (gaps.length === 0) return findings;
  const open = new Set(purposes.filter(saysNothingYet).map(({ purpose }) => pathText(purpose.at)));
  const isEcho = ({ rule, span, path, waived }: Finding) =>
    !waived &&
    rule.startsWith('purpose-') &&
    gaps.some((gap) => isWithin(span, gap.span) || isWithin(gap.span, span) || (gap.path === path && open.has(path)));
  return findings.filter((finding) => !isEcho(finding));
}

const isWithin = (own: Span, other: Span) => other.start <= own.start && own.end <= other.end;

/** True where a statement has a gap and nothing beside it but what is done: "Prevention of ____.", "Monitoring in [country]". */
function saysNothingYet({ purpose, evidence }: PurposeReading): boolean {
  if (purpose.kind !== 'stated') return false;
  const { text } = purpose.statement;
  const gaps = placeholders(text);
  const uses = evidence.filter(({ role }) => role === 'use' || role === 'near-use').map(({ span }) => span);
  const read = [...gaps, ...uses];
  const beside = [...text.matchAll(/[\p{L}\p{N}]+/gu)].filter(
    ({ index, 0: word }) =>
      !JOINING.has(word.toLowerCase()) && !read.some(({ start, end }) => start <= index && index < end),
  );
  return gaps.length > 0 && (beside.length === 0 || (beside.length === 1 && DOING.test(beside[0]?.[0] ?? '')));
}

/** Words that end like something that is done. */
const DOING = /(?:ing|[ts]ion|ment|ance)$/;

const JOINING = new Set('a an the and or of in to for on with against'.split(' '));
