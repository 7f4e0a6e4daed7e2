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
): readonly Slid[] {
  return differences.map((difference, i): Slid => {
    const { was: a, now: b } = difference;
    const before = differences[i - 1];
    const after = differences[i + 1];
    if (a.from === a.to && b.to > b.from) {
      const room = { low: (before?.now.to ?? -1) + 1, high: (after?.now.from ?? now.length + 1) - 1 };
      return moved(difference, shiftsOf(b, now, nowText, room));
    }
    if (b.from === b.to && a.to > a.from) {
      const room = { low: (before?.was.to ?? -1) + 1, high: (after?.was.from ?? was.length + 1) - 1 };
      return moved(difference, shiftsOf(a, was, wasText, room));
    }
    return { ...difference, slack: { left: 0, right: 0 } };
  });
}

/** A difference, and by how many words it could as well stand further left or right. */
export interface Slid extends Difference {
  readonly slack: { readonly left: number; readonly right: number };
}

interface Shifts {
  readonly best: number;
  readonly least: number;
  readonly most: number;
}

function moved({ was, now }: Difference, { best: by, least, most }: Shifts): Slid {
  return {
    slack: { left: by - least, right: most - by },
    was: { from: was.from + by, to: was.to + by },
    now: { from: now.from + by, to: now.to + by },
  };
}

function shiftsOf(
  { from, to }: { readonly from: number; readonly to: number },
  words: readonly Word[],
  text: string,
  room: { readonly low: number; readonly high: number },
): Shifts {
  let least = 0;
  while (from + least - 1 >= room.low && words[from + least - 1]?.form === words[to + least - 1]?.form) least--;
  let most = 0;
  while (to + most + 1 <= room.high && words[from + most]?.form === words[to + most]?.form) most++;
  let best = 0;
  for (let by = least; by <= most; by++) if (score(by) > score(best)) best = by;
  return { best, least, most };

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
