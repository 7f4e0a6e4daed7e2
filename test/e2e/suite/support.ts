// What scenarios do in VS Code and ask of it, by the `vscode` API alone. Nothing here sleeps: it asks again until it is so.
import * as vscode from 'vscode';

/** How long a scenario waits for anything. */
const patience = 20_000;

/** Opens a file of the workspace in an editor. */
export async function openDocument(name: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(uriOf(name));
  await vscode.window.showTextDocument(document, { preview: false });
  return document;
}

/**
 * Opens an untitled document of that language and content. VS Code keeps a backup of every untitled document, and one that
 * was closed a moment ago may still have its own: a new document of the same name is then filled with that.
 */
export async function openUntitled(content: string, language = 'euc'): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument({ content, language });
  await vscode.window.showTextDocument(document, { preview: false });
  if (document.getText() !== content) await replaceAll(document, content);
  return document;
}

/** The URI of a file of the workspace. */
export function uriOf(name: string): vscode.Uri {
  return vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, name);
}

/** Closes every editor and throws away what was changed in it. For `afterEach`. */
export async function closeAll(): Promise<void> {
  for (const group of vscode.window.tabGroups.all) {
    for (const tab of group.tabs) {
      await vscode.window.tabGroups.close(tab, true).then(undefined, () => undefined);
    }
  }
  const dirty = () => vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty);
  for (const document of dirty()) {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
}

/**
 * Looks until what is seen is accepted, and gives it back.
 *
 * @param what is said when it never is, after "waited for".
 * @param look may fail; then it is tried again, and the failure is what was last seen.
 * @param accept takes anything but nothing, an empty list or `false`, when left out.
 */
export async function waitFor<T>(
  what: string,
  look: () => T | PromiseLike<T>,
  accept: (seen: T) => boolean = (seen) => (Array.isArray(seen) ? seen.length > 0 : Boolean(seen)),
): Promise<T> {
  const end = Date.now() + patience;
  for (;;) {
    let shown: string;
    try {
      const seen = await look();
      if (accept(seen)) return seen;
      shown = show(seen);
    } catch (error) {
      shown = String(error);
    }
    if (Date.now() > end) throw new Error(`waited ${patience / 1000} s for ${what}; last seen: ${shown}`);
    await new Promise((next) => setTimeout(next, 50));
  }
}

/** A finding as a person reads it. */
export interface Finding {
  readonly rule: string;
  readonly severity: 'error' | 'warning' | 'information' | 'hint';
  readonly message: string;
  /** The underlined text. */
  readonly text: string;
  readonly range: vscode.Range;
}

/** The findings of a document now, from top to bottom. */
export function findings(document: vscode.TextDocument): readonly Finding[] {
  const names = ['error', 'warning', 'information', 'hint'] as const;
  return vscode.languages
    .getDiagnostics(document.uri)
    .map(({ code, severity, message, range }) => ({
      rule: String(typeof code === 'object' ? code.value : (code ?? '')),
      severity: names[severity],
      message,
      text: document.getText(range),
      range,
    }))
    .sort((a, b) => a.range.start.compareTo(b.range.start));
}

/** Waits until the findings of a document are accepted; any at all when nothing is said. */
export function findingsOf(
  document: vscode.TextDocument,
  what = 'findings',
  accept: (seen: readonly Finding[]) => boolean = (seen) => seen.length > 0,
): Promise<readonly Finding[]> {
  return waitFor(`${what} in ${document.uri.path}`, () => findings(document), accept);
}

/** Waits for a finding of that rule. */
export async function findingOf(document: vscode.TextDocument, rule: string): Promise<Finding> {
  const of = (seen: readonly Finding[]) => seen.find((finding) => finding.rule === rule);
  return of(await findingsOf(document, `a finding of ${rule}`, (seen) => of(seen) !== undefined))!;
}

/** The fixes and refactorings offered at a place. */
export async function codeActions(
  document: vscode.TextDocument,
  range: vscode.Range,
  kind = vscode.CodeActionKind.Empty,
): Promise<readonly vscode.CodeAction[]> {
  const resolved = 100;
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    ...[document.uri, range, kind.value || undefined, resolved],
  );
}

/** Applies the action of that title at a place, as choosing it from the lightbulb's menu does. */
export async function applyAction(
  document: vscode.TextDocument,
  range: vscode.Range,
  title: string | RegExp,
): Promise<void> {
  const matches = (action: vscode.CodeAction) =>
    typeof title === 'string' ? action.title === title : title.test(action.title);
  const offered = await waitFor(
    `the action ${String(title)}`,
    async () => codeActions(document, range),
    (seen) => seen.some(matches),
  );
  const { edit, command } = offered.find(matches)!;
  if (edit && !(await vscode.workspace.applyEdit(edit))) throw new Error(`The edit of ${String(title)} was refused.`);
  if (command) await vscode.commands.executeCommand(command.command, ...((command.arguments ?? []) as unknown[]));
}

/** What is offered for completion at a place. */
export async function completions(
  document: vscode.TextDocument,
  at: vscode.Position,
): Promise<readonly vscode.CompletionItem[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    ...[document.uri, at],
  );
  return list.items;
}

/** The text of the hover at a place, as Markdown; empty where there is none. */
export async function hover(document: vscode.TextDocument, at: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, at);
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (content instanceof vscode.MarkdownString ? content.value : JSON.stringify(content)))
    .join('\n\n');
}

/** The place of the first occurrence of a text, which must be there. */
export function rangeOf(document: vscode.TextDocument, text: string): vscode.Range {
  const at = document.getText().indexOf(text);
  if (at < 0) throw new Error(`"${text}" is not in ${document.uri.path}`);
  return new vscode.Range(document.positionAt(at), document.positionAt(at + text.length));
}

/** Selects a range of the active editor, or puts the cursor at a place. */
export function select(at: vscode.Range | vscode.Position): void {
  const editor = vscode.window.activeTextEditor;
  if (!editor) throw new Error('No editor is active.');
  const { start, end } = at instanceof vscode.Range ? at : { start: at, end: at };
  editor.selection = new vscode.Selection(start, end);
  editor.revealRange(editor.selection);
}

/** Types at the cursor of the active editor, character by character as a person does, so that VS Code reacts to each. */
export async function typeText(text: string): Promise<void> {
  for (const character of text) await vscode.commands.executeCommand('type', { text: character });
}

/** Puts another text in the place of the whole document. */
export async function replaceAll(document: vscode.TextDocument, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), text);
  if (!(await vscode.workspace.applyEdit(edit))) throw new Error('The edit was refused.');
}

/** The extension under test. */
export function extension(): vscode.Extension<unknown> {
  const found = vscode.extensions.getExtension('end-use-certificate.end-use-certificate');
  if (!found) throw new Error('The extension is not installed.');
  return found;
}

/** Short enough for a message, and true to what was seen. */
function show(seen: unknown): string {
  const text = JSON.stringify(seen, (_, value: unknown) => value ?? null) as string | undefined;
  return text === undefined ? String(seen) : text.length > 2000 ? `${text.slice(0, 2000)}…` : text;
}
