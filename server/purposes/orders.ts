import { beginsLine, isBracketedMark, type Stretch } from './layout';
import type { Picture } from './picture';

/**
 * The orders in which a statement can be read, as indices of its words: as it is written and, where it has several parts that stand
 * side by side, from its last part to its first. Such parts are sentences, lines, columns and entries of a list; what heads a list is
 * read before its entries in either order. `isLeftOut`: words that are not read.
 */
export function ordersOf(
  picture: Pick<Picture, 'words' | 'items' | 'text'>,
  isLeftOut: (word: number) => boolean = () => false,
): readonly (readonly number[])[] {
  const parts = partsOf(picture)
    .map(({ from, to, isHead }) => ({ isHead, places: placesIn(from, to).filter((i) => !isLeftOut(i)) }))
    .filter(({ places }) => places.length > 0);
  const written = parts.flatMap(({ places }) => places);
  if (parts.length < 2) return [written];
  // What heads a list, with its entries; anything else by itself.
  const blocks: (typeof parts)[] = [];
  for (const part of parts) {
    const last = blocks.at(-1);
    if (last?.[0]?.isHead === true && !part.isHead) last.push(part);
    else blocks.push([part]);
  }
  const backwards = blocks
    .toReversed()
    .flatMap((block) => [...block.slice(0, 1), ...block.slice(1).toReversed()])
    .flatMap(({ places }) => places);
  return backwards.every((place, i) => place === written[i]) ? [written] : [written, backwards];
}

interface Part extends Stretch {
  /** True for what ends in a colon, so that what follows is its list. */
  readonly isHead: boolean;
}

/** Items that begin a part, each with those that go on with it, as what stands between semicolons does. */
function partsOf({ words, items, text }: Pick<Picture, 'words' | 'items' | 'text'>): readonly Part[] {
  const form = (i: number) => words[i]?.form ?? '';
  const starts = [0];
  for (const [i, { from }] of items.entries())
    // An item begins behind its bullet.
    if (i > 0 && beginsPart(from)) starts.push(/^[•·]$/.test(form(from - 1)) ? from - 1 : from);
  return starts.map((from, i) => {
    const to = starts[i + 1] ?? words.length;
    return { from, to, isHead: to < words.length && form(to - 1) === ':' };
  });

  function beginsPart(from: number): boolean {
    return /^[.!?:•·]$/.test(form(from - 1)) || beginsLine(text, words, from) || isMarked(from);
  }

  /** "(a)", "2)", "3.", and a dash. */
  function isMarked(i: number): boolean {
    return (
      isBracketedMark(words, i) ||
      /^[-–—]$/.test(form(i)) ||
      (/^(?:[a-h]|\d{1,2})$/.test(form(i)) && /^[).]$/.test(form(i + 1)))
    );
  }
}

function placesIn(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from }, (_, k) => from + k);
}
