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
  it('says what the certificate says', async () => {
    const parts = await partsOf(example('good-by-parts'));
    const words = paragraphs(parts['word/document.xml'] ?? '');
    expect(words).toContain('National Investigation Bureau of Westmarch');
    expect(words).toContain('Consequences of non-compliance');
    expect(words.slice(-3)).toEqual(['Signature', '', 'Official stamp']);
  });

  it('has its headings in the styles of headings, and purposes and clauses each numbered by Word from one', async () => {
    const { 'word/document.xml': xml = '', 'word/numbering.xml': numbering = '' } = await partsOf(example('register'));
    const { document } = new JSDOM(xml, { contentType: 'application/xml' }).window;
    const attribute = (paragraph: Element, tag: string) =>
      paragraph.getElementsByTagName(tag)[0]?.getAttribute('w:val') ?? undefined;
    const all = [...document.getElementsByTagName('w:p')].map((paragraph) => ({
      text: paragraph.textContent,
      style: attribute(paragraph, 'w:pStyle'),
      list: attribute(paragraph, 'w:numId'),
    }));
    expect(all.filter(({ style }) => style === 'Heading1').map(({ text }) => text)).toContain('Declared purposes');
    const titles = all.filter(({ style }) => style === 'Heading2');
    expect(titles.length).toBeGreaterThan(6);
    expect(titles.filter(({ list }) => list === undefined)).toEqual([]);
    // A list for the purposes and one for the clauses of each certificate, and each begins anew.
    const lists = new Set(all.flatMap(({ list }) => list ?? []));
    expect(lists.size).toBe(2 * (await papersOf(example('register'))).length);
    for (const list of lists)
      expect(numbering).toMatch(new RegExp(`<w:num w:numId="${list}"[^>]*>.*?<w:startOverride w:val="1"/>`));
    expect(numbering).toContain('<w:lvlText w:val="%1."/>');
  });

  it('leaves words alone that look like what the library puts numbers in the place of', async () => {
    const words = '{entries-2} {entries\u2063-2} {default-bullet-numbering-0}';
    const text = example('good-in-words').replace(/^( {2}name: ).*$/m, `$1"${words}"`);
    const { 'word/document.xml': xml = '' } = await partsOf(text);
    expect(paragraphs(xml)).toContain(words.replace('\u2063', '\ufffd'));
  });

  it('keeps the place to sign on the page that says who signs', async () => {
    const { 'word/document.xml': xml = '' } = await partsOf(example('good-in-words'));
    const signature = xml.slice(xml.indexOf('Signature for the end user'));
    const before = signature.slice(0, signature.indexOf('>Signature<'));
    const paragraphs = before.match(/<w:pPr>/g)?.length ?? 0;
    expect(paragraphs).toBeGreaterThan(10);
    // All but the one of the place to sign itself, which nothing follows.
    expect(before.match(/<w:keepNext\/>/g)?.length).toBeGreaterThanOrEqual(paragraphs - 1);
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
