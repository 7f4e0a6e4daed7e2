import type { Span } from '../text/span';
import type { Step } from './path';

/** Where something is being typed, in a text that need not be complete. */
export interface Cursor {
  /** Index of the document. */
  readonly document: number;
  /** A key is being typed in the group at `path`, or a value at `path`; an entry of a list may become either. */
  readonly role: 'key' | 'value' | 'entry';
  readonly path: readonly Step[];
  /** The keys that the group already has, or the texts of the list, without the one being typed. */
  readonly siblings: readonly string[];
  /** What is typed so far and gives way to what is chosen; in the original text. */
  readonly replace: Span;
  /** The column at which the key, or the entry's dash, begins. */
  readonly column: number;
  /** A colon follows what is being typed. */
  readonly colon: boolean;
  /** Inside brackets or braces. */
  readonly flow: boolean;
  /** An entry of a list is begun whose dash is not there yet: `column` is where the entry begins behind it. */
  readonly dash: boolean;
}

/** The cursor in a file that holds nothing. */
export function emptyCursor(offset: number): Cursor {
  return {
    document: 0,
    role: 'key',
    path: [],
    siblings: [],
    replace: { start: offset, end: offset },
    column: 0,
    colon: false,
    flow: false,
    dash: false,
  };
}
