import { describe, expect, it } from 'vitest';
import { checkAll } from '../../server/check-all';
import { RULES } from '../../server/rules/index';
import { SURROUNDINGS } from '../support/surroundings';
import { readFixtures, type Fixture } from '../support/fixture';
import { expectSound } from '../support/sound';
import { faultsOf } from '../support/words';

const fixtures = readFixtures('rules');

/** The rule of which a fixture tells. */
const ruleOf = ({ name }: Fixture) => name.split('.')[0] ?? '';

const check = (name: string, text: string) => checkAll([{ path: name, text }], SURROUNDINGS)[0]!;

/** What was found of one rule, in the form in which fixtures state it. */
function found(name: string, text: string, rule: string) {
  return check(name, text)
    .findings.filter((finding) => finding.rule === rule && !finding.waived)
    .map(({ span, message }) => ({ words: text.slice(span.start, span.end).replace(/[ \t\r\n]+/g, ' '), message }));
}

describe.each(fixtures)('$name', (fixture) => {
  const { name, text, expected } = fixture;
  const rule = ruleOf(fixture);

  it('belongs to a rule and states what that rule finds', () => {
    expect(RULES.map(({ id }) => id)).toContain(rule);
    expect(expected.length > 0).toBe(name.includes('.found'));
    expect(expected.map((each) => each.rule)).toEqual(expected.map(() => rule));
  });

  it.each([
    ['line feeds', text],
    ['carriage returns and line feeds', text.replaceAll('\n', '\r\n')],
    ['carriage returns alone', text.replaceAll('\n', '\r')],
    ['a byte order mark', `\ufeff${text}`],
    ['no line ending at its end', text.trimEnd()],
  ])('gives exactly the findings it states, with %s', (_, source) => {
    const actual = found(name, source, rule);
    expect(actual.map(({ words }) => words)).toEqual(expected.map(({ words }) => words));
    actual.forEach(({ message }, i) => {
      expect(message).toContain(expected[i]?.message);
    });
  });

  it('gives findings in plain words, inside the text and in its order', () => {
    const analysis = check(name, text);
    expectSound(analysis);
    for (const { message } of analysis.findings)
      expect({ message, faults: faultsOf(message) }).toEqual({ message, faults: [] });
  });
});

it('every rule has fixtures in which it finds something and in which it stays silent', () => {
  const told = (kind: string) => fixtures.filter(({ name }) => name.includes(kind)).map(ruleOf);
  const complete = RULES.map(({ id }) => id).filter(
    (id) => told('.found').includes(id) && told('.silent').includes(id),
  );
  expect([...complete].sort()).toEqual(RULES.map(({ id }) => id).sort());
});

it('every rule has a headline of plain words', () => {
  for (const { title } of RULES) {
    expect(title).toMatch(/^[A-Z][^.]*$/);
    expect(faultsOf(`${title}.`)).toEqual([]);
  }
});
