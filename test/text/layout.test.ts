import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from '../../server/syntax/parse';
import { walk } from '../../server/syntax/nodes';
import { isPlain, reindent, singleQuoted, valueText } from '../../server/text/layout';

/** The first text of a file that is not one of the words around it. */
function readBack(file: string): string | undefined {
  const { documents, problems } = parse(file);
  expect(problems).toEqual([]);
  for (const node of walk(documents[0]?.root)) if (node.kind === 'text' && !AROUND.test(node.text)) return node.text;
  return undefined;
}

const AROUND = /^(?:key|other|end)$/;

const PLACES = {
  'at the top': {
    indent: 2,
    flow: false,
    write: (value: string, ending: string) => `key: ${value}${ending}other: end${ending}`,
  },
  'in a section': {
    indent: 4,
    flow: false,
    write: (value: string, ending: string) => `other:${ending}  key: ${value}${ending}`,
  },
  'far to the right': {
    indent: 42,
    flow: false,
    write: (value: string, ending: string) => `other:${ending}${' '.repeat(40)}key: ${value}${ending}`,
  },
  'in an entry of a list': {
    indent: 4,
    flow: false,
    write: (value: string, ending: string) => `- key: ${value}${ending}  other: end${ending}`,
  },
  'at the end of a file': {
    indent: 2,
    flow: false,
    write: (value: string, ending: string) => `other: end${ending}key: ${value}`,
  },
  'in braces': {
    indent: 0,
    flow: true,
    write: (value: string, ending: string) => `other: { key: ${value}, end: end }${ending}`,
  },
  'in brackets': { indent: 0, flow: true, write: (value: string, ending: string) => `[ ${value}, end ]${ending}` },
} as const;

/** Letters with whatever a file gives a meaning to. */
const awkward = fc
  .array(
    fc.oneof(
      { arbitrary: fc.constantFrom('The system', 'shall', 'State', '6', 'é', '🚢', '한국'), weight: 5 },
      {
        arbitrary: fc.constantFrom(
          ' ',
          '  ',
          '\n',
          '\n\n',
          '\r',
          '\r\n',
          '\t',
          '\u00a0',
          '\u2028',
          '\u0085',
          '\ufeff',
          '\u0000',
          '\u200b',
        ),
        weight: 3,
      },
      {
        arbitrary: fc.constantFrom(
          '- ',
          '-',
          '? ',
          ': ',
          ':',
          ' #',
          '#',
          '&',
          '*',
          '!',
          '|',
          '>',
          "'",
          '"',
          '%',
          '@',
          '`',
          '=',
          '{',
          '}',
          '[',
          ']',
          ',',
          '...',
          '---',
          '\\',
          '$',
          '<<',
          '~',
        ),
        weight: 4,
      },
      { arbitrary: fc.constantFrom('\ud83d', '\udea2'), weight: 1 },
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''));

describe.each(Object.entries(PLACES))('a text set in as a value %s', (_, { indent, flow, write }) => {
  it.each([
    ['nothing', ''],
    ['one word', 'NO'],
    ['a sentence', 'The system shall not be used for it.'],
    [
      'a long sentence',
      'The system shall not be used, under any circumstances, to inflict harm on an individual or a group of them.',
    ],
    ['paragraphs', 'The system shall not be used.\nIt will be returned.\n\nIn good order.'],
    ['a word longer than a line', `see ${'x'.repeat(200)} and ${'y'.repeat(200)}`],
    ['a line feed at its end', 'The system\n'],
    ['two spaces in a long sentence', `The system  ${'shall not be used '.repeat(8)}at all`],
    ['a dash at the beginning', '- not a list'],
    ['a colon', 'Note: this'],
    ['a remark sign', 'No #1'],
    ['quotation marks', `The "State's" own`],
    ['brackets', '[not a list], {nor a group}'],
    ['the end of a document', '...'],
    ['the beginning of one', '---'],
    ['a half character', 'a \ud83d b'],
    ['a byte order mark', '\ufeffa'],
    ['a long text that begins with a sign', `# ${'shall not be used '.repeat(8)}at all`],
    [
      'a long text with a line that begins with a sign',
      `${'shall not be used '.repeat(4)}\n- ${'shall not be used '.repeat(4)}at all`,
    ],
  ])('is read back: %s', (__, text) => {
    for (const ending of ['\n', '\r\n'])
      expect(readBack(write(valueText(text, { indent, ending, flow }), ending))).toBe(text);
  });

  it('is read back, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.oneof(awkward, fc.string({ unit: 'binary', maxLength: 120 })),
        fc.constantFrom('\n', '\r\n'),
        (text, ending) => {
          fc.pre(!AROUND.test(text));
          expect(readBack(write(valueText(text, { indent, ending, flow }), ending))).toBe(text);
        },
      ),
      { numRuns: 120 },
    );
  });

  it('has no other line ending than the one asked for', () => {
    fc.assert(
      fc.property(awkward, (text) => {
        expect(valueText(text, { indent, ending: '\r\n', flow }).replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
        expect(valueText(text, { indent, ending: '\n', flow })).not.toContain('\r');
      }),
      { numRuns: 60 },
    );
  });
});

describe('a long text', () => {
  const text = 'The system shall not be used, under any circumstances, to inflict harm on an individual or a group. '
    .repeat(4)
    .trim();

  it.each([2, 4, 30])('is folded below its key, no line longer than a hundred characters, at column %i', (indent) => {
    const [first, ...lines] = valueText(text, { indent, ending: '\n' }).split('\n');
    expect(first).toBe('>-');
    expect(lines.length).toBeGreaterThan(3);
    for (const line of lines) {
      expect(line).toMatch(new RegExp(`^ {${indent}}\\S.*\\S$`));
      expect(line.length).toBeLessThanOrEqual(100);
    }
  });

  it('far to the right keeps lines of forty characters', () => {
    const lines = valueText(text, { indent: 90, ending: '\n' }).split('\n').slice(1);
    for (const line of lines) expect(line.trim().length).toBeLessThanOrEqual(40);
  });

  it('in braces stays on one line', () => {
    expect(valueText(text, { indent: 2, ending: '\n', flow: true })).toBe(`'${text}'`);
  });
});

it('a short text stays on the line of its key as it is', () => {
  expect(valueText('6 years or more', { indent: 2, ending: '\n' })).toBe('6 years or more');
});

it('quotation marks are doubled inside quotation marks', () => {
  expect(singleQuoted("the State's")).toBe("'the State''s'");
});

describe('a text without quotation marks', () => {
  it('is read back wherever it is said to be plain', () => {
    fc.assert(
      fc.property(awkward, fc.boolean(), (text, flow) => {
        fc.pre(isPlain(text, flow) && !AROUND.test(text));
        expect(readBack(flow ? `[${text}, end]\n` : `key: ${text}\n`)).toBe(text);
      }),
      { numRuns: 400 },
    );
  });
});

describe('lines moved to another column', () => {
  it.each([
    ['a: b\n  c: d\n    e: f', 2, 4, 'a: b\n    c: d\n      e: f'],
    ['a: b\n    c: d', 4, 0, 'a: b\nc: d'],
    ['a: b\n\n   \n    c: d', 4, 2, 'a: b\n\n\n  c: d'],
    ['a\n c', 4, 0, 'a\nc'],
    ['one line', 3, 9, 'one line'],
  ])('%j from %i to %i', (text, from, to, moved) => {
    expect(reindent(text, from, to, '\n')).toBe(moved);
    expect(reindent(text.replaceAll('\n', '\r\n'), from, to, '\r\n')).toBe(moved.replaceAll('\n', '\r\n'));
  });
});
