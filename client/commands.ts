import { commands, languages, SnippetString, Uri, window, workspace, type ExtensionContext } from 'vscode';
import { ExecuteCommandRequest, type BaseLanguageClient } from 'vscode-languageclient';
import {
  COMPARE_CLAUSE,
  INSERT_CLAUSES,
  REGIMES,
  regimePageAddress,
  restoredAddress,
  TEMPLATE,
  type CompareParams,
  whatIfAddress,
  type RegimeChoice,
  type TemplateParams,
  type TemplateResult,
} from '../server/lsp/messages';
import { certificateEditor } from './certificate-at-hand';
import { LANGUAGE } from './language';

/** The commands of the palette. */
export function registerCommands(context: ExtensionContext, client: BaseLanguageClient): void {
  const register = (name: string, run: (...asked: readonly unknown[]) => Promise<void>) =>
    context.subscriptions.push(commands.registerCommand(name, run));
  register('euc.newCertificate', (regime, shape) => newCertificate(client, regime, shape));
  register('euc.openSample', () => openSample(context));
  register('euc.insertMissingClauses', () => insertMissingClauses(client));
  register('euc.showRegime', () => showRegime(client));
  context.subscriptions.push(commands.registerCommand(COMPARE_CLAUSE, compareClause));
  register('euc.whatIf', () => checkAgainst(client));
  register('euc.restart', async () => {
    if (client.needsStop()) await client.stop();
    await client.start();
    void window.setStatusBarMessage('The checker of end-use certificates was restarted.', 5000);
  });
}

/** Shows the certificate beside itself with one clause restored: the regime's words left, the file right. */
async function compareClause({ uri, certificate, clause }: CompareParams): Promise<void> {
  const left = Uri.parse(restoredAddress({ uri, certificate, clause }));
  await commands.executeCommand(
    'vscode.diff',
    left,
    Uri.parse(uri),
    `${clause}: the regime's words ↔ this certificate`,
  );
}

/**
 * Opens a new certificate with its gaps to fill in.
 *
 * @param named the identifier of its regime, as a keybinding may give it; asked of the user when it is none.
 * @param shaped the shape likewise.
 */
async function newCertificate(client: BaseLanguageClient, named: unknown, shaped: unknown): Promise<void> {
  const regime = typeof named === 'string' ? named : (await chooseRegime(client, REGIME_OF_NEW))?.id;
  if (regime === undefined) return;
  const shape = SHAPES.find((offered) => offered.shape === shaped)?.shape ?? (await chooseShape());
  if (!shape) return;
  const params: TemplateParams = { regime, shape };
  const template = await client.sendRequest<TemplateResult | null>(TEMPLATE, params);
  if (!template) return;
  const document = await workspace.openTextDocument({ language: LANGUAGE });
  const editor = await window.showTextDocument(document);
  await editor.insertSnippet(new SnippetString(template.snippet));
  tellCreated();
}

const REGIME_OF_NEW = 'Which regime does the certificate follow?';

/** The ways to begin a certificate, for a person who has never written one. */
const SHAPES = [
  { shape: 'in-words', label: 'In words', detail: 'Each purpose in a sentence, as on a paper form.' },
  { shape: 'by-parts', label: 'By parts', detail: 'Each purpose by its category, use, act and aim, or its offence.' },
  { shape: 'minimal', label: 'Minimal', detail: 'Number, parties and a purpose; “Next Gap” asks for the rest.' },
] as const;

async function chooseShape() {
  const title = 'How do you want to state the purposes?';
  return (await window.showQuickPick(SHAPES, { title }))?.shape;
}

/** A copy of the sample to try things on; nothing is saved unless its reader does so. */
async function openSample(context: ExtensionContext): Promise<void> {
  const sample = Uri.joinPath(context.extensionUri, 'examples', 'sample.euc.yaml');
  const content = new TextDecoder().decode(await workspace.fs.readFile(sample));
  await window.showTextDocument(await workspace.openTextDocument({ language: LANGUAGE, content }));
  tellCreated();
}

/** Tells the walkthrough that there is a certificate to go on with. */
function tellCreated(): void {
  void commands.executeCommand('setContext', 'euc.created', true);
}

async function insertMissingClauses(client: BaseLanguageClient): Promise<void> {
  const editor = await certificateEditor();
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
  const editor = await certificateEditor();
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
