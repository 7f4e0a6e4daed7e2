import type { Span } from './span';

/** A place in a text as the language server protocol counts it: zero-based line, zero-based UTF-16 character. */
export interface Place {
  readonly line: number;
  readonly character: number;
}

/** Two places; `end` exclusive. */
export interface Range {
  readonly start: Place;
  readonly end: Place;
}

/** Where the lines of a text begin. The only converter between offsets and places. */
export class Lines {
  readonly text: string;
  /** The line ending that the text uses: that of its first line, or a line feed for a text of one line. */
  readonly ending: '\n' | '\r\n' | '\r';
  readonly #starts: readonly number[];

  constructor(text: string) {
    this.text = text;
    const starts = [0];
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code === 10) starts.push(i + 1);
      else if (code === 13) {
        if (text.charCodeAt(i + 1) === 10) i++;
        starts.push(i + 1);
      }
    }
    this.#starts = starts;
    const first = /\r\n?|\n/.exec(text)?.[0];
    this.ending = first === '\r\n' || first === '\r' ? first : '\n';
  }

  /** How many lines the text has; an empty text has one. */
  get count(): number {
    return this.#starts.length;
  }

  /** The line on which `offset` lies; an offset past the end lies on the last line. */
  lineOf(offset: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** The line's characters without its line ending. A line that the text does not have is empty, at the end of the text. */
  lineSpan(line: number): Span {
    const start = this.#starts[line];
    if (start === undefined) return { start: this.text.length, end: this.text.length };
    let end = this.#starts[line + 1] ?? this.text.length;
    while (end > start && (this.text[end - 1] === '\n' || this.text[end - 1] === '\r')) end--;
    return { start, end };
  }

  /** The place of an offset; an offset past the end is the place of the end. */
  place(offset: number): Place {
    const within = Math.max(0, Math.min(offset, this.text.length));
    const line = this.lineOf(within);
    return { line, character: within - (this.#starts[line] ?? 0) };
  }

  /** How far an offset is indented on its line. The byte order mark before the first line takes no room. */
  column(offset: number): number {
    const { line, character } = this.place(offset);
    return line === 0 && this.text.startsWith('\ufeff') ? Math.max(0, character - 1) : character;
  }

  /** The offset of a place; a character past the end of its line is the end of that line. */
  offset(place: Place): number {
    if (place.line >= this.#starts.length) return this.text.length;
    const { start, end } = this.lineSpan(Math.max(0, place.line));
    return Math.min(start + Math.max(0, place.character), end);
  }

  /** The one conversion from spans to ranges. */
  range(span: Span): Range {
    return { start: this.place(span.start), end: this.place(span.end) };
  }

  /** The part of the span that lies on its first line. */
  firstLineOf(span: Span): Span {
    return {
      start: span.start,
      end: Math.max(span.start, Math.min(span.end, this.lineSpan(this.lineOf(span.start)).end)),
    };
  }
}
