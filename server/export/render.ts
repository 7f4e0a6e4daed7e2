import type { Analysis } from '../check';
import { fingerprint } from './fingerprint';
import { writeHtml } from './html';
import { layOut } from './lay-out';
import type { Refusal, Writer } from './paper';

/** What a certificate can be rendered as. */
export const FORMATS = ['docx', 'pdf', 'html'] as const;

export type Format = (typeof FORMATS)[number];

/** Gives the writers that stand in bundles of their own, loaded when they are first asked for. */
export type LoadWriter = (format: 'docx' | 'pdf') => Promise<Writer>;

/** Renders all certificates of a file as one document. The same analysis gives the same bytes. */
export async function render(analysis: Analysis, format: Format, load: LoadWriter): Promise<Uint8Array | Refusal> {
  if (!analysis.certificates.some(({ certificate }) => certificate.root))
    return { refused: 'There is no certificate in this file yet. Choose “New Certificate” to begin one.' };
  const papers = layOut(analysis, await fingerprint(analysis.lines.text));
  const write = format === 'html' ? writeHtml : await load(format);
  return write(papers);
}
