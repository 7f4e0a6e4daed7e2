import type { Span } from '../text/span';

/** A statement is read in one piece up to this length; the longest that people write are a few hundred characters. */
const LONGEST = 4_000;

/** Where a passage had better end: behind a full stop, a semicolon or a line; else behind a comma; else between words. */
const ENDS: readonly RegExp[] = [/[.;!?\n]\s/g, /[,:]\s/g, /\s/g];

/**
 * Cuts a statement that is too long to be read in one piece, so that reading takes time in proportion to its length: what
 * is pages long speaks of itself within a page. The passages follow each other without a gap; UTF-16, end exclusive.
 */
export function passagesOf(text: string): readonly Span[] {
  const passages: Span[] = [];
  let start = 0;
  while (text.length - start > LONGEST) {
    const end = start + lastEnd(text.slice(start, start + LONGEST));
    passages.push({ start, end });
    start = end;
  }
  passages.push({ start, end: text.length });
  return passages;
}

/** Where the text is best cut; in its second half, so that passages stay long. At its end where it has no such place. */
function lastEnd(text: string): number {
  for (const pattern of ENDS) {
    let last = 0;
    for (const { index, 0: sign } of text.matchAll(pattern)) last = index + sign.length;
    if (last > text.length / 2) return last;
  }
  // A character outside the first plane takes two units and stays whole.
  return /[\ud800-\udbff]$/.test(text) ? text.length - 1 : text.length;
}
