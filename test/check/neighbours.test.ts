import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check } from '../../server/check';
import { findingsAbout } from '../../server/findings-about';
import { example, TODAY } from '../support/examples';

const good = example('good-by-parts');
const other = good.replace('EUC-2026-0143', 'EUC-2026-9999');

/** What breaks a certificate: how its text goes on behind its regime. */
const BROKEN = [
  ['a quotation mark that is never closed', 'certificate:\n  number: "EUC-2\n  issued: 2026-01-01'],
  ['the other quotation mark', "certificate:\n  number: 'EUC-2\n  issued: 2026-01-01"],
  ['one in brackets', 'items: [{a: "b\n  c: d'],
  ['one before the colon', '"certificate: a'],
  ['a bracket that is never closed', 'items: [{a: b'],
  ['two brackets and a line below', 'items: [{a: b}, [\n\n# A remark\n'],
  ['a brace that is never closed', 'items: {a: b,'],
  ['a brace at the margin', 'items: {a: b,\nc: d'],
  ['a bracket too many', 'items: ]'],
  ['a second colon', 'certificate:\n  number: a: b: c'],
  ['a tab', 'certificate:\n\tnumber: a'],
  ['wrong indentation', 'certificate:\n    number: a\n  issued: b'],
  ['a repetition of nothing', 'certificate: *a'],
  ['a mark', 'certificate: &a {number: A}'],
  ['a name given twice', 'items: []\nitems: []'],
  ['a sign that begins no text', 'certificate: @a'],
  ['nothing but words', 'words'],
] as const;

const statuses = (text: string) => check(text, { today: TODAY }).certificates.map(({ verdict }) => verdict);

describe.each([
  ['line feeds', '\n'],
  ['carriage returns and line feeds', '\r\n'],
  ['carriage returns', '\r'],
])('with %s, a certificate is not spoilt by its neighbour', (_, ending) => {
  it.each(BROKEN)('that has %s', (__, rest) => {
    const broken = `regime: il-cyber-2021\n${rest}\n`;
    const written = (...texts: string[]) => texts.join('---\n').replaceAll('\n', ending);
    expect(statuses(written(broken, good))).toEqual(['not-met', 'met']);
    expect(statuses(written(good, broken))).toEqual(['met', 'not-met']);
    const analysis = check(written(good, broken, other), { today: TODAY });
    expect(analysis.certificates.map(({ verdict }) => verdict)).toEqual(['met', 'not-met', 'met']);
    expect(analysis.verdict).toBe('not-met');
    // What stands in the way is told at the certificate that it concerns.
    const stops = analysis.certificates.map(
      (___, i) =>
        findingsAbout(analysis, i).filter(({ severity }) => severity === 'error' || severity === 'warning').length > 0,
    );
    expect(stops).toEqual([false, true, false]);
  });
});

it('nor by one that ends with dots', () => {
  expect(statuses(`regime: il-cyber-2021\nitems: "a\n...\n---\n${good}`)).toEqual(['not-met', 'met']);
});

it('a line that looks like the beginning of a certificate, and is indented, begins none', () => {
  const text = 'regime: il-cyber-2021\nclauses:\n  lawful-use: "One\n    ---\n    two."\n';
  expect(check(text, { today: TODAY }).certificates.length).toBe(1);
});

it('whatever stands before it, a certificate is judged by itself', () => {
  const pieces = [
    '"',
    "'",
    '[',
    ']',
    '{',
    '}',
    ',',
    '\n',
    '---\n',
    'a: ',
    'b',
    '- ',
    '# c\n',
    '  ',
    '|\n',
    '>-\n',
    '? ',
    '\\',
    '\t',
    '&d ',
    '*e',
    '!f ',
    '\r\n',
    '\ufeff',
    '.',
    '@',
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 40 }), (junk) => {
      const text = `a: b\n${junk.join('')}\n---\n${good}`;
      const last = check(text, { today: TODAY }).certificates.at(-1);
      expect([last?.certificate.particulars?.number?.text, last?.verdict]).toEqual(['EUC-2026-0143', 'met']);
    }),
    { numRuns: 150 },
  );
});
