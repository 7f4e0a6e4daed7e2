import { describe, expect, it } from 'vitest';
import { check } from '../../server/check';
import { fixAll } from '../../server/fix-all';
import { example, EXAMPLES, TODAY } from '../support/examples';
import { readFixtures } from '../support/fixture';

const texts = [
  ...readFixtures('rules').map(({ name, text }) => ({ name, text })),
  ...[...EXAMPLES].map(([name, text]) => ({ name, text })),
];
const around = { today: TODAY };

describe.each(texts)('$name', ({ text }) => {
  it.each([false, true])('is mended once and for all, without asking: %s', (unsafe) => {
    const source = text.replaceAll('\n', '\r\n');
    const { text: mended, count } = fixAll(source, around, unsafe);
    expect(count > 0).toBe(mended !== source);
    expect(fixAll(mended, around, unsafe)).toEqual({ text: mended, count: 0 });
    expect(mended).not.toMatch(/(?<!\r)\n/);
    expect(check(mended, around).tree.problems.length).toBeLessThanOrEqual(check(source, around).tree.problems.length);
  });
});

it.each([
  ['regime: x\nexporter:\n  name: A\u200b Ltd\n', 'regime: x\nexporter:\n  name: A Ltd\n'],
  ['certificate:\n  issued: 20 November 2026 # signed later\n', 'certificate:\n  issued: 2026-11-20 # signed later\n'],
  ['end_user:\r\n  name: A\r\n', 'end-user:\r\n  name: A\r\n'],
  ['items:\n  - description: !model A\n', 'items:\n  - description: A\n'],
  ['exporter: &a\n  name: A\nconsignee: *a\n', 'exporter:\n  name: A\nconsignee:\n  name: A\n'],
])('the form of %j is mended', (text, mended) => {
  expect(fixAll(text, around).text).toBe(mended);
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
