// The few assertions that scenarios need, in Node and in a web worker alike, where `node:assert` is not.

class AssertionError extends Error {
  // Mocha prints a difference where it finds these three.
  readonly showDiff = true;
  constructor(
    message: string,
    readonly actual: unknown,
    readonly expected: unknown,
  ) {
    super(message);
    this.name = 'AssertionError';
  }
}

/** Fails unless both have the same content, by value and in the same order. */
export function equal<T>(actual: T, expected: T, message = 'not equal'): void {
  if (canonical(actual) !== canonical(expected)) throw new AssertionError(message, actual, expected);
}

/** Fails unless it is so. */
export function ok(value: unknown, message: string): asserts value {
  if (!value) throw new AssertionError(message, value, true);
}

/** Fails unless the text matches. */
export function match(actual: string, expected: RegExp): void {
  if (!expected.test(actual))
    throw new AssertionError(`${JSON.stringify(actual)} does not match ${String(expected)}`, actual, expected);
}

/** Fails unless the list, or the text, contains it. */
export function includes(actual: readonly string[] | string, expected: string): void {
  if (!actual.includes(expected)) {
    throw new AssertionError(
      `${JSON.stringify(actual)} does not contain ${JSON.stringify(expected)}`,
      actual,
      expected,
    );
  }
}

/** Equal values give equal texts; the order of keys is no part of a value. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part === undefined
        ? '(undefined)'
        : part,
  );
}
