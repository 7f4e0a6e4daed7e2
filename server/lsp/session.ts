import {
  CodeActionKind,
  DiagnosticRefreshRequest,
  DidChangeWatchedFilesNotification,
  DocumentDiagnosticReportKind,
  FileChangeType,
  TextDocuments,
  TextDocumentSyncKind,
  type CodeAction,
  type Connection,
  type DocumentDiagnosticReport,
  type InitializeParams,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { dayOfMoment } from '../certificate/fields/date';
import { check, type Analysis, type Surroundings } from '../check';
import { clauseLenses } from '../features/clause-lenses';
import { clauseAt, clausePage, withClauseRestored } from '../features/clause-page';
import { fixesAt } from '../features/code-actions';
import { purposeByParts } from '../features/purpose-parts';
import { completionsAt } from '../features/completion';
import { folds } from '../features/folding';
import { hoverAt } from '../features/hover';
import { sourceLinks } from '../features/links';
import { checklists } from '../features/checklist';
import { regimePage } from '../features/regime-page';
import { outline } from '../features/symbols';
import { certificateTemplate } from '../features/template';
import { whatIf } from '../features/what-if';
import { fixAll } from '../fix-all';
import { builtIn } from '../regimes/catalogue';
import type { Regime } from '../regimes/types';
import { isPackFile, recordIn } from '../regimes/workspace-packs';
import { insertClauses, missingClauses } from '../rules/clause-insertion';
import { touches, type Span } from '../text/span';
import { VERSION } from '../version';
import {
  toCodeAction,
  toCodeLens,
  toCompareAction,
  toCompletionItem,
  toDiagnostic,
  toDocumentLink,
  toDocumentSymbol,
  toFoldingRange,
  toHover,
  toTextEdit,
  toWorkspaceEdit,
  type Abilities,
} from './convert';
import { noFiles } from './client-files';
import {
  clausePageAddress,
  INSERT_CLAUSES,
  readRestoredAddress,
  PACK_TESTS,
  REGIMES,
  SCHEME,
  STATUS,
  TEMPLATE,
  TRUSTED,
  type InitializationOptions,
  type PackTestResult,
  type ReadFileParams,
  type RegimeChoice,
  type StatusParams,
  type TemplateParams,
  type TemplateResult,
} from './messages';
import { noWriters, servePapers, type WriterOf } from './papers';
import { packService } from './pack-service';
import { RegimeStore } from './regime-store';
import { heldBack, PAUSE, wordTyped } from './typing';
import { Workspace, type WorkspaceFiles } from './workspace';

/** Gives the reader of the workspace's files, once it is known what the client can do and which folders there are. */
export type FilesOf = (
  connection: Connection,
  options: InitializationOptions,
  folders: readonly string[],
) => WorkspaceFiles;

const FIX_ALL = `${CodeActionKind.SourceFixAll}.euc`;

/** What an editor that tells nothing about itself can do. */
const NO_ABILITIES: Abilities = {
  snippets: false,
  snippetEdits: false,
  versionedEdits: false,
  codeDescription: false,
  confirmedEdits: false,
  markdown: true,
};

/** Serves one editor until the connection ends. */
export function serve(connection: Connection, filesOf: FilesOf, writerOf: WriterOf = noWriters): void {
  const documents = new TextDocuments(TextDocument);
  /** One analysis for each document, by the version it is of. */
  const analyses = new WeakMap<TextDocument, { version: number; epoch: number; analysis: Analysis }>();
  /** Documents that changed and of which the editor has not been told yet. */
  const changed = new Set<string>();
  let abilities = NO_ABILITIES;
  let options: InitializationOptions = {};
  let pulls = false;
  let refreshes = false;
  let watches = false;
  let workspace: Workspace | undefined;
  let folders: readonly string[] = [];
  let regimes = new RegimeStore(noFiles, false);
  const packs = packService(
    () => regimes,
    () => abilities,
  );

  /** Texts with a clause restored that were asked for, and the document that each is of. */
  const restored = new Map<string, string>();

  /** What a document is checked with besides its text. */
  const around = (uri: string): Surroundings => ({
    catalogue: regimes.catalogue(uri),
    record: recordIn(regimes.known(uri)?.records ?? new Map()),
    namesakes: (number, certificate) => workspace?.namesakes(number, uri, certificate) ?? [],
  });
  const analysisOf = (document: TextDocument): Analysis => {
    const epoch = (workspace?.epoch ?? 0) + regimes.epoch;
    const known = analyses.get(document);
    if (known?.version === document.version && known.epoch === epoch) return known.analysis;
    const analysis = check(document.getText(), around(document.uri));
    analyses.set(document, { version: document.version, epoch, analysis });
    return analysis;
  };
  const analysisAt = (uri: string): { document: TextDocument; analysis: Analysis } | undefined => {
    const document = documents.get(uri);
    // A pack is no certificate.
    return document && !isPackFile(uri) ? { document, analysis: analysisOf(document) } : undefined;
  };
  /** The built-in regimes, and those of the folders of the open documents. */
  const allRegimes = (): readonly Regime[] => {
    const known = [builtIn, ...documents.keys().map((uri) => regimes.catalogue(uri))].flatMap((each) => each.packs());
    return [...new Map(known.map((regime) => [regime.id, regime])).values()];
  };
  const regimeNamed = (id: string) => allRegimes().find((regime) => regime.id === id);
  /** The word that is being typed in each document, and the text that it was typed into. */
  const typed = new Map<string, Span>();
  const texts = new Map<string, string>();
  const diagnosticsOf = (analysis: Analysis, uri?: string) =>
    heldBack(analysis, uri === undefined ? undefined : typed.get(uri)).map((finding) =>
      toDiagnostic(finding, analysis.lines, abilities.codeDescription ? options.rulePages : undefined),
    );

  /** Tells the editor of what changed. Several changes that came in together are told once. */
  const tell = () => {
    const uris = [...changed];
    changed.clear();
    let others = false;
    for (const uri of uris) {
      const document = documents.get(uri);
      if (document && isPackFile(uri)) {
        if (!pulls) void connection.sendDiagnostics({ uri, diagnostics: packs.diagnostics(document) });
      } else if (document) others = (workspace?.keep(uri, analysisOf(document)) ?? false) || others;
    }
    for (const uri of others ? documents.keys() : uris) {
      const found = analysisAt(uri);
      if (!found) continue;
      const { document, analysis } = found;
      if (!pulls)
        void connection.sendDiagnostics({ uri, version: document.version, diagnostics: diagnosticsOf(analysis, uri) });
      if (options.status === true) void connection.sendNotification(STATUS, statusOf(uri, analysis));
    }
    for (const [address, of] of restored)
      if (uris.includes(of)) void connection.workspace.textDocumentContent.refresh(address);
    if (others) refresh();
  };
  const refresh = () => {
    if (pulls && refreshes) void connection.sendRequest(DiagnosticRefreshRequest.type);
  };
  const schedule = (uri: string) => {
    if (changed.size === 0) setTimeout(tell, 0);
    changed.add(uri);
  };
  /** Checks a document anew once the regimes of its folder are known. */
  const awaitRegimes = async (uri: string) => {
    const before = regimes.known(uri);
    await regimes.ready(uri);
    if (regimes.known(uri) !== before) schedule(uri);
  };
  /** Packs or records have changed, or the workspace is trusted now. */
  const regimesChanged = (trusted?: boolean) => {
    regimes.forget(trusted);
    void Promise.all(documents.keys().map((uri) => regimes.ready(uri))).then(() => {
      scheduleAll();
      refresh();
    });
  };
  const scheduleAll = () => {
    for (const uri of documents.keys()) schedule(uri);
  };

  connection.onInitialize((params) => {
    abilities = abilitiesOf(params);
    options = (params.initializationOptions ?? {}) as InitializationOptions;
    pulls = params.capabilities.textDocument?.diagnostic !== undefined;
    refreshes = params.capabilities.workspace?.diagnostics?.refreshSupport ?? false;
    watches = params.capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration ?? false;
    folders = (params.workspaceFolders ?? []).map(({ uri }) => uri);
    return {
      serverInfo: { name: 'euc', version: VERSION },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        ...(pulls && {
          diagnosticProvider: { identifier: 'euc', interFileDependencies: true, workspaceDiagnostics: true },
        }),
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, FIX_ALL] },
        completionProvider: { triggerCharacters: [' ', '-', ':', '[', ','] },
        hoverProvider: true,
        codeLensProvider: {},
        definitionProvider: true,
        documentSymbolProvider: true,
        foldingRangeProvider: true,
        documentLinkProvider: {},
        executeCommandProvider: { commands: [INSERT_CLAUSES] },
        workspace: { textDocumentContent: { schemes: [SCHEME] } },
      },
    };
  });

  connection.onInitialized(async () => {
    const files = filesOf(connection, options, folders);
    const loading = new Workspace(files);
    regimes = new RegimeStore(files, options.trusted !== false);
    await Promise.all(documents.keys().map((uri) => regimes.ready(uri)));
    workspace = loading;
    if (watches && options.files !== true)
      void connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: [{ globPattern: '**/*.{euc,euc.yaml,euc.yml}' }, { globPattern: '**/.euc/**' }],
      });
    for (const document of documents.all())
      if (!isPackFile(document.uri)) loading.keep(document.uri, analysisOf(document));
    await loading.load((uri) => documents.get(uri) !== undefined);
    scheduleAll();
    refresh();
  });

  connection.onDidChangeWatchedFiles(async ({ changes }) => {
    if (!workspace) return;
    const before = workspace.epoch;
    if (changes.some(({ uri }) => uri.includes('/.euc/'))) regimesChanged();
    for (const { uri, type } of changes) {
      if (documents.get(uri) || uri.includes('/.euc/')) continue;
      if (type === FileChangeType.Deleted) workspace.forget(uri);
      else await workspace.reload(uri);
    }
    if (workspace.epoch !== before) scheduleAll();
    refresh();
  });

  /** Sees which word is being typed, and tells of it all once it is left alone. */
  const watchTyping = ({ uri }: TextDocument, text: string) => {
    const word = wordTyped(texts.get(uri) ?? text, text);
    texts.set(uri, text);
    if (!word) {
      typed.delete(uri);
      return;
    }
    typed.set(uri, word);
    setTimeout(() => {
      if (typed.get(uri) !== word) return;
      typed.delete(uri);
      schedule(uri);
      refresh();
    }, PAUSE);
  };
  documents.onDidChangeContent(({ document }) => {
    watchTyping(document, document.getText());
    schedule(document.uri);
    void awaitRegimes(document.uri);
  });
  documents.onDidClose(({ document: { uri } }) => {
    typed.delete(uri);
    texts.delete(uri);
    if (!pulls) void connection.sendDiagnostics({ uri, diagnostics: [] });
    if (isPackFile(uri)) return;
    // What was typed and not saved is gone with the editor.
    void workspace?.reload(uri).then(scheduleAll);
  });

  /**
   * The name of an answer, to say "unchanged" without comparing. It goes by the reading itself: a version of the text would
   * come again when a document is closed and one with other words is opened in its place.
   */
  const answers = new WeakMap<Analysis, number>();
  let given = 0;
  const answerTo = (analysis: Analysis): string => {
    let answer = answers.get(analysis);
    if (answer === undefined) answers.set(analysis, (answer = ++given));
    return `${String(answer)}.${String(workspace?.epoch ?? 0)}.${String(regimes.epoch)}`;
  };
  connection.languages.diagnostics.on(async (params): Promise<DocumentDiagnosticReport> => {
    const { textDocument, previousResultId } = params;
    const { uri } = textDocument;
    await regimes.ready(uri);
    const pack = isPackFile(uri) ? documents.get(uri) : undefined;
    if (pack) return { kind: DocumentDiagnosticReportKind.Full, items: packs.diagnostics(pack) };
    // The numbers of what has just been opened or changed count in this answer, not only in the next one.
    tell();
    const found = analysisAt(uri);
    if (!found) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
    const resultId = `${answerTo(found.analysis)}.${String(typed.get(uri)?.start ?? '')}`;
    if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
    return { kind: DocumentDiagnosticReportKind.Full, resultId, items: diagnosticsOf(found.analysis, uri) };
  });
  connection.languages.diagnostics.onWorkspace(async ({ previousResultIds }) => {
    const known = workspace;
    await Promise.all((known?.uris() ?? []).map((uri) => regimes.ready(uri)));
    const previous = new Map(previousResultIds.map(({ uri, value }) => [uri, value]));
    const items = (known?.uris() ?? []).flatMap((uri): WorkspaceDocumentDiagnosticReport[] => {
      // An open document is asked for on its own.
      if (documents.get(uri)) return [];
      const analysis = known?.analysis(uri);
      if (!analysis) return [];
      const resultId = answerTo(analysis);
      if (previous.get(uri) === resultId)
        return [{ kind: DocumentDiagnosticReportKind.Unchanged, uri, version: null, resultId }];
      const judged = check(analysis.tree.text, around(uri));
      return [{ kind: DocumentDiagnosticReportKind.Full, uri, version: null, resultId, items: diagnosticsOf(judged) }];
    });
    return { items };
  });

  connection.onCodeAction(({ textDocument: { uri }, range, context }): CodeAction[] => {
    const pack = isPackFile(uri) ? documents.get(uri) : undefined;
    if (pack) return packs.actions(pack, range, context.diagnostics);
    const found = analysisAt(uri);
    if (!found) return [];
    const { document, analysis } = found;
    const { lines } = analysis;
    const wants = (kind: string) => context.only?.some((only) => kind === only || kind.startsWith(`${only}.`));
    const actions: CodeAction[] = [];
    if (wants(CodeActionKind.QuickFix) ?? true) {
      const span = { start: lines.offset(range.start), end: lines.offset(range.end) };
      for (const offered of fixesAt(analysis, span))
        actions.push(toCodeAction(offered, uri, document.version, context.diagnostics, analysis, abilities));
    }
    if (options.compare === true && (wants(CodeActionKind.QuickFix) ?? true)) {
      const span = { start: lines.offset(range.start), end: lines.offset(range.end) };
      const touched = analysis.findings.filter((finding) => finding.change && touches(finding.span, span));
      for (const lens of clauseLenses(analysis)) {
        if (
          !touched.some(
            ({ at, certificate }) => at[1] === lens.compare?.clause && certificate === lens.compare?.certificate,
          )
        )
          continue;
        const action = toCompareAction(lens, uri);
        if (action) actions.push(action);
      }
    }
    if (wants(CodeActionKind.RefactorRewrite) ?? true) {
      const span = { start: lines.offset(range.start), end: lines.offset(range.end) };
      const rewriting = purposeByParts(analysis, span);
      if (rewriting) {
        const edits = rewriting.edits.map(({ span: at, newText }) => ({ range: lines.range(at), newText }));
        actions.push({
          title: rewriting.title,
          kind: CodeActionKind.RefactorRewrite,
          edit: toWorkspaceEdit(uri, document.version, edits, abilities),
        });
      }
    }
    if (wants(FIX_ALL) === true) {
      const text = document.getText();
      const fixed = fixAll(text, around(uri));
      const whole = { range: lines.range({ start: 0, end: text.length }), newText: fixed.text };
      if (fixed.count > 0)
        actions.push({
          title: 'Mend the form everywhere in this file',
          kind: FIX_ALL,
          edit: toWorkspaceEdit(uri, document.version, [whole], abilities),
        });
    }
    return actions;
  });

  connection.onCompletion(({ textDocument: { uri }, position }) => {
    const pack = isPackFile(uri) ? documents.get(uri) : undefined;
    if (pack) return packs.completions(pack, position);
    const found = analysisAt(uri);
    if (!found) return [];
    const { lines } = found.analysis;
    const today = dayOfMoment(new Date());
    return completionsAt(lines.text, lines.offset(position), regimes.catalogue(uri), today).map((completion, i) =>
      toCompletionItem(completion, i, lines, abilities),
    );
  });

  connection.onHover(({ textDocument: { uri }, position }) => {
    const pack = isPackFile(uri) ? documents.get(uri) : undefined;
    if (pack) return packs.hover(pack, position);
    const found = analysisAt(uri);
    const explanation = found && hoverAt(found.analysis, found.analysis.lines.offset(position));
    return found && explanation ? toHover(explanation, found.analysis.lines) : null;
  });

  connection.onCodeLens(({ textDocument: { uri } }) => {
    const found = analysisAt(uri);
    return found
      ? clauseLenses(found.analysis).map((lens) =>
          toCodeLens(lens, uri, found.analysis.lines, options.compare === true),
        )
      : [];
  });

  connection.onDefinition(({ textDocument: { uri }, position }) => {
    if (isPackFile(uri)) {
      const pack = documents.get(uri);
      return pack ? packs.definition(pack, position) : null;
    }
    const found = analysisAt(uri);
    const named = found && clauseAt(found.analysis, found.analysis.lines.offset(position));
    if (!named) return null;
    const start = { line: 0, character: 0 };
    return { uri: clausePageAddress(named.regime.id, named.clause.id), range: { start, end: start } };
  });

  connection.onDocumentSymbol(({ textDocument: { uri } }) => {
    const found = analysisAt(uri);
    return found ? outline(found.analysis).map((symbol) => toDocumentSymbol(symbol, found.analysis.lines)) : [];
  });

  connection.onFoldingRanges(({ textDocument: { uri } }) => {
    const found = analysisAt(uri);
    return found ? folds(found.analysis).map(toFoldingRange) : [];
  });

  connection.onDocumentLinks(({ textDocument: { uri } }) => {
    const found = analysisAt(uri);
    return found ? sourceLinks(found.analysis).map((link) => toDocumentLink(link, found.analysis.lines)) : [];
  });

  connection.onExecuteCommand(async ({ command, arguments: args }) => {
    const uri: unknown = args?.[0];
    const found = command === INSERT_CLAUSES && typeof uri === 'string' ? analysisAt(uri) : undefined;
    if (!found) return 0;
    const { document, analysis } = found;
    let inserted = 0;
    const edits = analysis.certificates.flatMap(({ subject }) => {
      const missing = missingClauses(subject);
      const fix = missing.length > 0 ? insertClauses(subject, missing, '')[0] : undefined;
      if (fix) inserted += missing.length;
      return (fix?.edits ?? []).map((edit) => toTextEdit(edit, analysis.lines));
    });
    if (edits.length > 0)
      await connection.workspace.applyEdit(toWorkspaceEdit(document.uri, document.version, edits, abilities));
    return inserted;
  });

  connection.onRequest(REGIMES, (): readonly RegimeChoice[] =>
    allRegimes()
      .filter(({ overlay }) => !overlay)
      .map(({ id, title, issuer }) => ({ id, title, issuer })),
  );
  connection.onRequest(TEMPLATE, ({ regime: id, shape }: TemplateParams): TemplateResult | null => {
    const regime = regimeNamed(id);
    return regime ? { snippet: certificateTemplate(regime, '\n', shape).snippet } : null;
  });
  servePapers(connection, {
    at: analysisAt,
    all: () => {
      const open = documents.all().map(({ uri }) => uri);
      return [...new Set([...(workspace?.uris() ?? []), ...open])].flatMap((uri) => {
        const analysis = analysisAt(uri)?.analysis ?? workspace?.analysis(uri);
        return analysis ? [{ uri, analysis }] : [];
      });
    },
    writer: (format) => writerOf(options)(format),
  });
  connection.onNotification(TRUSTED, () => {
    regimesChanged(true);
  });
  connection.onRequest(PACK_TESTS, async ({ uri }: ReadFileParams): Promise<readonly PackTestResult[]> => {
    await regimes.ready(uri);
    const pack = documents.get(uri);
    return pack ? packs.tests(pack) : [];
  });
  connection.workspace.textDocumentContent.on(({ uri }) => {
    const compared = readRestoredAddress(uri);
    if (compared) {
      restored.set(uri, compared.uri);
      const found = analysisAt(compared.uri);
      const text = found && withClauseRestored(found.analysis, compared.certificate, compared.clause);
      return text === undefined ? null : { text };
    }
    const [, id, clauseId] = /^euc:\/+regimes\/([^/]+?)(?:\/clauses\/([^/]+))?\.md$/.exec(uri) ?? [];
    const regime = id === undefined ? undefined : regimeNamed(decodeURIComponent(id));
    const clause = regime?.clauses.find(
      (required) => clauseId !== undefined && required.id === decodeURIComponent(clauseId),
    );
    if (regime && clause) return { text: clausePage(clause, regime) };
    if (clauseId !== undefined) return null;
    const [, other, of] = /^euc:\/+what-if\/(.+)\.md\?(.+)$/.exec(uri) ?? [];
    // Some clients send the query with its signs written out, and some written by their number.
    const subject = of === undefined ? undefined : analysisAt(decodeURIComponent(of))?.analysis;
    if (other !== undefined && of !== undefined)
      return subject
        ? {
            text: whatIf(
              subject,
              check(subject.tree.text, { ...around(decodeURIComponent(of)), regime: decodeURIComponent(other) }),
            ),
          }
        : null;
    return regime ? { text: regimePage(regime) } : null;
  });

  documents.listen(connection);
  connection.listen();
}

function abilitiesOf({ capabilities }: InitializeParams): Abilities {
  const { textDocument, workspace } = capabilities;
  const item = textDocument?.completion?.completionItem;
  return {
    snippets: item?.snippetSupport ?? false,
    snippetEdits: workspace?.workspaceEdit?.snippetEditSupport ?? false,
    versionedEdits: workspace?.workspaceEdit?.documentChanges ?? false,
    confirmedEdits:
      workspace?.workspaceEdit?.changeAnnotationSupport !== undefined &&
      (textDocument?.codeAction?.honorsChangeAnnotations ?? false),
    codeDescription:
      textDocument?.publishDiagnostics?.codeDescriptionSupport ??
      textDocument?.diagnostic?.codeDescriptionSupport ??
      false,
    markdown: item?.documentationFormat?.includes('markdown') ?? true,
  };
}

function statusOf(uri: string, analysis: Analysis): StatusParams {
  const lists = checklists(analysis);
  return {
    uri,
    verdict: analysis.verdict,
    certificates: analysis.certificates.map(({ certificate, regime, verdict }, i) => {
      const own = analysis.findings.filter(({ certificate: index }) => index === certificate.document.index);
      const left = own.filter(({ waived }) => !waived);
      const number = certificate.particulars?.number?.text;
      return {
        ...(number !== undefined && { number }),
        ...(regime && { regime: { id: regime.id, title: regime.title } }),
        verdict,
        errors: left.filter(({ severity }) => severity === 'error').length,
        warnings: left.filter(({ severity }) => severity === 'warning').length,
        waived: own.length - left.length,
        sections: {
          complete: lists[i]?.sections.filter(({ complete }) => complete).length ?? 0,
          total: lists[i]?.sections.length ?? 0,
        },
        purposes: left.filter(
          ({ rule, severity }) => rule.startsWith('purpose-') && (severity === 'error' || severity === 'warning'),
        ).length,
      };
    }),
  };
}
