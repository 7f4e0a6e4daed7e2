import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CERTIFICATE_FIELDS } from '../../server/certificate/format';
import { distance, nearest } from '../../server/text/near';

describe('the distance of two words', () => {
  it.each([
    ['', '', 0],
    ['kidnapping', 'kidnapping', 0],
    ['kidnaping', 'kidnapping', 1],
    ['kidnappping', 'kidnapping', 1],
    ['kidnepping', 'kidnapping', 1],
    ['kidnpaping', 'kidnapping', 1],
    ['wepons', 'weapons', 1],
    ['threath', 'threat', 1],
    ['abc', 'cba', 2],
    ['', 'abc', 3],
  ])('%j and %j: %i', (a, b, expected) => {
    expect(distance(a, b, 5)).toBe(expected);
    expect(distance(b, a, 5)).toBe(expected);
  });

  it('is not worked out beyond its limit', () => {
    expect(distance('kidnapping', 'weapons', 2)).toBe(3);
    expect(distance('a', 'abcdef', 2)).toBe(3);
  });

  it('is none for a word and itself, and the same both ways', () => {
    const word = fc.string({ maxLength: 12 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(distance(a, a, 20)).toBe(0);
        expect(distance(a, b, 20)).toBe(distance(b, a, 20));
      }),
    );
  });
});

describe('the nearest key', () => {
  const keys = CERTIFICATE_FIELDS.map(({ key }) => key);

  it.each([
    ['end_user', 'end-user'],
    ['End User', 'end-user'],
    ['enduser', 'end-user'],
    ['end-usr', 'end-user'],
    ['purpose', 'purposes'],
    ['puproses', 'purposes'],
    ['clause', 'clauses'],
    ['item', 'items'],
    ['intermediary', 'intermediaries'],
    ['certificat', 'certificate'],
    ['signatures', 'signature'],
    ['regme', 'regime'],
  ])('to %j is %s', (word, key) => {
    expect(nearest(word, keys)).toBe(key);
  });

  it.each(['remarks', 'annex', 'seller', 'x', '', '_', 'date'])('to %j is none', (word) => {
    expect(nearest(word, keys)).toBeUndefined();
  });

  it('is the first of two that are equally near', () => {
    expect(nearest('cat', ['bat', 'rat'])).toBe('bat');
  });
});
