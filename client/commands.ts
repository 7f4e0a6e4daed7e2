import {
  commands,
  languages,
  SnippetString,
  Uri,
  window,
  workspace,
  type ExtensionContext,
  type TextEditor,
} from 'vscode';
import { ExecuteCommandRequest, type BaseLanguageClient } from 'vscode-languageclient';
import {
  INSERT_CLAUSES,
  REGIMES,
  regimePageAddress,
  TEMPLATE,
  whatIfAddress,
  type RegimeChoice,
  type TemplateParams,
  type TemplateResult,
} from '../server/lsp/messages';
import { LANGUAGE } from './language';

/** The commands of the palette. */
export function registerCommands(context: ExtensionContext, client: BaseLanguageClient): void {
  const register = (name: string, run: () => Promise<void>) =>
    context.subscriptions.push(commands.registerCommand(name, run));
  register('euc.newCertificate', () => newCertificate(client));
  register('euc.insertMissingClauses', () => insertMissingClauses(client));
  register('euc.showRegime', () => showRegime(client));
  register('euc.whatIf', () => checkAgainst(client));
  register('euc.restart', async () => {
    if (client.needsStop()) await client.stop();
    await client.start();
    void window.setStatusBarMessage('The checker of end-use certificates was restarted.', 5000);
  });
}

async function newCertificate(client: BaseLanguageClient): Promise<void> {
  const regime = await chooseRegime(client, 'Which regime does the certificate follow?');
  if (!regime) return;
  const template = await client.sendRequest<TemplateResult | null>(TEMPLATE, {
    regime: regime.id,
  } satisfies TemplateParams);
  if (!template) return;
  const document = await workspace.openTextDocument({ language: LANGUAGE });
  const editor = await window.showTextDocument(document);
  await editor.insertSnippet(new SnippetString(template.snippet));
}

async function insertMissingClauses(client: BaseLanguageClient): Promise<void> {
  const editor = certificateEditor();
  if (!editor) return;
  const inserted: unknown = await client.sendRequest(ExecuteCommandRequest.type, {
    command: INSERT_CLAUSES,
    arguments: [client.code2ProtocolConverter.asUri(editor.document.uri)],
  });
  const words =
    inserted === 0
      ? 'No clause that the regime requires is missing.'
      : `${String(inserted)} ${inserted === 1 ? 'clause was' : 'clauses were'} inserted.`;
  void window.showInformationMessage(words);
}

async function showRegime(client: BaseLanguageClient): Promise<void> {
  const regimes = await client.sendRequest<readonly RegimeChoice[]>(REGIMES);
  const text = window.activeTextEditor?.document.getText() ?? '';
  const named = /^regime:\s*(\S+)/m.exec(text)?.[1];
  const regime = regimes.find(({ id }) => id === named) ?? (await choose(regimes, 'Whose text do you want to read?'));
  if (!regime) return;
  await showPage(Uri.parse(regimePageAddress(regime.id)));
}

async function showPage(address: Uri): Promise<void> {
  const page = await workspace.openTextDocument(address);
  await languages.setTextDocumentLanguage(page, 'markdown');
  try {
    await commands.executeCommand('markdown.showPreview', page.uri);
  } catch {
    // An editor without the Markdown extension shows the text itself.
    await window.showTextDocument(page, { preview: true });
  }
}

/** What another regime would say of the open certificate, as a page; the certificate is not changed. */
async function checkAgainst(client: BaseLanguageClient): Promise<void> {
  const editor = certificateEditor();
  if (!editor) return;
  const regime = await chooseRegime(client, 'Which regime should the certificate be tried against?');
  if (!regime) return;
  const address = whatIfAddress(regime.id, client.code2ProtocolConverter.asUri(editor.document.uri));
  await showPage(Uri.parse(address));
}

async function chooseRegime(client: BaseLanguageClient, title: string): Promise<RegimeChoice | undefined> {
  const regimes = await client.sendRequest<readonly RegimeChoice[]>(REGIMES);
  return regimes.length === 1 ? regimes[0] : choose(regimes, title);
}

async function choose(regimes: readonly RegimeChoice[], title: string): Promise<RegimeChoice | undefined> {
  const items = regimes.map((regime) => ({
    label: regime.title,
    description: regime.id,
    detail: regime.issuer,
    regime,
  }));
  return (await window.showQuickPick(items, { title, matchOnDescription: true, matchOnDetail: true }))?.regime;
}

function certificateEditor(): TextEditor | undefined {
  const editor = window.activeTextEditor;
  if (editor?.document.languageId === LANGUAGE) return editor;
  void window.showInformationMessage('Open an end-use certificate first (*.euc.yaml).');
  return undefined;
}
