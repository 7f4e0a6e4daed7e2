import type { Span } from '../text/span';
import { formOf } from './spelling';

/** A word with where it stands. */
export interface Word {
  /** As compared; see `formOf`. */
  readonly form: string;
  readonly start: number;
  readonly end: number;
}

/** How deep the cut before a word is: none, a comma or its like, the end of a sentence. */
export type Cut = 0 | 1 | 2;

/**
 * The words of a text in the form in which they are compared. Punctuation that carries no substance and the marks of an
 * enumeration, "(a)", "2." or "iv)", are left out; hyphens part words. Offsets are UTF-16 in `text`, end exclusive.
 */
export function wordsOf(text: string): readonly Word[] {
  const words: Word[] = [];
  const numbered = (NUMBERED.exec(text) ?? BARE.exec(text))?.[0].length ?? 0;
  for (const { 0: raw, index } of text.matchAll(WORD)) {
    const end = index + raw.length;
    if (index < numbered) continue;
    const before = words.at(-1);
    if (raw.length <= MAX_MARK && MARK.test(raw) && isMark(text, index, end, before)) continue;
    if (ROUND.test(raw) && /^\s/.test(text.slice(end))) continue;
    if (saysAgain(text, raw, index, end, before)) continue;
    words.push({ form: formOf(raw), start: index, end });
  }
  return words;
}

/** The forms of words, with a space between. */
export function formsOf(words: readonly Word[]): string {
  return words.map(({ form }) => form).join(' ');
}

/** From one word to another, the end exclusive. */
export interface Place {
  readonly from: number;
  readonly to: number;
}

/** Where some of the words stand in their text. UTF-16, end exclusive. */
export function spanOf({ from, to }: Place, words: readonly Word[], text: string): Span {
  return { start: words[from]?.start ?? 0, end: words[to - 1]?.end ?? text.length };
}

/** How deep the cut is that the text makes between two places. */
export function cutBetween(text: string, from: number, to: number): Cut {
  const between = text.slice(from, to);
  if (between.includes(';') && /\p{Lu}/u.test(text[to] ?? '')) return 2;
  return /[.!?]|\n\s*\n/.test(between) ? 2 : /[,;:()[\]\n\u2013\u2014\u2022]/.test(between) ? 1 : 0;
}

/** A number with its sign and decimals, a word with its apostrophe, or a sign that says something. */
const WORD =
  /[-\u2212](?<![^\s([][-\u2212])\p{N}+(?:[.,]\p{N}+)*|\p{N}+(?:[.,]\p{N}+)+|[\p{L}\p{N}\p{M}][\p{L}\p{N}\p{M}\p{Default_Ignorable_Code_Point}]*(?:['\u2019\u02bc\u2018][\p{L}\p{M}]+)*|[<>=\u2264\u2265\u2260\u00b1%\u2030&~?\u00ac]/gu;

/** "Article 5.", "§ 4" or "4.2" in front of a text. */
const NUMBERED =
  /^\s*(?:(?:article|art\.|section|sec\.|clause|paragraph|para\.)\s*\d+(?:\.\d+)*(?:\s*\([a-z0-9]\))?|§+\s*\d+(?:\.\d+)*|\d+(?:\.\d+)+)(?=[\s.:)\u2013\u2014-])/i;

/** A bare number before a capital letter. */
const BARE = /^\s*\d{1,2}(?=\s+\p{Lu})/u;

const MARK = /^(?:[a-z]|[ivxl]+|\d{1,2}(?:\.\d{1,2})*)$/i;
/** A number or letter in a ring or in brackets, as one character. */
const ROUND = /^[\u2460-\u249b\u24b6-\u24e9\u2776-\u2793]$/;
const MAX_MARK = 8;

/** What comes after a number that counts something. */
const COUNTED = /^[\s)\]]*(?:\d|(?:full |calendar )?(?:years?|months?|weeks?|days?|hours?|%|per ?cent)\b)/i;

/** "6 (six) years" says the number twice. */
function saysAgain(text: string, raw: string, start: number, end: number, before: Word | undefined): boolean {
  if (before?.form === undefined || !/^\d/.test(before.form) || text[end] !== ')') return false;
  return /^\s*\($/.test(text.slice(before.end, start)) && formOf(raw) === before.form;
}

function isMark(text: string, start: number, end: number, before: Word | undefined): boolean {
  const last = before ? text.slice(before.end, start) : text.slice(0, start);
  const next = text.slice(end, end + 40);
  const numeric = /\d/.test(text[start] ?? '');
  if (/[([]$/.test(last)) {
    if (!/^[)\]]/.test(next)) return false;
    // "crime(s)" is no enumeration.
    if (before && last.length === 1 && text.slice(before.end, start) === last && !/\s/.test(last)) return false;
    if (!numeric) return true;
    // "six (6) years" says the number twice; any other number in brackets beside a number is one.
    if (before && /^\d/.test(before.form)) return before.form === text.slice(start, end);
    return !COUNTED.test(next);
  }
  const raw = text.slice(start, end);
  // Between entries a number of two levels, or the small ring that a word processor sets, needs no stop behind it.
  if (/^\s/.test(next) && /^(?:\d+\.\d+|o)$/.test(raw) && !COUNTED.test(next)) {
    const front = text.slice(Math.max(0, start - 12), start);
    if (/[:;,.\u2022]\s*$|[;,\n]\s*(?:and|or)\s+$/.test(front)) return true;
    if (
      /(?:\n|\b(?:and|or)\s)\s*$/.test(front) &&
      (raw === 'o' || follows(text.slice(Math.max(0, start - MAX_ENTRY), start), raw))
    )
      return true;
  }
  if (!/^[.):][)]?\s+[\p{L}"'\u201c\u2018(]/u.test(next)) return false;
  if (!before || /\n\s*[-*\u2022\u2013]?\s*$/.test(last)) return !/^\s*$/.test(next);
  if (/[:;,.\u2013\u2014\u2022*-]\s*$/.test(last)) return true;
  if (before.form === 'and' || before.form === 'or') return true;
  return next.startsWith(')') && before.form === 'of';
}

/** The entry before stands no further back than this. */
const MAX_ENTRY = 1000;

/** True for the first number of its level, and for one whose predecessor stands in the text before it. */
function follows(before: string, number: string): boolean {
  const [level = '', last = ''] = number.split('.');
  return last === '1' || new RegExp(`\\b${level}\\.${Number(last) - 1}\\s`).test(before);
}
