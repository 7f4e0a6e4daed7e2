import { CodeActionKind, type CodeAction, type CodeActionParams, type Connection } from 'vscode-languageserver';
import { clauseLenses } from '../features/clause-lenses';
import { fixesAt } from '../features/code-actions';
import { purposeByParts } from '../features/purpose-parts';
import { fixAll } from '../fix-all';
import { insertClauses, missingClauses } from '../rules/clause-insertion';
import { touches, type Span } from '../text/span';
import type { Client } from './client';
import { toCodeAction, toCompareAction, toTextEdit, toWorkspaceEdit } from './convert';
import { INSERT_CLAUSES } from './messages';
import type { PackService } from './pack-service';
import type { Reading, Readings } from './readings';

/** The kind of the action that mends the form of a whole file. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.euc`;

/** Offers what can be done at a place, and inserts the missing clauses when told to. */
export function serveActions(
  connection: Connection,
  readings: Readings,
  client: () => Client,
  packs: PackService,
): void {
  connection.onCodeAction((params): CodeAction[] => {
    const { textDocument, range, context } = params;
    const pack = readings.packAt(textDocument.uri);
    if (pack) return packs.actions(pack, range, context.diagnostics);
    const found = readings.at(textDocument.uri);
    return found ? actionsAt(found, params, client(), readings) : [];
  });

  connection.onExecuteCommand(async ({ command, arguments: args }) => {
    const uri: unknown = args?.[0];
    const found = command === INSERT_CLAUSES && typeof uri === 'string' ? readings.at(uri) : undefined;
    if (!found) return 0;
    const { document, analysis } = found;
    let inserted = 0;
    const edits = analysis.certificates.flatMap(({ subject }) => {
      const missing = missingClauses(subject);
      const fix = missing.length > 0 ? insertClauses(subject, missing, '')[0] : undefined;
      if (fix) inserted += missing.length;
      return (fix?.edits ?? []).map((edit) => toTextEdit(edit, analysis.lines));
    });
    const { abilities } = client();
    if (edits.length > 0)
      await connection.workspace.applyEdit(toWorkspaceEdit(document.uri, document.version, edits, abilities));
    return inserted;
  });
}

function actionsAt(
  { document, analysis }: Reading,
  { range, context }: CodeActionParams,
  { abilities, options }: Client,
  readings: Readings,
): CodeAction[] {
  const { lines } = analysis;
  const { uri, version } = document;
  const span: Span = { start: lines.offset(range.start), end: lines.offset(range.end) };
  const wants = (kind: string) => context.only?.some((only) => kind === only || kind.startsWith(`${only}.`));
  const actions: CodeAction[] = [];
  if (wants(CodeActionKind.QuickFix) ?? true) {
    for (const offered of fixesAt(analysis, span))
      actions.push(toCodeAction(offered, uri, version, context.diagnostics, analysis, abilities));
    if (options.compare === true) {
      const touched = analysis.findings.filter((finding) => finding.change && touches(finding.span, span));
      for (const lens of clauseLenses(analysis)) {
        const { clause, certificate: of } = lens.compare ?? {};
        if (!touched.some(({ at, certificate }) => at[1] === clause && certificate === of)) continue;
        const action = toCompareAction(lens, uri);
        if (action) actions.push(action);
      }
    }
  }
  if (wants(CodeActionKind.RefactorRewrite) ?? true) {
    const rewriting = purposeByParts(analysis, span);
    if (rewriting) {
      const edits = rewriting.edits.map((edit) => toTextEdit(edit, lines));
      actions.push({
        title: rewriting.title,
        kind: CodeActionKind.RefactorRewrite,
        edit: toWorkspaceEdit(uri, version, edits, abilities),
      });
    }
  }
  if (wants(FIX_ALL) === true) {
    const text = document.getText();
    const fixed = fixAll(text, readings.around(uri));
    const whole = { range: lines.range({ start: 0, end: text.length }), newText: fixed.text };
    if (fixed.count > 0)
      actions.push({
        title: 'Mend the form everywhere in this file',
        kind: FIX_ALL,
        edit: toWorkspaceEdit(uri, version, [whole], abilities),
      });
  }
  return actions;
}
