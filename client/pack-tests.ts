import {
  Range,
  TestMessage,
  TestRunProfileKind,
  tests,
  workspace,
  type ExtensionContext,
  type TestItem,
  type TextDocument,
  type Uri,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { PACK_TESTS, type PackTestResult, type ReadFileParams } from '../server/lsp/messages';
import { PACK_LANGUAGE } from './language';

/** The packs of a workspace, wherever they lie. */
const PACK_FILES = '**/*.regime.{yaml,yml}';

/** More packs than this in one workspace are not shown. */
const MAX_PACKS = 200;

/** Shows the examples of every pack of the workspace, open or not, in the Test Explorer, and tries them. */
export function registerPackTests(context: ExtensionContext, client: BaseLanguageClient): void {
  const controller = tests.createTestController('euc.packs', 'Regime packs');
  const results = (document: TextDocument) =>
    client.sendRequest<readonly PackTestResult[]>(PACK_TESTS, {
      uri: client.code2ProtocolConverter.asUri(document.uri),
    } satisfies ReadFileParams);
  const fileOf = (uri: Uri): TestItem => {
    const id = uri.toString();
    const file = controller.items.get(id) ?? controller.createTestItem(id, workspace.asRelativePath(uri), uri);
    file.canResolveChildren = true;
    controller.items.add(file);
    return file;
  };
  const list = async (document: TextDocument): Promise<void> => {
    if (document.languageId !== PACK_LANGUAGE || !client.isRunning()) return;
    const file = fileOf(document.uri);
    const found = await results(document);
    file.children.replace(
      found.map(({ name, line }, i) => {
        const item = controller.createTestItem(`${file.id}#${i}`, name, document.uri);
        item.range = new Range(line, 0, line, 0);
        return item;
      }),
    );
  };
  controller.resolveHandler = async (item) => {
    if (item?.uri) await list(await workspace.openTextDocument(item.uri));
    else for (const uri of await workspace.findFiles(PACK_FILES, '**/node_modules/**', MAX_PACKS)) fileOf(uri);
  };
  controller.createRunProfile(
    'Try the examples',
    TestRunProfileKind.Run,
    async (request) => {
      const run = controller.createTestRun(request);
      const wanted = request.include ?? [...controller.items].map(([, item]) => item);
      for (const file of new Set(wanted.map((item) => item.parent ?? item))) {
        if (!file.uri) continue;
        const document = await workspace.openTextDocument(file.uri);
        await list(document);
        const found = await results(document);
        [...file.children].forEach(([, item], i) => {
          const result = found[i];
          if (!result || !isWanted(item, wanted)) return;
          if (result.met) run.passed(item);
          else run.failed(item, new TestMessage(result.message));
        });
      }
      run.end();
    },
    true,
  );
  const watcher = workspace.createFileSystemWatcher(PACK_FILES, false, true);
  for (const document of workspace.textDocuments) void list(document);
  context.subscriptions.push(
    controller,
    workspace.onDidOpenTextDocument((document) => void list(document)),
    workspace.onDidSaveTextDocument((document) => void list(document)),
    watcher,
    watcher.onDidCreate((uri) => void fileOf(uri)),
    watcher.onDidDelete((uri) => {
      controller.items.delete(uri.toString());
    }),
  );
}

function isWanted(item: TestItem, wanted: readonly TestItem[]): boolean {
  return wanted.some(({ id }) => id === item.id || id === item.parent?.id);
}
