import { readCertificate } from '../../server/certificate/read';
import { readClauses } from '../../server/clauses/read';
import type { ClauseReading } from '../../server/clauses/reading';
import { builtIn } from '../../server/regimes/catalogue';
import type { Regime } from '../../server/regimes/types';
import { locate } from '../../server/syntax/characters';
import { parse } from '../../server/syntax/parse';
import { valueText } from '../../server/text/layout';
import type { Span } from '../../server/text/span';

/** The regime whose clauses the tests change. */
export const REGIME: Regime = builtIn.find('il-cyber-2021')!;

/** How a text can be written in a file. */
export const STYLES = ['house', 'double', 'single', 'folded', 'literal'] as const;
export type Style = (typeof STYLES)[number];

/** A certificate of one clause. */
export function certificateOf(id: string, text: string, style: Style = 'house'): string {
  return `regime: ${REGIME.id}\nclauses:\n  ${id}: ${written(text, style)}\n`;
}

function written(text: string, style: Style): string {
  const flat = !text.includes('\n');
  switch (style) {
    case 'double':
      return JSON.stringify(text);
    case 'single':
      return flat ? `'${text.replaceAll("'", "''")}'` : JSON.stringify(text);
    case 'folded':
      return flat ? `>-\n    ${text.replace(/((?:\S+ +){9}\S+) +(?=\S)/g, '$1\n    ')}` : JSON.stringify(text);
    case 'literal':
      return `|-\n    ${text.split('\n').join('\n    ')}`;
    case 'house':
      return valueText(text, { indent: 4, ending: '\n' });
  }
}

/** What is read in the only clause of a certificate, and where a stretch of its text is in the file. */
export function readOnly(source: string): { reading: ClauseReading; place: (within: Span) => Span } {
  const certificate = readCertificate(parse(source).documents[0]!);
  const reading = readClauses(certificate, REGIME)[0];
  if (!reading) throw new Error(`no clause in ${source}`);
  return { reading, place: (within) => locate(reading.clause.text.node, within) };
}
