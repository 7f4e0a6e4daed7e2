import { describe, expect, it } from 'vitest';
import type { ErrorCode } from 'yaml';
import { check } from '../../server/check';
import { parse } from '../../server/syntax/parse';
import { plainWords } from '../../server/syntax/problems';
import { applyEdits } from '../../server/text/edit';
import { EXAMPLES } from '../support/examples';
import { faultsOf } from '../support/words';

/** Every code that the library has; a new one makes this fail to compile, and then wants words of its own. */
const CODES: Record<ErrorCode, true> = {
  ALIAS_PROPS: true,
  BAD_ALIAS: true,
  BAD_DIRECTIVE: true,
  BAD_DQ_ESCAPE: true,
  BAD_INDENT: true,
  BAD_PROP_ORDER: true,
  BAD_SCALAR_START: true,
  BLOCK_AS_IMPLICIT_KEY: true,
  BLOCK_IN_FLOW: true,
  DUPLICATE_KEY: true,
  IMPOSSIBLE: true,
  KEY_OVER_1024_CHARS: true,
  MISSING_CHAR: true,
  MULTILINE_IMPLICIT_KEY: true,
  MULTIPLE_ANCHORS: true,
  MULTIPLE_DOCS: true,
  MULTIPLE_TAGS: true,
  NON_STRING_KEY: true,
  RESOURCE_EXHAUSTION: true,
  TAB_AS_INDENT: true,
  TAG_RESOLVE_FAILED: true,
  UNEXPECTED_TOKEN: true,
  BAD_COLLECTION_TYPE: true,
};

it.each(Object.keys(CODES) as ErrorCode[])('%s is said in plain words', (code) => {
  for (const message of ['', 'in flow collection', 'Missing closing "quote', '- indicator'])
    expect(faultsOf(plainWords(code, message))).toEqual([]);
});

/** A text, the words that are marked, and what is said of them. */
const BROKEN: readonly (readonly [text: string, words: string, message: string])[] = [
  ['regime: x\ncertificate\nitems: []\n', 'certificate', 'This line has no colon'],
  ['a: see section: 4\n', 'see section:', 'A second ": " stands on this line'],
  ['- Investigation: of: acts\n', 'of:', 'A second ": " stands on this line'],
  ['a: "b\nc: d\n', '"b', 'A quotation mark is opened here and never closed'],
  ["a: 'b\nc: d\n", "'b", 'A quotation mark is opened here and never closed'],
  ['a: "b" c\n', 'c', 'Something stands here that does not belong'],
  ['\ta: b\n', 'a', 'A tab stands at the beginning of this line'],
  ['a:\n\t- b\n', '-', 'A tab stands at the beginning of this line'],
  ['a:\n  b: 1\n c: 2\n', 'c', 'indented differently'],
  ['a: @b\n', '@b', 'cannot begin with this character'],
  ['%b\na: b\n', 'a', 'A line above begins with "%"'],
  ['a: "\\q"\n', '\\q', 'A backslash'],
  ['a: [b\nc: d\n', 'c', 'a bracket above it is not closed'],
  ['a: [b, , c]\n', ',', 'Between brackets a value is missing'],
  ['[a, b\n', '[a, b', 'A bracket is opened above and never closed'],
  ['a: ["x" "y"]\n', '"y"', 'A comma is missing'],
  ['a: b\nc:d\n', 'c:d', 'A colon and a space are missing after this word'],
  ['a: "x"#y\n', '#y', 'A space is missing before "#"'],
  ['--- a: b\n', 'a', 'on the line of "---"'],
  ['a: |\n   \n  x\n', 'x', 'empty lines'],
  [`${'x'.repeat(1100)}: b\n`, 'x'.repeat(1100), 'so far from the beginning of its line'],
];

describe.each(BROKEN)('%j', (text, words, message) => {
  it.each([
    ['line feeds', text],
    ['carriage returns and line feeds', text.replaceAll('\n', '\r\n')],
    ['no line ending at its end', text.trimEnd()],
  ])('is said on one line, in plain words, with %s', (_, source) => {
    const { problems } = parse(source);
    expect(problems).toHaveLength(1);
    const [{ span, message: said }] = problems as [(typeof problems)[0]];
    expect(source.slice(span.start, span.end)).toBe(words);
    expect(said).toContain(message);
    expect(faultsOf(said)).toEqual([]);
  });
});

describe('putting a text in quotation marks', () => {
  it.each([
    ['a: see section: 4\n', "a: 'see section: 4'\n"],
    ["a: the State's duty: to act\n", "a: 'the State''s duty: to act'\n"],
    ['- Investigation: of: acts # as agreed\n', "- Investigation: 'of: acts' # as agreed\n"],
    ['a: @b\n', "a: '@b'\n"],
    ['a: "b" c\n', 'a: \'"b" c\'\n'],
    ['a: [b] c\r\nd: e\r\n', "a: '[b] c'\r\nd: e\r\n"],
  ])('mends %j', (text, mended) => {
    const [finding] = check(text).findings.filter(({ rule }) => rule === 'yaml-syntax');
    const fixes = finding?.fixes?.() ?? [];
    expect(fixes.map(({ edits }) => applyEdits(text, edits))).toEqual([mended]);
    expect(fixes[0]?.safe).toBe(true);
    expect(parse(mended).problems).toEqual([]);
  });

  it.each([
    ['the text goes on below', 'a: x: y\n  more\n'],
    ['the line below is the one at fault', 'a: b\n  c: d\n'],
    ['a list and names stand side by side', '- a\nb: c\n'],
    ['a quotation mark is open over several lines', 'a: "b\n  c\n'],
  ])('is not offered where it does not help: %s', (_, text) => {
    const findings = check(text).findings.filter(({ rule }) => rule === 'yaml-syntax');
    expect(findings).toHaveLength(1);
    expect(findings[0]?.fixes?.()).toEqual([]);
  });
});

it.each([
  ['a: "b\nc: d\n', 'a: "b"\nc: d\n', false],
  ["a: 'b # remark\r\nc: d\r\n", "a: 'b' # remark\r\nc: d\r\n", false],
  ['a:\n\tb: c\n\td:\n\t\te: f\n', 'a:\n  b: c\n  d:\n    e: f\n', true],
  ['a:\r\tb: c\r', 'a:\r  b: c\r', true],
])('%j is mended in one go', (text, mended, safe) => {
  const [finding] = check(text).findings.filter(({ rule }) => rule === 'yaml-syntax');
  const [fix] = finding?.fixes?.() ?? [];
  expect(applyEdits(text, fix?.edits ?? [])).toBe(mended);
  expect(fix?.safe).toBe(safe);
  expect(parse(mended).problems).toEqual([]);
});

describe('one mistake', () => {
  it('is said once a line', () => {
    for (const [, text] of EXAMPLES) {
      const { problems } = parse(text);
      const lines = problems.map(({ span }) => text.slice(0, span.start).split('\n').length);
      expect(lines).toEqual([...new Set(lines)]);
    }
  });

  it('does not make what follows missing: an open quotation mark', () => {
    const rules = check('regime: il-cyber-2021\ncertificate:\n  number: "1\n').findings.map(({ rule }) => rule);
    expect(rules).toEqual(['yaml-syntax']);
  });

  it('in one section leaves the others checked', () => {
    const text = 'regime: il-cyber-2021\nexporter:\n  country: IL\n  addr\nsignature:\n  name: A\n';
    const found = check(text).findings.map(({ rule, path }) => `${rule} ${path}`);
    expect(found.filter((each) => each.includes('exporter'))).toEqual([]);
    expect(found).toContain('yaml-syntax ');
    expect(found).toContain('field-missing signature.title');
  });
});
