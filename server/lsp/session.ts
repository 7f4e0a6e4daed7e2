import {
  CodeActionKind,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  TextDocumentSyncKind,
  type Connection,
} from 'vscode-languageserver';
import { check } from '../check';
import { numbersOf } from '../check-all';
import { certificateTemplate } from '../features/template';
import { isPackFile } from '../regimes/workspace-packs';
import { VERSION } from '../version';
import { FIX_ALL, serveActions } from './actions';
import { clientOf, UNKNOWN_CLIENT } from './client';
import { Findings } from './findings';
import {
  INSERT_CLAUSES,
  PACK_TESTS,
  REGIMES,
  SCHEME,
  TEMPLATE,
  TRUSTED,
  type InitializationOptions,
  type PackTestResult,
  type ReadFileParams,
  type RegimeChoice,
  type TemplateParams,
  type TemplateResult,
} from './messages';
import { packService } from './pack-service';
import { Pages } from './pages';
import { noWriters, servePapers, type WriterOf } from './papers';
import { servePlaces } from './places';
import { Quiet } from './quiet';
import { Readings } from './readings';
import { RegimeStore } from './regime-store';
import { warmUp } from './warm-up';
import { Workspace, type WorkspaceFiles } from './workspace';

/** What the server has of the machine, or the page, that it runs in. */
export interface Host {
  /** Gives the reader of the workspace's files, once it is known what the client can do and which folders there are. */
  readonly files: (
    connection: Connection,
    options: InitializationOptions,
    folders: readonly string[],
  ) => WorkspaceFiles;
  /** Loads the writers of papers; without it there are none. */
  readonly writer?: WriterOf;
  /** Where the pages about the rules are for an editor that does not say so itself. */
  readonly rulePages?: string | undefined;
  /** It runs in a process or worker of its own, which is worth getting ready while nobody is typing. */
  readonly own?: boolean;
}

/** Serves one editor until the connection ends. */
export function serve(connection: Connection, host: Host): void {
  let client = UNKNOWN_CLIENT;
  const readings = new Readings();
  const { documents } = readings;
  const packs = packService(
    () => readings.regimes,
    () => client.abilities,
  );
  const pages = new Pages(connection, readings);
  const quiet = new Quiet();
  const findings = new Findings(connection, readings, () => client, packs, pages, quiet);

  connection.onInitialize((params) => {
    client = clientOf(params, host.rulePages);
    return {
      serverInfo: { name: 'euc', version: VERSION },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        ...(client.pulls && {
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

  connection.onShutdown(() => {
    findings.end();
  });

  let tellLoaded: (() => void) | undefined;
  const loaded = new Promise<void>((resolve) => (tellLoaded = resolve));
  connection.onInitialized(async () => {
    const { options, folders, watches } = client;
    const files = host.files(connection, options, folders);
    const loading = new Workspace(files);
    readings.regimes = new RegimeStore(files, options.trusted !== false);
    await Promise.all(documents.keys().map((uri) => readings.regimes.ready(uri)));
    readings.workspace = loading;
    if (watches && options.files !== true)
      void connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: [{ globPattern: '**/*.{euc,euc.yaml,euc.yml}' }, { globPattern: '**/.euc/**' }],
      });
    for (const document of documents.all())
      if (!isPackFile(document.uri)) loading.keep(document.uri, document.getText(), numbersOf(readings.of(document)));
    try {
      await loading.load(
        (uri) => documents.get(uri) !== undefined,
        () => quiet.turn(),
      );
    } finally {
      tellLoaded?.();
    }
    findings.scheduleAll();
    findings.refresh();
    const first = documents.all().find(({ uri }) => !isPackFile(uri));
    if (host.own !== true || !first) return;
    await warmUp(() => {
      if (documents.get(first.uri)) check(first.getText(), readings.around(first.uri));
      return documents.get(first.uri) !== undefined;
    }, quiet);
  });

  /** Checks a document anew once the regimes of its folder are known. */
  const awaitRegimes = async (uri: string) => {
    const before = readings.regimes.known(uri);
    await readings.regimes.ready(uri);
    if (readings.regimes.known(uri) !== before) findings.schedule(uri);
  };
  /** Packs or records have changed, or the workspace is trusted now. */
  const regimesChanged = (trusted?: boolean) => {
    readings.regimes.forget(trusted);
    void Promise.all(documents.keys().map((uri) => readings.regimes.ready(uri))).then(() => {
      findings.scheduleAll();
      findings.refresh();
    });
  };

  connection.onDidChangeWatchedFiles(async ({ changes }) => {
    const { workspace } = readings;
    if (!workspace) return;
    const before = workspace.epoch;
    if (changes.some(({ uri }) => uri.includes('/.euc/'))) regimesChanged();
    for (const { uri, type } of changes) {
      if (documents.get(uri) || uri.includes('/.euc/')) continue;
      if (type === FileChangeType.Deleted) workspace.forget(uri);
      else await workspace.reload(uri);
    }
    if (workspace.epoch !== before) findings.scheduleAll();
    findings.refresh();
  });

  documents.onDidChangeContent(({ document }) => {
    findings.change(document, document.getText());
    void awaitRegimes(document.uri);
  });
  documents.onDidClose(({ document: { uri } }) => {
    findings.close(uri);
    if (isPackFile(uri)) return;
    // What was typed and not saved is gone with the editor.
    void readings.workspace?.reload(uri).then(() => {
      findings.scheduleAll();
    });
  });

  servePlaces(connection, readings, () => client, packs);
  serveActions(connection, readings, () => client, packs);
  servePapers(connection, {
    at: (uri) => readings.at(uri),
    loaded,
    all: () => readings.all(),
    writer: (format) => (host.writer ?? noWriters)(client.options)(format),
  });

  connection.onRequest(REGIMES, (): readonly RegimeChoice[] =>
    readings
      .allRegimes()
      .filter(({ overlay }) => !overlay)
      .map(({ id, title, issuer }) => ({ id, title, issuer })),
  );
  connection.onRequest(TEMPLATE, ({ regime: id, shape }: TemplateParams): TemplateResult | null => {
    const regime = readings.regimeNamed(id);
    return regime ? { snippet: certificateTemplate(regime, '\n', shape).snippet } : null;
  });
  connection.onRequest(PACK_TESTS, async ({ uri }: ReadFileParams): Promise<readonly PackTestResult[]> => {
    await readings.regimes.ready(uri);
    const pack = documents.get(uri);
    return pack ? packs.tests(pack) : [];
  });
  connection.onNotification(TRUSTED, () => {
    regimesChanged(true);
  });

  documents.listen(connection);
  connection.listen();
}
