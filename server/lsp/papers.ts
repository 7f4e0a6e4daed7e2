import type { Connection } from 'vscode-languageserver';
import type { Analysis } from '../check';
import { fingerprint } from '../export/fingerprint';
import { preview } from '../export/preview';
import { render, type LoadWriter } from '../export/render';
import { MARGIN_STYLE, PAPER_STYLE } from '../export/style';
import { checklists } from '../features/checklist';
import { fillGap, gaps } from '../features/gaps';
import {
  CHECKLISTS,
  EXPORT,
  FILL_GAP,
  GAPS,
  PREVIEW,
  type DocumentParams,
  type ExportParams,
  type ExportResult,
  type FileChecklists,
  type FillGapParams,
  type FillGapResult,
  type GapsResult,
  type InitializationOptions,
  type PreviewResult,
} from './messages';

/** Gives the loader of writers, once it is known where the client has the bundles. */
export type WriterOf = (options: InitializationOptions) => LoadWriter;

/** For a server that has no bundles beside it. */
export const noWriters: WriterOf = () => () => Promise.reject(new Error('There is no writer for this format here.'));

/** What the answers about papers are made from. */
export interface PaperSources {
  /** An open document; undefined for another. */
  at(uri: string): { readonly document: { readonly version: number }; readonly analysis: Analysis } | undefined;
  /** Kept once the certificates of the folders have been read. */
  readonly loaded: Promise<void>;
  /** Every certificate that is known, open or not. */
  all(): readonly { readonly uri: string; readonly analysis: Analysis }[];
  readonly writer: LoadWriter;
}

/** Answers what a client asks about the certificate as a paper: preview, export, gaps and checklists. */
export function servePapers(connection: Connection, sources: PaperSources): void {
  connection.onRequest(PREVIEW, async ({ uri }: DocumentParams): Promise<PreviewResult | null> => {
    const found = sources.at(uri);
    if (!found) return null;
    const print = await fingerprint(found.analysis.lines.text);
    return { style: PAPER_STYLE + MARGIN_STYLE, body: preview(found.analysis, print) };
  });
  connection.onRequest(EXPORT, async ({ uri, format }: ExportParams): Promise<ExportResult | null> => {
    const found = sources.at(uri);
    if (!found) return null;
    const rendered = await render(found.analysis, format, sources.writer);
    return 'refused' in rendered ? rendered : { base64: base64(rendered) };
  });
  connection.onRequest(GAPS, ({ uri }: DocumentParams): GapsResult | null => {
    const found = sources.at(uri);
    if (!found) return null;
    const { lines } = found.analysis;
    return { gaps: gaps(found.analysis).map(({ span, ...gap }) => ({ ...gap, range: lines.range(span) })) };
  });
  connection.onRequest(FILL_GAP, ({ uri, certificate, path, text }: FillGapParams): FillGapResult | null => {
    const found = sources.at(uri);
    if (!found) return null;
    const { document, analysis } = found;
    const edits = fillGap(analysis, certificate, path, text);
    return {
      version: document.version,
      edits: edits.map(({ span, newText }) => ({ range: analysis.lines.range(span), newText })),
    };
  });
  connection.onRequest(CHECKLISTS, async (): Promise<readonly FileChecklists[]> => {
    await sources.loaded;
    return sources.all().map(({ uri, analysis }) => fileChecklists(uri, analysis));
  });
}

function fileChecklists(uri: string, analysis: Analysis): FileChecklists {
  const { lines } = analysis;
  return {
    uri,
    certificates: checklists(analysis).map(({ number, verdict, span, sections }) => ({
      ...(number !== undefined && { number }),
      verdict,
      range: lines.range(span),
      sections: sections.map(({ parts, ...section }) => ({
        ...section,
        parts: parts.map(({ span: where, ...part }) => ({ ...part, range: lines.range(where) })),
      })),
    })),
  };
}

function base64(bytes: Uint8Array): string {
  let text = '';
  // In pieces: a call takes only so many arguments.
  for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192));
  return btoa(text);
}
