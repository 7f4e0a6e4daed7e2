import { beginsLine, isBracketedMark, type Stretch } from './layout';
import type { Picture } from './picture';

/**
 * The orders in which a statement can be read, as indices of its words: as it is written and, where it has several parts that stand
 * side by side, from its last part to its first. Such parts are sentences, lines, columns and lists. A list is one part with what
 * heads it, so that another order of the sentences gives the same two; where it is the only one, its entries change places.
 * `isLeftOut`: words that are not read.
 */
export function ordersOf(
  picture: Pick<Picture, 'words' | 'items' | 'text'>,
  isLeftOut: (word: number) => boolean = () => false,
): readonly (readonly number[])[] {
  // Most statements are one sentence.
  if (picture.items.length === 1) return [placesIn(0, picture.words.length).filter((i) => !isLeftOut(i))];
  const parts = partsOf(picture)
    .map(({ from, to, ...part }) => ({ ...part, places: placesIn(from, to).filter((i) => !isLeftOut(i)) }))
    .filter(({ places }) => places.length > 0);
  const written = parts.flatMap(({ places }) => places);
  if (parts.length < 2) return [written];
  // What heads a list, with its entries; entries without a head; anything else by itself.
  const blocks: (typeof parts)[] = [];
  for (const part of parts) {
    const last = blocks.at(-1);
    const goesOn = last?.[0]?.isHead === true || (part.isEntry && last?.at(-1)?.isEntry === true);
    if (last && goesOn && !part.isHead) last.push(part);
    else blocks.push([part]);
  }
  const [first, ...others] = blocks;
  const backwards = (others.length > 0 ? blocks.toReversed().flat() : reversed(first ?? [])).flatMap(
    ({ places }) => places,
  );
  return backwards.every((place, i) => place === written[i]) ? [written] : [written, backwards];
}

/** A list with its entries from the last to the first, behind what heads it. */
function reversed<T extends Pick<Part, 'isHead'>>(list: readonly T[]): readonly T[] {
  const head = list[0]?.isHead === true ? 1 : 0;
  return [...list.slice(0, head), ...list.slice(head).toReversed()];
}

interface Part extends Stretch {
  /** True for what ends in a colon, so that what follows is its list. */
  readonly isHead: boolean;
  /** True behind the mark of an entry. */
  readonly isEntry: boolean;
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
    return { from, to, isHead: to < words.length && form(to - 1) === ':', isEntry: isMarked(from) };
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
  const places: number[] = [];
  for (let i = from; i < to; i++) places.push(i);
  return places;
}
