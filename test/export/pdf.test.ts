import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { write } from '../../server/export/bundles/pdf';
import { example } from '../support/examples';
import { bytesOf, papersOf } from './papers';

const pagesOf = async (text: string) => {
  const document = await getDocumentProxy(bytesOf(await write(await papersOf(text))).slice());
  return (await extractText(document)).text.map((page) => page.replace(/\s+/g, ' '));
};

describe('A certificate as a PDF', () => {
  it('says what the certificate says, on numbered pages with number and fingerprint', async () => {
    const pages = await pagesOf(example('good-by-parts'));
    const words = pages.join(' ');
    expect(words).toContain('National Investigation Bureau of Westmarch');
    expect(words).toContain('7. Consequences of non-compliance');
    pages.forEach((page, i) => {
      expect(page).toContain(`${i + 1} of ${pages.length}`);
      expect(page).toMatch(/EUC-2026-0143 · checked against il-cyber-2021: met SHA-256 [0-9a-f]{64}/);
      expect(page).not.toContain('DRAFT');
    });
  });

  it('bears the mark of a draft on every page', async () => {
    for (const page of await pagesOf(example('sample'))) expect(page).toContain('DRAFT — not met');
    for (const page of await pagesOf(example('every-finding'))) expect(page).toMatch(/DRAFT — not met|NOT CHECKED/);
  });

  it('sets Latin, Greek and Cyrillic letters', async () => {
    const name = 'Şişli Łódź Αθήνα Київ';
    const text = example('good-in-words').replace(/^( {2}name: ).*$/m, `$1${name}`);
    expect((await pagesOf(text)).join(' ')).toContain(name);
  });

  it.each([
    ['Hebrew', 'מערכות', 'is written from right to left'],
    ['Arabic', 'النظام', 'is written from right to left'],
    ['Chinese', '系统', 'has no letter for “系”'],
    ['Devanagari', 'प्रणाली', 'has no letter for'],
  ])('is refused for %s, with the word and what to do, and never set wrong', async (_, word, why) => {
    const text = example('good-in-words').replace(/^( {2}name: ).*$/m, `$1Office ${word} Ltd`);
    const written = await write(await papersOf(text));
    expect(written).toEqual({ refused: expect.stringContaining(why) as string });
    expect(written).toEqual({ refused: expect.stringMatching(/Export the certificate as DOCX or HTML/) as string });
    expect('refused' in written && written.refused).toContain(word);
  });
});
