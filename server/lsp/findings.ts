import {
  DiagnosticRefreshRequest,
  DocumentDiagnosticReportKind,
  type Connection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { check, type Analysis } from '../check';
import type { Span } from '../text/span';
import type { Client } from './client';
import { toDiagnostic } from './convert';
import { STATUS } from './messages';
import type { PackService } from './pack-service';
import type { Pages } from './pages';
import type { Readings } from './readings';
import { statusOf } from './status';
import { heldBack, wordTyped } from './typing';

/** Tells the editor what is found, or answers it when it asks, whichever it can do. */
export class Findings {
  readonly #connection: Connection;
  readonly #readings: Readings;
  readonly #client: () => Client;
  readonly #packs: PackService;
  readonly #pages: Pages;
  /** Documents that changed and of which the editor has not been told yet. */
  readonly #changed = new Set<string>();
  /** The word that is being typed in each document, and the text that it was typed into. */
  readonly #typed = new Map<string, Span>();
  readonly #texts = new Map<string, string>();
  /**
   * The name of an answer, to say "unchanged" without comparing. It goes by the reading itself: a version of the text would
   * come again when a document is closed and one with other words is opened in its place.
   */
  readonly #answers = new WeakMap<Analysis, number>();
  #given = 0;

  constructor(connection: Connection, readings: Readings, client: () => Client, packs: PackService, pages: Pages) {
    this.#connection = connection;
    this.#readings = readings;
    this.#client = client;
    this.#packs = packs;
    this.#pages = pages;
    connection.languages.diagnostics.on((params) => this.#answer(params.textDocument.uri, params.previousResultId));
    connection.languages.diagnostics.onWorkspace(async ({ previousResultIds }) => ({
      items: await this.#answerForOthers(new Map(previousResultIds.map(({ uri, value }) => [uri, value]))),
    }));
  }

  /** Checks a document at the next turn of the event loop; several changes that come in together are told once. */
  schedule(uri: string): void {
    if (this.#changed.size === 0)
      setTimeout(() => {
        this.#tell();
      }, 0);
    this.#changed.add(uri);
  }

  /** Checks every open document. */
  scheduleAll(): void {
    for (const uri of this.#readings.documents.keys()) this.schedule(uri);
  }

  /** Has an editor ask again that asks itself. */
  refresh(): void {
    const { pulls, refreshes } = this.#client();
    if (pulls && refreshes) void this.#connection.sendRequest(DiagnosticRefreshRequest.type);
  }

  /** A document has another text: sees which word is being typed, and checks it. */
  change({ uri }: TextDocument, text: string): void {
    const { pause } = this.#client().options;
    if (pause !== undefined) this.#watchTyping(uri, text, pause);
    this.schedule(uri);
  }

  /** A document is no longer open: nothing is shown of it any more. */
  close(uri: string): void {
    this.#typed.delete(uri);
    this.#texts.delete(uri);
    if (!this.#client().pulls) void this.#connection.sendDiagnostics({ uri, diagnostics: [] });
  }

  #watchTyping(uri: string, text: string, pause: number): void {
    const word = wordTyped(this.#texts.get(uri) ?? text, text);
    this.#texts.set(uri, text);
    if (!word) {
      this.#typed.delete(uri);
      return;
    }
    this.#typed.set(uri, word);
    setTimeout(() => {
      if (this.#typed.get(uri) !== word) return;
      this.#typed.delete(uri);
      this.schedule(uri);
      this.refresh();
    }, pause);
  }

  #diagnosticsOf(analysis: Analysis, uri?: string): Diagnostic[] {
    const { abilities, options } = this.#client();
    return heldBack(analysis, uri === undefined ? undefined : this.#typed.get(uri)).map((finding) =>
      toDiagnostic(finding, analysis.lines, abilities.codeDescription ? options.rulePages : undefined),
    );
  }

  #tell(): void {
    const { pulls, options } = this.#client();
    const { documents, workspace } = this.#readings;
    const uris = [...this.#changed];
    this.#changed.clear();
    let others = false;
    for (const uri of uris) {
      const pack = this.#readings.packAt(uri);
      const document = documents.get(uri);
      if (pack) {
        if (!pulls) void this.#connection.sendDiagnostics({ uri, diagnostics: this.#packs.diagnostics(pack) });
      } else if (document) others = (workspace?.keep(uri, this.#readings.of(document)) ?? false) || others;
    }
    for (const uri of others ? documents.keys() : uris) {
      const found = this.#readings.at(uri);
      if (!found) continue;
      const { document, analysis } = found;
      if (!pulls) {
        const diagnostics = this.#diagnosticsOf(analysis, uri);
        void this.#connection.sendDiagnostics({ uri, version: document.version, diagnostics });
      }
      if (options.status === true) void this.#connection.sendNotification(STATUS, statusOf(uri, analysis));
    }
    this.#pages.refresh(uris);
    if (others) this.refresh();
  }

  #nameOf(analysis: Analysis): string {
    let answer = this.#answers.get(analysis);
    if (answer === undefined) this.#answers.set(analysis, (answer = ++this.#given));
    return `${String(answer)}.${String(this.#readings.workspace?.epoch ?? 0)}.${String(this.#readings.regimes.epoch)}`;
  }

  async #answer(uri: string, previous: string | undefined): Promise<DocumentDiagnosticReport> {
    const { Full, Unchanged } = DocumentDiagnosticReportKind;
    await this.#readings.regimes.ready(uri);
    const pack = this.#readings.packAt(uri);
    if (pack) return { kind: Full, items: this.#packs.diagnostics(pack) };
    // The numbers of what has just been opened or changed count in this answer, not only in the next one.
    this.#tell();
    const found = this.#readings.at(uri);
    if (!found) return { kind: Full, items: [] };
    const resultId = `${this.#nameOf(found.analysis)}.${String(this.#typed.get(uri)?.start ?? '')}`;
    if (resultId === previous) return { kind: Unchanged, resultId };
    return { kind: Full, resultId, items: this.#diagnosticsOf(found.analysis, uri) };
  }

  /** What is found of the certificates of the workspace that are not open; an open one is asked for on its own. */
  async #answerForOthers(previous: ReadonlyMap<string, string>): Promise<WorkspaceDocumentDiagnosticReport[]> {
    const { Full, Unchanged } = DocumentDiagnosticReportKind;
    const { workspace, regimes, documents } = this.#readings;
    const uris = workspace?.uris() ?? [];
    await Promise.all(uris.map((uri) => regimes.ready(uri)));
    return uris.flatMap((uri): WorkspaceDocumentDiagnosticReport[] => {
      if (documents.get(uri)) return [];
      const analysis = workspace?.analysis(uri);
      if (!analysis) return [];
      const resultId = this.#nameOf(analysis);
      if (previous.get(uri) === resultId) return [{ kind: Unchanged, uri, version: null, resultId }];
      const judged = check(analysis.tree.text, this.#readings.around(uri));
      return [{ kind: Full, uri, version: null, resultId, items: this.#diagnosticsOf(judged) }];
    });
  }
}
