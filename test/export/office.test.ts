import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeDocx } from '../../server/export/docx';
import { example } from '../support/examples';
import { bytesOf, papersOf } from './papers';

/** The program of LibreOffice; undefined where it is not installed, and then there is nothing to try here. */
const office = ['soffice', 'libreoffice'].find((program) => {
  try {
    return execFileSync('which', [program], { stdio: 'pipe' }).length > 0;
  } catch {
    return false;
  }
});

const HEBREW = 'מערכות לדוגמה';
const DOCUMENTS = {
  met: example('good-by-parts'),
  draft: example('sample'),
  two: `${example('good-by-parts')}---\n${example('sample')}`,
  hostile: example('sample').replace(
    /^( {2}name: ).*$/gm,
    () =>
      `  name: ${JSON.stringify('</w:t></w:r> ]]> & \u0001 {entries-1} <w:instrText>DDEAUTO</w:instrText> \u202e')}`,
  ),
  hebrew: example('good-in-words').replace(/^( {2}name: ).*$/m, `$1${HEBREW} 12`),
};

// Skipped where LibreOffice is not installed, which npm cannot do: the reason is in the name.
describe.skipIf(office === undefined)(
  `LibreOffice${office === undefined ? ', which is not on this machine,' : ''} opens a Word document from here`,
  () => {
    let folder = '';
    afterAll(() => {
      rmSync(folder, { recursive: true });
    });

    const pagesOf = async (name: keyof typeof DOCUMENTS) => {
      const pdf = await getDocumentProxy(new Uint8Array(readFileSync(join(folder, `${name}.pdf`))));
      return (await extractText(pdf)).text.map((page) => page.replace(/\s+/g, ' '));
    };

    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'euc-office-'));
      for (const [name, text] of Object.entries(DOCUMENTS))
        writeFileSync(join(folder, `${name}.docx`), bytesOf(await writeDocx(await papersOf(text))));
      // A profile of its own, so that an office that is open does not take the work over.
      const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
      const files = Object.keys(DOCUMENTS).map((name) => join(folder, `${name}.docx`));
      const how = [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...files];
      await promisify(execFile)(office ?? '', how, { timeout: 100_000 });
    }, 120_000);

    it('with its numbers, its pages counted, and no mark where it is met', async () => {
      const pages = await pagesOf('met');
      expect(pages.join(' ')).toContain('7. Consequences of non-compliance');
      pages.forEach((page, i) => {
        expect(page).toContain(`${i + 1} of ${pages.length}`);
        expect(page).toMatch(/EUC-2026-0143 · checked against il-cyber-2021: met/);
        expect(page).not.toContain('DRAFT');
      });
    });

    it('with the mark of a draft on every page', async () => {
      for (const page of await pagesOf('draft')) expect(page).toContain('DRAFT — not met');
    });

    it('with the pages and clauses of each of two certificates counted on their own', async () => {
      const pages = await pagesOf('two');
      // LibreOffice does not know how many pages a section has, and leaves that out; which page it is, it knows.
      expect(pages.filter((page) => page.includes(' 1 of '))).toHaveLength(2);
      expect(pages.join(' ').match(/ 1\. Permitted use/g)).toHaveLength(2);
    });

    it('with hostile words as words', async () => {
      const words = (await pagesOf('hostile')).join(' ');
      expect(words).toContain('</w:t></w:r> ]]> &');
      expect(words).toContain('{entries-1}');
    });

    it('with the place to sign on the page of who signs, and words from right to left', async () => {
      const pages = await pagesOf('hebrew');
      expect(pages.at(-1)).toMatch(/Signature for the end user .* Official stamp/);
      // What a reader of PDF gives back may have the words in either order.
      for (const word of HEBREW.split(' ')) expect(pages.join(' ')).toContain(word);
    });
  },
);
