import type { Edit } from '../text/edit';
import type { Lines } from '../text/lines';
import type { Span } from '../text/span';
import type { Entry, GroupNode, ListNode, SyntaxNode } from './nodes';

/** The edit that takes an entry out of its group, with its lines or with the comma before it. Undefined for the only one. */
export function removeEntry(lines: Lines, group: GroupNode, entry: Entry): Edit | undefined {
  const index = group.entries.indexOf(entry);
  const before = group.entries[index - 1];
  const after = group.entries[index + 1];
  const { start } = entry.key.span;
  if (!before && !after) return undefined;
  if (group.flow) {
    if (before) return taken({ start: endOf(before), end: endOf(entry) });
    return after && taken({ start, end: after.key.span.start });
  }
  if (begins(lines, start)) return taken(wholeLines(lines, start, endOf(entry)));
  // The first entry stands on the line of a dash: the next one takes its place.
  return after && begins(lines, after.key.span.start) ? taken({ start, end: after.key.span.start }) : undefined;
}

/**
 * The edit that takes an entry out of its list, dash and all, or with the comma before it. Undefined for the only one, and
 * where another dash stands on its line.
 */
export function removeItem(lines: Lines, list: ListNode, item: SyntaxNode): Edit | undefined {
  const index = list.items.indexOf(item);
  const before = list.items[index - 1];
  const after = list.items[index + 1];
  if (!before && !after) return undefined;
  if (list.flow) {
    if (before) return taken({ start: before.span.end, end: item.span.end });
    return after && taken({ start: item.span.start, end: after.span.start });
  }
  const dash = dashOf(lines, list, item);
  if (!begins(lines, dash.start)) return undefined;
  return taken(wholeLines(lines, dash.start, Math.max(dash.end, item.span.end)));
}

/** The edit that takes an entry out of its list, and where it is the only one, the list's name too. */
export function removeItemOrList(lines: Lines, list: ListNode, item: SyntaxNode): Edit | undefined {
  if (list.items.length > 1) return removeItem(lines, list, item);
  const group = list.parent;
  const entry = group?.kind === 'group' ? group.entries.find(({ value }) => value === list) : undefined;
  return group?.kind === 'group' && entry ? removeEntry(lines, group, entry) : undefined;
}

/** The dash before an entry of a list that is not in brackets; empty at the entry where there is none to be found. */
export function dashOf(lines: Lines, list: ListNode, item: SyntaxNode): Span {
  const before = list.items[list.items.indexOf(item) - 1];
  const from = before ? before.span.end : list.span.start;
  // What stands between is white space, remarks and the dash.
  const between = lines.text
    .slice(from, Math.max(from, item.span.start))
    .replace(/#[^\r\n]*/g, (remark) => ' '.repeat(remark.length));
  const at = between.lastIndexOf('-');
  return at < 0 ? { start: item.span.start, end: item.span.start } : { start: from + at, end: from + at + 1 };
}

function endOf({ key, value }: Entry): number {
  return Math.max(value.span.end, key.span.end);
}

/** True where nothing but white space stands before `offset` on its line. */
function begins(lines: Lines, offset: number): boolean {
  return lines.text.slice(lines.lineSpan(lines.lineOf(offset)).start, offset).trim() === '';
}

/** The lines from that of `from` to that of `to`, with the line break behind them, or before them at the end of the file. */
function wholeLines(lines: Lines, from: number, to: number): Span {
  const first = lines.lineOf(from);
  const last = lines.lineOf(to);
  if (last + 1 < lines.count) return { start: lines.lineSpan(first).start, end: lines.lineSpan(last + 1).start };
  return { start: first === 0 ? 0 : lines.lineSpan(first - 1).end, end: lines.text.length };
}

function taken(span: Span): Edit {
  return { span, newText: '' };
}
