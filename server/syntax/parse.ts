import {
  Composer,
  isAlias,
  isCollection,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Document,
  type Node,
  type ParsedNode,
  type Scalar,
} from 'yaml';
import { trimSpan, type Span } from '../text/span';
import { tokensOf, type Refusal } from './guards';
import {
  walk,
  type AliasNode,
  type Broken,
  type DocumentNode,
  type Entry,
  type GroupNode,
  type ListNode,
  type Mark,
  type SyntaxNode,
  type TextNode,
  type TextStyle,
} from './nodes';
import { plainWords } from './problems';

/** A place that could not be read, in plain words; the span lies on one line. */
export interface SyntaxProblem {
  readonly span: Span;
  readonly message: string;
  /** Index of the document it is in. */
  readonly document: number;
  /** What likely mends it: quotation marks around the text, or the closing one, or spaces in the place of tabs. */
  readonly mend: 'quote' | 'close' | 'spaces' | undefined;
}

/** A file as it was read. */
export interface SyntaxTree {
  readonly text: string;
  readonly documents: readonly DocumentNode[];
  readonly problems: readonly SyntaxProblem[];
  /** Set where the text was not given to the parser; `documents` is then empty. */
  readonly refusal: Refusal | undefined;
}

const OPTIONS = {
  version: '1.2',
  // Every value is text, exactly as written: 5E002 and NO keep their letters (certificate format).
  schema: 'failsafe',
  // The library's own check of duplicate keys is quadratic; ours is in the yaml-profile rule.
  uniqueKeys: false,
  prettyErrors: false,
  logLevel: 'silent',
  keepSourceTokens: false,
} as const;

/** More places of one document than this are not told apart: what is no certificate at all can have one on every line. */
const MAX_ERRORS = 100;

/**
 * Reads a file. Never throws: a text that cannot be read gives as much of its documents as the parser could make out,
 * with the problems. Documents that hold nothing but comments are left out, unless the file holds nothing else.
 */
export function parse(text: string): SyntaxTree {
  const tokens = tokensOf(withLineFeeds(text));
  if ('reason' in tokens) return { text, documents: [], problems: [], refusal: tokens };
  const parsed = [...new Composer(OPTIONS).compose(tokens, true, text.length)];
  const filled = parsed.filter((document) => !holdsNothing(document));
  const kept = filled.length > 0 ? filled : parsed.slice(0, 1);
  const problems: SyntaxProblem[] = [];
  const linesTold = new Set<number>();
  const documents = kept.map((document, index): DocumentNode => {
    const root = document.contents === null ? undefined : new Reading(text).node(document.contents, document.range[0]);
    const errors = document.errors.slice(0, MAX_ERRORS);
    const quoted = errors.length > 0 ? quotedTexts(root) : [];
    const broken = errors.map((error) => brokenAt(text, error, quoted, document.range[1]));
    errors.forEach((error, i) => {
      const sign =
        error.code === 'BLOCK_AS_IMPLICIT_KEY' && /^[?-](?:\s|$)/.test(text.slice(error.pos[0], error.pos[0] + 2));
      const message = plainWords(sign ? 'BAD_SCALAR_START' : error.code, error.message);
      const shown = broken[i]?.swallows === true ? broken[i].span : shownOf(text, error);
      // What is missing at the end of a document is found where the next one begins, and belongs to the words before.
      const end = Math.min(document.range[2], kept[index + 1]?.range[0] ?? text.length);
      const span = end <= shown.start && shown.start < text.length ? lastWords(text, end) : clip(text, shown);
      // One mistake makes the parser stumble several times: the first word about a line is enough.
      const line = lineStart(text, span.start);
      if (!linesTold.has(line)) problems.push({ span, message, document: index, mend: mendOf(error, message) });
      linesTold.add(line);
    });
    const rest = document.errors[MAX_ERRORS];
    if (rest) broken.push({ span: { start: spanOf(rest).start, end: document.range[1] }, swallows: true });
    return { index, span: { start: document.range[0], end: document.range[1] }, root, broken };
  });
  return { text, documents, problems, refusal: undefined };
}

/**
 * The library knows a carriage return as a line break only before a line feed, and takes a file that ends its lines
 * with carriage returns alone for one line. Each is replaced by one line feed, so that every place stays what it was.
 */
function withLineFeeds(text: string): string {
  return text.replace(/\r(?!\n)/g, '\n');
}

function holdsNothing(document: Document.Parsed): boolean {
  const { contents, errors } = document;
  if (errors.length > 0) return false;
  return contents === null || (isScalar(contents) && contents.source === '' && contents.type === 'PLAIN');
}

/** What the parser says of a place; its own class is not exported in a form that fits here. */
type ParseError = Document.Parsed['errors'][number];

function spanOf(error: ParseError): Span {
  return { start: error.pos[0], end: error.pos[1] };
}

function mendOf({ code, message }: ParseError, words: string): SyntaxProblem['mend'] {
  if (code === 'TAB_AS_INDENT') return 'spaces';
  if (code === 'MISSING_CHAR' && message.includes('closing')) return 'close';
  return words.includes('whole text in quotation marks') ? 'quote' : undefined;
}

/** What is shown of an error: for a second colon on a line the words before it, which were taken for a name. */
function shownOf(text: string, error: ParseError): Span {
  const span = spanOf(error);
  if (error.code !== 'BLOCK_AS_IMPLICIT_KEY') return span;
  const name = /[^\r\n]*?:(?=\s|$)/y;
  name.lastIndex = span.start;
  return name.test(text) ? { start: span.start, end: name.lastIndex } : span;
}

/** The stretch of the text that an error makes unreliable. */
function brokenAt(text: string, error: ParseError, quoted: readonly TextNode[], documentEnd: number): Broken {
  if (error.code === 'MISSING_CHAR' && error.message.includes('closing')) {
    // The parser reports the end of the text; the reader of the message needs the quotation mark.
    const open = quoted.findLast(({ span }) => span.start < error.pos[0]);
    if (open) return { span: { start: open.span.start, end: documentEnd }, swallows: true };
  }
  const { start, end } = spanOf(error);
  return { span: { start, end: Math.max(start, Math.min(end, text.length)) }, swallows: false };
}

/** The texts in quotation marks, in the order of the file. */
function quotedTexts(root: SyntaxNode | undefined): readonly TextNode[] {
  return [...walk(root)].filter(
    (node): node is TextNode => node.kind === 'text' && (node.style === 'single' || node.style === 'double'),
  );
}

/** The part of the span that stands on its first line; the words of the line where there is nothing to be seen there. */
function clip(text: string, span: Span): Span {
  if (span.start >= text.length) return wordsOfLine(text, text.length);
  let { start } = span;
  // An error behind empty lines belongs to the last line that has words.
  while (start > 0 && isBreak(text.charCodeAt(start)) && isBreak(text.charCodeAt(start - 1))) start--;
  // The word behind a line's end stands on another line, and may be another document's.
  if (isBreak(text.charCodeAt(start))) return wordsOfLine(text, start);
  let end = start;
  while (end < text.length && end < span.end && !isBreak(text.charCodeAt(end))) end++;
  if (end - start <= 1) end = Math.max(end, wordEnd(text, start));
  const shown = trimSpan(text, { start, end: Math.max(end, Math.min(start + 1, text.length)) });
  return shown.end > shown.start ? shown : wordsOfLine(text, start);
}

/**
 * The parser points at one character; the word that it begins is easier to see, and so is a whole text in quotation
 * marks where they close on the same line.
 */
function wordEnd(text: string, start: number): number {
  const quoted = /["'](?:[^"'\r\n]*)["']/y;
  quoted.lastIndex = start;
  if (quoted.test(text)) return quoted.lastIndex;
  let end = start + 1;
  while (/[\p{L}\p{N}_'-]/u.test(text[end] ?? '')) end++;
  return end;
}

/** The words of the line on which `offset` lies, or of the nearest one above that has any. */
function wordsOfLine(text: string, offset: number): Span {
  for (let start = lineStart(text, offset); ; start = lineStart(text, start - 1)) {
    let end = start;
    while (end < text.length && !isBreak(text.charCodeAt(end))) end++;
    const words = trimSpan(text, { start, end });
    if (words.end > words.start || start === 0) return words;
  }
}

/** The words of the last line before `offset` that has any and is no remark. */
function lastWords(text: string, offset: number): Span {
  let words = wordsOfLine(text, Math.max(0, offset - 1));
  while (text[words.start] === '#' && words.start > 0) {
    const before = wordsOfLine(text, Math.max(0, lineStart(text, words.start) - 1));
    if (before.start >= words.start) break;
    words = before;
  }
  return words;
}

function lineStart(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && !isBreak(text.charCodeAt(start - 1))) start--;
  return start;
}

function isBreak(code: number): boolean {
  return code === 10 || code === 13;
}

const STYLES: Record<string, TextStyle> = {
  PLAIN: 'plain',
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'literal',
  BLOCK_FOLDED: 'folded',
};

/** Turns the library's nodes into ours. Nesting is bounded by the guard, so plain recursion is safe. */
class Reading {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /** `from`: where the marks before the value may begin. */
  node(node: ParsedNode | Node, from: number, parent?: GroupNode | ListNode): SyntaxNode {
    const range = node.range ?? [from, from, from];
    const marks = this.#marks(node, from, range[0]);
    const span = { start: range[0], end: this.#endOf(range[0], range[1]) };
    if (isAlias(node)) return { kind: 'alias', name: node.source, span, parent, ...marks } satisfies AliasNode;
    if (isMap(node)) {
      const entries: Entry[] = [];
      const group: GroupNode = { kind: 'group', entries, flow: node.flow ?? false, span, parent, ...marks };
      let after = range[0];
      for (const pair of node.items) {
        const key = this.#key(pair.key, after, group);
        after = key.span.end;
        const value = this.#value(pair.value, after, group);
        after = Math.max(after, value.span.end);
        entries.push({ key, value });
      }
      return group;
    }
    if (isSeq(node)) {
      const items: SyntaxNode[] = [];
      const list: ListNode = { kind: 'list', items, flow: node.flow ?? false, span, parent, ...marks };
      let after = range[0];
      for (const item of node.items) {
        // `[a: b]` gives a pair in place of an item: a group of one entry.
        const value = isPair(item) ? this.#pair(item, after, list) : this.#value(item, after, list);
        after = value.span.end;
        items.push(value);
      }
      return list;
    }
    return { ...this.#scalar(node, span, parent), ...marks };
  }

  #pair(pair: { key: unknown; value: unknown }, from: number, parent: ListNode): GroupNode {
    const entries: Entry[] = [];
    const key = this.#key(pair.key, from, undefined);
    const group: GroupNode = { kind: 'group', entries, flow: true, span: key.span, parent };
    entries.push({ key, value: this.#value(pair.value, key.span.end, group) });
    return group;
  }

  #key(key: unknown, from: number, parent: GroupNode | undefined): TextNode {
    const node = this.#value(key, from, parent);
    if (node.kind === 'text') return node;
    const { span } = node;
    const text = this.#text.slice(span.start, span.end);
    const alias = node.kind === 'alias' && { alias: { name: node.name, span } };
    return { kind: 'text', text, style: 'plain', source: this.#text, span, parent, ...alias };
  }

  #value(value: unknown, from: number, parent: GroupNode | ListNode | undefined): SyntaxNode {
    if (isScalar(value) || isCollection(value) || isAlias(value)) return this.node(value, from, parent);
    return { kind: 'text', text: '', style: 'plain', source: this.#text, span: { start: from, end: from }, parent };
  }

  #scalar(node: Scalar, span: Span, parent: GroupNode | ListNode | undefined): TextNode {
    const text = typeof node.value === 'string' ? node.value : (node.source ?? '');
    return { kind: 'text', text, style: STYLES[node.type ?? 'PLAIN'] ?? 'plain', source: this.#text, span, parent };
  }

  /** The range of a block runs past its last line break: the white space at its end is not part of it. */
  #endOf(start: number, end: number): number {
    let last = end;
    while (last > start && /\s/.test(this.#text[last - 1] ?? '')) last--;
    return last;
  }

  #marks(node: Node, from: number, to: number): { anchor?: Mark; tag?: Mark } {
    const marks: { anchor?: Mark; tag?: Mark } = {};
    const anchor = 'anchor' in node && typeof node.anchor === 'string' ? node.anchor : undefined;
    const tag = 'tag' in node && typeof node.tag === 'string' ? node.tag : undefined;
    if (anchor === undefined && tag === undefined) return marks;
    // What a remark between a mark and its value says is no mark.
    const before = this.#text.slice(from, to).replace(/(?<=^|\s)#[^\r\n]*/g, (remark) => ' '.repeat(remark.length));
    if (anchor !== undefined) {
      const at = before.lastIndexOf(`&${anchor}`);
      if (at >= 0) marks.anchor = { name: anchor, span: { start: from + at, end: from + at + anchor.length + 1 } };
    }
    if (tag !== undefined) {
      const first = before.search(/!(?:<[^\s>]*>|[^\s,[\]{}]*)\s*(?:&\S+\s*)?$/);
      if (first >= 0) {
        let end = first;
        while (end < before.length && !/\s/.test(before[end] ?? ' ')) end++;
        marks.tag = { name: before.slice(first, end), span: { start: from + first, end: from + end } };
      }
    }
    return marks;
  }
}
