import { FileType, Uri, workspace, type ExtensionContext } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { FIND_FILES, LIST_FILES, READ_FILE, type ReadFileParams } from '../server/lsp/messages';

/** Where certificates are looked for. */
export const CERTIFICATES = '**/*.{euc,euc.yaml,euc.yml}';

/** The packs and records of a workspace. */
export const PACKS = '**/.euc/**';

/** More certificates than this in one workspace are not read ahead. */
const MAX_FILES = 2000;

/** Reads files for the server: the editor knows every file system, the server in a browser knows none. */
export function serveFiles(context: ExtensionContext, client: BaseLanguageClient): void {
  context.subscriptions.push(
    client.onRequest(FIND_FILES, async () => {
      const found = await workspace.findFiles(CERTIFICATES, '**/node_modules/**', MAX_FILES);
      return found.map((uri) => client.code2ProtocolConverter.asUri(uri));
    }),
    client.onRequest(LIST_FILES, async ({ uri }: ReadFileParams): Promise<readonly string[] | null> => {
      try {
        const entries = await workspace.fs.readDirectory(Uri.parse(uri));
        const names = entries.flatMap(([name, type]) => (type === FileType.Directory ? [] : [name])).sort();
        return names.map((name) => client.code2ProtocolConverter.asUri(Uri.joinPath(Uri.parse(uri), name)));
      } catch {
        return null;
      }
    }),
    client.onRequest(READ_FILE, async ({ uri }: ReadFileParams): Promise<string | null> => {
      try {
        return new TextDecoder().decode(await workspace.fs.readFile(Uri.parse(uri)));
      } catch {
        return null;
      }
    }),
  );
}
