import {
  isEmpty,
  walk,
  type AliasNode,
  type DocumentNode,
  type Entry,
  type GroupNode,
  type SyntaxNode,
  type TextNode,
} from '../syntax/nodes';
import { removeEntry } from '../syntax/remove';
import type { Edit } from '../text/edit';
import { isPlain, reindent, singleQuoted } from '../text/layout';
import type { Lines } from '../text/lines';

/**
 * The longest value that is written out in the place of an alias. A party has a few hundred characters; a file in which
 * each value repeats the one before nine times would grow beyond all bounds.
 */
const MAX_WRITTEN = 20_000;

/** The node that an alias of this name stands for at this place: the last one before it with that mark. */
export function targetOf(document: DocumentNode, name: string, before: number): SyntaxNode | undefined {
  let target: SyntaxNode | undefined;
  for (const node of walk(document.root)) if (node.anchor?.name === name && node.span.start < before) target = node;
  return target;
}

/** The edit that puts the words of the marked value in the place of the alias; undefined where they cannot stand there. */
export function writeOut(lines: Lines, document: DocumentNode, alias: AliasNode): Edit | undefined {
  const target = targetOf(document, alias.name, alias.span.start);
  if (!target || !isWritten(target)) return undefined;
  const words = lines.text.slice(target.span.start, target.span.end);
  if (isEmpty(target) && words === '') return { span: alias.span, newText: "''" };
  const block = (target.kind === 'group' || target.kind === 'list') && !target.flow;
  const scalarBlock = target.kind === 'text' && (target.style === 'literal' || target.style === 'folded');
  const inFlow = alias.parent?.flow === true;
  if (!block && !scalarBlock) {
    if (target.kind !== 'text' || target.style !== 'plain') return { span: alias.span, newText: words };
    const plain = isPlain(target.text, inFlow) ? target.text : singleQuoted(target.text);
    return target.text.includes('\n') ? undefined : { span: alias.span, newText: plain };
  }
  if (inFlow) return undefined;
  const column = columnOfEntry(lines, alias);
  if (scalarBlock)
    return { span: alias.span, newText: reindent(words, columnOfEntry(lines, target), column, lines.ending) };
  const to = column + 2;
  const moved = reindent(words, lines.column(target.span.start), to, lines.ending);
  if (alias.parent?.kind === 'list') return { span: alias.span, newText: moved };
  const gap = lines.text[alias.span.start - 1] === ' ' ? 1 : 0;
  const span = { start: alias.span.start - gap, end: alias.span.end };
  return { span, newText: lines.ending + ' '.repeat(to) + moved };
}

/** The edit that puts the text of the marked value in the place of an alias that is used as a name. */
export function writeOutKey(document: DocumentNode, key: TextNode): Edit | undefined {
  const target = key.alias && targetOf(document, key.alias.name, key.span.start);
  if (target?.kind !== 'text' || !isPlain(target.text, true)) return undefined;
  return { span: key.span, newText: target.text };
}

/**
 * The edit that puts the entries of what is merged into a group in the place of the merge. What the group itself gives
 * goes before what is merged into it, and of several the first.
 */
export function writeOutMerge(lines: Lines, document: DocumentNode, group: GroupNode, merge: Entry): Edit | undefined {
  const sources = merge.value.kind === 'list' ? merge.value.items : [merge.value];
  const given = new Set(group.entries.filter((entry) => entry !== merge).map(({ key }) => key.text));
  const column = lines.column(merge.key.span.start);
  const written: string[] = [];
  for (const source of sources) {
    const target = source.kind === 'alias' ? targetOf(document, source.name, source.span.start) : source;
    if (target?.kind !== 'group' || !isWritten(target)) return undefined;
    for (const { key, value } of target.entries) {
      if (given.has(key.text)) continue;
      given.add(key.text);
      const words = lines.text.slice(key.span.start, Math.max(value.span.end, key.span.end));
      // Behind a name without a value its colon is missing from the slice.
      const entry = /:(?:\s|$)/.test(words.slice(key.span.end - key.span.start)) ? words : `${words}:`;
      if (group.flow && (/[\r\n]/.test(entry) || (!target.flow && !/^[^,[\]{}]*$/.test(entry)))) return undefined;
      written.push(reindent(entry, lines.column(target.span.start), column, lines.ending));
    }
  }
  const span = { start: merge.key.span.start, end: merge.value.span.end };
  if (written.length > 0) return { span, newText: written.join(group.flow ? ', ' : lines.ending + ' '.repeat(column)) };
  return removeEntry(lines, group, merge);
}

/**
 * True where the words of a value can be repeated elsewhere: a value that holds marks or aliases of its own is written out
 * from the inside first.
 */
function isWritten(target: SyntaxNode): boolean {
  if (target.kind === 'alias' || target.span.end - target.span.start > MAX_WRITTEN) return false;
  for (const inner of walk(target))
    if (inner.kind === 'alias' || (inner !== target && inner.anchor) || (inner.kind === 'text' && inner.alias))
      return false;
  return true;
}

/** The column at which the key, or the dash, before a value begins. */
function columnOfEntry(lines: Lines, node: SyntaxNode): number {
  const { parent } = node;
  if (parent?.kind === 'group') {
    const entry = parent.entries.find(({ value }) => value === node);
    if (entry) return lines.column(entry.key.span.start);
  }
  return parent ? lines.column(parent.span.start) : 0;
}
