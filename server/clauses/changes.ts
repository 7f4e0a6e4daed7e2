import type { Difference } from './align';
import type { Change } from './change';
import { effectOf, isOpenEnded } from './effect';
import { isJoiner, type Arrangement, type PlacedList, type TemplateWord } from './enumeration';
import { furtherSentences } from './further';
import { slide, type Slid } from './slide';
import type { Match, Template } from './template';
import { together } from './together';
import { cutBetween, formsOf, type Word } from './words';

/** What of a match is of substance: each separate change once, in the order of the clause. */
export function changesOf(
  match: Match,
  now: readonly Word[],
  text: string,
  template: Template,
  endUser: string | undefined,
): readonly Change[] {
  const { arrangement, wording } = match;
  const { words } = arrangement;
  const changes: Change[] = [];
  const differences = slide(match.differences, words, wording.text, now, text).flatMap((difference) =>
    bySentence(difference, match, now, text),
  );
  for (const difference of differences) {
    const gone = words.slice(difference.was.from, difference.was.to);
    const came = now.slice(difference.now.from, difference.now.to);
    if (gone.every(({ joins }) => joins) && came.every(({ form }) => isJoiner(form))) {
      const list = joinedAt(arrangement, difference);
      if (list) {
        const { joined: joiner } = list.list;
        if (joiner === undefined) continue;
        // A list with a stop between its last entries, or on lines of its own, needs no word there.
        const right =
          came.length === 0
            ? isParted(list, difference.now.from, now, text)
            : came.every(({ form }) => form === joiner);
        if (!right) changes.push({ ...difference, effect: 'joining-changed', noun: list.list.noun });
        continue;
      }
    }
    if (isFilling(gone, came, template) || isOptional(difference, match, now, template)) continue;
    if (isTitle(difference, now, text, template)) continue;
    if (isApart(difference, match, now, text)) {
      const { from, to } = difference.now;
      for (const further of furtherSentences(now, from, to, text, endUser)) {
        const whole = further.from === from && further.to === to;
        const slack = whole ? difference.slack : { left: 0, right: 0 };
        const { effect } = further;
        changes.push({
          was: difference.was,
          now: { from: further.from, to: further.to },
          effect,
          noun: undefined,
          slack,
        });
      }
      continue;
    }
    changes.push(...separate(difference, gone, came, arrangement, { now, text }));
  }
  changes.sort((a, b) => a.now.from - b.now.from || a.was.from - b.was.from);
  return together(changes, words, now);
}

/** Where a sentence has another end, and further sentences behind that, these are a difference of their own. */
function bySentence(
  difference: Slid,
  { arrangement: { words }, wording }: Match,
  now: readonly Word[],
  text: string,
): readonly Slid[] {
  const { was, now: come } = difference;
  const stop = (some: readonly Word[], of: string, i: number) =>
    i <= 0 || i >= some.length || cutBetween(of, some[i - 1]?.end ?? 0, some[i]?.start ?? 0) === 2;
  if (was.to === was.from || stop(words, wording.text, was.from) || !stop(words, wording.text, was.to))
    return [difference];
  let start = come.from;
  while (start < come.to && !stop(now, text, start)) start++;
  if (start >= come.to || !stop(now, text, come.to)) return [difference];
  return [
    { ...difference, now: { from: come.from, to: start } },
    { was: { from: was.to, to: was.to }, now: { from: start, to: come.to }, slack: difference.slack },
  ];
}

/**
 * True where the last entry of a list, at this word, is set apart from the one before it: by a stop or a mark, or by
 * standing on a line of its own as that one does. A line that is merely full sets nothing apart.
 */
function isParted({ entries }: PlacedList, at: number, now: readonly Word[], text: string): boolean {
  const between = (i: number) => text.slice(now[i - 1]?.end ?? 0, now[i]?.start ?? text.length);
  if (/[.,;:()[\]\u2013\u2014\u2022]|\s[-*]\s/.test(between(at))) return true;
  const last = entries.at(-2);
  return between(at).includes('\n') && last !== undefined && between(at - (last.to - last.from)).includes('\n');
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

/** True where words came that may stand there beside those that the wording has already. */
function isOptional(
  { was, now: { from, to } }: Difference,
  { arrangement: { words } }: Match,
  now: readonly Word[],
  { optional }: Template,
): boolean {
  if (was.to > was.from || optional.length === 0) return false;
  const came = formsOf(now.slice(from, to));
  return optional.some(
    (each) =>
      each.forms === came &&
      (each.next === undefined ? was.from === words.length : words[was.from]?.form === each.next),
  );
}

/** True where the clause's title was set in front of it. */
function isTitle(
  { was, now: { from, to } }: Difference,
  now: readonly Word[],
  text: string,
  { titles }: Template,
): boolean {
  const last = now[to - 1];
  const after = now[to];
  if (was.to > was.from || from > 0 || !last || !after) return false;
  return cutBetween(text, last.end, after.start) > 0 && titles.includes(formsOf(now.slice(from, to)));
}

/** True where the word at `to` begins a line with a capital. */
function beginsLine(text: string, from: number, to: number): boolean {
  return text.slice(from, to).includes('\n') && /\p{Lu}/u.test(text[to] ?? '');
}

/** True where whole sentences were added, between sentences of the wording or at its ends. */
function isApart(
  { was, now: { from, to } }: Difference,
  { arrangement: { words }, wording }: Match,
  now: readonly Word[],
  text: string,
): boolean {
  const first = now[from];
  const last = now[to - 1];
  if (was.to > was.from || to === from || !first || !last) return false;
  const after = now[to];
  const before = now[from - 1];
  const left = words[was.from - 1];
  const right = words[was.from];
  return (
    (!before ||
      cutBetween(text, before.end, first.start) === 2 ||
      (!right && beginsLine(text, before.end, first.start))) &&
    (!after || cutBetween(text, last.end, after.start) === 2) &&
    (!left || !right || cutBetween(wording.text, left.end, right.start) === 2)
  );
}

/** A difference with what it does. */
function separate(
  difference: Slid,
  gone: readonly TemplateWord[],
  came: readonly Word[],
  arrangement: Arrangement,
  clause: { readonly now: readonly Word[]; readonly text: string },
): readonly Change[] {
  const { lists } = arrangement;
  const { was, now } = difference;
  // An entry that is left out before the last leaves the word that joins the others.
  const [first] = came;
  if (gone.some(({ joins }) => !joins) && first && came.length === 1 && isJoiner(first.form) && entryGone(lists, was))
    return separate({ ...difference, now: { from: now.from, to: now.from } }, gone, [], arrangement, clause);
  // So does one that is put before another, where it makes no difference what joins them.
  const last = came.at(-1);
  if (last && came.length > 1 && isJoiner(last.form) && freelyJoinedAt(lists, was))
    return separate(
      { ...difference, now: { from: now.from, to: now.to - 1 } },
      gone,
      came.slice(0, -1),
      arrangement,
      clause,
    );
  const whole = (entry: { from: number; to: number }) => was.from <= entry.from && entry.to <= was.to;
  // From the outermost inwards: an enumeration stands behind those inside it.
  for (const { list, entries } of [...lists].reverse()) {
    const left = entries.filter(whole);
    if (left.length === 0 || left.length === entries.length) continue;
    const inside = left.reduce((sum, { from, to }) => sum + to - from, 0);
    const substance = gone.filter(({ joins }) => !joins).length;
    if (came.length === 0 ? inside * 2 < substance : inside !== substance) continue;
    if (came.some(({ form }) => isJoiner(form))) continue;
    return [{ ...difference, effect: effectOf(formsOf(gone), formsOf(came)) ?? 'entry-left-out', noun: list.noun }];
  }
  const effect = effectOf(formsOf(gone), formsOf(came));
  const own = effect === 'exception-added' || effect === 'qualifier-added' || isOpenEnded(formsOf(came));
  if (gone.length === 0 && !own) {
    const { before, after } = stopsAround(difference, clause);
    const between = before && after && !(before === 'light' && after === 'deep');
    const list = lists.find(({ entries }) =>
      entries.some(({ from, to }, k) => {
        if (was.from === to)
          return k + 1 < entries.length ? between : isJoiner(came[0]?.form ?? '') || before === 'deep';
        return was.from === from && (k > 0 ? between : after);
      }),
    );
    if (list) return [{ ...difference, effect: 'entry-added', noun: list.list.noun }];
  }
  if (effect === undefined) {
    // The innermost enumeration comes first.
    const list = lists.find(({ entries }) => entries.some(({ from, to }) => from <= was.from && was.to <= to));
    if (list) return [{ ...difference, effect: 'entry-changed', noun: list.list.noun }];
  }
  return [{ ...difference, effect, noun: undefined }];
}

type Stop = false | 'light' | 'deep';

/** Whether stops set an addition apart from the words before and behind it: a comma or a joining word, or something deeper. */
function stopsAround(
  { now: { from, to } }: Slid,
  { now, text }: { readonly now: readonly Word[]; readonly text: string },
): { readonly before: Stop; readonly after: Stop } {
  const stop = (i: number): Stop => {
    const left = now[i - 1];
    const right = now[i];
    if (!left || !right) return false;
    const between = text.slice(left.end, right.start);
    if (/[;\n\u2022]|\(\w{1,4}\)|\s-\s/.test(between)) return 'deep';
    return /[,:\u2013\u2014]/.test(between) || isJoiner(left.form) || isJoiner(right.form) ? 'light' : false;
  };
  return { before: stop(from), after: stop(to) };
}

/** True where an entry of an enumeration, and no more than it, is gone. */
function entryGone(lists: readonly PlacedList[], was: Difference['was']): boolean {
  return lists.some(({ entries }) => entries.some(({ from, to }) => from === was.from && to === was.to));
}

/** True where the change is of whole entries of an enumeration that any word may join. */
function freelyJoinedAt(lists: readonly PlacedList[], was: Difference['was']): boolean {
  return lists.some(
    ({ list, entries }) =>
      list.joined === undefined &&
      entries.some(({ from, to }) => from === was.from && (was.to === was.from || was.to === to)),
  );
}
