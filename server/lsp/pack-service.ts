import {
  DiagnosticSeverity,
  type CodeAction,
  CodeActionKind,
  type CompletionItem,
  type Diagnostic,
  type Hover,
  type Location,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { dayOfMoment } from '../certificate/fields/date';
import { completePack } from '../packs/complete-pack';
import { definitionInPack, hoverPack } from '../packs/pack-places';
import { builtIn } from '../regimes/catalogue';
import { loadPack, type LoadedPack } from '../regimes/load-pack';
import { RULES } from '../rules/index';
import { isMet, tryExamples, type TriedExample } from '../try-examples';
import { valueOf } from '../syntax/nodes';
import { Lines } from '../text/lines';
import { toCompletionItem, toHover, type Abilities } from './convert';
import { regimePageAddress, type PackTestResult } from './messages';
import type { RegimeStore } from './regime-store';

/** What is known of pack files. */
export type PackService = ReturnType<typeof packService>;

/** What the editor is told of a pack file. Everything is worked out anew: a pack is small and seldom edited. */
export function packService(store: () => RegimeStore, abilities: () => Abilities) {
  const load = (document: TextDocument): LoadedPack =>
    loadPack(document.getText(), {
      regimes: store().catalogue(document.uri).packs(),
      ruleIds: RULES.map(({ id }) => id),
      taken: builtIn.packs().map(({ id }) => id),
      whyNot: (id) => store().catalogue(document.uri).whyNot(id),
    });
  const tried = (document: TextDocument): readonly TriedExample[] => {
    const { regime } = load(document);
    return regime ? tryExamples(regime, store().catalogue(document.uri).packs(), dayOfMoment(new Date())) : [];
  };
  return {
    diagnostics(document: TextDocument): Diagnostic[] {
      const lines = new Lines(document.getText());
      return load(document).problems.map(({ span, message, severity }) => ({
        range: lines.range(span),
        severity: severity === 'error' ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
        source: 'euc',
        code: 'pack',
        message,
      }));
    },
    actions(document: TextDocument, range: Diagnostic['range'], shown: readonly Diagnostic[]): CodeAction[] {
      const lines = new Lines(document.getText());
      const from = lines.offset(range.start);
      const to = lines.offset(range.end);
      return load(document).problems.flatMap(({ span, message, fix }): CodeAction[] => {
        if (!fix || span.end < from || to < span.start) return [];
        return [
          {
            title: fix.title,
            kind: CodeActionKind.QuickFix,
            isPreferred: true,
            diagnostics: shown.filter((each) => each.message === message),
            edit: {
              changes: {
                [document.uri]: fix.edits.map((edit) => ({ range: lines.range(edit.span), newText: edit.newText })),
              },
            },
          },
        ];
      });
    },
    completions(document: TextDocument, position: Diagnostic['range']['start']): CompletionItem[] {
      const lines = new Lines(document.getText());
      const found = completePack(
        lines.text,
        lines.offset(position),
        store().catalogue(document.uri),
        dayOfMoment(new Date()),
      );
      return found.map((completion, i) => toCompletionItem(completion, i, lines, abilities()));
    },
    hover(document: TextDocument, position: Diagnostic['range']['start']): Hover | null {
      const lines = new Lines(document.getText());
      const found = hoverPack(lines.text, lines.offset(position), store().catalogue(document.uri));
      return found ? toHover(found, lines) : null;
    },
    definition(document: TextDocument, position: Diagnostic['range']['start']): Location | null {
      const lines = new Lines(document.getText());
      const target = definitionInPack(lines.text, lines.offset(position), store().catalogue(document.uri));
      if (!target) return null;
      if ('span' in target) return { uri: document.uri, range: lines.range(target.span) };
      const own = store()
        .known(document.uri)
        ?.packs.find(({ loaded }) => loaded.pack?.id === target.pack);
      const start = { line: 0, character: 0 };
      return { uri: own?.address ?? regimePageAddress(target.pack), range: { start, end: start } };
    },
    tests(document: TextDocument): readonly PackTestResult[] {
      const { tree, regime, problems } = load(document);
      const list = valueOf(tree.documents[0]?.root, 'examples');
      const lines = new Lines(document.getText());
      const fault = problems.find(({ severity }) => severity === 'error');
      if (!regime && list?.kind === 'list')
        return list.items.map((item, i) => {
          const name = valueOf(item, 'name');
          return {
            name: name?.kind === 'text' ? name.text.trim() : `Example ${i + 1}`,
            line: lines.lineOf(item.span.start),
            met: false,
            message: `The pack has a fault, so that it was not tried. Line ${lines.lineOf(fault?.span.start ?? 0) + 1}: ${fault?.message ?? ''}`,
          };
        });
      return tried(document).map((each, i) => ({
        name: each.example.name,
        line: list?.kind === 'list' ? lines.lineOf(list.items[i]?.span.start ?? 0) : 0,
        met: isMet(each),
        message: [
          ...each.missing.map((line) => `Not found: ${line}.`),
          ...each.unexpected.map(({ what, message }) => `Not expected: ${what}: ${message}`),
        ].join('\n'),
      }));
    },
  };
}
