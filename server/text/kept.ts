/**
 * Keeps what was made of the last texts: a certificate is read again with each key, and most of what is in it is as it was.
 * The texts stand for all that goes into it.
 */
export class Kept<T> {
  readonly #most: number;
  readonly #made = new Map<string, T>();
  #length = 0;

  /** `most`: how long all the texts together may be, in UTF-16 units; then those that came first are given up for a new one. */
  constructor(most: number) {
    this.#most = most;
  }

  /** What was made of the text, by `make` where nothing is kept of it. */
  of(text: string, make: () => T): T {
    const before = this.#made.get(text);
    if (before !== undefined) return before;
    const made = make();
    this.#length += text.length;
    for (const oldest of this.#made.keys()) {
      if (this.#length <= this.#most) break;
      this.#made.delete(oldest);
      this.#length -= oldest.length;
    }
    this.#made.set(text, made);
    return made;
  }
}
