import type { Analysis } from '../check';
import type { Finding } from '../rules/finding';
import { touches, type Span } from '../text/span';

/** At most so many characters come in with one key. */
const ONE_KEY = 2;

/**
 * The word that is being typed: what stands before the place at which a key has just put a letter. Undefined where the
 * change was another one, a paste or a deletion say, or was made inside a word. UTF-16, end exclusive.
 */
export function wordTyped(before: string, after: string): Span | undefined {
  const added = after.length - before.length;
  if (added < 1 || added > ONE_KEY) return undefined;
  let end = 0;
  while (end < before.length && before[end] === after[end]) end++;
  end += added;
  if (before.slice(end - added) !== after.slice(end)) return undefined;
  if (/^[\p{L}\p{M}]/u.test(after.slice(end, end + 2))) return undefined;
  const word = /[\p{L}\p{M}]+$/u.exec(after.slice(Math.max(0, end - 64), end));
  return word ? { start: end - word[0].length, end } : undefined;
}

/**
 * The findings as they are told while a word is typed: what is found of a purpose in words ends before that word, and
 * is left for later where it is about nothing else. The verdict is drawn from all of them, so nothing passes meanwhile.
 */
export function heldBack({ findings, certificates }: Analysis, typed: Span | undefined): readonly Finding[] {
  if (!typed) return findings;
  const statement = certificates
    .flatMap(({ subject }) => subject.purposes)
    .flatMap(({ purpose: { statement: field } }) => (field ? [field.node.span] : []))
    .find((span) => touches(span, typed));
  if (!statement) return findings;
  return findings.flatMap((finding) => {
    const { rule, span } = finding;
    const isTouched = rule.startsWith('purpose-') && span.start >= statement.start && typed.start < span.end;
    if (!isTouched || typed.end < span.end || typed.end <= span.start) return [finding];
    return span.start < typed.start ? [{ ...finding, span: { start: span.start, end: typed.start - 1 } }] : [];
  });
}
