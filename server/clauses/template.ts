import type { ClauseList, Regime, RequiredClause } from '../regimes/types';
import { align, leastCost, type Alignment, type Weighed } from './align';
import { arrange, partsOf, type Arrangement, type Part } from './enumeration';
import { formOf } from './spelling';
import { weightOf } from './weight';
import { wordsOf, type Word } from './words';

/** A wording that the regime accepts, ready to be compared with. */
export interface Wording {
  readonly text: string;
  readonly parts: readonly Part[];
  /** As it stands, with its enumerations in their own order. */
  readonly plain: Arrangement;
  /** What all its words weigh. */
  readonly weight: number;
}

/** All that a clause may say, ready to be compared with. */
export interface Template {
  readonly clause: RequiredClause;
  /** The regime's own words first. */
  readonly wordings: readonly Wording[];
  readonly fillers: ReadonlySet<string>;
  /** The form of a word here: the first of its group where it has synonyms. */
  readonly formHere: (form: string) => string;
  /** Titles that may stand before the clause, as words. */
  readonly titles: readonly string[];
}

/** A wording with the words of a clause laid against it. */
export interface Match extends Alignment {
  readonly wording: Wording;
  readonly arrangement: Arrangement;
}

const templates = new WeakMap<RequiredClause, Template>();

/** The template of a clause, made once. */
export function templateOf(clause: RequiredClause, regime: Regime): Template {
  let template = templates.get(clause);
  if (!template) templates.set(clause, (template = makeTemplate(clause, regime)));
  return template;
}

function makeTemplate(clause: RequiredClause, regime: Regime): Template {
  const first = new Map((clause.synonyms ?? []).flatMap((group) => group.map((word) => [word, group[0] ?? word])));
  const formHere = (form: string) => formOf(first.get(form) ?? form);
  const lists = (clause.lists ?? []).map((list) => ({ list, entries: entriesOf(list, regime) }));
  const texts = [clause.words, ...(clause.alternatives ?? [])].map((text) => text.trim());
  const extended = texts.flatMap((text) =>
    (clause.optional ?? []).flatMap(({ words, before }) => withOptional(text, words.trim(), before)),
  );
  const wordings = [...texts, ...extended].map((text): Wording => {
    const parts = partsOf(
      wordsOf(text).map((word) => ({ ...word, form: formHere(word.form) })),
      lists.map(({ list, entries }) => ({
        list,
        entries: entries.map((entry) => wordsOf(entry).map(({ form }) => formHere(form))),
      })),
    );
    const plain = arrange(parts);
    return { text, parts, plain, weight: plain.words.reduce((sum, { weight }) => sum + weight, 0) };
  });
  return {
    clause,
    wordings,
    fillers: new Set((clause.fillers ?? []).map((word) => formHere(formOf(word)))),
    formHere,
    titles: [clause.title, clause.id].map((title) => plainWords(title)),
  };
}

/** The forms of a text's words, to compare titles by. */
export function plainWords(text: string): string {
  return wordsOf(text)
    .map(({ form }) => form)
    .join(' ');
}

function entriesOf({ entries, of }: ClauseList, regime: Regime): readonly string[] {
  if (entries) return entries;
  const object = regime.purposes?.objects.find(({ id }) => id === of?.object);
  return (of && object?.[of.list]?.map(({ words }) => words)) ?? [];
}

function withOptional(text: string, words: string, before: string | undefined): readonly string[] {
  if (before === undefined) return [/[.]$/.test(words) ? `${text} ${words}` : `${text.replace(/\.$/, '')} ${words}.`];
  const at = text.indexOf(before);
  return at < 0 ? [] : [`${text.slice(0, at)}${words} ${text.slice(at)}`];
}

/** The cheapest of the accepted wordings for these words; undefined where there are too many of them to compare. */
export function bestMatch(template: Template, now: readonly Word[]): Match | undefined {
  const own = template.wordings[0]?.plain.words.length ?? 0;
  if (now.length > own * MAX_TIMES + MAX_MORE) return undefined;
  const words: readonly Weighed[] = now.map(({ form }) => ({ form, weight: weightOf(form) }));
  const whole = words.reduce((sum, { weight }) => sum + weight, 0);
  let best: Match | undefined;
  const consider = (wording: Wording, arrangement: Arrangement, least: number) => {
    const alignment = align(arrangement.words, words, least);
    if (alignment && (!best || alignment.cost < best.cost)) best = { ...alignment, wording, arrangement };
  };
  const costOfBest = () => best?.cost ?? Infinity;
  for (const wording of template.wordings) {
    if (sameWords(wording.plain.words, words)) return { differences: [], cost: 0, wording, arrangement: wording.plain };
    // What is longer or shorter by more than the best differs cannot be better.
    if (Math.abs(whole - wording.weight) > costOfBest()) continue;
    // No order of the entries can be cheaper than this.
    const least = leastCost(wording.plain.words, words);
    if (costOfBest() > least) consider(wording, wording.plain, least);
    if (costOfBest() > least && wording.plain.lists.length > 0) {
      const found = arrange(wording.parts, now);
      if (found.words.some((word, i) => word !== wording.plain.words[i])) consider(wording, found, least);
    }
  }
  return best;
}

function sameWords(a: readonly Weighed[], b: readonly Weighed[]): boolean {
  return a.length === b.length && a.every(({ form }, i) => form === b[i]?.form);
}

/** So many times the words that a clause has, and so many more, may it be given. */
const MAX_TIMES = 4;
const MAX_MORE = 400;
