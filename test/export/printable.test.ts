import { describe, expect, it } from 'vitest';
import { directedRuns, readsFromRight } from '../../server/export/printable';

/** The stretches that are read from right to left, in angle brackets. */
const shown = (text: string, base?: boolean) =>
  directedRuns(text, base)
    .map(({ text, fromRight }) => (fromRight ? `<${text}>` : text))
    .join('');

describe('The direction of words', () => {
  it('is that of their first letter, whatever stands before it', () => {
    expect(readsFromRight('12 (מערכות) Ltd')).toBe(true);
    expect(readsFromRight('12 Office מערכות')).toBe(false);
    expect(readsFromRight('12')).toBe(false);
  });

  it.each([
    ['Harbour Street 12, Haifa', 'Harbour Street 12, Haifa'],
    // A house number and the comma behind it belong to the words before them.
    ['רחוב הנמל 12, חיפה (קומה 3).', '<רחוב הנמל 12, חיפה (קומה 3).>'],
    ['סעיף 4(א) יחול.', '<סעיף 4(א) יחול.>'],
    ['מערכת LA-3 גרסה 2.1', '<מערכת >LA-3< גרסה 2.1>'],
    ['Office מערכות 12 (תקן 5) Ltd', 'Office <מערכות 12 (תקן 5>) Ltd'],
    ['شارع الميناء ١٢، المدينة', '<شارع الميناء ١٢، المدينة>'],
    ['', ''],
  ])('of %s', (text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  it('is the paragraph’s for signs at the edge of a part of it', () => {
    expect(shown(', Ltd', true)).toBe('<, >Ltd');
    expect(shown(', Ltd', false)).toBe(', Ltd');
  });

  it('loses and adds no sign', () => {
    for (const text of ['א1ב2 (ג) x', '123', '()', 'a\u0301ב\u05b0', '😀 א 😀'])
      expect(
        directedRuns(text)
          .map((run) => run.text)
          .join(''),
      ).toBe(text);
  });
});
