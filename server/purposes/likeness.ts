import type { Word } from './words';

/** How many signs a word has. */
const SIGNS = 4;

/**
 * Which words are used alike. Four signs a word, each of which it shares with the words that are near it in one respect, so
 * that the tagger can read a word that no statement had which it was taught with. A form of a word that is not listed itself
 * has the signs of the word.
 */
export class Likeness {
  readonly #signs: ReadonlyMap<string, string>;

  /** @param words one a line @param signs four for each word, in the same order, with nothing between them */
  constructor(words: string, signs: string) {
    this.#signs = new Map(words.split('\n').map((word, i) => [word, signs.slice(i * SIGNS, (i + 1) * SIGNS)]));
  }

  /** The signs of a word, or of the word of which it is a form; empty for one that is not known. */
  of({ lemmas }: Word): string {
    for (const lemma of lemmas) {
      const signs = this.#signs.get(lemma);
      if (signs !== undefined) return signs;
    }
    return '';
  }
}
