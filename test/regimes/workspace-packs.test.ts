import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { check } from '../../server/check';
import { main } from '../../server/cli/main';
import { nodeFiles } from '../../server/lsp/node-files';
import { RegimeStore } from '../../server/lsp/regime-store';
import { recordIn } from '../../server/regimes/workspace-packs';

const pack = (id: string, field: string) => `id: ${id}
title: Made up
issuer: Nobody
in-force: {}
note: Made up.
sources:
  A: { name: Notice 1, citation: Notice 1 of nobody, read: 2026-11-01, confidence: official }
fields:
  source: [A]
  required: [${field}]
clauses: []
`;

const folders: string[] = [];

/** Writes files into a folder of their own and gives its path. */
function folderWith(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'euc-'));
  folders.push(root);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  return root;
}

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

const TREE = {
  '.euc/regimes/outer.regime.yaml': pack('xx-form', 'certificate.number'),
  '.euc/records/MLA-1.yaml': 'exporter:\n  name: Osprey & Lane Ltd\n',
  'a.euc.yaml': 'regime: xx-form\ncertificate:\n  application: MLA-1\nexporter:\n  name: Quillmarsh Ltd\n',
  'north/.euc/regimes/inner.regime.yaml': pack('xx-form', 'certificate.contract'),
  'north/deep/b.euc.yaml': 'regime: xx-form\ncertificate:\n  issued: 2026-11-20\n',
  'south/c.euc.yaml': 'regime: xx-form\ncertificate:\n  issued: 2026-11-20\n',
  'south/d.euc.yaml': 'regime: xx-other\n',
};

interface Report {
  readonly files: readonly {
    path: string;
    status: string;
    findings: readonly { rule: string; at: string; message: string }[];
  }[];
}

/** What the command line finds. */
async function byCommand(root: string): Promise<ReadonlyMap<string, readonly string[]>> {
  let out = '';
  await main(['check', '--format', 'json', '.'], {
    cwd: root,
    out: (text) => (out += text),
    error: (text) => (out += text),
    input: () => Promise.resolve(new Uint8Array()),
  });
  const { files } = JSON.parse(out) as Report;
  return new Map(
    files.map(({ path, findings }) => [
      path.replace(/^\.\//, ''),
      findings.map(({ rule, at, message }) => `${rule} ${at} ${message}`),
    ]),
  );
}

/** What the language server finds. */
async function inEditor(root: string, trusted = true) {
  const store = new RegimeStore(nodeFiles([pathToFileURL(root).href]), trusted);
  const found = new Map<string, { readonly verdict: string; readonly findings: readonly string[] }>();
  for (const [name, text] of Object.entries(TREE)) {
    if (!name.endsWith('.euc.yaml')) continue;
    const uri = pathToFileURL(join(root, name)).href;
    await store.ready(uri);
    const { findings, verdict } = check(text, {
      catalogue: store.catalogue(uri),
      record: recordIn(store.known(uri)?.records ?? new Map()),
    });
    found.set(name, { verdict, findings: findings.map(({ rule, path, message }) => `${rule} ${path} ${message}`) });
  }
  return found;
}

describe('packs of a workspace', () => {
  it('are found by the nearest folder upwards, alike from the command line and in the editor', async () => {
    const root = folderWith(TREE);
    const command = await byCommand(root);
    const editor = await inEditor(root);
    expect([...editor].map(([name, { findings }]) => [name, findings])).toEqual(
      [...editor.keys()].map((name) => [name, command.get(name)]),
    );
    const rules = (name: string) => editor.get(name)?.findings.map((each) => each.split(' ').slice(0, 2).join(' '));
    expect(rules('a.euc.yaml')).toContain('field-missing certificate.number');
    expect(rules('a.euc.yaml')).toContain('record-mismatch exporter.name');
    expect(rules('north/deep/b.euc.yaml')).toEqual(['field-missing certificate.contract']);
    expect(rules('south/c.euc.yaml')).toEqual(['field-missing certificate.number']);
    expect(rules('south/d.euc.yaml')).toEqual(['regime-unknown regime']);
  });

  it('are not used in a workspace that is not trusted, and the certificate is said not to be checked', async () => {
    const found = await inEditor(folderWith(TREE), false);
    expect(found.get('south/c.euc.yaml')).toEqual({
      verdict: 'not-checked',
      findings: [expect.stringContaining('not trusted') as string],
    });
  });

  it('are not used with a fault in them, and the certificate is said not to be checked', async () => {
    const root = folderWith({ ...TREE, '.euc/regimes/outer.regime.yaml': pack('xx-form', 'certificate.nunber') });
    expect((await inEditor(root)).get('south/c.euc.yaml')).toEqual({
      verdict: 'not-checked',
      findings: [expect.stringContaining('has a fault') as string],
    });
  });

  it('are not used where two have one id, and a certificate that names a family is told what keeps it', async () => {
    const twice = { ...TREE, '.euc/regimes/again.regime.yaml': pack('xx-form', 'certificate.contract') };
    expect((await inEditor(folderWith(twice))).get('south/c.euc.yaml')).toEqual({
      verdict: 'not-checked',
      findings: [expect.stringContaining('several packs') as string],
    });
    const family = pack('xx-form-2', 'certificate.number').replace('note:', 'family: xx-other\nnote:');
    const root = folderWith({ ...TREE, '.euc/regimes/outer.regime.yaml': family });
    expect((await inEditor(root, false)).get('south/d.euc.yaml')).toEqual({
      verdict: 'not-checked',
      findings: [expect.stringContaining('not trusted') as string],
    });
  });

  it('and records do not need each other, and a record is found by its file or by what it states', async () => {
    const certificate = (number: string) =>
      `regime: un-poa-euc\ncertificate:\n  application: ${number}\nexporter:\n  name: Quillmarsh Ltd\n`;
    const record = 'exporter:\n  name: Osprey & Lane Ltd\n';
    const files = {
      '.euc/records/MLA%2F7.yaml': record,
      '.euc/records/100%.yaml': record,
      '.euc/records/x.yaml': `certificate:\n  contract: PO-9\n${record}`,
      'north/.euc/regimes/inner.regime.yaml': pack('xx-form', 'certificate.contract'),
      'a.euc.yaml': certificate('MLA/7'),
      'north/b.euc.yaml': certificate('100%'),
      'north/c.euc.yaml': certificate('PO-9'),
      'north/d.euc.yaml': certificate('PO-8'),
    };
    const root = folderWith(files);
    const command = await byCommand(root);
    const store = new RegimeStore(nodeFiles([pathToFileURL(root).href]), true);
    for (const [name, wanted] of [
      ['a.euc.yaml', 1],
      ['north/b.euc.yaml', 1],
      ['north/c.euc.yaml', 1],
      ['north/d.euc.yaml', 0],
    ] as const) {
      const uri = pathToFileURL(join(root, name)).href;
      await store.ready(uri);
      const record = recordIn(store.known(uri)?.records ?? new Map());
      const { findings } = check(files[name], { catalogue: store.catalogue(uri), record });
      const ofRecord = (rules: readonly string[]) => rules.filter((rule) => rule.startsWith('record-mismatch')).length;
      expect({
        name,
        editor: ofRecord(findings.map(({ rule }) => rule)),
        command: ofRecord(command.get(name) ?? []),
      }).toEqual({
        name,
        editor: wanted,
        command: wanted,
      });
    }
  });

  it('never take the place of a built-in regime', async () => {
    const root = folderWith({ '.euc/regimes/x.regime.yaml': pack('il-cyber-2021', 'certificate.number') });
    const store = new RegimeStore(nodeFiles([]), true);
    const uri = pathToFileURL(join(root, 'a.euc.yaml')).href;
    await store.ready(uri);
    expect(store.catalogue(uri).find('il-cyber-2021')?.clauses.length).toBeGreaterThan(0);
  });

  it('are read anew when they have changed', async () => {
    const root = folderWith(TREE);
    const store = new RegimeStore(nodeFiles([]), true);
    const uri = pathToFileURL(join(root, 'south/c.euc.yaml')).href;
    await store.ready(uri);
    const before = store.epoch;
    writeFileSync(join(root, '.euc/regimes/outer.regime.yaml'), pack('xx-form', 'certificate.expires'));
    store.forget();
    await store.ready(uri);
    expect(store.catalogue(uri).find('xx-form')?.fields.required).toEqual(['certificate.expires']);
    expect(store.epoch).toBeGreaterThan(before);
  });
});

describe('euc regime test', () => {
  it('says which examples of a pack are met, and fails where one is not', async () => {
    const example = (rule: string) =>
      `examples:\n  - name: A value\n    texts: { 'items[0].value': to follow }\n    expect: [${rule}]\n`;
    const root = folderWith({
      'good.regime.yaml': pack('xx-a', 'certificate.number') + example('field-invalid'),
      'bad.regime.yaml': pack('xx-b', 'certificate.number') + example('date-order'),
    });
    const run = async (name: string) => {
      let out = '';
      const say = (text: string) => (out += text);
      const status = await main(['regime', 'test', name], {
        cwd: root,
        out: say,
        error: say,
        input: () => Promise.resolve(new Uint8Array()),
      });
      return { status, out };
    };
    expect(await run('good.regime.yaml')).toEqual({
      status: 0,
      out: expect.stringContaining('1 of 1 examples met') as string,
    });
    const bad = await run('bad.regime.yaml');
    expect(bad.status).toBe(1);
    expect(bad.out).toContain('not found: date-order');
    expect(bad.out).toContain('not expected: field-invalid');
    expect((await run('none.regime.yaml')).status).toBe(2);
  });
});
