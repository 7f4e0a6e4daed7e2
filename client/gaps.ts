import {
  commands,
  Selection,
  TextEditorRevealType,
  window,
  WorkspaceEdit,
  workspace,
  type ExtensionContext,
  type TextEditor,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  FILL_GAP,
  GAPS,
  type DocumentGap,
  type FillGapParams,
  type FillGapResult,
  type GapsResult,
} from '../server/lsp/messages';
import { certificateEditor } from './certificate-at-hand';

/** The commands that go from gap to gap, ask for what is missing and write it in. */
export function registerGaps(context: ExtensionContext, client: BaseLanguageClient): void {
  /** Where the last question was, by document. */
  const visited = new Map<string, number>();
  const register = (name: string, forward: boolean) =>
    context.subscriptions.push(
      commands.registerCommand(name, async () => {
        const editor = await certificateEditor();
        if (editor) await ask(client, editor, visited, forward);
      }),
    );
  register('euc.nextGap', true);
  register('euc.previousGap', false);
  context.subscriptions.push(workspace.onDidCloseTextDocument(({ uri }) => visited.delete(uri.toString())));
}

/** Asks until there is no gap left or no answer is given. */
async function ask(
  client: BaseLanguageClient,
  editor: TextEditor,
  visited: Map<string, number>,
  forward: boolean,
): Promise<void> {
  const key = editor.document.uri.toString();
  const uri = client.code2ProtocolConverter.asUri(editor.document.uri);
  for (;;) {
    const result = await client.sendRequest<GapsResult | null>(GAPS, { uri });
    const gaps = result?.gaps ?? [];
    const gap = pick(gaps, visited.get(key), forward);
    if (!gap) {
      void window.showInformationMessage('Nothing is missing: every required field and clause is filled in.');
      return;
    }
    visited.set(key, gap.rank);
    go(client, editor, gap);
    const text = await answerTo(gap, gaps.length);
    if (text === undefined || text.trim() === '') return;
    const params: FillGapParams = { uri, certificate: gap.certificate, path: gap.path, text };
    const filled = await client.sendRequest<FillGapResult | null>(FILL_GAP, params);
    if (!filled || filled.edits.length === 0 || filled.version !== editor.document.version) {
      void window.showWarningMessage(
        `“${text}” was not written: its place in the text has changed. Ask for the gap again.`,
      );
      return;
    }
    const edit = new WorkspaceEdit();
    for (const { range, newText } of filled.edits)
      edit.replace(editor.document.uri, client.protocol2CodeConverter.asRange(range), newText);
    await workspace.applyEdit(edit);
  }
}

/** The gap after the one that was visited last, or before it; from either end it goes on at the other. */
function pick(gaps: readonly DocumentGap[], last: number | undefined, forward: boolean): DocumentGap | undefined {
  if (last === undefined) return forward ? gaps[0] : gaps.at(-1);
  return forward
    ? (gaps.find(({ rank }) => rank > last) ?? gaps[0])
    : (gaps.findLast(({ rank }) => rank < last) ?? gaps.at(-1));
}

function go(client: BaseLanguageClient, editor: TextEditor, { range }: DocumentGap): void {
  const { start, end } = client.protocol2CodeConverter.asRange(range);
  editor.selection = new Selection(start, end);
  editor.revealRange(editor.selection, TextEditorRevealType.InCenterIfOutsideViewport);
}

/** The user's answer; undefined where there is none. */
async function answerTo({ question, example, choices }: DocumentGap, count: number): Promise<string | undefined> {
  const left = count === 1 ? 'the last gap' : `${count} gaps left`;
  const title = `${question} (${left})`;
  if (choices.length === 0)
    return window.showInputBox({
      title,
      prompt: `For example: ${example}`,
      placeHolder: example,
      ignoreFocusOut: true,
    });
  const items = choices.map(({ label, text }) => ({ label, detail: text === label ? '' : text, text }));
  return (await window.showQuickPick(items, { title, ignoreFocusOut: true }))?.text;
}
