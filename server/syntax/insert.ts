import type { Edit } from '../text/edit';
import type { Lines } from '../text/lines';
import type { Span } from '../text/span';
import { valueText, type Setting } from '../text/layout';
import { contentSpan } from './characters';
import { isEmpty, type DocumentNode, type Entry, type GroupNode, type SyntaxNode, type TextNode } from './nodes';

/** What to write for a new entry: the value after the key's colon, with the space or the line break before it. */
export type WriteValue = (setting: Setting) => string;

/** A text as the value of a new entry. */
export function textValue(text: string): WriteValue {
  return (setting) => ` ${valueText(text, setting)}`;
}

/** Keys and values as the value of a new entry. */
export function groupValue(entries: readonly (readonly [key: string, value: WriteValue])[]): WriteValue {
  return (setting) => {
    if (setting.flow === true) return ` { ${entries.map(([key, write]) => `${key}:${write(setting)}`).join(', ')} }`;
    const inner = { ...setting, indent: setting.indent + (setting.step ?? STEP) };
    return entries
      .map(([key, write]) => `${setting.ending}${' '.repeat(setting.indent)}${key}:${write(inner)}`)
      .join('');
  };
}

/** A list of one value as the value of a new entry. */
export function listValue(write: WriteValue): WriteValue {
  return (setting) => {
    if (setting.flow === true) return ` [${write(setting).trimStart()}]`;
    const inner = { ...setting, indent: setting.indent + STEP };
    // The first entry of a group stands on the line of the dash.
    return `${setting.ending}${' '.repeat(setting.indent)}- ${write(inner).trimStart()}`;
  };
}

/** How far a level is indented where the file does not show it. */
const STEP = 2;

/**
 * The edit that adds an entry to a group, in its place by `order` (keys in canonical order; a key not in it goes to the
 * end), with the file's indentation and line ending. `siblings` are entries that were added in the same go, so that
 * several edits at one place keep the order in which they are given.
 */
export function insertEntry(
  lines: Lines,
  group: GroupNode,
  key: string,
  write: WriteValue,
  order: readonly string[],
): Edit {
  const { ending } = lines;
  const before = lastBefore(group, key, order);
  if (group.flow) {
    const text = `${key}:${write({ indent: 0, ending, flow: true })}`;
    if (group.entries.length === 0) return { span: group.span, newText: `{ ${text} }` };
    if (before) return at(valueEnd(before), `, ${text}`);
    return at(group.entries[0]?.key.span.start ?? group.span.end, `${text}, `);
  }
  const first = group.entries[0];
  const start = first?.key.span.start ?? group.span.start;
  const column = lines.column(start);
  const step = stepOf(lines, group);
  const text = `${key}:${write({ indent: column + step, step, ending })}`;
  const margin = ' '.repeat(column);
  const gap = column === 0 && hasGaps(lines, group) ? ending : '';
  if (!before) return at(start, `${text}${ending}${gap}${margin}`);
  // Behind the whole line on which the entry before ends, so that a comment there stays with it.
  const end = lines.lineSpan(lines.lineOf(valueEnd(before))).end;
  return at(end, `${ending}${gap}${margin}${text}`);
}

/**
 * The edit that gives an empty value (nothing, quotes around nothing, `{}` or `[]`) a value. A remark behind it stays
 * on the line of the key: behind the value's last line it would become a part of the text.
 */
export function fillEmpty(lines: Lines, key: TextNode, value: SyntaxNode, write: WriteValue): Edit {
  const column = lines.column(key.span.start);
  const group = value.parent;
  const step = group?.kind === 'group' ? stepOf(lines, group) : STEP;
  const text = write({ indent: column + step, step, ending: lines.ending, flow: group?.flow ?? false });
  const empty = value.span.start === value.span.end;
  // Right after the colon, or in the place of the signs of emptiness and the space before them.
  const colon = lines.text.indexOf(':', key.span.end);
  const gap = lines.text[value.span.start - 1] === ' ' ? 1 : 0;
  const start = !empty ? value.span.start - gap : colon < 0 ? key.span.end : colon + 1;
  const end = empty ? start : value.span.end;
  const newText = empty && colon < 0 ? `:${text}` : text;
  return beforeRemark(lines, { start, end }, newText);
}

/** The edit that gives a key another text in place of the one it has. A remark on the line of the key stays there. */
export function replaceText(lines: Lines, key: TextNode, value: TextNode, text: string): Edit {
  const column = lines.column(key.span.start);
  const group = value.parent;
  const step = group?.kind === 'group' ? stepOf(lines, group) : STEP;
  const newText = valueText(text, { indent: column + step, step, ending: lines.ending, flow: group?.flow ?? false });
  if (value.style !== 'folded' && value.style !== 'literal') return beforeRemark(lines, value.span, newText);
  const remark = /[ \t]+#.*$/.exec(lines.text.slice(value.span.start, lines.firstLineOf(value.span).end))?.[0] ?? '';
  const [firstLine = ''] = newText.split(lines.ending, 1);
  return { span: value.span, newText: firstLine + remark + newText.slice(firstLine.length) };
}

/** The edit that sets in a text that may go over several lines, of which the first takes what stands behind it along. */
function beforeRemark(lines: Lines, { start, end }: Span, newText: string): Edit {
  const [firstLine = ''] = newText.split(lines.ending, 1);
  if (firstLine.length === newText.length) return { span: { start, end }, newText };
  const lineEnd = lines.lineSpan(lines.lineOf(end)).end;
  const rest = lines.text.slice(end, lineEnd).trimEnd();
  return { span: { start, end: lineEnd }, newText: firstLine + rest + newText.slice(firstLine.length) };
}

/**
 * The edit that adds an entry at a place of a document: to the group if it is there, by filling its empty value, or by
 * adding the group itself. `path` leads from the root to the group; `orders` gives the canonical order of each level,
 * the root's first. Undefined where something of another shape stands in the way.
 */
export function insertAt(
  lines: Lines,
  document: DocumentNode,
  path: readonly string[],
  key: string,
  write: WriteValue,
  orders: readonly (readonly string[])[],
): Edit | undefined {
  const { root } = document;
  if (root === undefined) {
    const whole = [...path]
      .reverse()
      .reduce<[string, WriteValue]>((inner, outer) => [outer, groupValue([inner])], [key, write]);
    return at(document.span.end, `${whole[0]}:${whole[1]({ indent: STEP, ending: lines.ending })}${lines.ending}`);
  }
  let group: SyntaxNode = root;
  for (const [depth, step] of path.entries()) {
    if (group.kind !== 'group') return undefined;
    const entry: Entry | undefined = group.entries.find((candidate) => candidate.key.text === step);
    const rest = path.slice(depth + 1);
    const nested = [...rest]
      .reverse()
      .reduce<[string, WriteValue]>((inner, outer) => [outer, groupValue([inner])], [key, write]);
    if (!entry) return insertEntry(lines, group, step, groupValue([nested]), orders[depth] ?? []);
    if (isEmpty(entry.value)) return fillEmpty(lines, entry.key, entry.value, groupValue([nested]));
    group = entry.value;
  }
  return group.kind === 'group' ? insertEntry(lines, group, key, write, orders[path.length] ?? []) : undefined;
}

/** The end of an entry's value, or of its colon where it has none. */
function valueEnd({ key, value }: Entry): number {
  return Math.max(value.span.end, key.span.end);
}

function at(offset: number, newText: string): Edit {
  return { span: { start: offset, end: offset }, newText };
}

/** The last entry that stands before `key` by the order; undefined where `key` comes first. */
function lastBefore(group: GroupNode, key: string, order: readonly string[]): Entry | undefined {
  const rank = order.indexOf(key);
  if (rank < 0) return group.entries.at(-1);
  return (
    group.entries.findLast(({ key: other }) => {
      const otherRank = order.indexOf(other.text);
      return otherRank >= 0 && otherRank < rank;
    }) ?? undefined
  );
}

/** By how much the values of this group, or of one around it, are indented against their keys. */
function stepOf(lines: Lines, group: GroupNode): number {
  for (const { key, value } of group.entries) {
    const child = firstBelow(lines, value);
    if (child === undefined) continue;
    const step = lines.column(child) - lines.column(key.span.start);
    if (step > 0) return step;
  }
  const { parent } = group;
  const around = parent?.kind === 'list' ? parent.parent : parent;
  return around?.kind === 'group' && !around.flow ? stepOf(lines, around) : STEP;
}

/** Where the first line of a group, or of a folded or literal text, below its key begins. */
function firstBelow(lines: Lines, value: SyntaxNode): number | undefined {
  if (value.kind === 'group') return value.flow ? undefined : value.entries[0]?.key.span.start;
  if (value.kind !== 'text' || (value.style !== 'folded' && value.style !== 'literal')) return undefined;
  const { start, end } = contentSpan(value);
  return lines.lineOf(start) > lines.lineOf(value.span.start) && end > start ? start : undefined;
}

/** True where the entries of the group are set apart by empty lines. */
function hasGaps(lines: Lines, group: GroupNode): boolean {
  return group.entries.slice(1).some(({ key }) => {
    const line = lines.lineOf(key.span.start);
    const above = lines.lineSpan(line - 1);
    return above.start === above.end;
  });
}
