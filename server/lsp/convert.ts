import {
  CodeActionKind,
  CompletionItemKind,
  DiagnosticSeverity,
  FoldingRangeKind,
  InsertTextFormat,
  InsertTextMode,
  MarkupKind,
  SymbolKind,
  type CodeAction,
  type CodeLens,
  type CompletionItem,
  type Diagnostic,
  type DocumentLink,
  type DocumentSymbol,
  type FoldingRange,
  type Hover,
  type SnippetTextEdit,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { Analysis } from '../check';
import type { ClauseLens } from '../features/clause-lenses';
import type { OfferedFix } from '../features/code-actions';
import type { Completion, CompletionSort } from '../features/completion-list';
import type { Fold } from '../features/folding';
import type { Explanation } from '../features/hover';
import type { SourceLink } from '../features/links';
import type { OutlineSymbol, SymbolSort } from '../features/symbols';
import type { Finding } from '../rules/finding';
import type { Severity } from '../rules/rule';
import type { Edit } from '../text/edit';
import type { Lines } from '../text/lines';
import { COMPARE_CLAUSE, type CompareParams } from './messages';

/** What the editor at the other end can do. */
export interface Abilities {
  readonly snippets: boolean;
  /** Code actions may hold tab stops. */
  readonly snippetEdits: boolean;
  /** Edits may name the version of the document that they are for. */
  readonly versionedEdits: boolean;
  readonly codeDescription: boolean;
  /** Edits may ask to be confirmed. */
  readonly confirmedEdits: boolean;
  readonly markdown: boolean;
}

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** A finding as the editor shows it. A waived one stays visible, and stops nothing. */
export function toDiagnostic(finding: Finding, lines: Lines, rulePages: string | undefined): Diagnostic {
  const { rule, span, message, waived, severity, source, regime } = finding;
  const citations = (source ?? []).map((key) => regime?.sources[key]?.citation ?? key);
  const cited = citations.length === 0 ? '' : `\nSource: ${citations.join('; ')}`;
  return {
    range: lines.range(span),
    severity: waived ? DiagnosticSeverity.Information : SEVERITIES[severity],
    code: rule,
    ...(rulePages !== undefined && { codeDescription: { href: `${rulePages}${rule}.md` } }),
    source: 'euc',
    message: `${waived ? 'Waived: ' : ''}${message}${cited}`,
  };
}

export function toTextEdit({ span, newText }: Edit, lines: Lines): TextEdit {
  return { range: lines.range(span), newText };
}

/** Edits of one document, with its version where the editor understands that. */
export function toWorkspaceEdit(
  uri: string,
  version: number,
  edits: readonly (TextEdit | SnippetTextEdit)[],
  { versionedEdits }: Abilities,
): WorkspaceEdit {
  if (versionedEdits) return { documentChanges: [{ textDocument: { uri, version }, edits: [...edits] }] };
  return { changes: { [uri]: edits.filter((edit) => 'newText' in edit) } };
}

/** A fix as a code action that carries the findings it answers. */
export function toCodeAction(
  { fix, finding }: OfferedFix,
  uri: string,
  version: number,
  shown: readonly Diagnostic[],
  { lines }: Analysis,
  abilities: Abilities,
): CodeAction {
  const range = lines.range(finding.span);
  const answered = shown.filter(({ code, range: other }) => code === finding.rule && sameRange(other, range));
  const edits: readonly (TextEdit | SnippetTextEdit)[] =
    fix.snippet && abilities.snippetEdits && abilities.versionedEdits
      ? [{ range: lines.range(fix.snippet.span), snippet: { kind: 'snippet', value: fix.snippet.newText } }]
      : fix.edits.map((edit) => toTextEdit(edit, lines));
  return {
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: answered,
    ...(fix.preferred === true && { isPreferred: true }),
    edit:
      fix.confirm !== undefined && abilities.confirmedEdits && abilities.versionedEdits
        ? toConfirmedEdit(uri, version, edits, fix.confirm)
        : toWorkspaceEdit(uri, version, edits, abilities),
  };
}

/** Edits that the editor shows for confirmation before it applies them. */
function toConfirmedEdit(
  uri: string,
  version: number,
  edits: readonly (TextEdit | SnippetTextEdit)[],
  label: string,
): WorkspaceEdit {
  const annotationId = 'confirm';
  return {
    changeAnnotations: { [annotationId]: { label, needsConfirmation: true } },
    documentChanges: [{ textDocument: { uri, version }, edits: edits.map((edit) => ({ ...edit, annotationId })) }],
  };
}

/** A lens whose command the client has; without it the lens only says how the clause stands. */
export function toCodeLens(
  { span, title, compare }: ClauseLens,
  uri: string,
  lines: Lines,
  commands: boolean,
): CodeLens {
  const range = lines.range(span);
  if (!compare || !commands) return { range, command: { title, command: '' } };
  const params: CompareParams = { uri, ...compare };
  return { range, command: { title, command: COMPARE_CLAUSE, arguments: [params] } };
}

/** The action that opens the comparison of a clause. */
export function toCompareAction({ compare }: ClauseLens, uri: string): CodeAction | undefined {
  if (!compare) return undefined;
  const title = `Compare "${compare.clause}" with the regime's words`;
  const params: CompareParams = { uri, ...compare };
  return { title, kind: CodeActionKind.QuickFix, command: { title, command: COMPARE_CLAUSE, arguments: [params] } };
}

function sameRange(a: Diagnostic['range'], b: Diagnostic['range']): boolean {
  return (
    a.start.line === b.start.line &&
    a.start.character === b.start.character &&
    a.end.line === b.end.line &&
    a.end.character === b.end.character
  );
}

const COMPLETION_KINDS: Readonly<Record<CompletionSort, CompletionItemKind>> = {
  key: CompletionItemKind.Property,
  id: CompletionItemKind.EnumMember,
  country: CompletionItemKind.Value,
  clause: CompletionItemKind.Snippet,
  purpose: CompletionItemKind.Snippet,
  certificate: CompletionItemKind.File,
  date: CompletionItemKind.Value,
};

/** A completion as the editor lists it; `index` keeps the order in which the completions were given. */
export function toCompletionItem(
  completion: Completion,
  index: number,
  lines: Lines,
  abilities: Abilities,
): CompletionItem {
  const { label, sort, detail, documentation, span, insert, filter } = completion;
  return {
    label,
    kind: COMPLETION_KINDS[sort],
    detail,
    ...(documentation !== undefined && {
      documentation: abilities.markdown ? { kind: MarkupKind.Markdown, value: documentation } : documentation,
    }),
    sortText: String(index).padStart(4, '0'),
    ...(filter !== undefined && { filterText: filter }),
    insertTextFormat: abilities.snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    // The text has the indentation that the place needs.
    insertTextMode: InsertTextMode.asIs,
    textEdit: { range: lines.range(span), newText: abilities.snippets ? insert.snippet : insert.plain },
  };
}

export function toHover({ markdown, span }: Explanation, lines: Lines): Hover {
  return { contents: { kind: MarkupKind.Markdown, value: markdown }, range: lines.range(span) };
}

const SYMBOL_KINDS: Readonly<Record<SymbolSort, SymbolKind>> = {
  certificate: SymbolKind.File,
  section: SymbolKind.Namespace,
  entry: SymbolKind.Object,
  clause: SymbolKind.Interface,
  text: SymbolKind.String,
};

export function toDocumentSymbol(symbol: OutlineSymbol, lines: Lines): DocumentSymbol {
  return {
    name: symbol.name.trim() === '' ? '-' : symbol.name,
    detail: symbol.detail,
    kind: SYMBOL_KINDS[symbol.sort],
    range: lines.range(symbol.span),
    selectionRange: lines.range(symbol.heading),
    children: symbol.children.map((child) => toDocumentSymbol(child, lines)),
  };
}

export function toFoldingRange({ first, last, comment }: Fold): FoldingRange {
  return { startLine: first, endLine: last, ...(comment && { kind: FoldingRangeKind.Comment }) };
}

export function toDocumentLink({ span, address, tooltip }: SourceLink, lines: Lines): DocumentLink {
  return { range: lines.range(span), target: address, tooltip };
}
