import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a fixture says must be found. */
export interface Expectation {
  readonly rule: string;
  /** The words that the finding covers, with single spaces for line breaks. */
  readonly words: string;
  /** Part of the message; empty where any will do. */
  readonly message: string;
}

/** A certificate that carries its own expectations in comments: `#~ rule "words" message`. */
export interface Fixture {
  readonly name: string;
  readonly text: string;
  readonly expected: readonly Expectation[];
}

/** Reads all fixtures of a folder below `test/`. */
export function readFixtures(folder: string): readonly Fixture[] {
  const path = join(import.meta.dirname, '..', folder);
  return readdirSync(path)
    .filter((name) => name.includes('.euc'))
    .map((name) => readFixture(name, readFileSync(join(path, name), 'utf8')));
}

/** Reads the expectations out of a text. `{U+202E}` in the words stands for that character, which would be a finding. */
export function readFixture(name: string, text: string): Fixture {
  const expected = [...text.matchAll(/^\s*#~ (\S+) "(.*?)"(?:[ \t]+(.*?))?\r?$/gm)].map(
    ([, rule = '', words = '', message = '']) => ({
      rule,
      words: words.replace(/\{U\+([0-9A-F]{4,5})\}/g, (_, code: string) => String.fromCodePoint(parseInt(code, 16))),
      message,
    }),
  );
  return { name, text, expected };
}
