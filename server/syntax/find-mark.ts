import type { Cursor } from './cursor';
import type { Entry, ListNode, SyntaxNode } from './nodes';
import { parse } from './parse';
import { pathOf } from './path';

/** Stands in for what is being typed while the text is read. */
export const MARK = 'eucCursorMark';

/** What the place of the mark is in the format. */
export type Found = Pick<Cursor, 'document' | 'role' | 'path' | 'siblings' | 'flow'>;

/** Where in the format the mark at `at` is; undefined where it became part of something else. */
export function findMark(marked: string, at: number): Found | undefined {
  const tree = parse(marked);
  for (const document of tree.documents) {
    const found = document.root && search(document.root, at);
    if (found && fits(marked, found, at)) return { document: document.index, ...found.place };
  }
  return undefined;
}

/** A place with the entries between which it is. */
interface Hit {
  readonly place: Omit<Found, 'document'>;
  readonly others: readonly Entry[];
}

function search(node: SyntaxNode, at: number): Hit | undefined {
  if (node.kind === 'text') {
    if (node.text !== MARK || node.span.start !== at) return undefined;
    const { parent } = node;
    const role = parent?.kind === 'list' ? 'entry' : 'value';
    const siblings = parent?.kind === 'list' ? textsOf(parent, node) : [];
    return { place: { role, path: pathOf(node), siblings, flow: parent?.flow ?? false }, others: [] };
  }
  if (node.kind === 'alias' || at < node.span.start || at > node.span.end) return undefined;
  if (node.kind === 'list') {
    for (const item of node.items) {
      const found = search(item, at);
      if (found) return found;
    }
    return undefined;
  }
  for (const entry of node.entries) {
    if (entry.key.text === MARK && entry.key.span.start === at) {
      const others = node.entries.filter((other) => other !== entry);
      const { parent } = node;
      const alone = parent?.kind === 'list' && node.entries[0] === entry && !node.flow;
      const siblings = alone && others.length === 0 ? textsOf(parent, node) : others.map(({ key }) => key.text);
      return { place: { role: alone ? 'entry' : 'key', path: pathOf(node), siblings, flow: node.flow }, others };
    }
    const found = search(entry.value, at);
    if (found) return found;
  }
  return undefined;
}

function textsOf({ items }: ListNode, without: SyntaxNode): readonly string[] {
  return items.flatMap((item) => (item.kind === 'text' && item !== without ? [item.text] : []));
}

/** The parser takes lines in that are out of line with their neighbours; what is inserted there could not be read. */
function fits(marked: string, { place, others }: Hit, at: number): boolean {
  if (place.flow || place.role === 'value') return true;
  if (place.role === 'entry' && others.length === 0) return /-\s+$/.test(marked.slice(0, at));
  return others.every(({ key }) => columnOf(marked, key.span.start) === columnOf(marked, at));
}

/** How far `offset` is from the beginning of its line. */
export function columnOf(text: string, offset: number): number {
  return offset - Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) - 1;
}
