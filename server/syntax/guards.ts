import { Lexer, Parser, type CST } from 'yaml';
import type { Span } from '../text/span';

/** The deepest nesting that is read. A certificate needs six; a deep tower of brackets can abort the whole process in the parser. */
export const MAX_DEPTH = 64;

/** The longest file that is read, in UTF-16 units. A certificate of a hundred purposes has about 20,000. */
export const MAX_LENGTH = 2_000_000;

/** Why a text is not read. */
export interface Refusal {
  readonly reason: 'too-long' | 'too-deep';
  readonly span: Span;
}

/**
 * The text in the parser's tokens, or why it is refused. Brackets cannot be counted in the text itself: what is a
 * bracket, and what a sign in quotation marks, a comment or a sentence, is known to the library's lexer alone. So its
 * lexemes are handed on one by one, and the pass ends, before anything recursive has seen the text, with the first
 * that opens a level too many.
 */
export function tokensOf(text: string): readonly CST.Token[] | Refusal {
  if (text.length > MAX_LENGTH) return { reason: 'too-long', span: { start: 0, end: 1 } };
  const tokens: CST.Token[] = [];
  const parser = new Parser();
  for (const lexeme of lexemesOf(text, parser)) {
    const start = parser.offset;
    for (const token of parser.next(lexeme)) tokens.push(token);
    if (parser.stack.length > MAX_DEPTH / 2 && depthOf(parser.stack) > MAX_DEPTH)
      return { reason: 'too-deep', span: { start, end: start + Math.max(1, lexeme.length) } };
  }
  for (const token of parser.end()) tokens.push(token);
  return tokens;
}

/**
 * The lexemes of a text. A quotation mark that is never closed takes in all that follows, and with it the documents behind
 * its own; but no text in quotation marks holds the line that begins a document (YAML 1.2, 9.1.2).
 */
function* lexemesOf(text: string, parser: Parser): Generator<string> {
  for (let rest = text; rest !== '';) {
    const from = text.length - rest.length;
    let position = 0;
    let cut = -1;
    let inScalar = false;
    for (const lexeme of new Lexer().lex(rest)) {
      // At the start of the text and nowhere else.
      if (lexeme === DOCUMENT && from > 0) continue;
      const isQuoted = !inScalar && /^["']/.test(lexeme);
      inScalar = lexeme === SCALAR;
      cut = isQuoted ? lexeme.search(MARKER) : -1;
      if (cut >= 0) {
        cut++;
        yield lexeme.slice(0, cut);
        if (parser.stack.at(-1)?.type === 'flow-collection') yield FLOW_END;
        break;
      }
      yield lexeme;
      if (![DOCUMENT, FLOW_END, SCALAR].includes(lexeme)) position += lexeme.length;
    }
    rest = cut < 0 ? '' : rest.slice(position + cut);
  }
}

/** What the library's lexer says between the lexemes that are parts of the text. */
const DOCUMENT = '\u0002';
const FLOW_END = '\u0018';
const SCALAR = '\u001f';

/** The end of a line before one that begins or ends a document. */
const MARKER = /\n(?=(?:---|\.\.\.)(?:\s|$))/;

/** How deep what is under construction is nested: lists, groups, and the groups of one that a pair in brackets makes. */
function depthOf(stack: readonly CST.Token[]): number {
  let depth = 0;
  for (const token of stack) {
    if (token.type === 'block-map' || token.type === 'block-seq') depth++;
    else if (token.type === 'flow-collection') depth += token.start.type === 'flow-seq-start' && hasKey(token) ? 2 : 1;
  }
  return depth;
}

/** `["key": [` and, though a comma is missing, `["key" [`. */
function hasKey({ items }: CST.FlowCollection): boolean {
  const last = items.at(-1);
  return last?.key !== undefined && last.key !== null;
}
