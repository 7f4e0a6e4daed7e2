import { Kept } from '../text/kept';
import { distance } from '../text/near';
import { findAims, type Aim } from './aims';
import { itemsOf, type Stretch } from './layout';
import type { Lexicon } from './lexicon';
import type { Mention } from './mention';
import { findMentions } from './mentions';
import { markDates, markLaws, markOrganisations, markProvisions, type HasConcept, type NameKind } from './names';
import { isNumberWord, readPenalties, SENTENCE_WORDS, type Penalty } from './penalty';
import type { Readings } from './readings';
import { markNegated } from './scope';
import { findSegments, type Segment } from './segments';
import type { Hit, Vocabulary } from './vocabulary';
import { spellingOf, sumOf, wordsOf, type Word } from './words';

/** All that was recognised in a statement, before anything is judged. */
export interface Picture {
  /** What the concepts stand for in the regime's lists. */
  readonly readings: Readings;
  readonly text: string;
  readonly words: readonly Word[];
  readonly hits: readonly Hit[];
  /** The concepts of which a word is part, by word. */
  readonly concepts: readonly (readonly string[])[];
  readonly has: HasConcept;
  readonly names: readonly (NameKind | undefined)[];
  /** The words that a negation reaches, and the two beside it: see `Scope`. */
  readonly negated: Uint8Array;
  readonly conditional: Uint8Array;
  readonly undone: Uint8Array;
  readonly items: readonly Stretch[];
  readonly segments: readonly Segment[];
  readonly aims: readonly Aim[];
  readonly penalties: readonly Penalty[];
  readonly mentions: readonly Mention[];
  /** The words that belong to a language, by their indices; the numbers of laws and sections do not. */
  readonly spoken: readonly number[];
  /** True for a word that English has. */
  readonly isEnglish: (i: number) => boolean;
  readonly lexicon: Lexicon;
  readonly capital: (i: number) => boolean;
}

/** Letters of a word that is misspelt rather than a name. */
const LONG = 8;

/** Of concepts that exclude each other at one place, the one with more words counts. */
const EXCLUSIVE = /^(?:open|unlimited|expression-|status-|broad|term-|offence|act-|outside|crime$|use-other)/;

/** Draws the picture of a statement with the words of a vocabulary. */
export class Painter {
  readonly #vocabulary: Vocabulary;
  readonly #lexicon: Lexicon;
  readonly #readings: Readings;
  readonly #byLength = new Map<number, string[]>();
  readonly #corrections = new Map<string, string | undefined>();
  /** Whether English or the vocabulary has a word: each word of a statement is asked about up to three times. */
  readonly #known = new Kept<boolean>(100_000);

  constructor(vocabulary: Vocabulary, lexicon: Lexicon, readings: Readings) {
    this.#vocabulary = vocabulary;
    this.#lexicon = lexicon;
    this.#readings = readings;
    for (const form of [...vocabulary.forms(), ...SENTENCE_WORDS]) {
      if (form.length < 5 || !/^\p{L}+$/u.test(form)) continue;
      const known = this.#byLength.get(form.length);
      if (known) known.push(form);
      else this.#byLength.set(form.length, [form]);
    }
  }

  paint(text: string): Picture {
    const lexicon = this.#lexicon;
    const isKnown = (form: string) => this.#isKnown(form);
    const written = wordsOf(text, isKnown);
    const letters = sumOf(written, (word) => word.letters);
    const shouting = letters > 0 && sumOf(written, ({ capitals }) => capitals) > 0.6 * letters;
    const words = written.map((word, i) => this.#corrected(word, i, shouting, written[i - 1]));
    // Among nothing but capitals, a word that only begins with one still has it to say something by.
    const capital = (i: number) => {
      const word = words[i];
      return word?.capital === true && (!shouting || (word.letters > 1 && word.capitals === 1));
    };

    const all = this.#vocabulary.find(words);
    const rough = conceptsOf(words.length, all);
    const names: (NameKind | undefined)[] = new Array<NameKind | undefined>(words.length).fill(undefined);
    markProvisions(words, names);
    markDates(words, names, capital);
    markLaws(words, names, hasIn(rough), capital);
    markOrganisations(words, names, hasIn(rough), capital, lexicon);
    const isName = (i: number) => names[i] !== undefined;
    // "s. 12", "art. 7", the ends of "1st" and "2nd", "10 yrs" and the X of a box that is ticked are no language.
    const spoken = words.flatMap(({ kind, start, form }, i) => {
      const before = words[i - 1];
      const ends = before?.kind === 'number' && (before.end === start || /^(?:yrs?|mos?|mths?)$/.test(form));
      return kind === 'word' && names[i] !== 'provision' && !ends && form !== 'x' ? [i] : [];
    });
    const penalties = readPenalties(words, (i) => names[i] === 'provision');

    const hits = withoutShorter(all.filter((hit) => !isInName(hit, isName) && !isInProperName(hit, words, capital)));
    const concepts = conceptsOf(words.length, hits);
    const has = hasIn(concepts);
    const items = itemsOf(text, words, isName);
    const isUse = (i: number) => has(i, 'use-prevention', 'use-investigation', 'use-near*');
    const isGround = (i: number) => has(i, 'status-*', 'ground-name');
    const { negated, conditional, undone } = markNegated(words, items, isName, isUse, isGround);
    const isNoun = (i: number) => {
      const word = words[i];
      const classes = word && lexicon.classes(word);
      return (
        classes?.has('thing') === true ||
        classes?.has('place') === true ||
        classes?.has('person') === true ||
        classes?.has('group') === true
      );
    };
    const isVerb = (i: number) => {
      const word = words[i];
      return word !== undefined && lexicon.classes(word)?.has('verb') === true;
    };
    const aims = findAims(words, items, hits, this.#readings.aims, isNoun, isVerb);
    const long = hits.filter(
      ({ from, to, entry, concept }) =>
        to - from > 1 && !entry.includes('*') && concept !== 'government' && concept !== 'structure',
    );
    const segments = findSegments({
      words,
      items,
      aims,
      has,
      lexicon,
      concepts: (i) => concepts[i] ?? [],
      isName,
      capital,
      inPenalty: (i) => penalties.some(({ from, to }) => from <= i && i < to),
      inPhrase: (i) => long.some(({ from, to }) => from < i && i + 1 < to),
    });
    const mentions = findMentions({
      words,
      items,
      segments,
      hits,
      acts: this.#readings.acts,
      aims,
      penalties,
      has,
      negated: (i) => negated[i] === 1,
      isName,
    });
    return {
      text,
      readings: this.#readings,
      words,
      hits,
      concepts,
      has,
      names,
      negated,
      conditional,
      undone,
      items,
      segments,
      aims,
      penalties,
      mentions,
      spoken,
      isEnglish: (i) => isKnown(words[i]?.form ?? ''),
      lexicon,
      capital,
    };
  }

  #isKnown(form: string): boolean {
    return this.#known.of(form, () => this.#lexicon.has(form) || this.#vocabulary.knows(form));
  }

  /** A word with one wrong letter is read as the word of the vocabulary that it nearly is. Names and English words stay. */
  #corrected(word: Word, index: number, shouting: boolean, before: Word | undefined): Word {
    const { form } = word;
    // "Six yars": behind a number so few letters are enough.
    const least = before?.kind === 'number' || isNumberWord(before) ? 4 : 5;
    if (word.kind !== 'word' || form.length < least || this.#isKnown(form)) return word;
    // A long word that is nearly one of the vocabulary's is no name, though it begins with a capital: "Terorist Acts".
    if (word.capital && !shouting && index > 0 && form.length < LONG) return word;
    const meant = this.#correction(form);
    // "terrorismo", "combate": no slip, but another language.
    if (meant === undefined || (form.slice(0, -1) === meant && /[aeio]$/.test(form))) return word;
    const { form: read, lemmas } = spellingOf(meant);
    return { ...word, form: read, lemmas };
  }

  #correction(form: string): string | undefined {
    if (this.#corrections.has(form)) return this.#corrections.get(form);
    let meant = this.#nearest(form);
    // Inflected forms of a word of the vocabulary are not in it themselves. "Terrorismus" is none.
    if (meant === undefined && !form.endsWith('us'))
      for (const ending of ['s', 'ed', 'ing', 'd'])
        if (form.endsWith(ending) && form.length - ending.length >= 5) {
          meant ??= this.#nearest(form.slice(0, -ending.length));
        }
    this.#corrections.set(form, meant);
    return meant;
  }

  /** The word of the vocabulary that is one letter away; of several one that ends alike: "prosecuton" is no prosecutor. */
  #nearest(form: string): string | undefined {
    const near: string[] = [];
    for (let length = form.length - 1; length <= form.length + 1; length++)
      near.push(
        ...(this.#byLength.get(length) ?? []).filter(
          (other) => other.startsWith(form.charAt(0)) && distance(form, other, 1) === 1,
        ),
      );
    return near.find((other) => other.endsWith(form.slice(-2))) ?? near[0];
  }
}

function conceptsOf(count: number, hits: readonly Hit[]): readonly (readonly string[])[] {
  const concepts: string[][] = Array.from({ length: count }, () => []);
  for (const { concept, from, to } of hits)
    for (let i = from; i < to; i++) {
      const here = concepts[i];
      if (here && !here.includes(concept)) here.push(concept);
    }
  return concepts;
}

function hasIn(concepts: readonly (readonly string[])[]): HasConcept {
  return (index, ...wanted) =>
    concepts[index]?.some((concept) =>
      wanted.some((each) => (each.endsWith('*') ? concept.startsWith(each.slice(0, -1)) : concept === each)),
    ) ?? false;
}

/** Words of a name mean nothing of their own, except those that say what kind of body or law it is. */
function isInName({ concept, from, to }: Hit, isName: (i: number) => boolean): boolean {
  if (/^(?:government|definition-|law-head|organisation-head|population|structure)/.test(concept)) return false;
  for (let i = from; i < to; i++) if (!isName(i)) return false;
  return true;
}

/** "African Nations Championship": a single describing word in a name of several words names no group. */
function isInProperName({ concept, from, to }: Hit, words: readonly Word[], capital: (i: number) => boolean): boolean {
  if (to - from > 1 || !/^(?:status-|expression-|broad|outside|offence|act-|use-other|open)/.test(concept))
    return false;
  if (!capital(from) || from === 0 || words[from]?.form.endsWith('s') === true) return false;
  return capital(from + 1) && words[from + 1]?.kind === 'word';
}

function withoutShorter(hits: readonly Hit[]): readonly Hit[] {
  const exclusive = hits.filter(({ concept }) => EXCLUSIVE.test(concept));
  const dropped = new Set<Hit>();
  for (const long of exclusive) {
    if (long.to - long.from < 2) continue;
    for (const short of exclusive) {
      if (short === long || short.concept === long.concept) continue;
      if (short.from < long.from || short.to > long.to || short.to - short.from >= long.to - long.from) continue;
      if (long.concept.startsWith('use-other') || (long.concept.startsWith('act-') && short.concept.startsWith('act-')))
        continue;
      dropped.add(short);
    }
  }
  // "acts against" in "terrorist acts against churches" is no step taken against them.
  const terms = exclusive.filter(({ concept }) => concept.startsWith('term-'));
  return hits.filter(
    (hit) =>
      !dropped.has(hit) &&
      !(
        hit.concept.startsWith('use-near') &&
        terms.some(({ from, to }) => from < hit.from && hit.from < to && to < hit.to)
      ),
  );
}
