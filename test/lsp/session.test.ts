import { afterEach, describe, expect, it } from 'vitest';
import type {
  ClientCapabilities,
  CodeAction,
  CompletionItem,
  DocumentDiagnosticReport,
  TextDocumentEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { check } from '../../server/check';
import { example } from '../support/examples';
import { startEditor, type Editor } from './editor';

const URI = 'file:///a.euc.yaml';
const PULLS: ClientCapabilities = { textDocument: { diagnostic: {} } };
const VERSIONED: ClientCapabilities = { ...PULLS, workspace: { workspaceEdit: { documentChanges: true } } };

let editor: Editor | undefined;
afterEach(() => {
  editor?.close();
  editor = undefined;
});
const start = async (...args: Parameters<typeof startEditor>) => (editor = await startEditor(...args));

const change = (to: Editor, version: number, text: string, line: number, from: number, until: number) =>
  to.connection.sendNotification('textDocument/didChange', {
    textDocument: { uri: URI, version },
    contentChanges: [{ range: { start: { line, character: from }, end: { line, character: until } }, text }],
  });

describe('an editor that is told', () => {
  it('gets the findings of each version it made, and none when it closes the file', async () => {
    const there = await start({});
    expect(there.server.capabilities.diagnosticProvider).toBeUndefined();
    await there.open(URI, 'regime: il-ciber-2021\n');
    const first = await there.push(({ version }) => version === 1);
    expect(first.diagnostics.map(({ code }) => code)).toEqual(['regime-unknown']);
    expect(first.diagnostics[0]?.range).toEqual({ start: { line: 0, character: 8 }, end: { line: 0, character: 21 } });
    await change(there, 2, 'cyber', 0, 11, 16);
    const second = await there.push(({ version }) => version === 2);
    const codes = second.diagnostics.map(({ code }) => code);
    expect(codes).not.toContain('regime-unknown');
    expect(codes).toContain('clause-missing');
    await there.connection.sendNotification('textDocument/didClose', { textDocument: { uri: URI } });
    expect((await there.push(({ version }) => version === undefined)).diagnostics).toEqual([]);
  });
});

describe('an editor in which a purpose is typed', () => {
  const line = '  - Prevention of terrorist acts and tax';
  const marked = (items: readonly { code?: unknown; range: { end: { line: number; character: number } } }[]) =>
    items.filter(({ range }) => range.end.line === 2).map(({ range }) => range.end.character);

  it('is told of the words that are finished, and of the last one once it is left alone', async () => {
    const there = await start({});
    await there.open(URI, `regime: il-cyber-2021\npurposes:\n${line} colle\n`);
    await there.push(({ version }) => version === 1);
    await change(there, 2, 'c', 2, line.length + 6, line.length + 6);
    const typing = await there.push(({ version }) => version === 2);
    expect(marked(typing.diagnostics)).toEqual([line.length]);
    const left = await there.push(({ version, diagnostics }) => version === 2 && diagnostics !== typing.diagnostics);
    expect(marked(left.diagnostics)).toEqual([line.length + 7]);
  });

  it('is not told of a word of which only the beginning is there', async () => {
    const there = await start({});
    await there.open(URI, 'regime: il-cyber-2021\npurposes:\n  - Prevention of terrorist acts and blorfin\n');
    await there.push(({ version }) => version === 1);
    const end = '  - Prevention of terrorist acts and blorfin'.length;
    await change(there, 2, 'g', 2, end, end);
    expect(marked((await there.push(({ version }) => version === 2)).diagnostics)).toEqual([]);
    await change(there, 3, ' ', 2, end + 1, end + 1);
    expect(marked((await there.push(({ version }) => version === 3)).diagnostics)).toEqual([end + 1]);
  });
});

describe('an editor that asks', () => {
  const ask = (there: Editor, previousResultId?: string) =>
    there.connection.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
      textDocument: { uri: URI },
      ...(previousResultId !== undefined && { previousResultId }),
    });

  it('gets the findings of the text as it is, the same that the check gives, and "unchanged" the second time', async () => {
    const there = await start(PULLS);
    const text = example('half-typed').replaceAll('\n', '\r\n');
    await there.open(URI, text);
    const report = await ask(there);
    if (report.kind !== 'full') throw new Error(report.kind);
    const { findings, lines } = check(text);
    expect(report.items.map(({ code, range }) => [code, range])).toEqual(
      findings.map(({ rule, span }) => [rule, lines.range(span)]),
    );
    expect(await ask(there, report.resultId)).toEqual({ kind: 'unchanged', resultId: report.resultId });
    await change(there, 2, '#', 0, 0, 0);
    expect((await ask(there, report.resultId)).kind).toBe('full');
    expect(there.pushed).toEqual([]);
  });

  it('gets the findings anew for a document opened in the place of another', async () => {
    const there = await start(PULLS);
    await there.open(URI, 'regime: il-cyber-2021\n');
    const first = await ask(there);
    await there.connection.sendNotification('textDocument/didClose', { textDocument: { uri: URI } });
    await there.open(URI, 'regime: il-cyber-2022\n');
    const second = await ask(there, first.resultId);
    expect(second.kind === 'full' && second.items.map(({ code }) => code)).toContain('regime-unknown');
  });

  it('is told nothing of a file that it did not open', async () => {
    const there = await start(PULLS);
    expect(await ask(there)).toEqual({ kind: 'full', items: [] });
  });

  it('has a number that another file of the workspace bears found', async () => {
    const there = await start(PULLS, {
      find: () => Promise.resolve(['file:///other.euc.yaml']),
      list: () => Promise.resolve(undefined),
      read: () => Promise.resolve('certificate:\n  number: EUC-1\n'),
    });
    await there.open(URI, 'certificate:\n  number: EUC-1\n');
    await expect
      .poll(async () => {
        const report = await ask(there);
        return report.kind === 'full' ? report.items.map(({ code }) => code) : [];
      })
      .toContain('number-duplicate');
  });

  it('is told at the first asking that a file it has just opened bears the number of another', async () => {
    const there = await start(PULLS);
    const text = 'certificate:\n  number: EUC-1\n';
    await there.open('file:///b.euc.yaml', text);
    await there.open(URI, text);
    const report = await ask(there);
    if (report.kind !== 'full') throw new Error(report.kind);
    expect(report.items.map(({ code }) => code)).toContain('number-duplicate');
  });
});

describe('code actions', () => {
  const ask = (there: Editor, line: number, only?: readonly string[]) =>
    there.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: URI },
      range: { start: { line, character: 9 }, end: { line, character: 9 } },
      context: { diagnostics: [], ...(only && { only }) },
    });

  it('carry an edit of the version that was read', async () => {
    const there = await start(VERSIONED);
    await there.open(URI, 'regime: il-ciber-2021\n', 7);
    const [action] = await ask(there, 0);
    const edit = action?.edit?.documentChanges?.[0] as TextDocumentEdit;
    expect(action?.isPreferred).toBe(true);
    expect(edit.textDocument).toEqual({ uri: URI, version: 7 });
    expect(edit.edits.map((each) => 'newText' in each && each.newText)).toEqual(['il-cyber-2021']);
  });

  it('mend the form of the whole file when the editor saves it', async () => {
    const there = await start({});
    const text = 'certificate:\r\n  issued: 20 November 2026\r\n  expires: 1 May 2027\r\n';
    await there.open(URI, text);
    const actions = await ask(there, 0, ['source.fixAll']);
    expect(actions.map(({ kind }) => kind)).toEqual(['source.fixAll.euc']);
    const edits = actions[0]?.edit?.changes?.[URI] ?? [];
    expect(TextDocument.applyEdits(TextDocument.create(URI, 'euc', 1, text), edits)).toBe(
      'certificate:\r\n  issued: 2026-11-20\r\n  expires: 2027-05-01\r\n',
    );
    expect(await ask(there, 0, ['refactor'])).toEqual([]);
  });
});

it('completion, hover, outline, folds and links are answered', async () => {
  const there = await start({});
  await there.open(URI, example('good-by-parts'));
  const at = (method: string, line: number, character: number) =>
    there.connection.sendRequest<unknown>(method, { textDocument: { uri: URI }, position: { line, character } });
  const whole = (method: string) => there.connection.sendRequest<unknown[]>(method, { textDocument: { uri: URI } });
  const items = (await at('textDocument/completion', 1, 8)) as CompletionItem[];
  expect(items.map(({ label }) => label)).toContain('il-cyber-2021');
  expect(await at('textDocument/hover', 1, 2)).toHaveProperty('contents.kind', 'markdown');
  expect(await at('textDocument/hover', 2, 0)).toBeNull();
  for (const method of ['documentSymbol', 'foldingRange', 'documentLink'])
    expect((await whole(`textDocument/${method}`)).length).toBeGreaterThan(3);
});
