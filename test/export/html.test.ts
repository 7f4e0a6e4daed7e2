import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { check } from '../../server/check';
import { writeHtml } from '../../server/export/html';
import { preview } from '../../server/export/preview';
import { example, TODAY } from '../support/examples';
import { obstaclesOf } from '../support/screen-reader';
import { bytesOf, papersOf } from './papers';

const pageOf = async (text: string) => new TextDecoder().decode(bytesOf(await writeHtml(await papersOf(text))));
const bodyOf = (text: string) => `<main>${preview(check(text, { today: TODAY }), '0'.repeat(64))}</main>`;

describe('A certificate as a web page', () => {
  it('says what the certificate says, clauses in the order of the regime', async () => {
    const { document } = new JSDOM(await pageOf(example('good-by-parts'))).window;
    expect([...document.querySelectorAll('h2')].map((heading) => heading.textContent)).toEqual([
      'Certificate',
      'Parties',
      'Items',
      'Declared purposes',
      'Undertakings and definitions',
      'Signature for the end user',
    ]);
    expect([...document.querySelectorAll('h3')].map((title) => title.textContent)).toEqual([
      '1. Permitted use',
      '2. Definition of Terrorist Act',
      '3. Definition of Serious Crime',
      '4. Opinion and criticism are neither',
      '5. Use in accordance with national law',
      '6. No harm because of who a person is',
      '7. Consequences of non-compliance',
    ]);
    const words = document.body.textContent;
    expect(words).toContain('20 November 2026');
    expect(words).toContain('Canada (CA)');
    expect(words).toContain(
      'Investigation of Serious Crimes: Trafficking in persons (Criminal Code, section 279.01; maximum sentence: 14 years).',
    );
  });

  it('bears the fingerprint that sha256sum gives for the file, whatever the line endings', async () => {
    const { createHash } = await import('node:crypto');
    const text = example('good-in-words');
    const sum = createHash('sha256').update(text).digest('hex');
    expect(await pageOf(text)).toContain(`SHA-256 ${sum}`);
    expect(await pageOf(`\ufeff${text.replaceAll('\n', '\r\n')}`)).toContain(`SHA-256 ${sum}`);
  });

  it('is marked as a draft where it is not met, and only there', async () => {
    expect(await pageOf(example('sample'))).toContain('DRAFT — not met');
    expect(await pageOf(example('good-in-words'))).not.toContain('DRAFT');
    expect(await pageOf(example('good-in-words').replace('il-cyber-2021', 'no-such-regime'))).toMatch(
      /NOT CHECKED|DRAFT — not met/,
    );
  });

  it('sets lines that begin from the right as such, in a table and in a list, and the others from the left', async () => {
    const hebrew = 'מערכות 12, LA-3';
    const text = example('good-in-words')
      .replace(/^( {2}name: ).*$/m, `$1${hebrew}`)
      .replace(/(- description: ).*/, `$1${hebrew}`)
      .replace('purposes:\n', `purposes:\n  - ${hebrew}\n`);
    const { document } = new JSDOM(await pageOf(text)).window;
    const turned = [...document.querySelectorAll('[dir=rtl]')].map(({ tagName, textContent }) => [
      tagName,
      textContent,
    ]);
    expect(turned).toEqual([
      ['P', hebrew],
      ['TD', hebrew],
      ['P', `1. ${hebrew}`],
    ]);
    expect(document.querySelector('h2')?.closest('[dir]')).toBeNull();
  });

  it('prints number, fingerprint and the mark of a draft at the edges of its pages', async () => {
    const page = await pageOf(example('sample').replace('EUC-2026-0150', `"EUC \\"</style>{}'"`));
    const { document } = new JSDOM(page).window;
    const style = document.querySelector('style')?.textContent ?? '';
    expect(style).toMatch(/@top-right \{ content: "DRAFT \\002014 not met"/);
    // Signs that mean something in a style sheet stand by their numbers, so that they stay words.
    expect(style).toMatch(
      /@bottom-left \{ content: "EUC \\000022\\00003c\\00002fstyle\\00003e\\00007b\\00007d\\000027 /,
    );
    expect(style).toMatch(/SHA\\00002d256 [0-9a-f]{64}"/);
    expect(document.querySelectorAll('style')).toHaveLength(1);
  });

  it('lets no script run and nothing be fetched, and knows its style by its digest', async () => {
    const { createHash } = await import('node:crypto');
    const { document } = new JSDOM(await pageOf(example('good-in-words'))).window;
    const policy = document.querySelector('meta[http-equiv]')?.getAttribute('content') ?? '';
    const style = document.querySelector('style')?.textContent ?? '';
    const digest = createHash('sha256').update(style).digest('base64');
    expect(policy).toBe(`default-src 'none'; style-src 'sha256-${digest}'; base-uri 'none'; form-action 'none'`);
    expect(style).not.toMatch(/url\(|@import/);
  });

  it.each(['good-by-parts', 'sample', 'every-finding', 'half-typed'])(
    'has no obstacle for a screen reader, as a preview of %s too',
    async (name) => {
      expect(await obstaclesOf(await pageOf(example(name)))).toEqual([]);
      const body = bodyOf(example(name));
      expect(await obstaclesOf(`<!DOCTYPE html><html lang="en"><title>Preview</title>${body}</html>`)).toEqual([]);
    },
  );

  it('with an obstacle for a screen reader would be found out', async () => {
    const page = await pageOf(example('good-by-parts'));
    const rules = async (html: string) => (await obstaclesOf(html)).map(([rule]) => rule);
    expect(await rules(page.replace(' lang="en"', ''))).toContain('html-has-lang');
    expect(await rules(page.replace('<main', '<img src="x"><main'))).toContain('image-alt');
  });
});

describe('A preview', () => {
  it('shows each finding once, beside what it is about, with its place', () => {
    const text = example('sample');
    const { document } = new JSDOM(bodyOf(text)).window;
    const notes = [...document.querySelectorAll('.note')];
    expect(notes.map((note) => note.textContent)).toEqual([
      expect.stringContaining('Error: "surveillance" is not a permitted use.'),
    ]);
    const row = notes[0]?.closest('.row');
    expect(row?.querySelector('.sheet')?.textContent).toMatch(/^2\..*Trafficking in persons/);
    const line = text.split('\n').findIndex((each) => each.includes('surveillance'));
    expect(notes[0]?.getAttribute('data-from')).toBe(`${line}:9`);
    expect(row?.querySelector('.found')?.textContent).toBe('Surveillance');
  });

  it('shows every finding of a file in which all there is goes wrong', () => {
    for (const name of ['every-finding', 'half-typed', 'register']) {
      const { findings } = check(example(name), { today: TODAY });
      const { document } = new JSDOM(bodyOf(example(name))).window;
      expect(document.querySelectorAll('.note').length).toBe(findings.length);
    }
  });

  it.each(['', '---', '- a\n- b', 'regime: [', 'clauses: {a: b', '\u0000'])('survives %j', (text) => {
    expect(() => bodyOf(text)).not.toThrow();
  });
});
