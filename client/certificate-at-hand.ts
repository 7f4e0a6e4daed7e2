import { commands, Uri, window, workspace, type ExtensionContext, type TextDocument, type TextEditor } from 'vscode';
import { LANGUAGE } from './language';

/** The certificate that was worked on last. */
let last: TextDocument | undefined;

/** Remembers which certificate is worked on, for commands that are given from a page that is none, as the walkthrough is. */
export function rememberCertificate(context: ExtensionContext): void {
  const remember = (editor: TextEditor | undefined) => {
    if (editor?.document.languageId === LANGUAGE) last = editor.document;
  };
  remember(window.activeTextEditor);
  context.subscriptions.push(window.onDidChangeActiveTextEditor(remember));
}

/**
 * The certificate that a command is given for: the one in the active editor, else one that is in sight, else the one that
 * was worked on last and is still open. Where there is none, says so and offers to begin one.
 */
export function certificateAtHand(): TextDocument | undefined {
  const editors = [window.activeTextEditor, ...window.visibleTextEditors];
  const shown = editors.find((editor) => editor?.document.languageId === LANGUAGE)?.document;
  const found = shown ?? (last && !last.isClosed && last.languageId === LANGUAGE ? last : undefined);
  if (!found) void offerOne();
  return found;
}

/** The editor of the certificate that a command is given for, brought into sight where it is not. */
export async function certificateEditor(): Promise<TextEditor | undefined> {
  const document = certificateAtHand();
  if (!document) return undefined;
  if (window.activeTextEditor?.document === document) return window.activeTextEditor;
  const column = columnOf(document.uri);
  return window.showTextDocument(document, column === undefined ? {} : { viewColumn: column });
}

/** The column in which a document has a tab, whether it is in sight or not. */
function columnOf(uri: Uri) {
  const group = window.tabGroups.all.find(({ tabs }) =>
    tabs.some(({ input }) => input !== null && typeof input === 'object' && 'uri' in input && same(input.uri, uri)),
  );
  return group?.viewColumn;
}

function same(one: unknown, other: Uri): boolean {
  return one instanceof Uri && one.toString() === other.toString();
}

async function offerOne(): Promise<void> {
  const create = 'New certificate';
  const sample = 'Open the sample';
  const words = workspace.workspaceFolders
    ? 'Open an end-use certificate first (*.euc.yaml).'
    : 'No end-use certificate is open yet.';
  const answer = await window.showInformationMessage(words, create, sample);
  if (answer === create) await commands.executeCommand('euc.newCertificate');
  if (answer === sample) await commands.executeCommand('euc.openSample');
}
