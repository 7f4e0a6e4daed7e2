import type { Span } from '../text/span';
import { walk, type Entry, type SyntaxNode } from './nodes';
import { parse } from './parse';
import { pathOf, type Step } from './path';

/** Where something is being typed, in a text that need not be complete. */
export interface Cursor {
  /** Index of the document. */
  readonly document: number;
  /** A key is being typed in the group at `path`, or a value at `path`; an entry of a list may become either. */
  readonly role: 'key' | 'value' | 'entry';
  readonly path: readonly Step[];
  /** The keys that the group already has, without the one being typed. */
  readonly siblings: readonly string[];
  /** What is typed so far and gives way to what is chosen; in the original text. */
  readonly replace: Span;
  /** The column at which the key, or the entry's dash, begins. */
  readonly column: number;
  /** A colon follows what is being typed. */
  readonly colon: boolean;
  /** Inside brackets or braces. */
  readonly flow: boolean;
}

/** Stands in for what is being typed while the text is read. */
const MARK = 'eucCursorMark';

/**
 * Finds out where `offset` is, by reading the text with a mark in the place of what is being typed, so that a line
 * without its colon or its value does not upset the rest. Undefined inside running text, comments, and where nothing
 * can be made out.
 */
export function cursorAt(text: string, offset: number): Cursor | undefined {
  const lineStart = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  const rest = /^[^\r\n]*/.exec(text.slice(offset))?.[0] ?? '';
  const before = text.slice(lineStart, offset);
  if (/(?:^|\s)#/.test(before)) return undefined;

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
  const found = find(marked, replace.start);
  if (found) return { ...found, replace, column: replace.start - lineStart, colon };
  if (dashes !== '' || isRunningText(marked, replace.start) || isSentence(text, lineStart, offset)) return undefined;
  return outdented(text, lineStart, { replace, colon }, indent.length);
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
  const found = find(marked, start);
  const column = /^\s*(?:- +)*/.exec(before)?.[0].length ?? 0;
  return found && { ...found, replace, column, colon: false, flow: opened >= 0 && inList };
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
    const found = find(marked, start);
    if (found) return { ...found, replace: { start, end: replace.end }, column: less, colon };
  }
  return undefined;
}

type Found = Pick<Cursor, 'document' | 'role' | 'path' | 'siblings' | 'flow'>;

function find(marked: string, at: number): Found | undefined {
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
    const role = node.parent?.kind === 'list' ? 'entry' : 'value';
    return { place: { role, path: pathOf(node), siblings: [], flow: node.parent?.flow ?? false }, others: [] };
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
      const siblings = others.map(({ key }) => key.text);
      const alone = node.parent?.kind === 'list' && node.entries[0] === entry;
      return { place: { role: alone ? 'entry' : 'key', path: pathOf(node), siblings, flow: node.flow }, others };
    }
    const found = search(entry.value, at);
    if (found) return found;
  }
  return undefined;
}

/** The parser takes lines in that are out of line with their neighbours; what is inserted there could not be read. */
function fits(marked: string, { place, others }: Hit, at: number): boolean {
  if (place.flow || place.role === 'value') return true;
  if (place.role === 'entry' && others.length === 0) return /-\s+$/.test(marked.slice(0, at));
  return others.every(({ key }) => columnOf(marked, key.span.start) === columnOf(marked, at));
}

function columnOf(text: string, offset: number): number {
  return offset - Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) - 1;
}
