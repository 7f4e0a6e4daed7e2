import { commands, ProgressLocation, Uri, window, workspace, type ExtensionContext } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { EXPORT, type ExportParams, type ExportResult } from '../server/lsp/messages';
import { certificateAtHand } from './certificate-at-hand';
import { previewedDocument } from './preview/panel';

const FORMATS = [
  {
    format: 'docx',
    label: 'Word document',
    description: '.docx',
    detail: 'To edit further or to sign; takes any script.',
  },
  { format: 'pdf', label: 'PDF', description: '.pdf', detail: 'To print and sign; Latin, Greek and Cyrillic letters.' },
  {
    format: 'html',
    label: 'Web page',
    description: '.html',
    detail: 'One file that needs nothing else; takes any script.',
  },
] as const;

type Format = ExportParams['format'];

/** The command that writes a certificate as a file to hand over. */
export function registerExport(context: ExtensionContext, client: BaseLanguageClient): void {
  context.subscriptions.push(
    // With both given it asks nothing, so that other extensions and tests can call it.
    commands.registerCommand('euc.export', async (format?: Format, target?: Uri) => {
      const uri = previewedDocument() ?? certificateAtHand()?.uri;
      if (!uri) return undefined;
      const chosen = format ?? (await window.showQuickPick(FORMATS, { title: 'Export as' }))?.format;
      if (chosen === undefined) return undefined;
      const result = await rendered(client, uri, chosen);
      if (!result) return undefined;
      if ('refused' in result) {
        void offerAnother(result.refused, chosen);
        return undefined;
      }
      const to = target ?? (await window.showSaveDialog(saveOptions(uri, chosen)));
      if (!to) return undefined;
      const bytes = Uint8Array.from(atob(result.base64), (sign) => sign.charCodeAt(0));
      await workspace.fs.writeFile(to, bytes);
      void commands.executeCommand('setContext', 'euc.exported', true);
      void window.showInformationMessage(
        `The certificate was exported to ${to.path.slice(to.path.lastIndexOf('/') + 1)}.`,
      );
      return to;
    }),
  );
}

/** Asks the server, and shows that something goes on. */
async function rendered(client: BaseLanguageClient, uri: Uri, format: Format): Promise<ExportResult | null> {
  const params: ExportParams = { uri: client.code2ProtocolConverter.asUri(uri), format };
  const title = `Setting the certificate as ${format.toUpperCase()}…`;
  try {
    return await window.withProgress({ location: ProgressLocation.Notification, title }, () =>
      client.sendRequest<ExportResult | null>(EXPORT, params),
    );
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void window.showErrorMessage(`The certificate could not be set as ${format.toUpperCase()}: ${reason}`);
    return null;
  }
}

/** Says why a format was refused, and offers the one that takes any script. */
async function offerAnother(reason: string, format: Format): Promise<void> {
  const offer = 'Export as DOCX';
  const answer = await window.showWarningMessage(reason, ...(format === 'docx' ? [] : [offer]));
  if (answer === offer) await commands.executeCommand('euc.export', 'docx' satisfies Format);
}

function saveOptions(uri: Uri, format: Format) {
  const name = uri.path.slice(uri.path.lastIndexOf('/') + 1).replace(/\.euc(\.ya?ml)?$/, '');
  const folder = uri.scheme === 'untitled' ? workspace.workspaceFolders?.[0]?.uri : Uri.joinPath(uri, '..');
  const label = FORMATS.find((each) => each.format === format)?.label ?? format;
  return {
    ...(folder && { defaultUri: Uri.joinPath(folder, `${name}.${format}`) }),
    filters: { [label]: [format] },
    title: 'Export the certificate',
  };
}
