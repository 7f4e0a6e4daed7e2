import { Uri, workspace, type ExtensionContext } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { TRUSTED, type InitializationOptions } from '../server/lsp/messages';
import { registerCommands } from './commands';
import { CERTIFICATES, PACKS, serveFiles } from './files';
import { LANGUAGE, PACK_LANGUAGE } from './language';
import { registerPackTests } from './pack-tests';
import { showStatus } from './status';

/** What every client is told, whatever its server runs in. */
export function clientOptions(context: ExtensionContext): LanguageClientOptions {
  const rulePages = `${Uri.joinPath(context.extensionUri, 'docs', 'rules').toString()}/`;
  return {
    documentSelector: [{ language: LANGUAGE }, { language: PACK_LANGUAGE }],
    initializationOptions: {
      status: true,
      files: true,
      trusted: workspace.isTrusted,
      rulePages,
    } satisfies InitializationOptions,
    synchronize: {
      fileEvents: [workspace.createFileSystemWatcher(CERTIFICATES), workspace.createFileSystemWatcher(PACKS)],
    },
    // Findings in the Problems view for certificates that are not open come from the workspace request.
    diagnosticPullOptions: { onChange: true, onTabs: true, onFocus: true },
  };
}

/** Starts the client and what the editor shows besides the protocol. */
export async function start(context: ExtensionContext, client: BaseLanguageClient): Promise<BaseLanguageClient> {
  serveFiles(context, client);
  showStatus(context, client);
  registerCommands(context, client);
  registerPackTests(context, client);
  await client.start();
  context.subscriptions.push(workspace.onDidGrantWorkspaceTrust(() => void client.sendNotification(TRUSTED)));
  return client;
}
