import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { Likeness } from '../../server/purposes/likeness';
import type { Word } from '../../server/purposes/words';

const text = readFileSync(fileURLToPath(new URL('../../server/purposes/likeness.txt', import.meta.url)), 'utf8');
const lines = text.trimEnd().split('\n');
const words = lines.map((line) => line.slice(0, line.indexOf(' ')));
const likeness = new Likeness(words.join('\n'), lines.map((line) => line.slice(-4)).join(''));
const of = (...lemmas: string[]) => likeness.of({ lemmas } as unknown as Word);
const shared = (a: string, b: string) => Array.from(of(a)).filter((sign, i) => sign === of(b)[i]).length;

describe('the list of words that are used alike', () => {
  it('has four signs a word, in order, each word once', () => {
    expect(lines.length).toBeGreaterThan(10_000);
    expect(lines.filter((line) => !/^\p{L}+ [A-Za-z0-9+-]{4}$/u.test(line))).toEqual([]);
    expect(new Set(words).size).toBe(words.length);
    expect([...words].sort()).toEqual(words);
  });

  it('has more signs in common for words that are used alike than for others', () => {
    const alike = [
      ['protester', 'demonstrator', 'marcher', 'activist'],
      ['kidnap', 'abduct', 'rape', 'murder'],
      ['journalist', 'reporter', 'columnist', 'editor'],
      ['wheat', 'maize', 'barley', 'rice'],
    ];
    const mean = (pairs: readonly (readonly [string, string])[]) =>
      pairs.reduce((sum, [a, b]) => sum + shared(a, b), 0) / pairs.length;
    const pairs = alike.flatMap((group, g) =>
      group.flatMap((a) => alike.flatMap((other, o) => other.map((b) => ({ a, b, same: g === o })))),
    );
    const within = mean(pairs.filter(({ a, b, same }) => same && a !== b).map(({ a, b }) => [a, b]));
    const across = mean(pairs.filter(({ same }) => !same).map(({ a, b }) => [a, b]));
    expect(within).toBeGreaterThan(4 * across);
  });

  it('has a word by the first of its forms that is there, and nothing for one that is not', () => {
    expect(of('nowhere in the list', 'journalist')).toBe(of('journalist'));
    expect(of('blorf')).toBe('');
  });
});
