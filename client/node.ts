import { Uri, type ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind, type BaseLanguageClient } from 'vscode-languageclient/node';
import { clientOptions, start } from './start';

let client: BaseLanguageClient | undefined;

/** Starts the server in a process of its own. */
export async function activate(context: ExtensionContext): Promise<void> {
  const module = Uri.joinPath(context.extensionUri, 'dist', 'server.js').fsPath;
  const server = { module, transport: TransportKind.ipc };
  client = await start(
    context,
    new LanguageClient('euc', 'End-Use Certificate', { run: server, debug: server }, clientOptions(context)),
  );
}

/** Ends the server with the extension. */
export async function deactivate(): Promise<void> {
  await client?.dispose();
}
