import { formOf, lemmasOf, wordsOf, type Word } from './words';

/** The concepts of a pack with their words: entries separated by commas, as a person writes them. */
export type Concepts = Readonly<Record<string, string>>;

/** A stretch of a statement that stands for a concept. Word indices, `to` exclusive. */
export interface Hit {
  readonly concept: string;
  readonly entry: string;
  readonly from: number;
  readonly to: number;
}

/** One word of an entry: any of these forms; or a gap. */
type Step = ReadonlySet<string> | 'gap';

interface Entry {
  readonly concept: string;
  readonly entry: string;
  /** All but the first word. */
  readonly rest: readonly Step[];
}

/** The entries that may begin with a word, each with its place among them. */
interface Beginning {
  /** Those that end with the word, or go on with a gap: the next word does not tell whether they match. */
  readonly open: readonly Placed[];
  /** The others by their second word. */
  readonly bySecond: ReadonlyMap<string, readonly Placed[]>;
}

interface Placed extends Entry {
  readonly place: number;
}

/** An entry that matched: where its words end. */
interface Match {
  readonly entry: Placed;
  readonly to: number;
}

/** How many words a `*` in an entry may stand for. */
const MAX_GAP = 4;

/** The vocabulary of a regime, ready to look words up. */
export class Vocabulary {
  readonly #byFirst = new Map<string, Entry[]>();
  readonly #forms = new Set<string>();
  /** By the words that a word may be a form of. */
  readonly #beginnings = new WeakMap<readonly string[], Beginning>();

  constructor(concepts: Concepts) {
    for (const [concept, words] of Object.entries(concepts))
      for (const entry of words.split(',')) this.#add(concept, entry.trim());
  }

  #add(concept: string, entry: string): void {
    if (entry === '') return;
    const [first, ...rest] = steps(entry);
    if (first === undefined || first === 'gap') return;
    for (const form of first) {
      const known = this.#byFirst.get(form);
      const made = { concept, entry, rest };
      if (known) known.push(made);
      else this.#byFirst.set(form, [made]);
    }
    for (const step of [first, ...rest]) if (step !== 'gap') for (const form of step) this.#forms.add(form);
  }

  /** True where the form, or a word of which it may be a form, is part of an entry. */
  knows(form: string): boolean {
    return lemmasOf(form).some((lemma) => this.#forms.has(lemma));
  }

  /** Every form that is part of an entry. */
  forms(): Iterable<string> {
    return this.#forms;
  }

  /** All that the words stand for. Of one concept, a hit inside a longer one is left out. */
  find(words: readonly Word[]): readonly Hit[] {
    const hits: Hit[] = [];
    const reach = new Map<string, number>();
    for (let i = 0; i < words.length; i++)
      for (const hit of longest(i, this.#matchesAt(words, i))) {
        if ((reach.get(hit.concept) ?? 0) >= hit.to) continue;
        reach.set(hit.concept, hit.to);
        hits.push(hit);
      }
    return hits;
  }

  /** The entries that match from a word on, in their order. Only those are tried that the next word may go on with. */
  #matchesAt(words: readonly Word[], i: number): readonly Match[] {
    const { open, bySecond } = this.#beginningOf(words[i]?.lemmas ?? []);
    const found: Match[] = [];
    addMatches(words, i, open, found);
    const next = bySecond.size > 0 ? words[isHyphen(words[i + 1]) ? i + 2 : i + 1] : undefined;
    if (next) for (const lemma of next.lemmas) addMatches(words, i, bySecond.get(lemma) ?? [], found);
    return found.length > 1 ? found.sort((a, b) => a.entry.place - b.entry.place) : found;
  }

  #beginningOf(lemmas: readonly string[]): Beginning {
    let beginning = this.#beginnings.get(lemmas);
    if (!beginning) {
      beginning = beginningOf(lemmas.flatMap((lemma) => this.#byFirst.get(lemma) ?? []));
      this.#beginnings.set(lemmas, beginning);
    }
    return beginning;
  }
}

const NONE: Beginning = { open: [], bySecond: new Map() };

function beginningOf(entries: readonly Entry[]): Beginning {
  if (entries.length === 0) return NONE;
  const open: Placed[] = [];
  const bySecond = new Map<string, Placed[]>();
  for (const [place, entry] of entries.entries()) {
    const placed = { ...entry, place };
    const second = entry.rest[0];
    if (second === undefined || second === 'gap') open.push(placed);
    else
      for (const form of second) {
        const known = bySecond.get(form);
        if (known) known.push(placed);
        else bySecond.set(form, [placed]);
      }
  }
  return { open, bySecond };
}

function addMatches(words: readonly Word[], at: number, entries: readonly Placed[], found: Match[]): void {
  for (const entry of entries) {
    const to = match(words, at + 1, entry.rest, 0);
    if (to > 0) found.push({ entry, to });
  }
}

/** For each concept its longest match at a word. */
function longest(from: number, matches: readonly Match[]): readonly Hit[] {
  const best: Hit[] = [];
  for (const { entry, to } of matches) {
    const hit = { concept: entry.concept, entry: entry.entry, from, to };
    const known = best.findIndex(({ concept }) => concept === hit.concept);
    if (known < 0) best.push(hit);
    else if ((best[known]?.to ?? 0) < to) best[known] = hit;
  }
  return best;
}

/** The words of an entry; hyphens part words, as they do in statements. */
function steps(entry: string): Step[] {
  return entry
    .split(/[\s-]+/)
    .filter((part) => part !== '')
    .map((part): Step => {
      if (part === '*') return 'gap';
      return new Set(part.split('/').map((word) => (isAcronym(word) ? word : formOf(wordsOf(word)[0]?.text ?? word))));
    });
}

/** Entered in capitals, a word stands for these letters alone. */
function isAcronym(word: string): boolean {
  return /^\p{Lu}{2,}$/u.test(word);
}

/** The index behind the match of `rest` from `at` on; 0 where it does not match. */
function match(words: readonly Word[], at: number, rest: readonly Step[], index: number): number {
  let i = at;
  for (let k = index; k < rest.length; k++) {
    const step = rest[k];
    if (step === 'gap') {
      for (let skip = 1; skip <= MAX_GAP; skip++) {
        if (words[i + skip - 1]?.kind === 'sign' && words[i + skip - 1]?.text !== '-') return 0;
        const to = match(words, i + skip, rest, k + 1);
        if (to > 0) return to;
      }
      return 0;
    }
    // A hyphen between words says nothing.
    if (isHyphen(words[i])) i++;
    const word = words[i];
    if (!word || !step?.size || !word.lemmas.some((lemma) => step.has(lemma))) return 0;
    i++;
  }
  return i;
}

function isHyphen(word: Word | undefined): boolean {
  return word?.text === '-' || word?.text === '\u2010' || word?.text === '\u2011';
}
