import type { Span } from '../text/span';
import type { TextNode } from './nodes';

/** Where each character of a text node's text stands in the file; one more entry for the end. */
const maps = new WeakMap<TextNode, Uint32Array>();

/**
 * The stretch of the file that a stretch of the node's text was read from. `within` counts in `node.text`; the answer
 * counts in the file. A folded line break belongs to the character it was folded into. An empty stretch is empty at
 * its place.
 */
export function locate(node: TextNode, within: Span): Span {
  const verbatim = verbatimStart(node);
  if (verbatim !== undefined) {
    const start = verbatim + Math.max(0, Math.min(within.start, node.text.length));
    return { start, end: Math.max(start, verbatim + Math.min(within.end, node.text.length)) };
  }
  let map = maps.get(node);
  if (!map) maps.set(node, (map = align(node)));
  const last = map.length - 1;
  const start = map[Math.max(0, Math.min(within.start, last))] ?? node.span.start;
  if (within.end <= within.start) return { start, end: start };
  // Past the last character rather than at the next: line breaks and indentation between the two are not included.
  const final = Math.min(within.end, last) - 1;
  const end = (map[final] ?? start) + lengthAt(node, map, final);
  return { start, end: Math.max(start, end) };
}

/** The span of the node's text without quotes, block sign and edge white space. An empty text is empty at the node's end. */
export function contentSpan(node: TextNode): Span {
  const { text } = node;
  let start = 0;
  let end = text.length;
  while (start < end && /\s/.test(text[start] ?? '')) start++;
  while (end > start && /\s/.test(text[end - 1] ?? '')) end--;
  if (start === end) return node.span;
  return locate(node, { start, end });
}

/** The place in `node.text` that was read from `offset` of the file: the nearest one at or after it. */
export function placeWithin(node: TextNode, offset: number): number {
  let map = maps.get(node);
  if (!map) maps.set(node, (map = align(node)));
  let low = 0;
  let high = map.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((map[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Where the text begins in the file, if it stands there letter for letter: most texts do, and need no map. Undefined
 * where something was folded, escaped or indented.
 */
function verbatimStart({ text, source, style, span }: TextNode): number | undefined {
  if (style === 'literal' || style === 'folded') return undefined;
  const quotes = style === 'plain' ? 0 : 1;
  const start = span.start + quotes;
  // As long as well: one backslash is written as two, and begins with itself.
  return span.end - quotes - start === text.length && source.startsWith(text, start) ? start : undefined;
}

/** How many characters of the file make up one of the text: more than one for an escape such as `\\u00e9` or `''`. */
function lengthAt(node: TextNode, map: Uint32Array, index: number): number {
  const at = map[index] ?? 0;
  const { source } = node;
  if (node.style === 'single' && source[at] === "'" && source[at + 1] === "'") return 2;
  if (node.style === 'double' && source[at] === '\\') return escapeLength(source, at);
  return 1;
}

const ESCAPE_DIGITS: Record<string, number> = { x: 2, u: 4, U: 8 };

function escapeLength(source: string, at: number): number {
  return 2 + (ESCAPE_DIGITS[source[at + 1] ?? ''] ?? 0);
}

function align(node: TextNode): Uint32Array {
  return node.style === 'literal' || node.style === 'folded' ? alignBlock(node) : alignFlow(node);
}

/** Plain and quoted texts: white space around a line break is folded, quotes have escapes. */
function alignFlow(node: TextNode): Uint32Array {
  const { text, source, style } = node;
  const map = new Uint32Array(text.length + 1);
  const quoted = style === 'single' || style === 'double';
  let at = node.span.start + (quoted ? 1 : 0);
  const limit = Math.max(at, node.span.end);
  let i = 0;
  while (i < text.length) {
    const escaped = style === 'double' && source[at] === '\\';
    if (!escaped) {
      const folded = breakRun(source, at, limit);
      if (folded > at) {
        // All that the break became (a space, or line feeds for empty lines) stands where the break begins.
        do map[i++] = at;
        while (i < text.length && text[i] === '\n');
        at = folded;
        continue;
      }
    } else if (source[at + 1] === '\n' || source[at + 1] === '\r') {
      // An escaped line break joins the lines: it gives no character.
      at = breakRun(source, at + 1, limit);
      continue;
    }
    map[i++] = at;
    if (escaped) {
      // A code point beyond the basic plane is two UTF-16 units from one escape.
      const length = escapeLength(source, at);
      if (source[at + 1] === 'U' && i < text.length && isLowSurrogate(text.charCodeAt(i))) map[i++] = at;
      at += length;
    } else if (style === 'single' && source[at] === "'" && source[at + 1] === "'") at += 2;
    else at = Math.min(at + 1, limit);
  }
  map[text.length] = Math.min(at, limit);
  return map;
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}

/** Past a run of white space that holds a line break and begins at `at`; `at` itself where there is no such run. */
function breakRun(source: string, at: number, limit: number): number {
  let end = at;
  let broken = false;
  while (end < limit) {
    const char = source[end];
    if (char === '\n' || char === '\r') broken = true;
    else if (char !== ' ' && char !== '\t') break;
    end++;
  }
  return broken ? end : at;
}

/** Block texts: each line without its indentation, joined by what the sign in the first line says. */
function alignBlock(node: TextNode): Uint32Array {
  const { text, source } = node;
  const map = new Uint32Array(text.length + 1);
  const breakAt = source.slice(node.span.start, node.span.end).search(/\r\n?|\n/);
  let at = breakAt < 0 ? node.span.end : node.span.start + breakAt;
  const indent = statedIndent(node) ?? indentOf(source, at, node.span.end);
  let i = 0;
  while (at < node.span.end && i < text.length) {
    const breakStart = at;
    at += source[at] === '\r' && source[at + 1] === '\n' ? 2 : 1;
    const lineStart = Math.min(at + indent, node.span.end);
    let lineEnd = at;
    while (lineEnd < node.span.end && source[lineEnd] !== '\n' && source[lineEnd] !== '\r') lineEnd++;
    const line = lineStart < lineEnd ? source.slice(lineStart, lineEnd) : '';
    if (line.trim() !== '') {
      // What the breaks before this line became stands at the break.
      while (i < text.length && !text.startsWith(line, i)) map[i++] = breakStart;
      for (let k = 0; k < line.length && i < text.length; k++) map[i++] = lineStart + k;
    }
    at = lineEnd;
  }
  while (i <= text.length) map[i++] = Math.min(at, node.span.end);
  return map;
}

/** The indentation that the sign in the first line states, as `|2` does, counted from what the text belongs to. */
function statedIndent({ source, span, parent }: TextNode): number | undefined {
  const digit = /^[|>][+-]?([1-9])/.exec(source.slice(span.start, span.start + 3))?.[1];
  if (digit === undefined) return undefined;
  let column = 0;
  if (parent) for (let i = parent.span.start; i > 0 && !/[\r\n]/.test(source[i - 1] ?? ''); i--) column++;
  return column + Number(digit);
}

/** The indentation of a block's text: that of its first line that is not empty. */
function indentOf(source: string, from: number, to: number): number {
  let column = 0;
  for (let i = from; i < to; i++) {
    const char = source[i];
    if (char === '\n' || char === '\r') column = 0;
    else if (char === ' ') column++;
    else return column;
  }
  return column;
}
