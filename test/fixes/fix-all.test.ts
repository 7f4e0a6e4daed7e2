import { describe, expect, it } from 'vitest';
import { check } from '../../server/check';
import { fixAll } from '../../server/fix-all';
import { parse } from '../../server/syntax/parse';
import { example, EXAMPLES, TODAY } from '../support/examples';
import { readFixtures } from '../support/fixture';

const texts = [
  // What is left alone in a fixture is so without asking.
  ...readFixtures('rules').map(({ name, text }) => ({
    name,
    text,
    ways: name.includes('.silent') ? [false] : [false, true],
  })),
  ...[...EXAMPLES].map(([name, text]) => ({ name, text, ways: [false, true] })),
];
const around = { today: TODAY };

describe.each(texts)('$name', ({ text, ways }) => {
  it.each(ways)('is mended once and for all, without asking: %s', (unsafe) => {
    const source = text.replaceAll('\n', '\r\n');
    const { text: mended, count } = fixAll(source, around, unsafe);
    expect(count > 0).toBe(mended !== source);
    expect(fixAll(mended, around, unsafe)).toEqual({ text: mended, count: 0 });
    expect(mended).not.toMatch(/(?<!\r)\n/);
    expect(parse(mended).problems.length).toBeLessThanOrEqual(parse(source).problems.length);
  });
});

it.each([
  ['regime: x\nexporter:\n  name: A\u200b Ltd\n', 'regime: x\nexporter:\n  name: A Ltd\n'],
  ['certificate:\n  issued: 20 November 2026 # signed later\n', 'certificate:\n  issued: 2026-11-20 # signed later\n'],
  ['\ufeffexporter: &a\n  name: A\nconsignee: *a\n', '\ufeffexporter:\n  name: A\nconsignee:\n  name: A\n'],
  ['\ufeffpurposes: Prevention of Terrorist Acts.\n', '\ufeffpurposes:\n  - Prevention of Terrorist Acts.\n'],
  ['end_user:\r\n  name: A\r\n', 'end-user:\r\n  name: A\r\n'],
  ['items:\n  - description: !model A\n', 'items:\n  - description: A\n'],
  ['exporter: &a\n  name: A\nconsignee: *a\n', 'exporter:\n  name: A\nconsignee:\n  name: A\n'],
  [
    'exporter: &a\n  name: A\n  country: IL\nconsignee:\n  <<: *a\n  name: B\n',
    'exporter:\n  name: A\n  country: IL\nconsignee:\n  country: IL\n  name: B\n',
  ],
  [
    'exporter: &a {name: A, country: IL}\nconsignee: &b\n  type: private\nend-user:\n  <<: [*a, *b]\n  name: C\n',
    'exporter: {name: A, country: IL}\nconsignee:\n  type: private\nend-user:\n  country: IL\n  type: private\n  name: C\n',
  ],
  ['consignee:\n  <<: {name: A, country: IL}\n', 'consignee:\n  name: A\n  country: IL\n'],
  ['consignee: {<<: {name: A, country: IL}, type: private}\n', 'consignee: {name: A, country: IL, type: private}\n'],
  ['exporter: &a\n  name: A\nconsignee:\n  <<: *a\n  name: B\n', 'exporter:\n  name: A\nconsignee:\n  name: B\n'],
  [
    'exporter:\n  name: &a |\n    A: b\nend-user: {name: *a }\n',
    'exporter:\n  name: &a |\n    A: b\nend-user: {name: *a }\n',
  ],
  ['exporter:\n  name: &a A, B\nend-user: {name: *a }\n', "exporter:\n  name: A, B\nend-user: {name: 'A, B' }\n"],
  ['purposes: Prevention of Terrorist Acts. # one\n', 'purposes:\n  - Prevention of Terrorist Acts. # one\n'],
  [
    'purposes: >-\r\n  Prevention of\r\n  Terrorist Acts.\r\n',
    'purposes:\r\n  - >-\r\n      Prevention of\r\n      Terrorist Acts.\r\n',
  ],
  ['items:\n  description: A\n  quantity: 1\n', 'items:\n  - description: A\n    quantity: 1\n'],
  ['items: {description: A, quantity: 1}\n', 'items:\n  - {description: A, quantity: 1}\n'],
  ['exporter: {name: [A Ltd]}\n', 'exporter: {name: A Ltd}\n'],
  ['exporter: {name: [A, B]}\n', 'exporter: {name: [A, B]}\n'],
  ['items: A\n', 'items: A\n'],
  ['exporter: {name: A, country: IL, country: IL}\n', 'exporter: {name: A, country: IL}\n'],
])('the form of %j is mended', (text, mended) => {
  expect(fixAll(text, around).text).toBe(mended);
});

it('a file that repeats repetitions is not written out beyond all bounds', () => {
  const level = (id: string, inner: string) => `${id}: &${id} [${Array(9).fill(inner).join(', ')}]\n`;
  const bomb = Array.from('bcdefgh')
    .map((id, i) => level(id, `*${'abcdefg'[i] ?? ''}`))
    .join('');
  const { text } = fixAll(level('a', 'boom') + bomb, around);
  expect(text.length).toBeLessThan(2_000_000);
  expect(check(text, around).findings.map(({ rule }) => rule)).toContain('yaml-profile');
});

it('what the signatory declares is changed on demand alone', () => {
  const text = example('good-in-words').replace(' or more.', ' or less.');
  expect(fixAll(text, around)).toEqual({ text, count: 0 });
  expect(check(fixAll(text, around, true).text, around).findings).toEqual([]);
});

it('what a reviewer has accepted is left as it is', () => {
  const text =
    'certificate:\n  issued: 20 November 2026\nwaivers:\n  - rule: field-invalid\n    at: certificate.issued\n    reason: As printed.\n    by: A. Reviewer\n';
  const { findings } = check(text, around);
  expect(findings.filter(({ waived }) => waived).map(({ rule }) => rule)).toEqual(['field-invalid']);
  expect(fixAll(text, around).text).toContain('issued: 20 November 2026\n');
});
