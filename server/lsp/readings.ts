import { TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { check, type Analysis, type Surroundings } from '../check';
import { builtIn } from '../regimes/catalogue';
import type { Regime } from '../regimes/types';
import { isPackFile, recordIn } from '../regimes/workspace-packs';
import { noFiles } from './client-files';
import { RegimeStore } from './regime-store';
import type { KnownFile, Workspace } from './workspace';

/** An open certificate as it is now. */
export interface Reading {
  readonly document: TextDocument;
  readonly analysis: Analysis;
}

/** What is open in the editor, with one analysis for each version of it: every answer is drawn from that. */
export class Readings {
  readonly documents = new TextDocuments(TextDocument);
  readonly #analyses = new WeakMap<TextDocument, { version: number; epoch: number; analysis: Analysis }>();
  readonly #closed = new WeakMap<KnownFile, { epoch: number; analysis: Analysis }>();
  /** The regimes of each folder; the built-in ones until it is known how files are read. */
  regimes = new RegimeStore(noFiles, false);
  /** Undefined until it is known how files are read. */
  workspace: Workspace | undefined;

  /** Counts the changes by which something else than a document's own text can have changed what is found of it. */
  get epoch(): number {
    return (this.workspace?.epoch ?? 0) + this.regimes.epoch;
  }

  /** What a document is checked with besides its text. */
  around(uri: string): Surroundings {
    return {
      catalogue: this.regimes.catalogue(uri),
      record: recordIn(this.regimes.known(uri)?.records ?? new Map()),
      namesakes: (number, certificate) => this.workspace?.namesakes(number, uri, certificate) ?? [],
    };
  }

  /** The analysis of a document's version, made once. */
  of(document: TextDocument): Analysis {
    const epoch = this.epoch;
    const known = this.#analyses.get(document);
    if (known?.version === document.version && known.epoch === epoch) return known.analysis;
    const analysis = check(document.getText(), this.around(document.uri));
    this.#analyses.set(document, { version: document.version, epoch, analysis });
    return analysis;
  }

  /** An open certificate; undefined for what is not open, and for a pack. */
  at(uri: string): Reading | undefined {
    const document = this.documents.get(uri);
    return document && !isPackFile(uri) ? { document, analysis: this.of(document) } : undefined;
  }

  /** The analysis of a certificate of the workspace that is not open; undefined for any other file. */
  closed(uri: string): Analysis | undefined {
    const file = this.documents.get(uri) ? undefined : this.workspace?.file(uri);
    if (!file) return undefined;
    const known = this.#closed.get(file);
    if (known?.epoch === this.epoch) return known.analysis;
    const analysis = check(file.text, this.around(uri));
    this.#closed.set(file, { epoch: this.epoch, analysis });
    return analysis;
  }

  /** An open pack; undefined for what is not open, and for a certificate. */
  packAt(uri: string): TextDocument | undefined {
    return isPackFile(uri) ? this.documents.get(uri) : undefined;
  }

  /** Every certificate that is known, open or not. */
  all(): readonly { readonly uri: string; readonly analysis: Analysis }[] {
    const open = this.documents.all().map(({ uri }) => uri);
    return [...new Set([...(this.workspace?.uris() ?? []), ...open])].flatMap((uri) => {
      const analysis = this.at(uri)?.analysis ?? this.closed(uri);
      return analysis ? [{ uri, analysis }] : [];
    });
  }

  /** The built-in regimes, and those of the folders of the open documents. */
  allRegimes(): readonly Regime[] {
    const catalogues = [builtIn, ...this.documents.keys().map((uri) => this.regimes.catalogue(uri))];
    const known = catalogues.flatMap((each) => each.packs());
    return [...new Map(known.map((regime) => [regime.id, regime])).values()];
  }

  /** The regime with this id, wherever it comes from. */
  regimeNamed(id: string): Regime | undefined {
    return this.allRegimes().find((regime) => regime.id === id);
  }
}
