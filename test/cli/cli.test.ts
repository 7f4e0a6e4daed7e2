import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { main } from '../../server/cli/main';
import { example } from '../support/examples';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'euc-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const write = (name: string, content: string | Uint8Array) => {
  writeFileSync(join(folder, name), content);
};

/** Runs a command line and gives what came of it. */
async function euc(args: readonly string[], input = '') {
  let out = '';
  let error = '';
  const status = await main(args, {
    cwd: folder,
    out: (text) => (out += text),
    error: (text) => (error += text),
    input: () => Promise.resolve(new TextEncoder().encode(input)),
  });
  return { status, out, error };
}

interface Report {
  version: number;
  files: {
    path: string;
    status: string;
    certificates: { number?: string; regime?: string; named?: string; status: string }[];
    findings: { rule: string; at: string; range: unknown; fixes: { safe: boolean }[] }[];
  }[];
  summary: Record<string, number>;
}

describe('euc check', () => {
  it('says 0 of a certificate that is met', async () => {
    write('a.euc.yaml', example('good-in-words'));
    const { status, out, error } = await euc(['check', 'a.euc.yaml']);
    expect({ status, error }).toEqual({ status: 0, error: '' });
    expect(out).toContain('a.euc.yaml: ');
    expect(out).toMatch(/1 file, 0 errors, 0 warnings\.\n$/);
  });

  it('reads a file once that is named in several ways, and never takes it for another with the same number', async () => {
    write('a.euc.yaml', example('good-in-words'));
    symlinkSync(join(folder, 'a.euc.yaml'), join(folder, 'b.EUC.YML'));
    const { status, out } = await euc(['check', 'a.euc.yaml', './a.euc.yaml', '.']);
    expect(status).toBe(0);
    expect(out).toMatch(/^a\.euc\.yaml: [^]*\n1 file, 0 errors, 0 warnings\.\n$/);
  });

  it('explains itself when asked', async () => {
    const { status, out, error } = await euc(['check', '--help']);
    expect({ status, error }).toEqual({ status: 0, error: '' });
    expect(out).toContain('Exit status: 0');
  });

  it('says 1 of findings, and where they are, counted from one', async () => {
    write('a.euc.yaml', 'regime: il-ciber-2021\n');
    const { status, out } = await euc(['check', 'a.euc.yaml']);
    expect(status).toBe(1);
    expect(out).toMatch(/^ {2}1:9 +error /m);
    expect(out).toContain('[regime-unknown]');
  });

  it('reads standard input, and gives one JSON object', async () => {
    const { status, out } = await euc(['check', '--format', 'json', '-'], 'regime: il-ciber-2021\r\n');
    const report = JSON.parse(out) as Report;
    expect(status).toBe(1);
    expect(report.version).toBe(1);
    expect(report.files[0]).toMatchObject({
      path: '-',
      status: 'not-checked',
      certificates: [{ regime: 'il-ciber-2021', status: 'not-checked' }],
      findings: [
        {
          rule: 'regime-unknown',
          severity: 'error',
          at: 'regime',
          waived: false,
          range: { start: { line: 0, character: 8 }, end: { line: 0, character: 21 } },
          fixes: [{ safe: false, edits: [{ newText: 'il-cyber-2021' }] }],
        },
      ],
    });
    expect(report.summary).toEqual({ files: 1, errors: 1, warnings: 0, waived: 0, notChecked: 1 });
  });

  it.each([
    ['another', 'regime: dk-end-user-declaration\n', { regime: 'un-poa-euc', named: 'dk-end-user-declaration' }],
    ['one that is not known', 'regime: nowhere\n', { regime: 'un-poa-euc', named: 'nowhere' }],
    ['none', '', { regime: 'un-poa-euc', named: undefined }],
    ['the same', 'regime: un-poa-euc\n', { regime: 'un-poa-euc', named: undefined }],
  ])('names the regime that judged, where a certificate names %s', async (_, named, expected) => {
    write('a.euc.yaml', `${named}certificate:\n  number: A-1\n`);
    const args = ['check', '--regime', 'un-poa-euc', 'a.euc.yaml'];
    const report = JSON.parse((await euc([...args, '--format', 'json'])).out) as Report;
    const [{ regime, named: own, status }] = report.files[0]!.certificates as [Report['files'][0]['certificates'][0]];
    expect({ regime, named: own, status }).toEqual({ ...expected, status: 'not-met' });
    const under = named === 'regime: un-poa-euc\n' ? '' : ' under un-poa-euc';
    expect((await euc(args)).out).toContain(`a.euc.yaml: A-1 NOT MET${under}\n`);
  });

  it('names the edition that judged, where a certificate names a form of several', async () => {
    const text = 'regime: de-eve\ncertificate:\n  issued: 2020-01-01\n';
    const report = JSON.parse((await euc(['check', '--format', 'json', '-'], text)).out) as Report;
    expect(report.files[0]?.certificates[0]).toMatchObject({ regime: 'de-eve-2017', named: 'de-eve' });
  });

  it('reads folders with all below them, and finds a number that two files bear', async () => {
    mkdirSync(join(folder, 'a/b'), { recursive: true });
    for (const name of ['a/one.euc', 'a/b/two.euc.yml']) write(name, 'certificate:\n  number: EUC-1\n');
    write('a/other.yaml', 'not: ours\n');
    const report = JSON.parse((await euc(['check', '--format', 'json', 'a'])).out) as Report;
    expect(report.files.map(({ path }) => path)).toEqual(['a/b/two.euc.yml', 'a/one.euc']);
    for (const { findings } of report.files) expect(findings.map(({ rule }) => rule)).toContain('number-duplicate');
  });

  it.each([
    ['sarif', /^\{\n {2}"\$schema": /],
    ['github', /^::error file=a\.euc\.yaml,line=1,endLine=1,col=9,endColumn=22,title=/],
    ['junit', /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<testsuites /],
  ])('tells the same as %s, with the same exit status', async (format, beginning) => {
    write('a.euc.yaml', 'regime: il-ciber-2021\n');
    write('b.euc.yaml', example('good-in-words'));
    const found = await euc(['check', '--format', format, 'a.euc.yaml']);
    expect({ status: found.status, error: found.error }).toEqual({ status: 1, error: '' });
    expect(found.out).toMatch(beginning);
    expect((await euc(['check', '--format', format, 'b.euc.yaml'])).status).toBe(0);
    expect((await euc(['check', '--format', format, 'c.euc.yaml', 'b.euc.yaml'])).status).toBe(2);
  });

  it.each([
    ['a file that is not there', ['check', 'none.euc.yaml'], 'there is no such file'],
    ['a file that is no text', ['check', 'binary.euc.yaml'], 'it is not UTF-8'],
    ['a folder without certificates', ['check', 'empty'], 'there is no certificate'],
    ['no path', ['check'], 'name a file or a folder'],
    ['an unknown format', ['check', '--format', 'xml', 'x'], 'there is no format "xml"'],
    ['an unknown regime', ['check', '--regime', 'xx', 'x'], 'there is no regime "xx"'],
    ['an unknown option', ['check', '--nonsense', 'x'], '--nonsense'],
    ['an unknown command', ['chekc'], 'there is no command "chekc"'],
    ['a language server without its stream', ['lsp'], '--stdio'],
    ['a file to mend that is not there', ['fix', 'none.euc.yaml'], 'there is no such file'],
  ])('says 2 of %s', async (_, args, message) => {
    write('binary.euc.yaml', new Uint8Array([0xff, 0xfe, 0x00]));
    mkdirSync(join(folder, 'empty'));
    const { status, error } = await euc(args);
    expect(status).toBe(2);
    expect(error).toContain(message);
  });

  it('checks what can be read although something else cannot', async () => {
    write('a.euc.yaml', example('good-in-words'));
    const { status, out } = await euc(['check', 'none.euc.yaml', 'a.euc.yaml']);
    expect(status).toBe(2);
    expect(out).toContain('a.euc.yaml: ');
  });
});

describe('euc fix', () => {
  const text = 'regime: il-ciber-2021\r\ncertificate:\r\n  issued: 20 November 2026\r\n';

  it('mends the form, and nothing that is declared', async () => {
    write('a.euc.yaml', text);
    const { status, out } = await euc(['fix', 'a.euc.yaml']);
    expect({ status, out }).toEqual({ status: 0, out: 'a.euc.yaml: 1 fix\n' });
    expect(readFileSync(join(folder, 'a.euc.yaml'), 'utf8')).toBe(text.replace('20 November 2026', '2026-11-20'));
    expect((await euc(['fix', 'a.euc.yaml'])).out).toBe('');
  });

  it('mends what is declared on demand, from standard input to standard output', async () => {
    const { status, out } = await euc(['fix', '--unsafe', '-'], text);
    expect(status).toBe(0);
    expect(out).toContain('regime: il-cyber-2021\r\n');
    expect(out).not.toMatch(/(?<!\r)\n/);
  });

  it('keeps a byte order mark', async () => {
    write('a.euc.yaml', `\ufeff${text}`);
    await euc(['fix', 'a.euc.yaml']);
    expect(readFileSync(join(folder, 'a.euc.yaml'), 'utf8').startsWith('\ufeffregime')).toBe(true);
  });
});

describe('euc render', () => {
  it.each([
    ['docx', 'PK'],
    ['pdf', '%PDF-1.7'],
    ['html', '<!DOCTYPE html>'],
  ])('writes a certificate as %s, the same bytes each time', async (format, beginning) => {
    write('a.euc.yaml', example('good-in-words'));
    const first = await euc(['render', 'a.euc.yaml', '-o', `a.${format}`]);
    expect(first).toEqual({ status: 0, out: `a.${format}\n`, error: '' });
    await euc(['render', 'a.euc.yaml', '-o', `b.${format}`]);
    const [one, other] = ['a', 'b'].map((name) => readFileSync(join(folder, `${name}.${format}`)));
    expect(one?.toString('latin1')).toMatch(new RegExp(`^${beginning}`));
    expect(one?.equals(other!)).toBe(true);
  });

  it('says with the regime of the folder what euc check says', async () => {
    mkdirSync(join(folder, '.euc/regimes'), { recursive: true });
    const pack = [
      'id: zz-own',
      'title: A form of our own',
      'issuer: Office of Quillmarsh',
      'in-force: {}',
      'note: Made up.',
      'sources:',
      '  A: { name: Notice 1, citation: Notice 1 of nobody, read: 2026-11-01, confidence: official }',
      'fields:',
      '  source: [A]',
      '  required: [certificate.number]',
      'clauses: []',
      '',
    ].join('\n');
    write('.euc/regimes/own.regime.yaml', pack);
    write('a.euc.yaml', 'regime: zz-own\n\ncertificate:\n  number: A-1\n');
    const { out } = await euc(['check', 'a.euc.yaml', '--format', 'json']);
    const status = (JSON.parse(out) as Report).files[0]?.status;
    await euc(['render', 'a.euc.yaml', '-o', 'a.html']);
    const page = readFileSync(join(folder, 'a.html'), 'utf8');
    expect(page).toContain('A form of our own');
    expect(page).toContain(`checked against zz-own: ${status ?? ''}`);
  });

  it.each([
    [['render', 'a.euc.yaml'], 'say with -o where to write it'],
    [['render', 'a.euc.yaml', '-o', 'a.odt'], 'its ending says how'],
    [['render', '.', '-o', 'a.pdf'], 'name one certificate'],
    [['render', 'none.euc.yaml', '-o', 'a.pdf'], 'was not rendered'],
    [['render', 'empty.euc.yaml', '-o', 'a.pdf'], 'There is no certificate in this file yet'],
    [['render', 'hebrew.euc.yaml', '-o', 'a.pdf'], 'is written from right to left'],
  ])('says 2 and why for %j, and writes nothing', async (args, why) => {
    write('a.euc.yaml', example('good-in-words'));
    write('b.euc.yaml', example('good-by-parts'));
    write('empty.euc.yaml', '# Nothing yet\n');
    write('hebrew.euc.yaml', example('good-in-words').replace('Quillmarsh', 'מערכות'));
    const { status, error } = await euc(args);
    expect(status).toBe(2);
    expect(error).toContain(why);
    expect(existsSync(join(folder, 'a.pdf'))).toBe(false);
  });
});

it('the commands and the version are told', async () => {
  expect(await euc(['--help'])).toMatchObject({ status: 0, out: expect.stringContaining('euc check') as string });
  expect((await euc(['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/);
});
