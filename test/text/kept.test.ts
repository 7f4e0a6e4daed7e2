import { describe, expect, it } from 'vitest';
import { Kept } from '../../server/text/kept';

describe('what is kept of the last texts', () => {
  it('is made once a text', () => {
    const kept = new Kept<readonly string[]>(2);
    const first = kept.of('a', () => ['a']);
    expect(kept.of('a', () => ['another'])).toBe(first);
  });

  it('is given up for a new one when they are too long together, the oldest first', () => {
    const kept = new Kept<number>(2);
    let made = 0;
    const make = () => ++made;
    for (const text of ['a', 'b', 'c']) kept.of(text, make);
    expect([kept.of('c', make), kept.of('b', make), kept.of('a', make)]).toEqual([3, 2, 4]);
  });
});
