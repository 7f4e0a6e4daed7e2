/** A word with where it stands. */
export interface Word {
  /** As compared: small letters, one kind of hyphen and quotation mark, one spelling. */
  readonly form: string;
  readonly start: number;
  readonly end: number;
}

/** A stretch of words that the one text has in place of a stretch of the other; either may be empty. */
export interface Difference {
  readonly was: { readonly from: number; readonly to: number };
  readonly now: { readonly from: number; readonly to: number };
}

/** The words of a text in the form in which they are compared. Punctuation that carries no substance is left out. */
export function wordsOf(text: string): readonly Word[] {
  return [...text.matchAll(/[\p{L}\p{N}]+(?:['\u2019\u2010\u2011-][\p{L}\p{N}]+)*/gu)].map((match) => ({
    form: formOf(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function formOf(word: string): string {
  return word
    .toLowerCase()
    .replace(/\u2019/g, "'")
    .replace(/[\u2010\u2011]/g, '-')
    .replace(/is(ation|ations|e|ed|es|ing)$/, 'iz$1')
    .replace(/^licence/, 'license');
}

/** Where `now` differs from `was`, in order; words that stand in both in the same order are common. */
export function compare(was: readonly Word[], now: readonly Word[]): readonly Difference[] {
  const rows = was.length + 1;
  const columns = now.length + 1;
  const common = new Uint32Array(rows * columns);
  for (let i = was.length - 1; i >= 0; i--)
    for (let j = now.length - 1; j >= 0; j--)
      common[i * columns + j] =
        was[i]?.form === now[j]?.form
          ? (common[(i + 1) * columns + j + 1] ?? 0) + 1
          : Math.max(common[(i + 1) * columns + j] ?? 0, common[i * columns + j + 1] ?? 0);
  const differences: Difference[] = [];
  let i = 0;
  let j = 0;
  while (i < was.length || j < now.length) {
    const from = { i, j };
    while ((i < was.length || j < now.length) && !(i < was.length && j < now.length && was[i]?.form === now[j]?.form)) {
      const down = i < was.length ? (common[(i + 1) * columns + j] ?? 0) : -1;
      const right = j < now.length ? (common[i * columns + j + 1] ?? 0) : -1;
      if (down >= right) i++;
      else j++;
    }
    if (i > from.i || j > from.j) differences.push({ was: { from: from.i, to: i }, now: { from: from.j, to: j } });
    i++;
    j++;
  }
  return differences;
}
