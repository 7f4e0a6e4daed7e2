import { expect } from 'vitest';
import type { Analysis } from '../../server/check';
import type { SyntaxNode } from '../../server/syntax/nodes';

/** What holds of the analysis of any text whatever. */
export function expectSound({ tree, lines, certificates, findings, verdict }: Analysis): void {
  const { text } = tree;
  const faults: unknown[] = [];
  const within = (span: { start: number; end: number }, start: number, end: number) =>
    start <= span.start && span.start <= span.end && span.end <= end;
  for (const { root, span } of tree.documents) {
    if (!within(span, 0, text.length)) faults.push({ document: span });
    if (root) faults.push(...strayNodes(root));
  }
  let last = 0;
  for (const { span, message, rule, path } of findings) {
    if (!within(span, 0, text.length)) faults.push({ rule, span });
    if (span.start < last) faults.push({ rule, span, after: last });
    last = span.start;
    if (/[\r\n]/.test(message.replace(/"[^"]*"/gs, ''))) faults.push({ rule, message });
    if (rule === 'yaml-syntax' && lines.lineOf(span.start) !== lines.lineOf(span.end)) faults.push({ rule, span });
    if (typeof path !== 'string') faults.push({ rule, path });
  }
  expect(faults, JSON.stringify(text.slice(0, 2000))).toEqual([]);
  const left = findings.filter(({ waived, severity }) => !waived && (severity === 'error' || severity === 'warning'));
  expect({ met: verdict === 'met', left }).toEqual({ met: left.length === 0, left });
  for (const { certificate, verdict: own } of certificates) {
    const stopped = left.some(({ certificate: index }) => index === certificate.document.index);
    if (stopped) expect(own).not.toBe('met');
  }

  function* strayNodes(node: SyntaxNode): Generator {
    if (!within(node.span, 0, text.length)) yield { node: node.span };
    const below =
      node.kind === 'list'
        ? node.items
        : node.kind === 'group'
          ? node.entries.flatMap(({ key, value }) => [key, value])
          : [];
    let before = node.span.start;
    for (const child of below) {
      if (!within(child.span, 0, text.length)) yield { child: child.span };
      if (child.span.start < before) yield { child: child.span, before };
      before = child.span.start;
      yield* strayNodes(child);
    }
  }
}
