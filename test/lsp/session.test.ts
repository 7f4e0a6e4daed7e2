import { afterAll, afterEach, describe, expect, it } from 'vitest';
import type {
  ApplyWorkspaceEditParams,
  ClientCapabilities,
  CodeAction,
  CodeLens,
  CompletionItem,
  Diagnostic,
  DocumentDiagnosticReport,
  Location,
  SnippetTextEdit,
  TextDocumentEdit,
  WorkspaceDiagnosticReport,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { check } from '../../server/check';
import { INSERT_CLAUSES } from '../../server/lsp/messages';
import type { WorkspaceFiles } from '../../server/lsp/workspace';
import { example } from '../support/examples';
import { endServers, startEditor, TRANSPORTS, type Editor, type EditorSetup } from './editor';

const URI = 'file:///a.euc.yaml';
/** Asks for findings itself, and can take edits of a version, with tab stops in them. */
const ASKS: ClientCapabilities = {
  textDocument: { diagnostic: {} },
  workspace: { workspaceEdit: { documentChanges: true, snippetEditSupport: true } },
};

/** A workspace of one file. */
const oneFile = (uri: string, text: string): WorkspaceFiles => ({
  find: () => Promise.resolve([uri]),
  list: () => Promise.resolve(undefined),
  read: (asked) => Promise.resolve(asked === uri ? text : undefined),
});

afterAll(endServers);

describe.each(TRANSPORTS)('over $name', (transport) => {
  let editor: Editor | undefined;
  afterEach(async () => {
    await editor?.close();
    editor = undefined;
  });
  const start = async (setup: EditorSetup = {}) => (editor = await startEditor(transport, setup));

  const change = (to: Editor, version: number, text: string, line: number, from: number, until: number) =>
    to.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: URI, version },
      contentChanges: [{ range: { start: { line, character: from }, end: { line, character: until } }, text }],
    });

  describe('an editor that is told', () => {
    it('gets the findings of each version it made, and none when it closes the file', async () => {
      const there = await start();
      expect(there.server.capabilities.diagnosticProvider).toBeUndefined();
      await there.open(URI, 'regime: il-ciber-2021\n');
      const first = await there.push(({ version }) => version === 1);
      expect(first.diagnostics.map(({ code }) => code)).toEqual(['regime-unknown']);
      expect(first.diagnostics[0]?.range).toEqual({
        start: { line: 0, character: 8 },
        end: { line: 0, character: 21 },
      });
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
      const there = await start({ options: { pause: 50 } });
      await there.open(URI, `regime: il-cyber-2021\npurposes:\n${line} colle\n`);
      await there.push(({ version }) => version === 1);
      await change(there, 2, 'c', 2, line.length + 6, line.length + 6);
      const typing = await there.push(({ version }) => version === 2);
      expect(marked(typing.diagnostics)).toEqual([line.length]);
      const left = await there.push(({ version, diagnostics }) => version === 2 && diagnostics !== typing.diagnostics);
      expect(marked(left.diagnostics)).toEqual([line.length + 7]);
    });

    it('is told of all of them at once where it did not ask for a pause', async () => {
      const there = await start();
      await there.open(URI, `regime: il-cyber-2021\npurposes:\n${line} colle\n`);
      await there.push(({ version }) => version === 1);
      await change(there, 2, 'c', 2, line.length + 6, line.length + 6);
      const typing = await there.push(({ version }) => version === 2);
      expect(marked(typing.diagnostics)).toEqual([line.length + 7]);
    });

    it('is not told of a word of which only the beginning is there', async () => {
      const there = await start({ options: { pause: 600_000 } });
      const begun = '  - Prevention of terrorist acts';
      await there.open(URI, `regime: il-cyber-2021\npurposes:\n${begun}\n`);
      await there.push(({ version }) => version === 1);
      for (const [i, key] of Array.from(' and blorfing ').entries()) {
        const version = i + 2;
        await change(there, version, key, 2, begun.length + i, begun.length + i);
        expect(marked((await there.push((push) => push.version === version)).diagnostics)).toEqual([]);
      }
    });

    it('is told nothing of a sentence that will not hold at its end, and all of it then', async () => {
      const there = await start({ options: { pause: 600_000 } });
      const begun = '  - Monitoring of journalists. ';
      await there.open(URI, `regime: il-cyber-2021\npurposes:\n${begun}\n`);
      const before = await there.push(({ version }) => version === 1);
      expect(marked(before.diagnostics)).not.toEqual([]);
      const sentence = 'Prevention of kidnapping, in order to compel the Government, and tax collection';
      let version = 1;
      for (const [i, key] of Array.from(sentence).entries()) {
        version++;
        await change(there, version, key, 2, begun.length + i, begun.length + i);
        const told = await there.push((push) => push.version === version);
        expect(marked(told.diagnostics)).toEqual(marked(before.diagnostics));
      }
      version++;
      const end = begun.length + sentence.length;
      await change(there, version, '.', 2, end, end);
      const told = await there.push((push) => push.version === version);
      expect(marked(told.diagnostics)).toEqual([...marked(before.diagnostics), end]);
    });

    it('keeps being told of what stands in a sentence that is gone on with, also where a letter is taken back', async () => {
      const there = await start({ options: { pause: 600_000 } });
      const begun = '  - Prevention of terrorist acts and tax collection';
      await there.open(URI, `regime: il-cyber-2021\npurposes:\n${begun}\n`);
      await there.push(({ version }) => version === 1);
      for (const [version, key] of Array.from(' and ').entries()) {
        await change(there, version + 2, key, 2, begun.length + version, begun.length + version);
        const told = await there.push((push) => push.version === version + 2);
        expect(marked(told.diagnostics)).toEqual([begun.length]);
      }
      await change(there, 7, '', 2, begun.length + 4, begun.length + 5);
      expect(marked((await there.push(({ version }) => version === 7)).diagnostics)).toEqual([begun.length]);
    });
  });

  describe('an editor that asks', () => {
    const ask = (there: Editor, previousResultId?: string) =>
      there.connection.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
        textDocument: { uri: URI },
        ...(previousResultId !== undefined && { previousResultId }),
      });

    it('gets the findings of the text as it is, the same that the check gives, and "unchanged" the second time', async () => {
      const there = await start({ capabilities: ASKS });
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
      const there = await start({ capabilities: ASKS });
      await there.open(URI, 'regime: il-cyber-2021\n');
      const first = await ask(there);
      await there.connection.sendNotification('textDocument/didClose', { textDocument: { uri: URI } });
      await there.open(URI, 'regime: il-cyber-2022\n');
      const second = await ask(there, first.resultId);
      expect(second.kind === 'full' && second.items.map(({ code }) => code)).toContain('regime-unknown');
    });

    it('is reminded where it does not ask once a text has changed', async () => {
      const refreshing = { ...ASKS, workspace: { ...ASKS.workspace, diagnostics: { refreshSupport: true } } };
      const there = await start({ capabilities: refreshing });
      const reminded = new Promise((resolve) => {
        there.connection.onRequest('workspace/diagnostic/refresh', resolve);
      });
      await there.open(URI, 'regime: il-cyber-2021\n');
      await ask(there);
      await change(there, 2, '#', 0, 0, 0);
      expect(await reminded).toBeDefined();
    });

    it('is told nothing of a file that it did not open', async () => {
      const there = await start({ capabilities: ASKS });
      expect(await ask(there)).toEqual({ kind: 'full', items: [] });
    });

    it('has a number that another file of the workspace bears found', async () => {
      const there = await start({
        capabilities: ASKS,
        files: {
          find: () => Promise.resolve(['file:///other.euc.yaml']),
          list: () => Promise.resolve(undefined),
          read: () => Promise.resolve('certificate:\n  number: EUC-1\n'),
        },
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
      const there = await start({ capabilities: ASKS });
      const text = 'certificate:\n  number: EUC-1\n';
      await there.open('file:///b.euc.yaml', text);
      await there.open(URI, text);
      const report = await ask(there);
      if (report.kind !== 'full') throw new Error(report.kind);
      expect(report.items.map(({ code }) => code)).toContain('number-duplicate');
    });
  });

  describe('an editor that asks of the whole workspace', () => {
    const ask = (there: Editor, previousResultIds: { uri: string; value: string }[] = []) =>
      there.connection.sendRequest<WorkspaceDiagnosticReport>('workspace/diagnostic', { previousResultIds });

    it('is told of the files that are not open, once', async () => {
      const there = await start({
        capabilities: ASKS,
        files: oneFile('file:///b.euc.yaml', 'regime: il-ciber-2021\n'),
      });
      await expect.poll(async () => (await ask(there)).items.map(({ uri }) => uri)).toEqual(['file:///b.euc.yaml']);
      const [first] = (await ask(there)).items;
      if (first?.kind !== 'full') throw new Error(first?.kind);
      expect(first.items.map(({ code }) => code)).toEqual(['regime-unknown']);
      const [again] = (await ask(there, [{ uri: first.uri, value: first.resultId ?? '' }])).items;
      expect(again?.kind).toBe('unchanged');
      await there.open('file:///b.euc.yaml', '');
      expect((await ask(there)).items).toEqual([]);
    });

    it('is told of a file that was changed on disk', async () => {
      const texts = new Map([['file:///b.euc.yaml', 'regime: il-cyber-2021\n']]);
      const there = await start({
        capabilities: ASKS,
        files: {
          find: () => Promise.resolve([...texts.keys()]),
          list: () => Promise.resolve(undefined),
          read: (uri) => Promise.resolve(texts.get(uri)),
        },
      });
      const rules = async () => {
        const [report] = (await ask(there)).items;
        return report?.kind === 'full' ? report.items.map(({ code }) => code) : [];
      };
      const changed = (type: number) =>
        there.connection.sendNotification('workspace/didChangeWatchedFiles', {
          changes: [{ uri: 'file:///b.euc.yaml', type }],
        });
      await expect.poll(rules).toContain('clause-missing');
      texts.set('file:///b.euc.yaml', 'regime: il-ciber-2021\n');
      await changed(2);
      await expect.poll(rules).toEqual(['regime-unknown']);
      texts.clear();
      await changed(3);
      await expect.poll(async () => (await ask(there)).items).toEqual([]);
    });
  });

  describe('a finding', () => {
    const shown = async (setup: EditorSetup, text: string): Promise<readonly Diagnostic[]> => {
      const there = await start(setup);
      await there.open(URI, text);
      return (await there.push(({ version }) => version === 1)).diagnostics;
    };

    it('has its severity, its rule, its source, and a link to the page about the rule', async () => {
      const [found] = await shown(
        {
          capabilities: { textDocument: { publishDiagnostics: { codeDescriptionSupport: true } } },
          options: { rulePages: 'https://pages.example/' },
        },
        example('good-in-words').replace(' or more.', ' or less.'),
      );
      expect(found).toMatchObject({
        severity: 1,
        code: 'clause-altered',
        source: 'euc',
        codeDescription: { href: 'https://pages.example/clause-altered.md' },
      });
      expect(found?.message).toMatch(/^[^\n]+ Restore the regime's words\.\nSource: MediaNama, [^\n]+$/);
    });

    it.each([
      ['country: Norway', 'field-form', 4],
      ['country: DE\n  adress: x', 'field-unknown', 2],
    ])('with %j weighs as much as its rule', async (line, rule, severity) => {
      const found = await shown({}, example('good-in-words').replace('country: DE', line));
      expect(found.map((each) => [each.code, each.severity])).toEqual([[rule, severity]]);
      expect(found[0]).not.toHaveProperty('codeDescription');
    });

    it('that a reviewer has accepted stays in sight and stops nothing', async () => {
      const text = example('good-in-words').replace('  place: Lindenmark\n', '');
      const waiver = 'waivers:\n  - rule: field-missing\n    reason: Signed by post.\n    by: L. Cohenwood\n';
      const found = await shown({}, text + waiver);
      expect(found.map(({ code, severity, message }) => [code, severity, /^\w+/.exec(message as string)?.[0]])).toEqual(
        [['field-missing', 3, 'Waived']],
      );
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
      const there = await start({ capabilities: ASKS });
      await there.open(URI, 'regime: il-ciber-2021\n', 7);
      const [action] = await ask(there, 0);
      const edit = action?.edit?.documentChanges?.[0] as TextDocumentEdit;
      expect(action?.isPreferred).toBe(true);
      expect(edit.textDocument).toEqual({ uri: URI, version: 7 });
      expect(edit.edits.map((each) => 'newText' in each && each.newText)).toEqual(['il-cyber-2021']);
    });

    it('mend the form of the whole file when the editor saves it', async () => {
      const there = await start();
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

  it('a fix with a gap has a tab stop where the editor knows them, and a text to fill in where not', async () => {
    const text = 'regime: il-cyber-2021\ncertificate:\n  issued: 2026-11-20\n';
    const edits: unknown[] = [];
    for (const capabilities of [ASKS, {}]) {
      const there = await start({ capabilities });
      await there.open(URI, text);
      const actions = await there.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
        textDocument: { uri: URI },
        range: { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } },
        context: { diagnostics: [] },
      });
      const action = actions.find(({ title }) => title === 'Add the number of the certificate');
      const change = action?.edit?.documentChanges?.[0] as TextDocumentEdit | undefined;
      edits.push(
        change ? (change.edits[0] as SnippetTextEdit).snippet.value : action?.edit?.changes?.[URI]?.[0]?.newText,
      );
      await there.close();
    }
    expect(edits).toEqual(['number: ${1:<number of the certificate>}\n  ', 'number: <number of the certificate>\n  ']);
  });

  it('all missing clauses are inserted by one command', async () => {
    const there = await start();
    const text = 'regime: il-cyber-2021\r\nclauses:\r\n  lawful-use: x\r\n';
    await there.open(URI, text);
    let applied = '';
    there.connection.onRequest('workspace/applyEdit', ({ edit }: ApplyWorkspaceEditParams) => {
      applied = TextDocument.applyEdits(TextDocument.create(URI, 'euc', 1, text), edit.changes?.[URI] ?? []);
      return { applied: true };
    });
    const inserted = await there.connection.sendRequest('workspace/executeCommand', {
      command: INSERT_CLAUSES,
      arguments: [URI],
    });
    expect(inserted).toBe(6);
    expect(check(applied).findings.map(({ rule }) => rule)).not.toContain('clause-missing');
    expect(applied).not.toMatch(/[^\r]\n/);
  });

  it('a clause leads to its page, which the server writes', async () => {
    const there = await start();
    const text = example('good-in-words');
    await there.open(URI, text);
    const line = text.split('\n').findIndex((each) => each.startsWith('  lawful-use:'));
    const position = { line, character: 4 };
    const { uri } = await there.connection.sendRequest<Location>('textDocument/definition', {
      textDocument: { uri: URI },
      position,
    });
    const page = await there.connection.sendRequest<{ text: string }>('workspace/textDocumentContent', { uri });
    expect(page.text).toContain('The system will be used only in accordance with national law');
    const lenses = await there.connection.sendRequest<CodeLens[]>('textDocument/codeLens', {
      textDocument: { uri: URI },
    });
    expect(lenses.map(({ command }) => command?.title)).toContain("the regime's words");
    for (const other of ['euc:/regimes/nobody.md', 'euc:/regimes/il-cyber-2021/clauses/none.md', 'euc:/else'])
      expect(await there.connection.sendRequest('workspace/textDocumentContent', { uri: other })).toBeNull();
  });

  it('nothing is amiss with places that are not there, and with documents that are not open', async () => {
    const there = await start({ capabilities: ASKS });
    await there.open(URI, '{[&*!|>%@`');
    const far = { line: 1_000_000, character: 1_000_000 };
    for (const uri of [URI, 'file:///nowhere.euc.yaml', 'nonsense:']) {
      const textDocument = { uri };
      for (const method of ['completion', 'hover', 'definition'])
        await expect(
          there.connection.sendRequest(`textDocument/${method}`, { textDocument, position: far }),
        ).resolves.not.toThrow();
      for (const method of ['documentSymbol', 'foldingRange', 'documentLink', 'codeLens', 'diagnostic'])
        await expect(there.connection.sendRequest(`textDocument/${method}`, { textDocument })).resolves.not.toThrow();
      const range = { start: far, end: far };
      const context = { diagnostics: [] };
      expect(
        await there.connection.sendRequest('textDocument/codeAction', { textDocument, range, context }),
      ).toBeInstanceOf(Array);
    }
  });

  it('several changes that come in together are told once', async () => {
    const there = await start();
    await there.open(URI, 'regime: il-ciber-2021\n');
    await there.push(({ version }) => version === 1);
    await Promise.all(Array.from({ length: 20 }, (_, i) => change(there, i + 2, 'x', 0, 8, 8)));
    const last = await there.push(({ version }) => version === 21);
    expect(last.diagnostics[0]?.range.end.character).toBe(21 + 20);
    expect(there.pushed.length).toBeLessThan(22);
  });

  it('completion, hover, outline, folds and links are answered', async () => {
    const there = await start();
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
});
