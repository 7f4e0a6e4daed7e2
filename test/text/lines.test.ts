import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Lines } from '../../server/text/lines';

const anyLines = fc
  .array(fc.constantFrom('a', 'bc', ' ', '\n', '\r\n', '\r', 'é', '🚢', '\u2028', '\0'), { maxLength: 30 })
  .map((parts) => parts.join(''));

describe('offsets and places', () => {
  it('lead to each other, whatever the text', () => {
    fc.assert(
      fc.property(anyLines, (text) => {
        const lines = new Lines(text);
        const wrong: unknown[] = [];
        for (let offset = 0; offset <= text.length; offset++) {
          // Between the two signs of one line ending there is no place: it counts as the end of its line.
          const expected = text[offset - 1] === '\r' && text[offset] === '\n' ? offset - 1 : offset;
          const place = lines.place(offset);
          if (lines.offset(place) !== expected) wrong.push({ offset, place, back: lines.offset(place) });
        }
        expect(wrong, JSON.stringify(text)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('count as the protocol does: UTF-16 units, lines by any ending', () => {
    const lines = new Lines('a🚢b\r\nc\rd\ne');
    expect(lines.place(3)).toEqual({ line: 0, character: 3 });
    expect(lines.place(6)).toEqual({ line: 1, character: 0 });
    expect(lines.place(8)).toEqual({ line: 2, character: 0 });
    expect(lines.place(10)).toEqual({ line: 3, character: 0 });
    expect(lines.count).toBe(4);
  });

  it('outside the text are at its nearest edge', () => {
    const lines = new Lines('ab\ncd');
    expect(lines.place(-3)).toEqual({ line: 0, character: 0 });
    expect(lines.place(99)).toEqual({ line: 1, character: 2 });
    expect(lines.offset({ line: 0, character: 99 })).toBe(2);
    expect(lines.offset({ line: 7, character: 0 })).toBe(5);
    expect(lines.offset({ line: -1, character: 1 })).toBe(1);
    expect(lines.offset({ line: 1, character: -4 })).toBe(3);
  });
});

describe('lines', () => {
  it.each([
    ['', 1, ['']],
    ['a', 1, ['a']],
    ['a\n', 2, ['a', '']],
    ['a\r\nb\rc\n', 4, ['a', 'b', 'c', '']],
    ['\n\r', 3, ['', '', '']],
    ['a\r\r\nb', 3, ['a', '', 'b']],
  ])('of %j', (text, count, expected) => {
    const lines = new Lines(text);
    expect(lines.count).toBe(count);
    const texts = Array.from({ length: count }, (_, i) => lines.lineSpan(i)).map(({ start, end }) =>
      text.slice(start, end),
    );
    expect(texts).toEqual(expected);
  });

  it('that the text does not have are empty, at its end', () => {
    expect(new Lines('ab').lineSpan(5)).toEqual({ start: 2, end: 2 });
  });

  it.each([
    ['', '\n'],
    ['a', '\n'],
    ['a\nb\r\n', '\n'],
    ['a\r\nb\n', '\r\n'],
    ['a\rb', '\r'],
  ])('of %j end like the first', (text, ending) => {
    expect(new Lines(text).ending).toBe(ending);
  });

  it('cut a span at the end of its first one', () => {
    const lines = new Lines('abc\r\ndef');
    expect(lines.firstLineOf({ start: 1, end: 7 })).toEqual({ start: 1, end: 3 });
    expect(lines.firstLineOf({ start: 5, end: 7 })).toEqual({ start: 5, end: 7 });
    expect(lines.firstLineOf({ start: 3, end: 3 })).toEqual({ start: 3, end: 3 });
  });
});

it('a byte order mark takes no room in its line', () => {
  const lines = new Lines('\ufeffab\n cd');
  expect([0, 1, 2, 4, 5].map((offset) => lines.column(offset))).toEqual([0, 0, 1, 0, 1]);
});
