import type { Clause } from '../certificate/model';
import type { ClauseElement } from '../regimes/types';
import { contentSpan, locate } from '../syntax/characters';
import { effectOf } from './effect';
import type { ClauseChange, ClauseReading } from './reading';
import { formOf } from './spelling';
import type { Template } from './template';
import { furtherSentences, undertakingsFrom } from './further';
import { withoutName } from './party';
import { cutBetween, formsOf, spanOf, wordsOf, type Place, type Word } from './words';

/** More words than this are no sentence that a pack knows. */
const MAX_SENTENCE = 150;

/** A clause in a sentence that the pack knows. */
export interface KnownSentence {
  /** True where it says less than the pack's words and still has every element. */
  readonly narrower: boolean;
  /** What stands behind it and is no further undertaking. */
  readonly further: readonly ClauseChange[];
}

/** Reads the clause as one of the pack's sentences, with a title before it or more behind; undefined where it is none. */
export function readSentence(
  { text: { text, node } }: Clause,
  { titles, sentences, narrower }: Template,
  endUser: string | undefined,
): KnownSentence | undefined {
  if (!sentences) return undefined;
  const all = withoutName(wordsOf(text), endUser);
  if (all.length > MAX_SENTENCE) return undefined;
  const entitled = all.findIndex((_, i) => i > 0 && cutBefore(text, all, i) > 0);
  const from = entitled > 0 && titles.includes(formsOf(all.slice(0, entitled))) ? entitled : 0;
  const ends = all.flatMap((_, i) => (i > from && cutBefore(text, all, i) === 2 ? [i] : []));
  for (const to of [all.length, ...ends.reverse()]) {
    const forms = ` ${formsOf(all.slice(from, to))}`;
    const whole = sentences.test(forms);
    if (!whole && !narrower?.test(forms)) continue;
    const further = furtherSentences(all, to, all.length, text, endUser).map((found): ClauseChange => {
      const within = spanOf(found, all, text);
      return {
        kind: 'added',
        effect: found.effect,
        noun: undefined,
        was: '',
        now: text.slice(within.start, within.end),
        span: locate(node, within),
        restored: { within: { start: all[found.from - 1]?.end ?? within.start, end: within.end }, text: '' },
      };
    });
    return { narrower: !whole, further };
  }
  return undefined;
}

function cutBefore(text: string, words: readonly Word[], i: number): number {
  const before = words[i - 1];
  const word = words[i];
  return before && word ? cutBetween(text, before.end, word.start) : 0;
}

/**
 * Judges another wording of a clause by its elements: each must be there, and none may be denied, excepted
 * from or left open; where the pack says which other words there may be, there are no others. Not judged where the pack
 * does not say what the elements are.
 */
export function readElements(clause: Clause, template: Template, endUser: string | undefined): ClauseReading {
  const { elements, also } = template.clause;
  if (!elements) return { clause, required: template.clause, changes: [], judged: false };
  const { text, node } = clause.text;
  const all = withoutName(wordsOf(text), endUser);
  const words = all.slice(0, undertakingsFrom(all, text, endUser));
  const places = elements.map((element) => placesOf(element, words));
  const span = contentSpan(node);
  const base = { noun: undefined, now: '', span, restored: undefined } as const;
  const changes: ClauseChange[] = elements
    .filter((_, i) => places[i]?.length === 0)
    .map(({ title }) => ({ ...base, kind: 'left-out', effect: 'element-missing', was: title }));
  const replaced: ClauseChange = {
    ...base,
    kind: 'clause-replaced',
    effect: undefined,
    was: template.clause.words,
    now: text,
  };
  const reading = { clause, required: template.clause, judged: true };
  if (changes.length === elements.length) return { ...reading, changes: [replaced] };
  const others = also ? strangers(words, places.flat(), also) : denials(words);
  for (const place of others) {
    const within = spanOf(place, words, text);
    const now = text.slice(within.start, within.end);
    const effect = also ? effectOf('', formsOf(words.slice(place.from, place.to))) : 'element-denied';
    changes.push({ ...base, kind: 'added', effect, was: '', now, span: locate(node, within) });
  }
  if (changes.length === 0 && !inOrder(elements, places)) return { ...reading, changes: [replaced] };
  return { ...reading, changes };
}

/** Everywhere that one of the element's phrases stands. */
export function placesOf({ any }: ClauseElement, words: readonly Word[]): readonly Place[] {
  const phrases = any.map((phrase) =>
    phrase
      .split(' ')
      .map((word) => new Set(word.split('|').flatMap((each) => wordsOf(each).map(({ form }) => formOf(form))))),
  );
  return words.flatMap((_, from) =>
    phrases
      .filter((phrase) => phrase.every((forms, k) => forms.has(words[from + k]?.form ?? '')))
      .map((phrase) => ({ from, to: from + phrase.length })),
  );
}

/** Stretches of words that are neither of an element nor among those that may be there besides. */
export function strangers(words: readonly Word[], places: readonly Place[], also: readonly string[]): readonly Place[] {
  const known = new Set(also.flatMap((word) => wordsOf(word).map(({ form }) => form)));
  const covered = new Set(places.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, k) => from + k)));
  const found: Place[] = [];
  let small = 0;
  words.forEach(({ form }, i) => {
    const last = found.at(-1);
    if (covered.has(i)) small = 0;
    else if (known.has(form)) small++;
    else if (last && last.to + small === i) {
      found[found.length - 1] = { from: last.from, to: i + 1 };
      small = 0;
    } else {
      found.push({ from: i, to: i + 1 });
      small = 0;
    }
  });
  return found;
}

/** The first denial or limit, for a pack that does not say what words there may be. */
function denials(words: readonly Word[]): readonly Place[] {
  const starts: number[] = [];
  let forms = ' ';
  for (const { form } of words) {
    starts.push(forms.length);
    forms += `${form} `;
  }
  const found = DENIED.exec(forms.replace(ALLOWED, (allowed) => ' '.padEnd(allowed.length)));
  if (!found) return [];
  const from = starts.indexOf(found.index + 1);
  return from < 0 ? [] : [{ from, to: from + found[0].trim().split(' ').length }];
}

/** True where the elements that must come first do. */
function inOrder(elements: readonly ClauseElement[], places: readonly (readonly Place[])[]): boolean {
  const begin = (i: number) => Math.min(...(places[i] ?? []).map(({ from }) => from));
  return elements.every(({ first }, i) => !first || elements.every((_, k) => begin(i) <= begin(k)));
}

/** Denials that only say once more that there is nothing else. */
const ALLOWED =
  / (?:and )?(?:for )?(?:not )?(?:for )?(?:no|any) other (?:purpose|purposes|use)(?= )| (?:fail|fails|failure) (?:not )?to comply(?= )| (?:does|do|is|are) not (?:comply|complied with|fulfill)(?= )/g;

const DENIED =
  / (?:not|no|never|neither|nor|cannot|without|unless|except\w*|excluding|other|others|also|however|but|may use|mainly|primarily|mostly|generally|chiefly|including|such as|etc|notwithstanding|provided|should|normally|where|when|if|reasonabl[ye]|practicable|appropriate) /;
