import { Uri, type ExtensionContext } from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type BaseLanguageClient,
} from 'vscode-languageclient/browser';
import { clientOptions, start } from './start';

let client: BaseLanguageClient | undefined;

/** Starts the server in a worker of the browser. */
export async function activate(context: ExtensionContext): Promise<void> {
  const script = Uri.joinPath(context.extensionUri, 'dist', 'server.browser.js').toString(true);
  // A function, so that a restart gets a worker of its own.
  // Not the worker itself: VS Code for the web hands out another object than `new Worker` promises, and the client,
  // which asks whether it is an instance of Worker, would not know it.
  const server = () => {
    const worker = new Worker(script);
    return Promise.resolve({ reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) });
  };
  client = await start(context, new LanguageClient('euc', 'End-Use Certificate', server, clientOptions(context)));
}

/** Ends the server with the extension. */
export async function deactivate(): Promise<void> {
  await client?.dispose();
}
