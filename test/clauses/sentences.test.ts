import { describe, expect, it } from 'vitest';
import { readSentences } from '../../server/clauses/sentences';

const forms = (text: string) =>
  text
    .split(' ')
    .map((word) => ` ${word}`)
    .join('');

describe('the sentences that a pack knows', () => {
  const phrases = [
    { name: 'who', any: ['the end user', 'we'] },
    { name: 'deep', any: ['{who} and (also) {who}'] },
    { name: 'loop', any: ['so {loop}', '{loop}'] },
  ];
  const known = readSentences(
    ['({who} agrees|agree that) the items stay (here|there)', '{deep} leave', '{loop}'],
    phrases,
  );

  it.each([
    'the items stay',
    'the items stay there',
    'we agree that the items stay here',
    'the end user agrees that the items stay',
    'we and the end user leave',
    'the end user and also we leave',
  ])('are met by: %s', (text) => {
    expect(known?.test(forms(text))).toBe(true);
  });

  it.each([
    '',
    'the items',
    'the items stay here there',
    'we agree the items stay',
    'we and leave',
    'so so',
    'the the items stay',
  ])('are not met by: %s', (text) => {
    expect(known?.test(forms(text))).toBe(false);
  });

  it('are none where the pack has none', () => {
    expect(readSentences([], phrases)).toBeUndefined();
  });

  it('are asked without ever going back, whatever they leave open', () => {
    // As an expression this takes longer than anybody waits: each word can be any of the sixty.
    const open = readSentences([`${'(stay) '.repeat(60)}here`], []);
    expect(open?.test(forms(`${'stay '.repeat(60)}there`))).toBe(false);
    expect(open?.test(forms(`${'stay '.repeat(60)}here`))).toBe(true);
    const doubled = Array.from({ length: 40 }, (_, i) => ({ name: `p${i}`, any: [`{p${i + 1}} {p${i + 1}}`, 'stay'] }));
    expect(readSentences(['{p0}'], doubled)?.test(forms('stay'))).toBe(true);
  });

  it('and faults of their notation are no faults of the check', () => {
    for (const line of ['(', ')', '(a (b', '{', '{}', '{none}', 'a||b', '|', ''])
      expect(readSentences([line], phrases)?.test(forms('the items stay'))).toBe(false);
  });
});
