import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check } from '../../server/check';
import { MAX_DEPTH, MAX_LENGTH } from '../../server/syntax/guards';
import type { SyntaxNode } from '../../server/syntax/nodes';
import { parse } from '../../server/syntax/parse';

const brackets = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
const braces = (depth: number) => '{a: '.repeat(depth) + 'x' + '}'.repeat(depth);
const dashes = (depth: number) => `${'- '.repeat(depth)}x\n`;
const indented = (depth: number) =>
  Array.from({ length: depth }, (_, i) => `${' '.repeat(i)}k${i}:`).join('\n') + ' x\n';
const mixed = (depth: number) => {
  const blocks = Math.floor(depth / 2);
  const lines = Array.from({ length: blocks }, (_, i) => `${' '.repeat(i)}k${i}:`).join('\n');
  return `${lines} ${brackets(depth - blocks)}\n`;
};

describe.each([
  ['brackets', brackets],
  ['braces', braces],
  ['brackets, one a line', (depth: number) => '[\n'.repeat(depth) + ']\n'.repeat(depth)],
  ['braces, one a line', (depth: number) => '{\na: '.repeat(depth) + 'x' + '\n}'.repeat(depth)],
  [
    'pairs in brackets',
    (depth: number) => '[a: '.repeat(depth / 2) + (depth % 2 === 1 ? '[]' : 'x') + ']'.repeat(depth / 2),
  ],
  ['dashes on one line', dashes],
  ['indented lines', indented],
  ['indented lines around brackets', mixed],
  ['the second of two documents', (depth: number) => `a: b\n---\n${brackets(depth)}\n`],
] as const)('nesting by %s', (_, nested) => {
  it('is read to the limit', () => {
    const { refusal, documents } = parse(nested(MAX_DEPTH));
    expect(refusal).toBeUndefined();
    expect(documents.at(-1)?.root).toBeDefined();
  });

  it('is refused one level deeper, at that level, with one finding', () => {
    const text = nested(MAX_DEPTH + 1);
    const { refusal, documents } = parse(text);
    expect(refusal?.reason).toBe('too-deep');
    expect(documents).toEqual([]);
    const { findings, verdict } = check(text);
    expect(findings.map(({ rule }) => rule)).toEqual(['yaml-profile']);
    expect(findings[0]!.span.end - findings[0]!.span.start).toBeGreaterThan(0);
    expect(text.slice(findings[0]!.span.start, findings[0]!.span.end).trim()).not.toBe('');
    expect(verdict).toBe('not-met');
  });
});

/** Each of these is deeper than it looks to somebody who counts brackets, and would abort the process in the parser. */
describe.each([
  ['balanced brackets', brackets(2000)],
  ['brackets never closed', '['.repeat(2000)],
  ['one bracket a line', '[\n'.repeat(2000)],
  ['closing brackets in quotation marks', '["]",'.repeat(2000)],
  ['brackets and words without a comma between', '[" '.repeat(2000)],
  ['closing brackets in comments', '[ #]\n'.repeat(2000)],
  ['one brace a line', '{\na: '.repeat(2000)],
  ['braces with closing ones in quotation marks', '{a: "}", b: '.repeat(2000)],
  ['dashes', '- '.repeat(2000)],
  ['questions', '? '.repeat(2000)],
  ['indented lines', indented(900)],
] as const)('a tower of %s', (_, tower) => {
  it('is refused, however often it is read', () => {
    for (let i = 0; i < 5; i++) expect(parse(tower).refusal?.reason).toBe('too-deep');
  });
});

describe('any pieces, however often repeated', () => {
  const pieces = [
    '[',
    ']',
    '{',
    '}',
    'a: ',
    '- ',
    '? ',
    ': ',
    ',',
    '"',
    "'",
    '#',
    '\n',
    '\n---\n',
    '  ',
    ' ',
    'x',
    '|',
    '>',
    '*a',
    '&a ',
    '!t ',
  ];

  it('never give a tree deeper than the limit', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 6 }),
        fc.array(fc.constantFrom(...pieces), { maxLength: 4 }),
        (tower, top) => {
          const { refusal, documents } = parse(tower.join('').repeat(100) + top.join(''));
          expect(refusal === undefined || documents.length === 0).toBe(true);
          for (const { root } of documents) expect(depthOf(root)).toBeLessThanOrEqual(MAX_DEPTH);
        },
      ),
      { numRuns: 60 },
    );
  });
});

function depthOf(node: SyntaxNode | undefined): number {
  if (node?.kind !== 'group' && node?.kind !== 'list') return 0;
  const below = node.kind === 'list' ? node.items : node.entries.flatMap(({ key, value }) => [key, value]);
  return 1 + Math.max(0, ...below.map(depthOf));
}

describe('what only looks deep', () => {
  it.each([
    ['many lists side by side', 'a: [x, y]\n'.repeat(500)],
    ['brackets left open in a sentence', `a: >-\n${'  see [1\n'.repeat(100)}`],
    ['brackets left open in quotation marks', `a: "${'['.repeat(500)}"\n`],
    ['brackets left open in a comment', `# ${'['.repeat(500)}\na: b\n`],
    ['brackets left open in texts line by line', 'a: see [1\n'.repeat(100)],
    ['a text indented far to the right', `a: >-\n${' '.repeat(500)}text\n`],
    [
      'lines of a text, each indented further',
      `a: |\n${Array.from({ length: 100 }, (_, i) => ' '.repeat(i + 1) + 'x').join('\n')}\n`,
    ],
    [
      'comments, each indented further',
      `${Array.from({ length: 100 }, (_, i) => ' '.repeat(i) + '# x').join('\n')}\na: b\n`,
    ],
  ])('%s', (_, text) => {
    expect(parse(text).refusal).toBeUndefined();
  });
});

describe('the size of a file', () => {
  it('is read to the limit', () => {
    const text = `a: ${'x'.repeat(MAX_LENGTH - 3)}`;
    expect(text).toHaveLength(MAX_LENGTH);
    expect(parse(text).refusal).toBeUndefined();
  });

  it('is refused beyond it, with one finding that says so', () => {
    const { findings, certificates, verdict } = check(`a: ${'x'.repeat(MAX_LENGTH - 2)}`);
    expect(findings.map(({ rule, message }) => ({ rule, message }))).toEqual([
      {
        rule: 'yaml-profile',
        message: 'The file is longer than 2,000,000 characters and was not read. Split it into several files.',
      },
    ]);
    expect(certificates).toEqual([]);
    expect(verdict).toBe('not-met');
  });
});
