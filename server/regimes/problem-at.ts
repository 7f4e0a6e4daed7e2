import { entryOf, type SyntaxNode, type TextNode } from '../syntax/nodes';
import type { Step } from '../syntax/path';
import type { PackProblem } from './read-pack';

/** A problem at the key or entry of a place of a pack, or at the nearest part of the pack around it. */
export function problemAt(
  root: SyntaxNode,
  at: readonly Step[],
  message: string,
  severity: PackProblem['severity'] = 'error',
): PackProblem {
  let node: SyntaxNode = root;
  let span = root.span;
  for (const step of at) {
    const entry: { key: TextNode; value: SyntaxNode } | undefined =
      typeof step === 'string' ? entryOf(node, step) : undefined;
    const next: SyntaxNode | undefined =
      typeof step === 'number' && node.kind === 'list' ? node.items[step] : entry?.value;
    if (!next) break;
    span = entry?.key.span ?? (next.kind === 'group' ? (next.entries[0]?.key.span ?? next.span) : next.span);
    node = next;
  }
  return { span, at, message, severity };
}
