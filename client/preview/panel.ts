import {
  commands,
  Disposable,
  Range,
  Selection,
  TextEditorRevealType,
  TextEditorSelectionChangeKind,
  Uri,
  ViewColumn,
  window,
  workspace,
  type Event,
  type ExtensionContext,
  type TextEditor,
  type WebviewPanel,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { PREVIEW, type DocumentParams, type PreviewResult, type StatusParams } from '../../server/lsp/messages';
import { certificateEditor } from '../certificate-at-hand';
import type { FromPage, Place, ToPage } from './messages';
import { newNonce, noPaper, shell } from './shell';

/** The kind of panel, by which VS Code finds it again after a reload. */
export const PREVIEW_VIEW = 'euc.preview';

/** The certificate whose preview is active; for commands that are given while no editor is. */
export function previewedDocument(): Uri | undefined {
  return [...open].find(([, { panel }]) => panel.active)?.[1].uri;
}

const open = new Map<string, { readonly panel: WebviewPanel; readonly uri: Uri }>();

/** The command that opens a preview beside the text, and its coming back after a reload. */
export function registerPreview(
  context: ExtensionContext,
  client: BaseLanguageClient,
  statuses: Event<StatusParams>,
): void {
  const page = Uri.joinPath(context.extensionUri, 'dist');
  const options = { enableScripts: true, localResourceRoots: [page] };
  context.subscriptions.push(
    commands.registerCommand('euc.openPreview', async () => {
      // In the column in which the command was given where that is not the text's, as in a walkthrough beside it.
      const given = window.tabGroups.activeTabGroup.viewColumn;
      const editor = await certificateEditor();
      if (!editor) return;
      const { uri } = editor.document;
      const known = open.get(uri.toString());
      if (known) known.panel.reveal(undefined, true);
      else {
        const viewColumn = given === editor.viewColumn ? ViewColumn.Beside : given;
        const beside = { viewColumn, preserveFocus: true };
        show(window.createWebviewPanel(PREVIEW_VIEW, titleOf(uri), beside, options), uri);
      }
      void commands.executeCommand('setContext', 'euc.previewed', true);
    }),
    window.registerWebviewPanelSerializer(PREVIEW_VIEW, {
      deserializeWebviewPanel: async (panel, state: unknown) => {
        const address = state !== null && typeof state === 'object' && 'uri' in state ? state.uri : undefined;
        if (typeof address !== 'string') {
          panel.dispose();
          return;
        }
        panel.webview.options = options;
        const uri = Uri.parse(address);
        try {
          // The server answers for documents that are open.
          await workspace.openTextDocument(uri);
        } catch {
          panel.webview.html = noPaper(`${nameOf(uri)} is not there any more, so it cannot be shown as a paper.`);
          return;
        }
        show(panel, uri);
      },
    }),
  );

  const show = (panel: WebviewPanel, uri: Uri) => {
    open.set(uri.toString(), { panel, uri });
    const shown = new Shown(panel, uri, client, statuses, Uri.joinPath(page, 'preview.js'));
    panel.onDidDispose(() => {
      open.delete(uri.toString());
      shown.dispose();
    });
  };
}

/** One preview, as long as it is open. */
class Shown {
  readonly #subscriptions: Disposable[] = [];
  readonly #panel: WebviewPanel;
  readonly #uri: Uri;
  readonly #client: BaseLanguageClient;
  readonly #script: Uri;
  /** Counts what was asked for, so that an answer that was overtaken is not shown. */
  #asked = 0;
  /** The page has been asked for; it says itself when it is there. */
  #loading = false;
  #page = false;
  #body = '';
  /** When the page moved the editor: what the editor then reports must not move the page again. */
  #moved = 0;

  constructor(panel: WebviewPanel, uri: Uri, client: BaseLanguageClient, statuses: Event<StatusParams>, script: Uri) {
    this.#panel = panel;
    this.#uri = uri;
    this.#client = client;
    this.#script = script;
    const own = (editor: TextEditor) => editor.document.uri.toString() === uri.toString();
    this.#subscriptions.push(
      panel.webview.onDidReceiveMessage((message: FromPage) => void this.#receive(message)),
      statuses((status) => {
        if (status.uri === client.code2ProtocolConverter.asUri(uri)) void this.#update();
      }),
      window.onDidChangeTextEditorVisibleRanges(({ textEditor, visibleRanges }) => {
        const line = visibleRanges[0]?.start.line;
        if (own(textEditor) && line !== undefined && !this.#justMoved()) this.#tell({ kind: 'scroll', line });
      }),
      window.onDidChangeTextEditorSelection(({ textEditor, selections, kind }) => {
        const place = selections[0]?.active;
        const byHand = kind === TextEditorSelectionChangeKind.Mouse || kind === TextEditorSelectionChangeKind.Keyboard;
        if (!own(textEditor) || !place || (!byHand && this.#justMoved())) return;
        this.#tell({ kind: 'cursor', place: { line: place.line, character: place.character } });
      }),
    );
    void this.#update();
  }

  dispose(): void {
    Disposable.from(...this.#subscriptions).dispose();
  }

  #justMoved(): boolean {
    return Date.now() - this.#moved < 250;
  }

  #tell(message: ToPage): void {
    if (this.#page) void this.#panel.webview.postMessage(message);
  }

  /** Shows the certificate as it is now; on the first time, the page as well. */
  async #update(): Promise<void> {
    const asked = ++this.#asked;
    const uri = this.#client.code2ProtocolConverter.asUri(this.#uri);
    await this.#client.start();
    const result = await this.#client.sendRequest<PreviewResult | null>(PREVIEW, { uri } satisfies DocumentParams);
    if (asked !== this.#asked || !result) return;
    this.#body = result.body;
    if (this.#page) this.#tell({ kind: 'show', body: result.body });
    else if (!this.#loading) {
      this.#loading = true;
      const { webview } = this.#panel;
      const script = webview.asWebviewUri(this.#script).toString();
      webview.html = shell({ nonce: newNonce(), script, style: result.style, uri: this.#uri.toString() });
    }
  }

  async #receive(message: FromPage): Promise<void> {
    switch (message.kind) {
      case 'ready':
        this.#page = true;
        this.#tell({ kind: 'show', body: this.#body });
        this.#tellWhereEditorIs();
        break;
      case 'go':
        await this.#go(message.from, message.to);
        break;
      case 'scrolled': {
        this.#moved = Date.now();
        const at = new Range(message.line, 0, message.line, 0);
        this.#editor()?.revealRange(at, TextEditorRevealType.AtTop);
        break;
      }
    }
  }

  #tellWhereEditorIs(): void {
    const line = this.#editor()?.visibleRanges[0]?.start.line;
    if (line !== undefined && line > 0) this.#tell({ kind: 'scroll', line });
  }

  #editor(): TextEditor | undefined {
    return window.visibleTextEditors.find(({ document }) => document.uri.toString() === this.#uri.toString());
  }

  async #go(from: Place, to: Place): Promise<void> {
    this.#moved = Date.now();
    const shown = this.#editor();
    const column = shown?.viewColumn ?? ViewColumn.One;
    const editor = await window.showTextDocument(await workspace.openTextDocument(this.#uri), column);
    editor.selection = new Selection(to.line, to.character, from.line, from.character);
    editor.revealRange(editor.selection, TextEditorRevealType.InCenterIfOutsideViewport);
  }
}

function titleOf(uri: Uri): string {
  return `Preview: ${nameOf(uri)}`;
}

function nameOf(uri: Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}
