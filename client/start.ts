import { Uri, workspace, type ExtensionContext } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { TRUSTED, type InitializationOptions } from '../server/lsp/messages';
import { showChecklist } from './checklist';
import { rememberCertificate } from './certificate-at-hand';
import { registerCommands } from './commands';
import { registerExport } from './export';
import { CERTIFICATES, PACKS, serveFiles } from './files';
import { registerGaps } from './gaps';
import { LANGUAGE, PACK_LANGUAGE } from './language';
import { registerPackTests } from './pack-tests';
import { registerPreview } from './preview/panel';
import { showStatus } from './status';
import { statusEvent } from './statuses';

/** What every client is told, whatever its server runs in. */
export function clientOptions(context: ExtensionContext): LanguageClientOptions {
  const bundles = `${Uri.joinPath(context.extensionUri, 'dist').toString(true)}/`;
  const rulePages = `${Uri.joinPath(context.extensionUri, 'docs', 'rules').toString()}/`;
  return {
    documentSelector: [{ language: LANGUAGE }, { language: PACK_LANGUAGE }],
    initializationOptions: {
      status: true,
      files: true,
      trusted: workspace.isTrusted,
      compare: true,
      // Whoever reads along while a word is written is not told of half of it.
      pause: 1000,
      rulePages,
      bundles,
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
  rememberCertificate(context);
  const statuses = statusEvent(context, client);
  showStatus(context, client, statuses);
  registerCommands(context, client);
  registerExport(context, client);
  registerGaps(context, client);
  registerPreview(context, client, statuses);
  showChecklist(context, client, statuses);
  await client.start();
  registerPackTests(context, client);
  context.subscriptions.push(workspace.onDidGrantWorkspaceTrust(() => void client.sendNotification(TRUSTED)));
  return client;
}
