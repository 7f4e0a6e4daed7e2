import type { Difference } from './align';
import { effectOf, type Effect } from './effect';
import { isJoiner, type Arrangement, type PlacedList, type TemplateWord } from './enumeration';
import { slide, type Slid } from './slide';
import { formOf } from './spelling';
import type { Match, Template } from './template';
import { isUndertaking } from './undertaking';
import { cutBetween, type Word } from './words';

/** A change of substance, in words of the wording and words of the clause. */
export interface Change {
  readonly was: Difference['was'];
  readonly now: Difference['now'];
  readonly effect: Effect | undefined;
  /** What an entry of the enumeration concerned is called. */
  readonly noun: string | undefined;
  /** By how many words the gap could as well be further left or right. */
  readonly slack: { readonly left: number; readonly right: number };
}

/** What of a match is of substance: each separate change once, in the order of the clause. */
export function changesOf(match: Match, now: readonly Word[], text: string, template: Template): readonly Change[] {
  const { arrangement, wording } = match;
  const { words } = arrangement;
  const changes: Change[] = [];
  /** Enumerations whose last entries are joined as they should be, and those where the joining word is gone. */
  const joined = new Set<PlacedList>();
  const unjoined: { list: PlacedList; difference: Slid }[] = [];
  const differences = slide(match.differences, words, wording.text, now, text);
  const differs = new Set(differences.flatMap(({ was }) => range(was.from, was.to)));
  for (const list of arrangement.lists) if (list.joiners.some((i) => !differs.has(i))) joined.add(list);

  for (const difference of differences) {
    const gone = words.slice(difference.was.from, difference.was.to);
    const came = now.slice(difference.now.from, difference.now.to);
    if (gone.every(({ joins }) => joins) && came.every(({ form }) => isJoiner(form))) {
      const list = joinedAt(arrangement, difference);
      if (list) {
        const { joined: joiner } = list.list;
        if (joiner === undefined) continue;
        if (came.length === 0) unjoined.push({ list, difference });
        else if (came.every(({ form }) => form === joiner)) joined.add(list);
        else {
          joined.add(list);
          changes.push({ ...difference, effect: 'joining-changed', noun: list.list.noun });
        }
        continue;
      }
    }
    if (isFilling(gone, came, template) || isFurther(difference, match, now, text, template)) continue;
    changes.push(...separate(difference, gone, came, arrangement));
  }
  for (const { list, difference } of unjoined)
    if (!joined.has(list)) changes.push({ ...difference, effect: 'joining-changed', noun: list.list.noun });
  return changes.sort((a, b) => a.now.from - b.now.from || a.was.from - b.was.from);
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from }, (_, i) => from + i);
}

/** The innermost enumeration that has a boundary between two entries where the difference is. */
function joinedAt({ lists }: Arrangement, { was }: Difference): PlacedList | undefined {
  return lists.find(({ entries, joiners }) =>
    was.to > was.from
      ? joiners.includes(was.from)
      : entries.some(({ from }, k) => k > 0 && (entries[k - 1]?.to ?? from) <= was.from && was.from <= from),
  );
}

/** True where only words come and go that may. */
function isFilling(gone: readonly TemplateWord[], came: readonly Word[], { fillers }: Template): boolean {
  return (
    fillers.size > 0 &&
    gone.every(({ form, joins }) => joins || fillers.has(form)) &&
    came.every(({ form }) => fillers.has(form))
  );
}

/** True where whole sentences were added that only bind further, or a title in front. */
function isFurther(
  { was, now: { from, to } }: Difference,
  { arrangement: { words }, wording }: Match,
  now: readonly Word[],
  text: string,
  { titles }: Template,
): boolean {
  if (was.to > was.from) return false;
  const came = now.slice(from, to);
  const first = came[0];
  const last = came.at(-1);
  if (!first || !last) return true;
  const after = now[to];
  const before = now[from - 1];
  const forms = came.map(({ form }) => form).join(' ');
  if (!before && after && cutBetween(text, last.end, after.start) > 0 && titles.includes(forms)) return true;
  const left = words[was.from - 1];
  const right = words[was.from];
  const apart =
    (!before || cutBetween(text, before.end, first.start) === 2) &&
    (!after || cutBetween(text, last.end, after.start) === 2) &&
    (!left || !right || cutBetween(wording.text, left.end, right.start) === 2);
  // As written: where a clause takes "shall" and "may" for the same, the further sentence need not.
  return (
    apart &&
    isUndertaking(
      text,
      came.map((word) => ({ ...word, form: formOf(text.slice(word.start, word.end)) })),
    )
  );
}

/** A difference with what it does. */
function separate(
  difference: Slid,
  gone: readonly TemplateWord[],
  came: readonly Word[],
  { lists }: Arrangement,
): readonly Change[] {
  const { was } = difference;
  const whole = (entry: { from: number; to: number }) => was.from <= entry.from && entry.to <= was.to;
  // From the outermost inwards: an enumeration stands behind those inside it.
  for (const { list, entries } of [...lists].reverse()) {
    const left = entries.filter(whole);
    if (left.length === 0 || left.length === entries.length) continue;
    const inside = left.reduce((sum, { from, to }) => sum + to - from, 0);
    const substance = gone.filter(({ joins }) => !joins).length;
    if (came.length === 0 ? inside * 2 < substance : inside !== substance) continue;
    if (came.some(({ form }) => isJoiner(form))) continue;
    return [{ ...difference, effect: effectOf(forms(gone), forms(came)) ?? 'entry-left-out', noun: list.noun }];
  }
  const effect = effectOf(forms(gone), forms(came));
  if (gone.length === 0 && effect !== 'exception-added' && effect !== 'qualifier-added') {
    const list = lists.find(({ entries }) =>
      entries.some(
        ({ from, to }, k) =>
          (was.from === to && (k + 1 < entries.length || isJoiner(came[0]?.form ?? ''))) ||
          (k > 0 && was.from === from),
      ),
    );
    if (list) return [{ ...difference, effect: 'entry-added', noun: list.list.noun }];
  }
  return [{ ...difference, effect, noun: undefined }];
}

function forms(words: readonly Word[]): string {
  return words.map(({ form }) => form).join(' ');
}
