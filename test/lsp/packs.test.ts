import { afterEach, describe, expect, it } from 'vitest';
import type {
  CodeAction,
  CompletionItem,
  Hover,
  Location,
  WorkspaceDiagnosticReport,
} from 'vscode-languageserver/node';
import { PACK_TESTS, TRUSTED, type PackTestResult } from '../../server/lsp/messages';
import { startEditor, TRANSPORTS, type Editor } from './editor';

const PACK = 'file:///w/.euc/regimes/harbour.regime.yaml';
const CERTIFICATE = 'file:///w/deep/a.euc.yaml';

const TEXT = `id: xx-harbour
title: Made up
issuer: Nobody
in-force: {}
note: Made up.
sources:
  N7: { name: Notice 7, citation: Notice 7 of nobody, read: 2026-11-01, confidence: official }
fields:
  source: [N7]
  required: [certificate.number]
  further:
    - path: items[].berth
      label: the berth
      about: Where the item is landed.
      example: Berth 4
      source: [N7]
  exact:
    - path: items[].berth
      words: The berth is stated.
      source: [N7]
examples:
  - name: No berth
    texts: { 'items[0].berth': quay }
    expect: [field-inexact]
  - name: A berth
    texts: { 'items[0].berth': Berth 4 }
    expect: [field-inexact]
`;

let editor: Editor | undefined;
afterEach(async () => {
  await editor?.close();
  editor = undefined;
});

/** An editor in a workspace of one pack and one certificate under it. */
async function begin(text = TEXT, trusted = true) {
  const texts = new Map([
    [PACK, text],
    [CERTIFICATE, 'regime: xx-harbour\ncertificate:\n  issued: 2026-11-20\n'],
  ]);
  const there = await startEditor(TRANSPORTS[0]!, {
    capabilities: { textDocument: { diagnostic: {} } },
    options: { trusted },
    files: {
      find: () => Promise.resolve([CERTIFICATE]),
      list: (folder) => Promise.resolve(folder === 'file:///w/.euc/regimes' ? [PACK] : undefined),
      read: (uri) => Promise.resolve(texts.get(uri)),
    },
  });
  editor = there;
  const place = (marked: string) => {
    const before = text.slice(0, text.indexOf(marked) + 1).split('\n');
    return { line: before.length - 1, character: (before.at(-1) ?? '').length };
  };
  const at = (marked: string) => ({ textDocument: { uri: PACK }, position: place(marked) });
  /** What is found of the certificate, which is not open. */
  const found = async () => {
    const { items } = await there.connection.sendRequest<WorkspaceDiagnosticReport>('workspace/diagnostic', {
      previousResultIds: [],
    });
    const report = items.find(({ uri }) => uri === CERTIFICATE);
    return report?.kind === 'full' ? report.items.map((each) => `${String(each.code)} ${each.message as string}`) : [];
  };
  const saved = async (now: string) => {
    texts.set(PACK, now);
    await there.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: PACK, type: 2 }] });
  };
  // What was on its way when the editor is closed would come too late.
  await expect.poll(found).not.toEqual([]);
  return { there, at, place, found, saved };
}

describe('a pack in the editor', () => {
  it('has its faults shown, with a change that mends them', async () => {
    const { there, place } = await begin(TEXT.replace('issuer:', 'isuer:'));
    await there.open(PACK, TEXT.replace('issuer:', 'isuer:'));
    const report = await there.connection.sendRequest<{ items: { message: string; range: unknown }[] }>(
      'textDocument/diagnostic',
      {
        textDocument: { uri: PACK },
      },
    );
    const messages = report.items.map(({ message }) => message);
    expect(messages).toContainEqual(expect.stringContaining('Did you mean "issuer"?'));
    const start = place('isuer');
    const actions = await there.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: PACK },
      range: { start, end: start },
      context: { diagnostics: report.items },
    });
    expect(actions.map(({ title }) => title)).toContain('Change to "issuer"');
  });

  it('is completed, explained, and leads from a name to where it is stated', async () => {
    const { there, at } = await begin();
    await there.open(PACK, TEXT);
    await there.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri: PACK } });
    const hover = await there.connection.sendRequest<Hover | null>(
      'textDocument/hover',
      at('items[].berth\n      words'),
    );
    expect(JSON.stringify(hover?.contents)).toContain('Where the item is landed.');
    const target = await there.connection.sendRequest<Location>(
      'textDocument/definition',
      at('items[].berth\n      words'),
    );
    expect(target.range.start.line).toBe(TEXT.split('\n').findIndex((line) => line.includes('further:')) + 1);
    const source = await there.connection.sendRequest<Location>('textDocument/definition', at('N7]\n  exact'));
    expect(source.range.start.line).toBe(TEXT.split('\n').findIndex((line) => line.startsWith('  N7:')));
    const labels = async (marked: string) =>
      (await there.connection.sendRequest<CompletionItem[]>('textDocument/completion', at(marked))).map(
        ({ label }) => label,
      );
    expect(await labels('field-inexact]\n  - name')).toContain('field-missing');
    expect(await labels('items[].berth\n      words')).toContain('items[].berth');
  });

  it('has its examples tried, and told as not met where the pack has a fault', async () => {
    const { there } = await begin();
    await there.open(PACK, TEXT);
    const tried = () => there.connection.sendRequest<readonly PackTestResult[]>(PACK_TESTS, { uri: PACK });
    const [none, berth] = await tried();
    expect([none?.name, none?.met, berth?.met]).toEqual(['No berth', true, false]);
    expect(berth?.message).toContain('Not found: field-inexact');
    await there.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: PACK, version: 2 },
      contentChanges: [{ text: TEXT.replace('issuer:', 'isuer:') }],
    });
    const broken = await tried();
    expect(broken.map(({ name, met }) => [name, met])).toEqual([
      ['No berth', false],
      ['A berth', false],
    ]);
    expect(broken[0]?.message).toContain('The pack has a fault');
  });
});

describe('a certificate under a pack of its workspace', () => {
  it('is checked anew when the pack is saved, also where nobody has it open', async () => {
    const { found, saved } = await begin();
    await expect.poll(found).toEqual([expect.stringContaining('field-missing') as string]);
    await saved(TEXT.replace('[certificate.number]', '[certificate.issued]'));
    await expect.poll(found).toEqual([]);
    await saved(TEXT.replace('id: xx-harbour', 'id: xx-other'));
    await expect.poll(found).toEqual([expect.stringContaining('regime-unknown') as string]);
  });

  it('is not checked until the workspace is trusted, and says so', async () => {
    const { there, found } = await begin(TEXT, false);
    await expect.poll(found).toEqual([expect.stringMatching(/^regime-not-usable .*not trusted/) as string]);
    await there.connection.sendNotification(TRUSTED);
    await expect.poll(found).toEqual([expect.stringContaining('field-missing') as string]);
  });
});
