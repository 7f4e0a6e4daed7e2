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

  it('sets a hyphen that does not break and spaces of other widths as such that it has', async () => {
    const text = example('good-in-words').replace(/^( {2}name: ).*$/m, '$1Zu\u2011non\u202f12 Cafe\u0301\u2003Ltd');
    expect((await pagesOf(text)).join(' ')).toContain('Zu-non 12 Café Ltd');
  });

  it('lets a row that no page holds go on over several, with its label, and loses no word of it', async () => {
    const words = Array.from({ length: 700 }, (_, i) => `word${i}`);
    const text = example('good-in-words')
      .replace(/^( {2}address: ).*$/m, `$1${words.join(' ')}`)
      .replace(/(- description: ).*/, `$1${'x'.repeat(1500)}`);
    const pages = await pagesOf(text);
    expect(pages.length).toBeGreaterThan(4);
    expect(pages.join(' ').match(/word\d+/g)).toEqual(words);
    expect(pages.join('').match(/x{5,}/g)?.join('')).toHaveLength(1500);
    // The table's head again where it goes on.
    expect(pages.filter((page) => page.includes('Description Control entry Quantity Value')).length).toBeGreaterThan(1);
  });

  it('leaves no line of a clause alone on a page', async () => {
    // About where the last line of the purpose falls on the second page.
    for (const times of [9, 10, 11]) {
      const purpose = 'Prevention of Terrorist Acts, of which there are many and which are grave. '.repeat(times);
      const text = example('good-in-words').replace(/items:[^]*?\n\n/, '');
      const [, second = ''] = await pagesOf(text.replace(/purposes:[^]*?\n\n/, `purposes:\n  - ${purpose}\n\n`));
      const before = second.indexOf('Undertakings and definitions');
      expect(before === 0 || before > 100, `${times} times: "${second.slice(0, before)}" is not alone`).toBe(true);
    }
  });

  it('is cut short in the middle of a number as long as a sentence, so that the verdict is still at its foot', async () => {
    const number = `EUC-${'0'.repeat(150)}-END`;
    const pages = await pagesOf(example('good-in-words').replace('EUC-2026-0142', number));
    for (const page of pages) expect(page).toMatch(/EUC-0+…0+-END · checked against il-cyber-2021: met SHA-256/);
  });

  it('is refused for a sign that cannot be seen, and says where it stands', async () => {
    const written = await write(await papersOf(example('good-in-words').replace('Quillmarsh', 'Quill\u200bmarsh')));
    expect(written).toEqual({ refused: expect.stringMatching(/^In “Quill\ufffdmarsh” stands a sign/) as string });
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
