import type { Word } from './words';

/** A stretch of words, `to` exclusive. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

const ABBREVIATIONS = new Set(
  'art arts s ss sec no nos nr para paras p pp ch cf vs dr mr mrs ms st inv max min yrs yr v gen col approx incl dept resp prof lt cpl sgt gov rep sen est ca cap reg mio bn mn tel ref fig ibid viz al adv'.split(
    ' ',
  ),
);

/**
 * True where most lines begin in small letters: they are those of a sentence, and where one ends says nothing. A list has capitals,
 * signs or numbers before most of its entries.
 */
function isWrapped(text: string): boolean {
  if (!text.includes('\n')) return false;
  const [, ...lines] = text.split('\n').map((line) => line.trim());
  return 2 * lines.filter((line) => /^\p{Ll}/u.test(line)).length > lines.length;
}

/** Words that no entry ends with: a sentence goes on in the next line. A field may end in "no", "each" or "any". */
const GOES_ON = /^(?:the|an?|of|to|and|or|with|without|against|under|upon|into|from|their|its|his|her|our|your)$/;

/** True for a word with a line break or a tab before it. */
export function beginsLine(text: string, words: readonly Word[], i: number): boolean {
  const [before, word] = [words[i - 1], words[i]];
  return before !== undefined && word !== undefined && /[\n\t]/.test(text.slice(before.end, word.start));
}

/** "(a)", "(2)", "(iv)": the mark of an entry. */
export function isBracketedMark(words: readonly Word[], i: number): boolean {
  return (
    words[i]?.form === '(' &&
    /^(?:[a-h]|\d{1,2}|[ivx]{1,4})$/.test(words[i + 1]?.form ?? '') &&
    words[i + 2]?.form === ')'
  );
}

/**
 * Cuts a statement into its items: sentences, entries of a list, lines, columns, what stands between semicolons. A full stop
 * behind an abbreviation or in a number ends nothing.
 */
export function itemsOf(text: string, words: readonly Word[], isName: (i: number) => boolean): readonly Stretch[] {
  const starts = new Set<number>([0]);
  const wrapped = isWrapped(text);
  const form = (i: number) => words[i]?.form ?? '';
  for (const [i, word] of words.entries()) {
    const before = words[i - 1];
    if (word.text === ';' || word.text === '•' || word.text === '·') starts.add(i + 1);
    else if (word.text === '.' || word.text === '!' || word.text === '?') {
      const next = words[i + 1];
      const touching = before?.end === word.start;
      const abbreviated = word.text === '.' && touching && (ABBREVIATIONS.has(before.form) || isNumbering(i - 1));
      if (!abbreviated && next && next.start > word.end) starts.add(i + 1);
    } else if (before && beginsLine(text, words, i)) {
      // "a plot to bomb the⏎Ministry" goes on; behind a tab or an empty line nothing does.
      const isOneLine = (wrapped && !/^[.:;!?]$/.test(before.text)) || GOES_ON.test(before.text);
      const goesOn = isOneLine && !/\t|\n\s*\n/.test(text.slice(before.end, word.start));
      if (word.kind !== 'word' || (word.capital && !goesOn)) starts.add(i);
    }
    if (isName(i)) continue;
    if (isBracketedMark(words, i)) starts.add(i);
    if (
      (word.kind === 'number' || /^[a-h]$/.test(word.form)) &&
      form(i + 1) === ')' &&
      form(i - 1) !== '(' &&
      words[i + 1]?.start === word.end
    )
      starts.add(i);
    if (isNumbering(i)) starts.add(i);
  }

  /** "1." at the beginning or behind the end of another item. */
  function isNumbering(i: number): boolean {
    const word = words[i];
    if (word?.kind !== 'number' || !/^\d{1,2}$/.test(word.text) || form(i + 1) !== '.' || isName(i)) return false;
    const next = words[i + 2];
    return (
      next !== undefined &&
      next.start > (words[i + 1]?.end ?? 0) &&
      (i === 0 || starts.has(i) || /^[.;:,]$/.test(form(i - 1)))
    );
  }

  const ordered = [...starts].sort((a, b) => a - b).filter((start) => start < words.length);
  return ordered
    .map((from, k) => ({ from, to: ordered[k + 1] ?? words.length }))
    .filter(({ from, to }) => words.slice(from, to).some(({ kind }) => kind !== 'sign'));
}
