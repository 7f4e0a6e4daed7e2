import { strFromU8, unzipSync } from 'fflate';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { check } from '../../server/check';
import { writeDocx } from '../../server/export/docx';
import { writeHtml } from '../../server/export/html';
import { preview } from '../../server/export/preview';
import { example, TODAY } from '../support/examples';
import { bytesOf, papersOf } from './papers';

const SEEDS = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '" onfocus="alert(1)" autofocus="',
  '<iframe src="javascript:alert(1)"></iframe>',
  '<svg/onload=alert(1)>',
  '</style><script>alert(1)</script>',
  '</title><script>alert(1)</script>',
  '<!--',
  '-->',
  ']]>',
  '<![CDATA[',
  '</w:t></w:r><w:r><w:t>',
  '<w:instrText>DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe</w:instrText>',
  '{{template}} ${value} #{value}',
  '{default-bullet-numbering-0}',
  '{image.png}',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '&#60;script&#62;',
  '&unknown; &',
  '<a href="javascript:alert(1)">x</a>',
  '<meta http-equiv="refresh" content="0;url=about:blank">',
  '<base href="https://example.invalid/">',
  '<object data="x"></object><embed src="x">',
  '<math><mi xlink:href="data:x,alert(1)"></mi></math>',
  '<form action="x"><input name="y"></form>',
  '<link rel="stylesheet" href="x">',
  '\u0000\u0001\u0008\u000b\u001f',
  '\ud800',
  '\udc00 half',
  '\ufffe\uffff',
  '\u202e\u2066 turned \u2069',
  '\u200b\u2060\ufeff hidden',
  '\u2028line\u2029paragraph',
  '\\u003cscript\\u003e',
  '%3Cscript%3E',
  '𝕬𝖟 😀',
  'x'.repeat(3000),
  'tab\there',
  'line\r\nbreak\n\n\n\nend',
];

/** Where in a text the hostile signs stand: alone, in a word, twice, in quotation marks, behind a word. */
const AROUND: readonly ((seed: string) => string)[] = [
  (seed) => seed,
  (seed) => `A${seed}z`,
  (seed) => seed + seed,
  (seed) => `"${seed}"`,
  (seed) => `Ministry ${seed}`,
];

/** The strings of one certificate each: the same signs in every place that they can have in a text. */
const FAMILIES = SEEDS.map((seed) => AROUND.map((around) => around(seed)));

/** The certificate with the strings, in turn, in the place of every text of it but its regime. */
function hostile(strings: readonly string[]): string {
  let count = 0;
  const next = () => JSON.stringify(strings[count++ % strings.length]);
  return example('good-by-parts')
    .replace(/>-\n(?: {4}.*\n)+/g, () => `${next()}\n`)
    .replace(/^((?: {2,4}|  - )(?:[a-z-]+): )(?![[]).+$/gm, (_, key: string) => `${key}${next()}`)
    .replace(
      /^( {2}permitted-use:)/m,
      (key) => `  ${JSON.stringify(`x${strings[0]?.slice(0, 40) ?? ''}`)}: ${next()}\n${key}`,
    );
}

const ALLOWED = new Set(
  'ARTICLE ASIDE BDI BODY BUTTON DIV FOOTER H1 H2 H3 HEAD HEADER HTML LI MAIN META OL P SECTION SPAN STRONG STYLE TABLE TBODY TD TH THEAD TITLE TR UL'.split(
    ' ',
  ),
);

// One for all: making a window takes longer than reading a page.
const parser = new new JSDOM('').window.DOMParser();

/** What a page must not have. */
function faultsOf(html: string): readonly string[] {
  const document = parser.parseFromString(html, 'text/html');
  return [...document.querySelectorAll('*')].flatMap((element) => [
    ...(ALLOWED.has(element.tagName) ? [] : [element.tagName]),
    ...[...element.attributes]
      .filter(({ name }) => /^on|^(src|href|style|action|autofocus|srcdoc)$/i.test(name))
      .map(({ name }) => `${element.tagName} ${name}`),
  ]);
}

describe('Hostile text', () => {
  it('comes as 200 strings, and into every text of the certificate', () => {
    expect(FAMILIES.flat()).toHaveLength(200);
    const bold = AROUND.map((around) => around('<b>'));
    const texts = check(hostile(bold)).certificates.flatMap(({ certificate }) => [...certificate.texts.values()]);
    expect(texts.filter(({ text }) => bold.includes(text)).length).toBeGreaterThan(40);
    for (const string of bold) expect(texts.filter(({ text }) => text === string).length).toBeGreaterThan(5);
  });

  it.each(FAMILIES.map((strings) => [JSON.stringify(strings[0]).slice(0, 80), strings] as const))(
    'stays text on a page, in a preview and in a Word document: %s',
    async (_, strings) => {
      const text = hostile(strings);
      const papers = await papersOf(text);
      const page = new TextDecoder().decode(bytesOf(await writeHtml(papers)));
      expect(faultsOf(page)).toEqual([]);
      expect(page.match(/<meta/g)).toHaveLength(3);
      const body = preview(check(text, { today: TODAY }), '0'.repeat(64));
      expect(faultsOf(`<main>${body}</main>`)).toEqual([]);
      const files = unzipSync(bytesOf(await writeDocx(papers)));
      for (const [name, bytes] of Object.entries(files)) {
        const xml = strFromU8(bytes);
        expect(xml).not.toMatch(/TargetMode="External"/);
        // The other parts hold nothing of the certificate.
        if (!/(document|header\d|footer\d|core)\.xml$/.test(name)) continue;
        const document = parser.parseFromString(xml, 'application/xml');
        expect(document.getElementsByTagName('parsererror')).toHaveLength(0);
        const fields = [...document.getElementsByTagName('w:instrText')].map(({ textContent }) => textContent);
        expect(fields.filter((field) => field !== 'PAGE' && field !== 'NUMPAGES')).toEqual([]);
      }
    },
  );
});
