import { describe, expect, it } from 'vitest';
import { check } from '../../server/check';
import { TODAY } from '../support/examples';

const told = (purposes: string, waivers = '') =>
  check(`regime: il-cyber-2021\npurposes:\n${purposes}\n${waivers}`, { today: TODAY })
    .findings.filter(({ at }) => at[0] === 'purposes')
    .map(({ rule, waived }) => (waived ? `${rule}, waived` : rule));

describe('of a purpose that waits to be filled in, only that is told', () => {
  it.each([
    '[purpose to be completed]',
    'TBD',
    'to be confirmed',
    '<purpose>',
    'Investigation of [offence].',
    'Prevention of ____.',
    'Monitoring in [country]',
  ])('%j', (statement) => {
    expect(told(`  - ${JSON.stringify(statement)}`)).toEqual(['field-placeholder']);
  });

  it('also where it is a part', () => {
    const parts = 'against: serious-crime\n    use: investigation\n    offence: "[offence]"\n    statement: TBD';
    expect(new Set(told(`  - ${parts}`).filter((rule) => rule !== 'field-missing'))).toEqual(
      new Set(['field-placeholder']),
    );
  });
});

it('what stands beside the gap is judged', () => {
  expect(told('  - Monitoring of journalists [TBC]')).toEqual(['purpose-expression', 'field-placeholder']);
  expect(told('  - Debt collection for [client].')).toEqual(['purpose-outside-list', 'field-placeholder']);
  expect(told('  - TBD\n  - Debt collection.')).toEqual(['field-placeholder', 'purpose-outside-list']);
});

it('a purpose whose gap a reviewer has accepted is still on no list', () => {
  const waiver = 'waivers:\n  - rule: field-placeholder\n    reason: Declared on signing.\n    by: L. Cohenwood\n';
  const rules = told('  - "[purpose to be completed]"', waiver);
  expect(rules[0]).toBe('field-placeholder, waived');
  expect(rules[1]).toMatch(/^purpose-[a-z-]+$/);
});
