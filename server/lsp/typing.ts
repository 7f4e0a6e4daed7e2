import type { Analysis } from '../check';
import type { Finding } from '../rules/finding';
import { touches, type Span } from '../text/span';

/** At most so many characters come or go with one key. */
const ONE_KEY = 2;

/** What goes on with a sentence; a full stop, a semicolon, a bracket that closes the list or a new line ends it. */
const GOES_ON = /^[\p{L}\p{M}\p{N} ,'\u2019()/-]*$/u;

/** Where somebody is typing. */
export interface Typing {
  /** The word that is being typed; empty where the last key ended it. UTF-16, end exclusive, in the text as it is now. */
  readonly word: Span;
  /** What had been told when it began. */
  readonly told: readonly Finding[];
}

/**
 * The word that is being typed: what stands before the place at which a key has just put, or taken, a letter or what goes on
 * with the sentence. Undefined where the change was another one, a paste or a full stop say, or was made inside a word.
 */
export function wordTyped(before: string, after: string): Span | undefined {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let same = 0;
  while (same < most - start && before.at(-1 - same) === after.at(-1 - same)) same++;
  const end = after.length - same;
  const gone = before.length - same - start;
  if (gone > ONE_KEY || end - start > ONE_KEY || gone + end - start === 0) return undefined;
  if (!GOES_ON.test(after.slice(start, end)) || !GOES_ON.test(before.slice(start, start + gone))) return undefined;
  if (/^[\p{L}\p{M}]/u.test(after.slice(end, end + 2))) return undefined;
  const word = /[\p{L}\p{M}]*$/u.exec(after.slice(Math.max(0, end - 64), end))?.[0] ?? '';
  return { start: end - word.length, end };
}

/**
 * The findings as they are told while a purpose is typed in words. What a sentence means is not known before its end: at the
 * end of a statement, what was told before it was gone on with stays as it was, sentences that are finished are told of,
 * and the rest is left for later. Inside a statement, what is found ends before the word that is typed, and is left for
 * later where it is about nothing else. The verdict is drawn from all of them, so nothing passes meanwhile.
 */
export function heldBack({ findings, certificates, lines }: Analysis, typing: Typing | undefined): readonly Finding[] {
  if (!typing) return findings;
  const { word, told } = typing;
  const { text } = lines;
  const statement = certificates
    .flatMap(({ subject }) => subject.purposes)
    .flatMap(({ purpose: { statement: field } }) => (field ? [field.node.span] : []))
    // A space behind the last word is no part of the statement yet.
    .find((span) => touches(span, word) || (span.end <= word.start && /^ +$/.test(text.slice(span.end, word.start))));
  if (!statement) return findings;
  const isOwn = ({ rule, span }: Finding) => rule.startsWith('purpose-') && touches(span, statement);
  const wordStart = text.slice(0, word.start).trimEnd().length;
  if (!/^["']?$/.test(text.slice(word.end, Math.max(word.end, statement.end)).trim()))
    return findings.flatMap((finding) =>
      isOwn(finding) && word.start < finding.span.end && finding.span.end <= word.end
        ? cutAt(finding, wordStart)
        : [finding],
    );
  const unfinished = sentenceStart(text, statement.start, word.start);
  return [
    ...findings.filter((finding) => !isOwn(finding) || finding.span.end <= unfinished),
    ...told
      .filter((finding) => isOwn(finding) && finding.span.end > unfinished)
      .flatMap((finding) => cutAt(finding, wordStart)),
  ];
}

/** A finding as far as it stands before a place; nothing where it stands behind it. */
function cutAt(finding: Finding, end: number): readonly Finding[] {
  const { span } = finding;
  if (span.end <= end) return [finding];
  return span.start < end ? [{ ...finding, span: { start: span.start, end } }] : [];
}

/** Where the sentence begins that goes on at `end`. */
function sentenceStart(text: string, start: number, end: number): number {
  let last = start;
  for (const { index, 0: mark } of text.slice(start, end).matchAll(/[.;:]\s|\n/g)) last = start + index + mark.length;
  return last;
}

/** True where a key follows the one before it, or takes its letter back: not where somebody types in two places by turns. */
export function goesOn({ word: last }: Typing, word: Span): boolean {
  return Math.abs(word.end - last.end) <= ONE_KEY;
}
