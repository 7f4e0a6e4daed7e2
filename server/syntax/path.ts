import type { GroupNode, ListNode, SyntaxNode } from './nodes';

/** One step on the way from the certificate to a place in it: a key, or a number in a list. */
export type Step = string | number;

/** The steps as findings state them: `purposes[2].act`. */
export function pathText(steps: readonly Step[]): string {
  return steps.map((step, i) => (typeof step === 'number' ? `[${step}]` : i === 0 ? step : `.${step}`)).join('');
}

/** The steps of a path as findings state it. A clause id may hold any character but a dot and a bracket. */
export function pathSteps(path: string): readonly Step[] {
  return [...path.matchAll(/\[(\d+)\]|([^.[\]]+)/g)].map(([, index, key]) =>
    index === undefined ? (key ?? '') : Number(index),
  );
}

/** The node and all below it, keys included, in the order of the file, each with the steps that lead to it. */
export function* walkPaths(
  node: SyntaxNode | undefined,
  at: readonly Step[] = [],
): Generator<{ readonly node: SyntaxNode; readonly at: readonly Step[] }> {
  if (node === undefined) return;
  yield { node, at };
  if (node.kind === 'list') for (const [i, item] of node.items.entries()) yield* walkPaths(item, [...at, i]);
  if (node.kind === 'group')
    for (const { key, value } of node.entries) {
      yield { node: key, at: [...at, key.text] };
      yield* walkPaths(value, [...at, key.text]);
    }
}

/** The steps from the root to a node. */
export function pathOf(node: SyntaxNode): readonly Step[] {
  const { parent } = node;
  if (!parent) return [];
  return [...pathOf(parent), stepTo(parent, node)];
}

function stepTo(parent: GroupNode | ListNode, node: SyntaxNode): Step {
  if (parent.kind === 'list') return parent.items.indexOf(node);
  return parent.entries.find((entry) => entry.value === node || entry.key === node)?.key.text ?? '';
}
