import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../server/text/edit';
import { cover, holds, touches, trimSpan } from '../../server/text/span';

const edit = (start: number, end: number, newText: string) => ({ span: { start, end }, newText });

describe('edits', () => {
  it('are applied wherever they stand in the list', () => {
    expect(applyEdits('abcdef', [edit(4, 5, 'E'), edit(0, 1, 'A')])).toBe('AbcdEf');
  });

  it('at one place are applied in the order given', () => {
    expect(applyEdits('ab', [edit(1, 1, '1'), edit(1, 1, '2'), edit(1, 2, 'B')])).toBe('a12B');
  });

  it('that overlap one already taken are left out', () => {
    expect(applyEdits('abcdef', [edit(0, 3, 'X'), edit(2, 4, 'Y')])).toBe('Xdef');
  });

  it('may insert at either end and remove everything', () => {
    expect(applyEdits('ab', [edit(0, 0, '<'), edit(2, 2, '>')])).toBe('<ab>');
    expect(applyEdits('ab', [edit(0, 2, '')])).toBe('');
    expect(applyEdits('ab', [])).toBe('ab');
  });
});

describe('spans', () => {
  const span = (start: number, end: number) => ({ start, end });

  it.each([
    [span(0, 2), span(1, 3), true],
    [span(0, 2), span(2, 3), false],
    [span(0, 2), span(2, 2), true],
    [span(0, 2), span(0, 0), true],
    [span(1, 1), span(1, 1), true],
    [span(0, 2), span(3, 3), false],
  ])('%o and %o touch: %s', (a, b, expected) => {
    expect(touches(a, b)).toBe(expected);
    expect(touches(b, a)).toBe(expected);
  });

  it('hold their edges', () => {
    expect([0, 1, 3, 4].map((offset) => holds(span(1, 3), offset))).toEqual([false, true, true, false]);
  });

  it('are covered by the smallest that has both', () => {
    expect(cover(span(1, 2), span(4, 5))).toEqual(span(1, 5));
    expect(cover(span(4, 5), span(1, 2))).toEqual(span(1, 5));
  });

  it('lose the white space at their edges', () => {
    expect(trimSpan(' \tab\u00a0\r\n', span(0, 7))).toEqual(span(2, 4));
    expect(trimSpan('ab', span(0, 2))).toEqual(span(0, 2));
    expect(trimSpan(' \n ', span(0, 3))).toEqual(span(0, 0));
  });
});
