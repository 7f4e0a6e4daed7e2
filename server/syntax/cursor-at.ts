import type { Span } from '../text/span';
import type { Cursor } from './cursor';
import { columnOf, findMark, MARK } from './find-mark';
import { flowCursor } from './flow-cursor';
import { walk } from './nodes';
import { parse } from './parse';

/**
 * Finds out where `offset` is, by reading the text with a mark in the place of what is being typed, so that a line
 * without its colon or its value does not upset the rest. Undefined inside running text, comments, and where nothing
 * can be made out.
 */
export function cursorAt(text: string, offset: number): Cursor | undefined {
  const known = cursorIn(text, offset);
  const open = known ? undefined : openQuoteAbove(text, offset);
  if (open === undefined) return known;
  // Closed for the while at the end of its line; what stands below has moved by one.
  const found = cursorIn(text.slice(0, open.end) + open.sign + text.slice(open.end), offset + 1);
  return found && { ...found, replace: { start: found.replace.start - 1, end: found.replace.end - 1 } };
}

/**
 * A quotation mark that is opened on a line above and takes in all that follows; the text in it may go on only on lines
 * that are indented further than its own.
 */
function openQuoteAbove(text: string, offset: number): { readonly end: number; readonly sign: string } | undefined {
  const tree = parse(text);
  const broken = tree.documents.flatMap((document) => document.broken).find(({ swallows }) => swallows);
  const sign = broken && text.charAt(broken.span.start);
  if (!broken || (sign !== '"' && sign !== "'")) return undefined;
  const line = /^[^\r\n]*/.exec(text.slice(broken.span.start))?.[0] ?? '';
  const end = broken.span.start + line.replace(/\s+#.*$/, '').trimEnd().length;
  const indent = (at: number) => /^[ \t]*/.exec(lineOf(text, at))?.[0].length ?? 0;
  if (broken.span.start + line.length >= offset || indent(offset) > indent(broken.span.start)) return undefined;
  return { end, sign };
}

/** The line of an offset up to that offset. */
function lineOf(text: string, offset: number): string {
  return text.slice(offset - columnOf(text, offset), offset);
}

function cursorIn(text: string, offset: number): Cursor | undefined {
  const lineStart = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  const rest = /^[^\r\n]*/.exec(text.slice(offset))?.[0] ?? '';
  const before = text.slice(lineStart, offset);
  if (/(?:^|\s)#/.test(before)) return undefined;

  const inBraces = flowCursor(text, offset, lineStart);
  if (inBraces) return inBraces;
  const value = /^(\s*(?:- +)*)([^\s:#'"[{-][^:#'"[{]*|[\w-]+):(\s+)(.*)$/.exec(before);
  if (value) return valueCursor(text, offset, before, rest);
  const key = /^(\s*)((?:- +)*)(-?)([\w-]*)$/.exec(before);
  if (!key) return undefined;
  const [, indent = '', dashes = '', dash = '', word = ''] = key;
  // "-" alone may become "- ": the entry has not begun.
  if (dash !== '' && word === '') return undefined;
  const tail = /^[\w-]*/.exec(rest)?.[0] ?? '';
  const after = rest.slice(tail.length);
  const colon = /^\s*:(?:\s|$)/.test(after);
  if (after.trim() !== '' && !colon && !after.trim().startsWith('#')) return undefined;
  const replace = { start: offset - word.length - dash.length, end: offset + tail.length };
  const marked = text.slice(0, replace.start) + (colon ? MARK : `${MARK}: x`) + text.slice(replace.end);
  const found = findMark(marked, replace.start);
  if (found) return { ...found, replace, column: replace.start - lineStart, colon, dash: false };
  if (dashes !== '' || isRunningText(marked, replace.start) || isSentence(text, lineStart, offset)) return undefined;
  return (
    (colon ? undefined : beginsEntry(text, replace, replace.start - lineStart)) ??
    outdented(text, lineStart, { replace, colon }, indent.length)
  );
}

/** On a line of its own below a list: another entry is begun, and its dash is still to be written. */
function beginsEntry(text: string, replace: Span, column: number): Cursor | undefined {
  const marked = `${text.slice(0, replace.start)}- ${MARK}${text.slice(replace.end)}`;
  const found = findMark(marked, replace.start + 2);
  return found?.role === 'entry' ? { ...found, replace, column: column + 2, colon: false, dash: true } : undefined;
}

/** True inside a text that goes over several lines by its sign or its quotation marks. */
function isRunningText(marked: string, at: number): boolean {
  const texts = parse(marked).documents.flatMap(({ root }) => [...walk(root)]);
  return texts.some(
    (node) => node.kind === 'text' && node.style !== 'plain' && node.span.start < at && at < node.span.end,
  );
}

/** True on a further line of a text without quotation marks, if what it has so far is more than a word. */
function isSentence(text: string, lineStart: number, offset: number): boolean {
  const texts = parse(text).documents.flatMap(({ root }) => [...walk(root)]);
  return texts.some(
    ({ kind, span }) =>
      kind === 'text' &&
      span.start < lineStart &&
      offset <= span.end &&
      /\S\s+\S/.test(text.slice(span.start, lineStart)),
  );
}

/** A value on the line of its key: the text behind the colon, or the last entry of a list in brackets. */
function valueCursor(text: string, offset: number, before: string, rest: string): Cursor | undefined {
  const colon = /:\s+/.exec(before);
  if (!colon) return undefined;
  const from = offset - before.length + colon.index + colon[0].length;
  const typed = text.slice(from, offset);
  const opened = typed.lastIndexOf('[');
  const inList = typed.startsWith('[') && !typed.includes(']');
  let start = inList ? from + Math.max(typed.lastIndexOf('['), typed.lastIndexOf(',')) + 1 : from;
  while (inList && text[start] === ' ' && start < offset) start++;
  const tail = inList ? (/^[\w -]*/.exec(rest)?.[0].trimEnd() ?? '') : rest.replace(/\s+#.*$/, '').trimEnd();
  const replace = { start, end: offset + tail.length };
  const closing = inList && !rest.includes(']') ? ']' : '';
  const marked = text.slice(0, start) + MARK + closing + text.slice(replace.end);
  const found = findMark(marked, start);
  const column = /^\s*(?:- +)*/.exec(before)?.[0].length ?? 0;
  return found && { ...found, replace, column, colon: false, flow: opened >= 0 && inList, dash: false };
}

/**
 * On a line indented deeper than anything it could belong to, the nearest lesser indentation counts; what it has too
 * much gives way with what is typed.
 */
function outdented(
  text: string,
  lineStart: number,
  { replace, colon }: Pick<Cursor, 'replace' | 'colon'>,
  column: number,
): Cursor | undefined {
  for (let less = column - 1; less >= 0; less--) {
    const start = lineStart + less;
    const marked = text.slice(0, start) + (colon ? MARK : `${MARK}: x`) + text.slice(replace.end);
    const found = findMark(marked, start);
    if (found) return { ...found, replace: { start, end: replace.end }, column: less, colon, dash: false };
  }
  return undefined;
}
