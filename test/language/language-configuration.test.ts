import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { builtIn } from '../../server/regimes/catalogue';
import { RULES } from '../../server/rules/index';

interface EnterRule {
  readonly beforeText: string;
  readonly action: { readonly indent: 'none' | 'indent'; readonly appendText?: string };
}

interface LanguageConfiguration {
  readonly wordPattern: { readonly pattern: string; readonly flags: string };
  readonly onEnterRules: readonly EnterRule[];
}

const source = readFileSync(new URL('../../language-configuration.json', import.meta.url), 'utf8');
// VS Code reads this file with comments.
const configuration = JSON.parse(source.replace(/^\s*\/\/.*$/gm, '')) as LanguageConfiguration;

describe('a word', () => {
  const { pattern, flags } = configuration.wordPattern;
  const words = (text: string) => text.match(new RegExp(pattern, `g${flags}`)) ?? [];

  it.each([
    ...builtIn.all().map(({ id }) => id),
    ...builtIn.all().flatMap(({ clauses }) => clauses.map(({ id }) => id)),
    ...RULES.map(({ id }) => id),
    'maximum-sentence',
    '2026-11-20',
    'EUC-2026-0142',
    'Straße',
    'Việt',
    'an-id-being-typed-',
  ])('is all of %s', (text) => {
    expect(words(text)).toEqual([text]);
  });

  it.each([
    ['act: [some-act, other-act]', ['act', 'some-act', 'other-act']],
    ['- Prevention of hostage-taking - and (more).', ['Prevention', 'of', 'hostage-taking', 'and', 'more']],
    ['\'a\' "b" <c> {d: e}', ['a', 'b', 'c', 'd', 'e']],
    [' - — : > ', []],
  ])('is what is meant in %s', (text, expected) => {
    expect([...words(text)]).toEqual(expected);
  });
});

describe('after Enter the next line begins', () => {
  it.each([
    // Under a key without a value, and under the sign of a block text
    ['exporter:', 2],
    ['  act:', 4],
    ['exporter:   # who delivers', 2],
    ['  lawful-use: >-', 4],
    ['  lawful-use: |', 4],
    ['  lawful-use: >- # folded', 4],
    ['    statement: |2-', 6],
    // In line with the key of a list's entry
    ['  - against: terrorist-act', 4],
    ['- description: Lawful-access system: two parts', 2],
    ['  - {description: x}', 2],
    // Under that key
    ['  - act:', 6],
    ['  - statement: >-', 6],
    ['  - |-', 4],
    ['  - >', 4],
    // Where it is, after all else
    ['  name: Quillmarsh Systems Ltd', 2],
    ['regime: some-regime', 0],
    ['  - Prevention and investigation of terrorist acts.', 2],
    ['  - Prevention of the following:', 2],
    ['    committed with the aim of:', 4],
    ['  # a comment:', 2],
    ['  -', 2],
    ['---', 0],
    ['', 0],
  ])('%s', (line, column) => {
    expect(columnAfter(line)).toBe(column);
  });
});

/** The column at which VS Code begins the line after this one: the first rule that fits, else that of the line. */
function columnAfter(line: string): number {
  const own = line.length - line.trimStart().length;
  const rule = configuration.onEnterRules.find(({ beforeText }) => new RegExp(beforeText).test(line));
  if (!rule) return own;
  const { indent, appendText = '' } = rule.action;
  return own + (indent === 'indent' ? 2 : 0) + appendText.length;
}
