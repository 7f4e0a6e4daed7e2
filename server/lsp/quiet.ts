/** For how long nothing must have been typed before work is done that nobody waits for. In milliseconds. */
const QUIET = 200;

/** Knows when something was last typed, and lets work wait for a pause. */
export class Quiet {
  #last = -Infinity;

  /** Something was typed. */
  disturb(): void {
    this.#last = performance.now();
  }

  /** Ends at the next turn of the event loop at which nothing has been typed for a while. */
  async turn(): Promise<void> {
    do await new Promise((resolve) => setTimeout(resolve, Math.max(0, this.#last + QUIET - performance.now())));
    while (performance.now() - this.#last < QUIET);
  }
}
