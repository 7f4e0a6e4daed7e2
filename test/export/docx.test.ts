import { strFromU8, unzipSync } from 'fflate';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { writeDocx } from '../../server/export/docx';
import { example } from '../support/examples';
import { bytesOf, papersOf } from './papers';

const partsOf = async (text: string) => {
  const files = unzipSync(bytesOf(await writeDocx(await papersOf(text))));
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
};

/** The words of a part of the document, paragraph by paragraph. */
function paragraphs(xml: string): readonly string[] {
  const { document } = new JSDOM(xml, { contentType: 'application/xml' }).window;
  return [...document.getElementsByTagName('w:p')].map((paragraph) =>
    [...paragraph.getElementsByTagName('*')]
      .map(({ tagName, textContent, parentElement }) => {
        if (tagName === 'w:t') return textContent;
        // A tab in a run, and not a stop that a paragraph defines.
        return tagName === 'w:tab' && parentElement?.tagName === 'w:r' ? '\t' : '';
      })
      .join(''),
  );
}

describe('A certificate as a Word document', () => {
  it('says what the certificate says, clauses numbered', async () => {
    const parts = await partsOf(example('good-by-parts'));
    const words = paragraphs(parts['word/document.xml'] ?? '');
    expect(words).toContain('National Investigation Bureau of Westmarch');
    expect(words).toContain('7.\tConsequences of non-compliance');
    expect(words.slice(-3)).toEqual(['Signature', '', 'Official stamp']);
  });

  it('has number, verdict, fingerprint and "page of pages" at its foot, and the mark of a draft at its head', async () => {
    const { 'word/footer1.xml': footer = '', 'word/header1.xml': header = '' } = await partsOf(example('sample'));
    expect(paragraphs(footer).join('\n')).toMatch(
      /^EUC-2026-0150 · checked against il-cyber-2021: not met\t of \nSHA-256 [0-9a-f]{64}$/,
    );
    expect([...footer.matchAll(/<w:instrText[^>]*>(\w+)</g)].map(([, field]) => field)).toEqual(['PAGE', 'NUMPAGES']);
    expect(paragraphs(header)).toEqual(['DRAFT — not met']);
  });

  it('sets words from right to left as such', async () => {
    const text = example('good-in-words').replace(/^( {2}name: ).*$/m, '$1מערכות לדוגמה בע"מ 12');
    const { 'word/document.xml': xml = '' } = await partsOf(text);
    expect(xml).toMatch(/<w:bidi\/>/);
    expect(xml).toMatch(/<w:rtl\/>.*?<w:t[^>]*>מערכות לדוגמה/);
  });

  it('has a section of its own for each certificate of a file', async () => {
    const { 'word/document.xml': xml = '' } = await partsOf(example('register'));
    const count = (await papersOf(example('register'))).length;
    expect(count).toBeGreaterThan(1);
    expect(xml.match(/<w:sectPr/g)?.length).toBe(count);
  });
});
