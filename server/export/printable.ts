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
 * The text in stretches of one direction. Spaces and marks between two words of the same direction go with them; digits
 * begin a stretch from the left, as they are always written so.
 */
export function directedRuns(text: string): readonly DirectedRun[] {
  if (!RIGHT_TO_LEFT.test(text)) return text === '' ? [] : [{ text, fromRight: false }];
  const runs: { text: string; fromRight: boolean }[] = [];
  for (const part of text.match(/[\p{L}\p{M}]+|\p{N}+|[^\p{L}\p{M}\p{N}]+/gu) ?? []) {
    const last = runs.at(-1);
    const strong = /[\p{L}\p{N}]/u.test(part);
    const fromRight = strong ? RIGHT_TO_LEFT.test(part) : (last?.fromRight ?? false);
    if (last?.fromRight === fromRight) last.text += part;
    else runs.push({ text: part, fromRight });
  }
  return runs;
}
