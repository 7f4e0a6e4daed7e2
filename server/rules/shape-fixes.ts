import type { Misshapen } from '../certificate/model';
import type { SyntaxNode } from '../syntax/nodes';
import type { Edit } from '../text/edit';
import type { Lines } from '../text/lines';
import type { Fix } from './rule';

/**
 * What gives a value the shape that its place has: one entry becomes a list of one, and a list of one its entry. Its words
 * stay what they are, so these fixes are safe. None where the value cannot be taken over as it stands.
 */
export function shapeFixes(lines: Lines, { node, expected }: Misshapen): readonly Fix[] {
  if (expected.shape === 'list' && node.kind !== 'list') {
    const wanted =
      expected.of.shape === 'sentence-or-group' || (expected.of.shape === 'group') === (node.kind === 'group');
    const edits = wanted ? asEntry(lines, node) : [];
    return edits.length > 0 ? [{ title: 'Put it behind a dash', safe: true, preferred: true, edits }] : [];
  }
  if ((expected.shape === 'text' || expected.shape === 'sentence-or-group') && node.kind === 'list' && node.flow) {
    const [item, ...more] = node.items;
    if (item?.kind !== 'text' || more.length > 0 || item.text.trim() === '') return [];
    const words = lines.text.slice(item.span.start, item.span.end);
    if (/[\r\n]/.test(words)) return [];
    return [
      { title: 'Take the brackets away', safe: true, preferred: true, edits: [{ span: node.span, newText: words }] },
    ];
  }
  return [];
}

function asEntry(lines: Lines, node: SyntaxNode): readonly Edit[] {
  const { span, parent } = node;
  const entry = parent?.kind === 'group' ? parent.entries.find(({ value }) => value === node) : undefined;
  if (!entry || parent?.kind !== 'group') return [];
  const flow = node.kind === 'group' && node.flow;
  const begins = { start: span.start, end: span.start };
  if (parent.flow) {
    const plain = node.kind === 'text' && node.style === 'plain' && /[,[\]{}]/.test(node.text);
    return plain
      ? []
      : [
          { span: begins, newText: '[' },
          { span: { start: span.end, end: span.end }, newText: ']' },
        ];
  }
  const keyColumn = lines.column(entry.key.span.start);
  const sameLine = lines.lineOf(span.start) === lines.lineOf(entry.key.span.start);
  // A remark, or a mark, between the name and the value stays where it is.
  const between = lines.text.slice(entry.key.span.end, span.start);
  if (sameLine && !/^\s*:[ \t]*$/.test(between)) return [];
  const first = sameLine
    ? {
        span: { start: entry.key.span.end + between.trimEnd().length, end: span.start },
        newText: `${lines.ending}${' '.repeat(keyColumn + 2)}- `,
      }
    : { span: begins, newText: '- ' };
  if (!sameLine && lines.column(span.start) <= keyColumn) return [];
  const edits: Edit[] = [first];
  // What goes on below moves along, so that it stays in line with what is now behind the dash.
  const by = sameLine ? '    ' : '  ';
  if (flow && !sameLine) return edits;
  for (let line = lines.lineOf(span.start) + 1; line <= lines.lineOf(span.end); line++) {
    const { start, end } = lines.lineSpan(line);
    if (end > start && start < span.end) edits.push({ span: { start, end: start }, newText: by });
  }
  return edits;
}
