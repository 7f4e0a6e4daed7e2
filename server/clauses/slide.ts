import type { Difference } from './align';
import { cutBetween, type Word } from './words';

/**
 * Differences of which only one side has words can often be moved by some words without becoming another: "a b a" is
 * "a" with "b a" added or with "a b" added. Moves each to where it begins and ends as sentences and phrases do.
 */
export function slide(
  differences: readonly Difference[],
  was: readonly Word[],
  wasText: string,
  now: readonly Word[],
  nowText: string,
): readonly Difference[] {
  return differences.map((difference, i) => {
    const { was: a, now: b } = difference;
    const before = differences[i - 1];
    const after = differences[i + 1];
    if (a.from === a.to && b.to > b.from) {
      const room = { low: (before?.now.to ?? -1) + 1, high: (after?.now.from ?? now.length + 1) - 1 };
      return moved(difference, bestShift(b, now, nowText, room));
    }
    if (b.from === b.to && a.to > a.from) {
      const room = { low: (before?.was.to ?? -1) + 1, high: (after?.was.from ?? was.length + 1) - 1 };
      return moved(difference, bestShift(a, was, wasText, room));
    }
    return difference;
  });
}

function moved({ was, now }: Difference, by: number): Difference {
  return { was: { from: was.from + by, to: was.to + by }, now: { from: now.from + by, to: now.to + by } };
}

function bestShift(
  { from, to }: { readonly from: number; readonly to: number },
  words: readonly Word[],
  text: string,
  room: { readonly low: number; readonly high: number },
): number {
  let best = 0;
  let most = score(0);
  for (let by = -1; from + by >= room.low && words[from + by]?.form === words[to + by]?.form; by--) consider(by);
  for (let by = 1; to + by <= room.high && words[from + by - 1]?.form === words[to + by - 1]?.form; by++) consider(by);
  return best;

  function consider(by: number): void {
    const value = score(by);
    if (value > most) {
      most = value;
      best = by;
    }
  }
  function score(by: number): number {
    return cut(from + by) * 2 + cut(to + by);
  }
  /** The cut before a word; the ends of the text are the deepest. */
  function cut(i: number): number {
    const left = words[i - 1];
    const right = words[i];
    if (!left || !right) return 2;
    return right.start < left.end ? 1 : cutBetween(text, left.end, right.start);
  }
}
