/** How long an editor that asks for findings itself has to ask once a document has changed. In milliseconds. */
const PATIENCE = 1000;

/**
 * Reminds an editor that asks for findings itself, where it does not ask. VS Code's client library (vscode-languageclient
 * 11) forgets a document whose tab is opened again while the last answer about the closed one is under way, and from then
 * on nothing would be found in it, whatever is typed.
 */
export class Reminder {
  readonly #unasked = new Set<string>();
  readonly #remind: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param remind has the editor ask again for all that it shows; called once for all documents that wait. */
  constructor(remind: () => void) {
    this.#remind = remind;
  }

  /** A document has another text; whoever shows it should ask. */
  changed(uri: string): void {
    this.#unasked.add(uri);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (this.#unasked.size === 0) return;
      this.#unasked.clear();
      this.#remind();
    }, PATIENCE);
  }

  /** The editor has asked about a document, or no longer has it open. */
  settled(uri: string): void {
    this.#unasked.delete(uri);
  }
}
