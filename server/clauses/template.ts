import type { ClauseList, OptionalWords, Regime, RequiredClause } from '../regimes/types';
import { align, bagOf, leastCost, type Alignment, type Bag, type Weighed } from './align';
import { arrange, partsOf, type Arrangement, type Part } from './enumeration';
import { readSentences, type Sentences } from './sentences';
import { formOf } from './spelling';
import { weightOf } from './weight';
import { cutBetween, wordsOf, type Word } from './words';

/** A wording that the regime accepts, ready to be compared with. */
export interface Wording {
  readonly text: string;
  readonly parts: readonly Part[];
  /** As it stands, with its enumerations in their own order. */
  readonly plain: Arrangement;
  readonly bag: Bag;
}

/** All that a clause may say, ready to be compared with. */
export interface Template {
  readonly clause: RequiredClause;
  /** The regime's own words first. */
  readonly wordings: readonly Wording[];
  readonly fillers: ReadonlySet<string>;
  /** Every form that one of the wordings has. */
  readonly vocabulary: ReadonlySet<string>;
  /** The form of a word here: the first of its group where it has synonyms. */
  readonly formHere: (form: string) => string;
  /** Titles that may stand before the clause, as words. */
  readonly titles: readonly string[];
  /** How the clause's own words begin, and how else they may, each as forms, the longest first. */
  readonly introduction: {
    readonly own: readonly string[];
    readonly others: readonly { readonly forms: readonly string[]; readonly colon: boolean }[];
    /** What a wording goes on with. */
    readonly next: ReadonlySet<string>;
  };
  /** Words that may stand in the clause, each as forms, and the form that follows them; undefined at the end. */
  readonly optional: readonly { readonly forms: string; readonly next: string | undefined }[];
  /** Knows the forms of a sentence that is as right as the clause's words, each with a space before it. */
  readonly sentences: Sentences | undefined;
  /** Those that say less and still have every element. */
  readonly narrower: Sentences | undefined;
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
  const extended = texts.flatMap((text) => (clause.optional ?? []).flatMap((optional) => withOptional(text, optional)));
  const formsOf = (text: string) => wordsOf(text).map(({ form }) => formHere(form));
  const wordings = [...texts, ...extended].map((text): Wording => {
    const parts = partsOf(
      wordsOf(text).map((word) => ({ ...word, form: formHere(word.form) })),
      lists.map(({ list, entries }) => ({ list, entries: entries.map(formsOf) })),
    );
    const plain = arrange(parts);
    return { text, parts, plain, bag: bagOf(plain.words) };
  });
  const begins = (phrase: readonly string[], { plain }: Wording) =>
    phrase.length > 0 && phrase.every((form, i) => plain.words[i]?.form === form);
  const introductions = (clause.introductions ?? [])
    .map((text) => ({ forms: formsOf(text), colon: text.endsWith(':') }))
    .sort((a, b) => b.forms.length - a.forms.length);
  const [whole] = wordings;
  const own = (whole && introductions.find(({ forms, colon }) => !colon && begins(forms, whole)))?.forms ?? [];
  return {
    clause,
    wordings,
    introduction: {
      own,
      others: introductions.filter(({ forms }) => forms !== own),
      next: new Set(
        wordings.flatMap((wording) => wording.plain.words[begins(own, wording) ? own.length : 0]?.form ?? []),
      ),
    },
    optional: (clause.optional ?? []).map(({ words, before }) => ({
      forms: formsOf(words).join(' '),
      next: before === undefined ? undefined : formsOf(before)[0],
    })),
    sentences: readSentences(clause.sentences ?? [], clause.phrases ?? []),
    narrower: readSentences(clause.narrower ?? [], clause.phrases ?? []),
    vocabulary: new Set(wordings.flatMap(({ bag }) => [...bag.forms.keys()])),
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

function withOptional(text: string, { words, before, instead }: OptionalWords): readonly string[] {
  const added = words.trim();
  const marked = instead ?? before;
  if (marked === undefined) return [/[.]$/.test(added) ? `${text} ${added}` : `${text.replace(/\.$/, '')} ${added}.`];
  const at = text.indexOf(marked);
  if (at < 0) return [];
  const rest = instead === undefined ? ` ${text.slice(at)}` : text.slice(at + instead.length);
  return [`${text.slice(0, at)}${added}${rest}`];
}

/**
 * The words of a text as the template compares them. Another beginning that is as right stands there as the template's
 * own, over the same place; where the text has none, the template's own stands in front with no width.
 */
export function wordsUnder({ formHere, introduction: { own, others, next } }: Template, text: string): readonly Word[] {
  const words = wordsOf(text).map((word) => ({ ...word, form: formHere(word.form) }));
  const first = words[0];
  if (!first || others.length + own.length === 0) return words;
  const begins = (phrase: readonly string[]) => phrase.every((form, i) => words[i]?.form === form);
  if (own.length > 0 && begins(own)) return words;
  const known = others.find(({ forms, colon }) => {
    const last = words[forms.length - 1];
    const after = words[forms.length];
    if (!begins(forms) || !last || !after || (own.length === 0 && !next.has(after.form))) return false;
    return !colon || cutBetween(text, last.end, after.start) > 0;
  })?.forms;
  if (known === undefined && (own.length === 0 || !next.has(first.form))) return words;
  const over = { start: first.start, end: words[(known?.length ?? 0) - 1]?.end ?? first.start };
  const begun = own.map((form, i): Word => {
    const place = known === undefined ? undefined : words[i];
    const inside = i < (known?.length ?? 0) ? place : undefined;
    const start = inside?.start ?? over.end;
    return { form, start, end: i === own.length - 1 ? over.end : (inside?.end ?? over.end) };
  });
  return [...begun, ...words.slice(known?.length ?? 0)];
}

/** The cheapest of the accepted wordings for these words; undefined where there are too many of them to compare. */
export function bestMatch(template: Template, now: readonly Word[]): Match | undefined {
  const own = template.wordings[0]?.plain.words.length ?? 0;
  if (now.length > own * MAX_TIMES + MAX_MORE) return undefined;
  const words: readonly Weighed[] = now.map(({ form }) => ({ form, weight: weightOf(form) }));
  for (const wording of template.wordings)
    if (sameWords(wording.plain.words, words)) return { differences: [], cost: 0, wording, arrangement: wording.plain };
  // No order of the entries can be cheaper than this.
  const bag = bagOf(words);
  const candidates = template.wordings
    .map((wording) => ({ wording, least: leastCost(wording.bag, bag) }))
    .sort((a, b) => a.least - b.least);
  const nearest = candidates[0]?.least ?? 0;
  let best: Match | undefined;
  const consider = (wording: Wording, arrangement: Arrangement, least: number) => {
    const alignment = align(arrangement.words, words, least, best?.cost);
    if (alignment && (!best || alignment.cost < best.cost)) best = { ...alignment, wording, arrangement };
  };
  const costOfBest = () => best?.cost ?? Infinity;
  for (const { wording, least } of candidates) {
    // A wording that shares clearly fewer words than another is not the one that was meant.
    if (least > nearest + MARGIN) break;
    if (costOfBest() > least) consider(wording, wording.plain, least);
    if (costOfBest() > least && wording.plain.lists.length > 0) {
      const found = arrange(wording.parts, now);
      if (found.words.some((word, i) => word !== wording.plain.words[i])) consider(wording, found, least);
    }
  }
  return best;
}

/** By so much may the words that a wording does not share weigh more than those of the nearest one. */
const MARGIN = 12;

function sameWords(a: readonly Weighed[], b: readonly Weighed[]): boolean {
  return a.length === b.length && a.every(({ form }, i) => form === b[i]?.form);
}

/** So many times the words that a clause has, and so many more, may it be given. */
const MAX_TIMES = 4;
const MAX_MORE = 400;
