import { contentSpan } from '../syntax/characters';
import { entryOf, valueOf, type SyntaxNode, type TextNode } from '../syntax/nodes';
import { parse } from '../syntax/parse';
import type { Step } from '../syntax/path';
import { fieldAt } from '../certificate/format';
import { escapeMarkdown, explainField, explainRegime } from '../features/explanation';
import type { Explanation } from '../features/hover';
import type { Catalogue } from '../regimes/catalogue';
import { packFieldAt, packShapeAt } from '../regimes/pack-format';
import { RULES } from '../rules/index';
import { holds, type Span } from '../text/span';
import { pathSteps } from '../syntax/path';

interface Place {
  readonly at: readonly Step[];
  readonly node: TextNode;
  readonly onKey: boolean;
}

/** What stands at an offset of a pack file; undefined where there is nothing to explain. */
export function hoverPack(text: string, offset: number, catalogue: Catalogue): Explanation | undefined {
  const root = parse(text).documents[0]?.root;
  const place = root && placeAt(root, [], offset);
  if (!root || !place) return undefined;
  const markdown = place.onKey ? explainKey(place) : explainValue(place, root, catalogue);
  return markdown === undefined ? undefined : { markdown, span: contentSpan(place.node) };
}

/** Where a name of a pack file leads: a place in the same file, or another pack by its id. */
export type PackTarget = { readonly span: Span } | { readonly pack: string };

/** Where the name at an offset is defined; undefined where it is no name or leads nowhere. */
export function definitionInPack(text: string, offset: number, catalogue: Catalogue): PackTarget | undefined {
  const root = parse(text).documents[0]?.root;
  const place = root && placeAt(root, [], offset);
  if (!root || !place || place.onKey) return undefined;
  const shape = packShapeAt(place.at);
  const name = place.node.text.trim();
  if (shape?.shape !== 'text') return undefined;
  if (shape.of === 'RegimeId') return catalogue.packs().some(({ id }) => id === name) ? { pack: name } : undefined;
  const base = valueOf(root, 'extends');
  const further = shape.of === 'FieldPath' ? furtherAt(root, name) : undefined;
  if (further && further !== place.node) return { span: contentSpan(further) };
  if (shape.of === 'FieldPath' && !further && base?.kind === 'text') {
    const other = catalogue.packs().find(({ id }) => id === base.text.trim());
    return other?.fields.further?.some(({ path }) => path === name) ? { pack: other.id } : undefined;
  }
  if (shape.of !== 'SourceKey') return undefined;
  const own = entryOf(valueOf(root, 'sources'), name);
  if (own) return { span: own.key.span };
  return base?.kind === 'text' ? { pack: base.text.trim() } : undefined;
}

function placeAt(node: SyntaxNode, at: readonly Step[], offset: number): Place | undefined {
  if (!holds(node.span, offset)) return undefined;
  if (node.kind === 'text') return { at, node, onKey: false };
  if (node.kind === 'list')
    return node.items.map((item, i) => placeAt(item, [...at, i], offset)).find((found) => found !== undefined);
  if (node.kind !== 'group') return undefined;
  for (const { key, value } of node.entries) {
    const inside = [...at, key.text];
    if (holds(key.span, offset)) return { at: inside, node: key, onKey: true };
    const found = placeAt(value, inside, offset);
    if (found) return found;
  }
  return undefined;
}

function explainKey({ at, node }: Place): string | undefined {
  const field = packFieldAt(at);
  if (!field) return undefined;
  return `**${escapeMarkdown(node.text)}**${field.required ? ' (required)' : ''}${field.about === '' ? '' : `: ${field.about}`}`;
}

function explainValue({ at, node }: Place, root: SyntaxNode, catalogue: Catalogue): string | undefined {
  const shape = packShapeAt(at);
  const name = node.text.trim();
  if (shape?.shape !== 'text') return undefined;
  switch (shape.of) {
    case 'SourceKey': {
      const own = valueOf(valueOf(root, 'sources'), name);
      const base = catalogue.packs().find(({ id }) => id === textOf(valueOf(root, 'extends')));
      const citation = textOf(valueOf(own, 'citation')) ?? base?.sources[name]?.citation;
      const confidence = textOf(valueOf(own, 'confidence')) ?? base?.sources[name]?.confidence ?? '';
      return citation === undefined
        ? undefined
        : `**${escapeMarkdown(name)}**: ${escapeMarkdown(citation)} (${confidence})`;
    }
    case 'RegimeId': {
      const regime = catalogue.packs().find(({ id }) => id === name);
      return regime && explainRegime(regime);
    }
    case 'RuleId':
      return RULES.filter(({ id }) => id === name).map(({ id, title }) => `**${id}**: ${title}`)[0];
    case 'FieldPath': {
      const steps = pathSteps(name.replaceAll('[]', '[0]'));
      const field = fieldAt(steps);
      if (field) return explainField(field, steps, undefined);
      const base = catalogue.packs().find(({ id }) => id === textOf(valueOf(root, 'extends')));
      const own = furtherEntry(root, name);
      const about = textOf(valueOf(own, 'about')) ?? base?.fields.further?.find(({ path }) => path === name)?.about;
      return about === undefined
        ? undefined
        : `**${escapeMarkdown(name)}**, a field that this form adds: ${escapeMarkdown(about)}`;
    }
    case 'DayText':
    case 'text':
      return undefined;
  }
}

/** The entry by which the pack adds a field. */
function furtherEntry(root: SyntaxNode, path: string): SyntaxNode | undefined {
  const list = valueOf(valueOf(root, 'fields'), 'further');
  return list?.kind === 'list' ? list.items.find((entry) => textOf(valueOf(entry, 'path')) === path) : undefined;
}

function furtherAt(root: SyntaxNode, path: string): TextNode | undefined {
  const node = valueOf(furtherEntry(root, path), 'path');
  return node?.kind === 'text' ? node : undefined;
}

function textOf(node: SyntaxNode | undefined): string | undefined {
  return node?.kind === 'text' ? node.text.trim() : undefined;
}
