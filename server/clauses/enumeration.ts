import type { ClauseList } from '../regimes/types';
import type { Weighed } from './align';
import { weightOf } from './weight';
import type { Word } from './words';

/** A word of a wording; `joins` where it only joins the last two entries of an enumeration. */
export interface TemplateWord extends Word, Weighed {
  readonly joins: boolean;
}

/** An enumeration in a wording. */
export interface Enumeration {
  readonly list: ClauseList;
  readonly entries: readonly (readonly Part[])[];
  readonly joiners: readonly TemplateWord[];
}

export type Part = TemplateWord | Enumeration;

/** Where an enumeration came to stand among the words. */
export interface PlacedList {
  readonly list: ClauseList;
  readonly entries: readonly { readonly from: number; readonly to: number }[];
  readonly joiners: readonly number[];
}

/** The words of a wording with its enumerations in one order. */
export interface Arrangement {
  readonly words: readonly TemplateWord[];
  /** Inner enumerations before the one around them. */
  readonly lists: readonly PlacedList[];
}

interface ListForms {
  readonly list: ClauseList;
  readonly entries: readonly (readonly string[])[];
}

interface Found {
  readonly list: ClauseList;
  readonly from: number;
  readonly to: number;
  readonly entries: readonly { readonly from: number; readonly to: number }[];
}

/** True for the words that join entries. */
export function isJoiner(form: string): boolean {
  return form === 'and' || form === 'or';
}

/** Reads a wording as words and enumerations, one inside the other where the pack says so. */
export function partsOf(words: readonly Word[], lists: readonly ListForms[]): readonly Part[] {
  const found = lists.flatMap((list) => findAll(words, list)).sort((a, b) => a.from - b.from || b.to - a.to);
  return build(words, found, 0, words.length);
}

function findAll(words: readonly Word[], { list, entries }: ListForms): readonly Found[] {
  const found: Found[] = [];
  if (entries.length < 2) return found;
  for (let from = 0; from < words.length; from++) {
    let at = from;
    const places: { from: number; to: number }[] = [];
    for (const entry of entries) {
      if (places.length > 0) while (isJoiner(words[at]?.form ?? '') && words[at]?.form !== entry[0]) at++;
      const start = at;
      if (!entry.every((form, k) => words[start + k]?.form === form)) break;
      at += entry.length;
      places.push({ from: start, to: at });
    }
    if (places.length === entries.length) found.push({ list, from, to: at, entries: places });
  }
  return found;
}

function build(words: readonly Word[], found: readonly Found[], from: number, to: number): readonly Part[] {
  const parts: Part[] = [];
  let at = from;
  for (const each of found) {
    if (each.from < at || each.to > to) continue;
    parts.push(...plain(words, at, each.from, false));
    const inside = found.slice(found.indexOf(each) + 1);
    parts.push({
      list: each.list,
      entries: each.entries.map((entry) => build(words, inside, entry.from, entry.to)),
      joiners: each.entries.flatMap((entry, k) =>
        plain(words, each.entries[k - 1]?.to ?? entry.from, entry.from, true),
      ),
    });
    at = each.to;
  }
  return [...parts, ...plain(words, at, to, false)];
}

function plain(words: readonly Word[], from: number, to: number, joins: boolean): readonly TemplateWord[] {
  return words.slice(from, to).map((word) => ({ ...word, weight: joins ? 1 : weightOf(word.form), joins }));
}

/**
 * The words with every enumeration in its own order or, where `now` is given, in the order in which its entries stand
 * there. An entry that is not there keeps its place behind the one before it.
 */
export function arrange(parts: readonly Part[], now?: readonly Word[]): Arrangement {
  const words: TemplateWord[] = [];
  const lists: PlacedList[] = [];
  lay(parts, now, { from: 0, to: now?.length ?? 0 });
  return { words, lists };

  function lay(some: readonly Part[], text: readonly Word[] | undefined, region: Region): void {
    for (const [i, part] of some.entries()) {
      if (!('list' in part)) {
        words.push(part);
        continue;
      }
      const next = some[i + 1];
      const around = { before: words.at(-1)?.form, after: next && !('list' in next) ? next.form : undefined };
      const order = text
        ? orderIn(part, text, region, around)
        : part.entries.map((entry) => ({ entry, region: undefined }));
      const entries: { from: number; to: number }[] = [];
      const joiners: number[] = [];
      for (const [k, { entry, region: inner }] of order.entries()) {
        if (k > 0 && k === order.length - 1)
          for (const joiner of part.joiners) {
            joiners.push(words.length);
            words.push(joiner);
          }
        const from = words.length;
        lay(entry, inner && text, inner ?? region);
        entries.push({ from, to: words.length });
      }
      lists.push({ list: part.list, entries, joiners });
    }
  }
}

interface Region {
  readonly from: number;
  readonly to: number;
}

interface Ordered {
  readonly entry: readonly Part[];
  /** Where it stands; undefined where it does not. */
  readonly region: Region | undefined;
}

/** How many words more than it has an entry may have got. */
const SLACK = 4;

/** So many words may stand between an entry and those that are whole, besides its own. */
const AROUND = 2;

interface Around {
  readonly before: string | undefined;
  readonly after: string | undefined;
}

function orderIn({ entries }: Enumeration, now: readonly Word[], region: Region, around: Around): readonly Ordered[] {
  const taken = new Set<number>();
  const sized = entries.map((entry, index) => ({ entry, index, forms: flatten(entry) }));
  const places = new Map<number, Region>();
  const claim = (index: number, at: number, size: number) => {
    for (let i = at; i < at + size; i++) taken.add(i);
    places.set(index, { from: at, to: Math.min(region.to, at + size + SLACK) });
  };
  // Long entries are surer than short ones, and whole ones than those of which only some words are there.
  const longest = [...sized].sort((a, b) => b.forms.length - a.forms.length);
  const whole = { from: region.to, to: region.from };
  for (const { index, forms } of longest) {
    const found = locateEntry(forms, now, region, taken, 1);
    if (found === undefined) continue;
    claim(index, found, forms.length);
    whole.from = Math.min(whole.from, found);
    whole.to = Math.max(whole.to, found + forms.length);
  }
  for (const { index, forms } of longest) {
    if (places.has(index)) continue;
    const reach = forms.length + AROUND;
    // What stands far from the list has only words in common with it.
    const near =
      whole.from < whole.to
        ? { from: Math.max(region.from, whole.from - reach), to: Math.min(region.to, whole.to + reach) }
        : region;
    const found = locateEntry(forms, now, near, taken, 0.5);
    if (found !== undefined) claim(index, found, forms.length);
  }
  const order: { entry: readonly Part[]; region: Region | undefined; place: number }[] = [];
  const holes = isMixed(places) ? holesIn(now, region, taken, around) : [];
  let last = -1;
  for (const { entry, index } of sized) {
    const found = places.get(index);
    // In a list of another order, what is missing was put in for by what is not known.
    const place: number = found?.from ?? holes.shift() ?? last + 0.5;
    last = found?.from ?? last;
    order.push({ entry, region: found, place });
  }
  return order.sort((a, b) => a.place - b.place);
}

/** True where the entries found stand in another order than their own. */
function isMixed(places: ReadonlyMap<number, Region>): boolean {
  const found = [...places].sort(([a], [b]) => a - b).map(([, { from }]) => from);
  return found.some((from, i) => i > 0 && from < (found[i - 1] ?? from));
}

/** Where words stand between, before or behind the entries found that are none of theirs and do not join them. */
function holesIn(
  now: readonly Word[],
  region: Region,
  taken: ReadonlySet<number>,
  { before, after }: Around,
): number[] {
  const from = Math.min(...taken);
  const to = Math.max(...taken) + 1;
  const holes: number[] = [];
  if (from > region.from && now[from - 1]?.form !== before) holes.push(from - 0.5);
  for (let i = from; i < to; i++) {
    const form = now[i]?.form ?? '';
    if (!taken.has(i) && !isJoiner(form) && (taken.has(i - 1) || isJoiner(now[i - 1]?.form ?? ''))) holes.push(i);
  }
  if (to < region.to && now[to]?.form !== after) holes.push(to);
  return holes;
}

function flatten(parts: readonly Part[]): readonly TemplateWord[] {
  return parts.flatMap((part) => ('list' in part ? [...part.entries.flatMap(flatten), ...part.joiners] : [part]));
}

/** The place where most of the entry's words stand together, at least a part of them by weight; undefined where there is none. */
function locateEntry(
  entry: readonly TemplateWord[],
  now: readonly Word[],
  { from, to }: Region,
  taken: ReadonlySet<number>,
  part: number,
): number | undefined {
  const wanted = new Map<string, { count: number; weight: number }>();
  let whole = 0;
  for (const { form, weight } of entry) {
    const known = wanted.get(form);
    if (known) known.count++;
    else wanted.set(form, { count: 1, weight });
    whole += weight;
  }
  let score = 0;
  let best = whole * part - 0.5;
  let place: number | undefined;
  const inside = new Map<string, number>();
  const size = entry.length;
  const first = entry[0]?.form;
  const last = entry.at(-1)?.form;
  for (let i = from; i < to; i++) {
    change(i, 1);
    if (i - size >= from) change(i - size, -1);
    const start = Math.max(from, i - size + 1);
    // Two entries may end alike: between places with the same words the one that begins and ends like the entry is it.
    const alike = (now[start]?.form === first ? 0.2 : 0) + (now[i]?.form === last ? 0.1 : 0);
    if (score + alike > best) {
      best = score + alike;
      place = start;
    }
  }
  return place;

  function change(i: number, by: 1 | -1): void {
    const form = now[i]?.form ?? '';
    const want = wanted.get(form);
    if (!want || taken.has(i)) return;
    const had = inside.get(form) ?? 0;
    inside.set(form, had + by);
    const counted = by === 1 ? had < want.count : had <= want.count;
    if (counted) score += by * want.weight;
  }
}
