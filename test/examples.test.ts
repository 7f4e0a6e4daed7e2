import { describe, expect, it } from 'vitest';
import { checkAll } from '../server/check-all';
import { example, EXAMPLES, TODAY } from './support/examples';

const findingsOf = (name: string) =>
  checkAll([{ path: name, text: example(name) }], { today: TODAY })[0]!.findings.map(({ rule }) => rule);

describe('the examples', () => {
  it.each([...EXAMPLES.keys()].filter((name) => /^(?:good|register)/.test(name)))(
    '%s has no finding at all',
    (name) => {
      const text = EXAMPLES.get(name) ?? '';
      const [analysis] = checkAll([{ path: name, text }], { today: TODAY });
      expect(analysis?.findings).toEqual([]);
      expect(analysis?.certificates.map(({ verdict }) => verdict)).toEqual(
        analysis?.certificates.map(() => 'met' as const),
      );
    },
  );

  it('the half-typed one has its broken lines marked, each once', () => {
    expect(findingsOf('half-typed').filter((rule) => rule === 'yaml-syntax')).toHaveLength(2);
  });
});

describe('the example of every finding', () => {
  // What a purpose in words is found to be is told by the tests of its reader.
  it.each([
    'yaml-syntax',
    'yaml-profile',
    'hidden-character',
    'regime-missing',
    'regime-unknown',
    'field-missing',
    'field-unknown',
    'field-invalid',
    'field-form',
    'field-placeholder',
    'date-order',
    'end-user-not-government',
    'party-conflict',
    'number-duplicate',
    'purpose-missing',
    'purpose-use',
    'purpose-incomplete',
    'clause-missing',
    'clause-altered',
    'clause-unknown',
    'waiver-invalid',
  ])('has %s', (rule) => {
    expect(findingsOf('every-finding')).toContain(rule);
  });
});
