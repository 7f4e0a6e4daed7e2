import type { Change } from './change';
import { effectOf } from './effect';
import type { TemplateWord } from './enumeration';
import { formsOf, type Word } from './words';

/** Words that have only moved are shown with all between their two places, if that is no more than this. */
const MAX_MOVED = 15;

/** Between two changes with only one of these between them, nobody would see two. */
const LINKING: ReadonlySet<string> = new Set(['not', 'be', 'been', 'if', 'so']);

/**
 * Makes one change of those that were made in one go: words taken out here and put in there, two stretches exchanged, and
 * changes on both sides of a "not" or its like. The changes are in the order of the clause, and so is what comes back.
 */
export function together(
  changes: readonly Change[],
  words: readonly TemplateWord[],
  now: readonly Word[],
): readonly Change[] {
  const joined: Change[] = [];
  for (const change of changes) {
    const last = joined.at(-1);
    if (last && last.moved === undefined && areMoved(last, change, words, now)) {
      const from = last.now.to > last.now.from;
      // Where words went from, the word on that side is shown too.
      const slack = { left: from ? 0 : 1, right: change.now.to > change.now.from ? 0 : 1 };
      const moved = from ? last.now : change.now;
      joined[joined.length - 1] = { ...united(last, change, words, now), effect: 'words-moved', moved, slack };
    } else if (last && last.moved === undefined && areLinked(last, change, now))
      joined[joined.length - 1] = united(last, change, words, now);
    else joined.push(change);
  }
  return joined;
}

function areLinked(a: Change, b: Change, now: readonly Word[]): boolean {
  if (a.noun !== undefined || b.noun !== undefined) return false;
  if (b.was.from - a.was.to !== 1 || b.now.from - a.now.to !== 1) return false;
  if (LINKING.has(now[a.now.to]?.form ?? '')) return true;
  // "Any authorization" for "authorization where practicable": what is gone on one side came on the other.
  const isGap = ({ now: { from, to } }: Change) => to === from;
  const isNew = ({ was: { from, to } }: Change) => to === from;
  return (isGap(a) && isNew(b)) || (isNew(a) && isGap(b));
}

function areMoved(a: Change, b: Change, words: readonly TemplateWord[], now: readonly Word[]): boolean {
  if (b.was.to - a.was.from > MAX_MOVED || b.now.to - a.now.from > MAX_MOVED) return false;
  if (b.was.from < a.was.to || b.now.from < a.now.to) return false;
  const gone = (change: Change) => sorted(words.slice(change.was.from, change.was.to));
  const came = (change: Change) => sorted(now.slice(change.now.from, change.now.to));
  const [goneA, cameA, goneB, cameB] = [gone(a), came(a), gone(b), came(b)];
  return goneA === cameB && cameA === goneB && goneA !== cameA;
}

function sorted(words: readonly Word[]): string {
  return words
    .map(({ form }) => form)
    .sort()
    .join(' ');
}

function united(a: Change, b: Change, words: readonly TemplateWord[], now: readonly Word[]): Change {
  const was = { from: a.was.from, to: b.was.to };
  const come = { from: a.now.from, to: b.now.to };
  return {
    was,
    now: come,
    effect:
      effectOf(formsOf(words.slice(was.from, was.to)), formsOf(now.slice(come.from, come.to))) ?? a.effect ?? b.effect,
    noun: undefined,
    slack: { left: 0, right: 0 },
  };
}
