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

/** How many words a `*` in an entry may stand for. */
const MAX_GAP = 4;

/** The vocabulary of a regime, ready to look words up. */
export class Vocabulary {
  readonly #byFirst = new Map<string, Entry[]>();
  readonly #forms = new Set<string>();
  /** The entries that may begin with a word, by the words that it may be a form of. */
  readonly #beginning = new WeakMap<readonly string[], readonly Entry[]>();

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
    for (const [i, { lemmas }] of words.entries()) {
      const entries = this.#entriesOf(lemmas);
      if (entries.length === 0) continue;
      const best = new Map<string, Hit>();
      for (const { concept, entry, rest } of entries) {
        const to = match(words, i + 1, rest, 0);
        const known = to > 0 ? best.get(concept) : undefined;
        if (to > 0 && (!known || known.to < to)) best.set(concept, { concept, entry, from: i, to });
      }
      for (const hit of best.values()) {
        if ((reach.get(hit.concept) ?? 0) >= hit.to) continue;
        reach.set(hit.concept, hit.to);
        hits.push(hit);
      }
    }
    return hits;
  }

  #entriesOf(lemmas: readonly string[]): readonly Entry[] {
    let entries = this.#beginning.get(lemmas);
    if (!entries) {
      entries = lemmas.flatMap((lemma) => this.#byFirst.get(lemma) ?? []);
      this.#beginning.set(lemmas, entries);
    }
    return entries;
  }
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
    if (words[i]?.text === '-' || words[i]?.text === '\u2010' || words[i]?.text === '\u2011') i++;
    const word = words[i];
    if (!word || !step?.size || !word.lemmas.some((lemma) => step.has(lemma))) return 0;
    i++;
  }
  return i;
}
