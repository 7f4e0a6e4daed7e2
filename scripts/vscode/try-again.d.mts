/** The sign of a failure that passes in what was said; undefined where another try would fail alike. */
export function passingFailure(said: string): string | undefined;

/** Does something, and does it again after a while each time that it failed in a way that passes. */
export function tryAgain<T>(act: () => Promise<T>, waits?: readonly number[]): Promise<T>;
