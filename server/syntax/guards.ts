import type { Span } from '../text/span';

/** The deepest nesting that is read. A certificate needs six; a deep tower of brackets can abort the whole process in the parser. */
export const MAX_DEPTH = 64;

/** The longest file that is read, in UTF-16 units. A certificate of a hundred purposes has about 20,000. */
export const MAX_LENGTH = 2_000_000;

/** Why a text is not given to the parser at all. */
export interface Refusal {
  readonly reason: 'too-long' | 'too-deep';
  readonly span: Span;
}

/**
 * Looks at a text before the parser does, in one pass. The depth counted is an upper bound (it does not know quotes
 * or comments apart), so a text that passes is safe, and one that fails has more than {@link MAX_DEPTH} open brackets,
 * or as many steps of indentation, on the way to one character.
 */
export function refusal(text: string): Refusal | undefined {
  if (text.length > MAX_LENGTH) return { reason: 'too-long', span: { start: 0, end: Math.min(1, text.length) } };
  /** The columns at which the open blocks begin. */
  const columns: number[] = [];
  let brackets = 0;
  let column = 0;
  let atStart = true;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || code === 13) {
      column = 0;
      atStart = true;
      continue;
    }
    if (atStart && code !== 32 && code !== 9) {
      // A comment or a line inside brackets opens no block; counting it is harmless as the bound is an upper one.
      while (columns.length > 0 && (columns[columns.length - 1] ?? 0) >= column) columns.pop();
      columns.push(column);
      if (columns.length === 1) brackets = 0;
      // "- " and "? " open a block on the same line, which may open another.
      const next = text.charCodeAt(i + 1);
      const opensHere = (code === 45 || code === 63 || code === 58) && (next === 32 || next === 9);
      atStart = opensHere;
    }
    if (code === 91 || code === 123) brackets++;
    else if ((code === 93 || code === 125) && brackets > 0) brackets--;
    if (brackets > MAX_DEPTH || columns.length > MAX_DEPTH) {
      return { reason: 'too-deep', span: { start: i, end: i + 1 } };
    }
    column++;
  }
  return undefined;
}
