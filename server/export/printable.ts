/**
 * Signs that no paper can show, or that change the order of what stands around them without being seen: controls, the
 * marks that turn the direction of text, invisible formatting, and halves of characters. The joiners U+200C and U+200D
 * are left: Persian and Indian scripts need them.
 */
const UNPRINTABLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** The text with a visible sign, U+FFFD, in the place of each that cannot be shown. Line breaks stay. */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, '\ufffd');
}

/** Letters that are written from right to left: Hebrew, Arabic, Syriac, Thaana, N'Ko and their further blocks. */
export const RIGHT_TO_LEFT =
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]|\ud802[\udc00-\udfff]|\ud803[\udc00-\udfff]|\ud83a[\udc00-\udfff]|\ud83b[\udc00-\udfff]/;

/** True where the first letter of the text is one that is written from right to left. */
export function readsFromRight(text: string): boolean {
  const first = /\p{L}/u.exec(text)?.[0];
  return first !== undefined && RIGHT_TO_LEFT.test(first);
}

/** A stretch of a text in one direction. */
export interface DirectedRun {
  readonly text: string;
  readonly fromRight: boolean;
}

/**
 * The text in stretches of one direction, as Word wants them: it does not turn signs by itself, but takes each stretch as it
 * is marked. So digits go with the letters before them, signs between letters of one direction with these, and what is left
 * with the direction of the paragraph; a reading of the rules of Unicode (UAX #9) that has no nesting.
 *
 * @param text of a whole paragraph, or a part of one.
 * @param base true where the paragraph reads from right to left.
 */
export function directedRuns(text: string, base = readsFromRight(text)): readonly DirectedRun[] {
  if (text === '') return [];
  if (!base && !RIGHT_TO_LEFT.test(text)) return [{ text, fromRight: false }];
  const parts = (text.match(/[\p{L}\p{M}]+|\p{N}+|[^\p{L}\p{M}\p{N}]+/gu) ?? []).map((part) => ({
    text: part,
    sort: /\p{L}/u.test(part) ? ('letters' as const) : /\p{N}/u.test(part) ? ('digits' as const) : ('signs' as const),
  }));
  let last = base;
  const strong = parts.map(({ text, sort }) => {
    if (sort === 'letters') last = RIGHT_TO_LEFT.test(text);
    return sort === 'signs' ? undefined : last;
  });
  const runs: { text: string; fromRight: boolean }[] = [];
  for (const [i, { text }] of parts.entries()) {
    const before = strong[i - 1] ?? base;
    const fromRight = strong[i] ?? (before === (strong[i + 1] ?? base) ? before : base);
    const open = runs.at(-1);
    if (open?.fromRight === fromRight) open.text += text;
    else runs.push({ text, fromRight });
  }
  return runs;
}
