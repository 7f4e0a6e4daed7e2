import type { Analysis } from '../check';
import { walk } from '../syntax/nodes';

/** Lines that can be folded away under their first; zero-based, both included. */
export interface Fold {
  readonly first: number;
  readonly last: number;
  readonly comment: boolean;
}

/** What can be folded: certificates of a register, sections, entries, long texts and runs of comments. */
export function folds({ tree, lines }: Analysis): readonly Fold[] {
  const found = new Map<number, Fold>();
  const add = (start: number, end: number, comment = false) => {
    const first = lines.lineOf(start);
    const last = lines.lineOf(end);
    const known = found.get(first);
    if (last > first && (!known || known.last < last)) found.set(first, { first, last, comment });
  };
  for (const { root } of tree.documents) {
    if (tree.documents.length > 1 && root) add(root.span.start, root.span.end);
    for (const node of walk(root)) {
      if (node.kind === 'group')
        for (const { key, value } of node.entries)
          if (value.span.end > value.span.start) add(key.span.start, value.span.end);
      if (node.kind === 'list') for (const item of node.items) add(item.span.start, item.span.end);
    }
  }
  let from: number | undefined;
  for (let line = 0; line <= lines.count; line++) {
    const { start, end } = lines.lineSpan(line);
    if (line < lines.count && lines.text.slice(start, end).trimStart().startsWith('#')) from ??= line;
    else {
      if (from !== undefined && line - 1 > from && !found.has(from))
        found.set(from, { first: from, last: line - 1, comment: true });
      from = undefined;
    }
  }
  return [...found.values()].sort((a, b) => a.first - b.first);
}
