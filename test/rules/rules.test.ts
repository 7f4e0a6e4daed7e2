import { describe, expect, it } from 'vitest';
import { check } from '../../server/check';
import { RULES } from '../../server/rules/index';
import { readFixtures } from '../support/fixture';

const today = { year: 2026, month: 11, day: 20 };
const fixtures = readFixtures('rules');

/** What was found of one rule, in the form in which fixtures state it. */
function found(text: string, rule: string) {
  const { findings } = check(text, { today });
  return findings
    .filter((finding) => finding.rule === rule && !finding.waived)
    .map(({ span, message }) => ({ rule, words: text.slice(span.start, span.end).replace(/\s+/g, ' '), message }));
}

describe.each(fixtures)('$name', ({ name, text, expected }) => {
  const rule = name.split('.')[0] ?? '';

  it('belongs to a rule and states what that rule finds', () => {
    expect(RULES.map(({ id }) => id)).toContain(rule);
    expect(expected.length > 0).toBe(name.includes('.found'));
  });

  it('gives exactly the findings it states', () => {
    const actual = found(text, rule);
    expect(actual.map(({ words }) => words)).toEqual(
      expected.filter((each) => each.rule === rule).map(({ words }) => words),
    );
    expected.forEach(({ message }, i) => {
      expect(actual[i]?.message).toContain(message);
    });
  });
});

describe.each(RULES)('$id', ({ id }) => {
  it('has a fixture in which it finds something and one in which it stays silent', () => {
    const names = fixtures.map(({ name }) => name).filter((name) => name.startsWith(`${id}.`));
    expect(names.some((name) => name.includes('.found'))).toBe(true);
    expect(names.some((name) => name.includes('.silent'))).toBe(true);
  });
});
