import type { Cursor } from './cursor';
import { findMark, MARK } from './find-mark';

/** What may be missing behind the cursor in brackets and braces, the likeliest first. */
const CLOSINGS = ['', '}', ']', '}]', '}}', ']}', ']]', '}]}'];

/** In braces, or in brackets over several lines: a name, the value behind a colon, or an entry of a list. */
export function flowCursor(text: string, offset: number, lineStart: number): Cursor | undefined {
  const found = /(?:^|[{[,])\s*(?:([\w-]+|"[^"\r\n]*"|'[^'\r\n]*')\s*:[ \t]+)?([^{}[\],:'"\r\n]*)$/.exec(
    text.slice(0, offset),
  );
  const opened = openBrackets(text, lineStart, offset);
  if (!found || opened === '' || (opened === '[' && text.slice(lineStart, offset).includes('['))) return undefined;
  const [, key, word = ''] = found;
  const typed = key === undefined ? (/[\w-]*$/.exec(word)?.[0] ?? '') : word;
  if (key === undefined && word.trim() !== typed) return undefined;
  const tail = /^[\w-]*/.exec(text.slice(offset))?.[0] ?? '';
  const colon = key === undefined && /^\s*:/.test(text.slice(offset + tail.length));
  const replace = { start: offset - typed.length, end: offset + tail.length };
  const before = text.slice(0, replace.start);
  const behind = text.slice(replace.end);
  const gap = key === undefined && opened.endsWith('{') && !colon ? ': x' : '';
  // What stands behind without a comma is the next entry.
  const comma = gap !== '' && /^[ \t]*[^\s,}\]]/.test(behind) ? ', ' : '';
  for (const closing of CLOSINGS) {
    const place = findMark(before + MARK + gap + comma + closing + behind, replace.start);
    if (place?.flow === true) return { ...place, replace, column: replace.start - lineStart, colon, dash: false };
  }
  return undefined;
}

/** The brackets and braces that are open at `offset`, as far as they were opened on its line or, end to end, above it. */
function openBrackets(text: string, lineStart: number, offset: number): string {
  let from = lineStart;
  // A line that ends with a comma, a brace or a bracket goes on below.
  for (let more = 0; more < 50 && from > 0; more++) {
    const above = /([^\r\n]*)(?:\r\n?|\n)$/.exec(text.slice(Math.max(0, from - 2000), from));
    if (!above || !/[,{[]\s*(?:#.*)?$/.test(above[1] ?? '')) break;
    from -= above[0].length;
  }
  let open = '';
  let quote = '';
  let last = ' ';
  for (const sign of text.slice(from, offset).replace(/(?:^|\s)#[^\r\n]*/g, '')) {
    if (quote !== '') quote = sign === quote ? '' : quote;
    else if ((sign === '"' || sign === "'") && /[\s{[,:]/.test(last)) quote = sign;
    else if (sign === '{' || sign === '[') open += sign;
    else if (sign === '}' || sign === ']') open = open.slice(0, -1);
    last = sign;
  }
  return quote === '' ? open : '';
}
