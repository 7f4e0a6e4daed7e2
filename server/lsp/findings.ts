import {
  DiagnosticRefreshRequest,
  DocumentDiagnosticReportKind,
  type Connection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis } from '../check';
import { numbersOf } from '../check-all';
import type { Finding } from '../rules/finding';
import type { Span } from '../text/span';
import type { Client } from './client';
import { toDiagnostic } from './convert';
import { STATUS } from './messages';
import type { PackService } from './pack-service';
import type { Pages } from './pages';
import type { Quiet } from './quiet';
import type { Readings } from './readings';
import { Reminder } from './reminder';
import { statusOf } from './status';
import { goesOn, heldBack, wordTyped, type Typing } from './typing';

/** Tells the editor what is found, or answers it when it asks, whichever it can do. */
export class Findings {
  readonly #connection: Connection;
  readonly #readings: Readings;
  readonly #client: () => Client;
  readonly #packs: PackService;
  readonly #pages: Pages;
  readonly #quiet: Quiet;
  readonly #reminder = new Reminder(() => {
    this.refresh();
  });
  /** Documents that changed and of which the editor has not been told yet. */
  readonly #changed = new Set<string>();
  /** What is being typed in each document, and the text that it was typed into. */
  readonly #typed = new Map<string, Typing>();
  readonly #texts = new Map<string, string>();
  /** What was told of each document when last nothing was being typed. */
  readonly #settled = new Map<string, Analysis>();
  /**
   * The name of an answer, to say "unchanged" without comparing. It goes by the reading itself: a version of the text would
   * come again when a document is closed and one with other words is opened in its place.
   */
  readonly #answers = new WeakMap<object, number>();
  #given = 0;
  #ended = false;

  constructor(
    connection: Connection,
    readings: Readings,
    client: () => Client,
    packs: PackService,
    pages: Pages,
    quiet: Quiet,
  ) {
    this.#connection = connection;
    this.#readings = readings;
    this.#client = client;
    this.#packs = packs;
    this.#pages = pages;
    this.#quiet = quiet;
    connection.languages.diagnostics.on((params) => this.#answer(params.textDocument.uri, params.previousResultId));
    connection.languages.diagnostics.onWorkspace(async ({ previousResultIds }) => ({
      items: await this.#answerForOthers(new Map(previousResultIds.map(({ uri, value }) => [uri, value]))),
    }));
  }

  /** The editor has said goodbye: nobody is left to be told, now or later. */
  end(): void {
    this.#ended = true;
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
    if (pulls && refreshes && !this.#ended) void this.#connection.sendRequest(DiagnosticRefreshRequest.type);
  }

  /** A document has another text: sees which word is being typed, and checks it. */
  change({ uri }: TextDocument, text: string): void {
    this.#quiet.disturb();
    const { pulls, options } = this.#client();
    const { pause } = options;
    if (pulls) this.#reminder.changed(uri);
    if (pause !== undefined) this.#watchTyping(uri, text, pause);
    this.schedule(uri);
  }

  /** A document is no longer open: nothing is shown of it any more. */
  close(uri: string): void {
    this.#typed.delete(uri);
    this.#texts.delete(uri);
    this.#settled.delete(uri);
    this.#reminder.settled(uri);
    if (!this.#client().pulls) void this.#connection.sendDiagnostics({ uri, diagnostics: [] });
  }

  #watchTyping(uri: string, text: string, pause: number): void {
    const before = this.#texts.get(uri) ?? text;
    const word = wordTyped(before, text);
    this.#texts.set(uri, text);
    if (!word) {
      this.#typed.delete(uri);
      return;
    }
    const typing = { word, told: this.#toldBefore(uri, word, before) };
    this.#typed.set(uri, typing);
    setTimeout(() => {
      if (this.#typed.get(uri) !== typing) return;
      this.#typed.delete(uri);
      this.schedule(uri);
      this.refresh();
    }, pause);
  }

  /** What had been told when the typing began that goes on with this word. */
  #toldBefore(uri: string, word: Span, before: string): readonly Finding[] {
    const going = this.#typed.get(uri);
    if (going) return goesOn(going, word) ? going.told : [];
    const settled = this.#settled.get(uri);
    return settled?.lines.text === before ? settled.findings : [];
  }

  #diagnosticsOf(analysis: Analysis, uri?: string): Diagnostic[] {
    const { abilities, options } = this.#client();
    const typing = uri === undefined ? undefined : this.#typed.get(uri);
    if (uri !== undefined && !typing) this.#settled.set(uri, analysis);
    return heldBack(analysis, typing).map((finding) =>
      toDiagnostic(finding, analysis.lines, abilities.codeDescription ? options.rulePages : undefined),
    );
  }

  #tell(): void {
    const { pulls, options } = this.#client();
    const { documents, workspace } = this.#readings;
    const uris = [...this.#changed];
    this.#changed.clear();
    if (this.#ended) return;
    let others = false;
    for (const uri of uris) {
      const pack = this.#readings.packAt(uri);
      const found = this.#readings.at(uri);
      if (pack) {
        if (!pulls) void this.#connection.sendDiagnostics({ uri, diagnostics: this.#packs.diagnostics(pack) });
      } else if (found) {
        const { lines } = found.analysis;
        others = (workspace?.keep(uri, lines.text, numbersOf(found.analysis)) ?? false) || others;
      }
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

  #nameOf(read: object): string {
    let answer = this.#answers.get(read);
    if (answer === undefined) this.#answers.set(read, (answer = ++this.#given));
    return `${String(answer)}.${String(this.#readings.workspace?.epoch ?? 0)}.${String(this.#readings.regimes.epoch)}`;
  }

  async #answer(uri: string, previous: string | undefined): Promise<DocumentDiagnosticReport> {
    const { Full, Unchanged } = DocumentDiagnosticReportKind;
    this.#reminder.settled(uri);
    await this.#readings.regimes.ready(uri);
    const pack = this.#readings.packAt(uri);
    if (pack) return { kind: Full, items: this.#packs.diagnostics(pack) };
    // The numbers of what has just been opened or changed count in this answer, not only in the next one.
    this.#tell();
    const found = this.#readings.at(uri);
    if (!found) return { kind: Full, items: [] };
    const resultId = `${this.#nameOf(found.analysis)}.${String(this.#typed.get(uri)?.word.start ?? '')}`;
    if (resultId === previous) return { kind: Unchanged, resultId };
    return { kind: Full, resultId, items: this.#diagnosticsOf(found.analysis, uri) };
  }

  /** What is found of the certificates of the workspace that are not open; an open one is asked for on its own. */
  async #answerForOthers(previous: ReadonlyMap<string, string>): Promise<WorkspaceDocumentDiagnosticReport[]> {
    const { Full, Unchanged } = DocumentDiagnosticReportKind;
    const { workspace, regimes, documents } = this.#readings;
    const reports: WorkspaceDocumentDiagnosticReport[] = [];
    for (const uri of workspace?.uris() ?? []) {
      const file = workspace?.file(uri);
      if (documents.get(uri) || !file) continue;
      await regimes.ready(uri);
      const resultId = this.#nameOf(file);
      if (previous.get(uri) === resultId) reports.push({ kind: Unchanged, uri, version: null, resultId });
      else {
        // Whoever types meanwhile goes first.
        await this.#quiet.turn();
        const analysis = this.#readings.closed(uri);
        if (analysis) reports.push({ kind: Full, uri, version: null, resultId, items: this.#diagnosticsOf(analysis) });
      }
    }
    return reports;
  }
}
