import type { Connection } from 'vscode-languageserver';
import { dayOfMoment } from '../certificate/fields/date';
import { clauseLenses } from '../features/clause-lenses';
import { clauseAt } from '../features/clause-page';
import { completionsAt } from '../features/completion';
import { folds } from '../features/folding';
import { hoverAt } from '../features/hover';
import { sourceLinks } from '../features/links';
import { outline } from '../features/symbols';
import type { Client } from './client';
import { toCodeLens, toCompletionItem, toDocumentLink, toDocumentSymbol, toFoldingRange, toHover } from './convert';
import { clausePageAddress } from './messages';
import type { PackService } from './pack-service';
import type { Readings } from './readings';

/** Answers what an editor asks about a place, or about the places of a document. */
export function servePlaces(
  connection: Connection,
  readings: Readings,
  client: () => Client,
  packs: PackService,
): void {
  connection.onCompletion(({ textDocument: { uri }, position }) => {
    const pack = readings.packAt(uri);
    if (pack) return packs.completions(pack, position);
    const found = readings.at(uri);
    if (!found) return [];
    const { lines } = found.analysis;
    const today = dayOfMoment(new Date());
    return completionsAt(lines.text, lines.offset(position), readings.regimes.catalogue(uri), today).map(
      (completion, i) => toCompletionItem(completion, i, lines, client().abilities),
    );
  });

  connection.onHover(({ textDocument: { uri }, position }) => {
    const pack = readings.packAt(uri);
    if (pack) return packs.hover(pack, position);
    const found = readings.at(uri);
    const explanation = found && hoverAt(found.analysis, found.analysis.lines.offset(position));
    return found && explanation ? toHover(explanation, found.analysis.lines) : null;
  });

  connection.onDefinition(({ textDocument: { uri }, position }) => {
    const pack = readings.packAt(uri);
    if (pack) return packs.definition(pack, position);
    const found = readings.at(uri);
    const named = found && clauseAt(found.analysis, found.analysis.lines.offset(position));
    if (!named) return null;
    const start = { line: 0, character: 0 };
    return { uri: clausePageAddress(named.regime.id, named.clause.id), range: { start, end: start } };
  });

  connection.onCodeLens(({ textDocument: { uri } }) => {
    const found = readings.at(uri);
    if (!found) return [];
    const { analysis } = found;
    return clauseLenses(analysis).map((lens) =>
      toCodeLens(lens, uri, analysis.lines, client().options.compare === true),
    );
  });

  connection.onDocumentSymbol(({ textDocument: { uri } }) => {
    const found = readings.at(uri);
    return found ? outline(found.analysis).map((symbol) => toDocumentSymbol(symbol, found.analysis.lines)) : [];
  });

  connection.onFoldingRanges(({ textDocument: { uri } }) => {
    const found = readings.at(uri);
    return found ? folds(found.analysis).map(toFoldingRange) : [];
  });

  connection.onDocumentLinks(({ textDocument: { uri } }) => {
    const found = readings.at(uri);
    return found ? sourceLinks(found.analysis).map((link) => toDocumentLink(link, found.analysis.lines)) : [];
  });
}
