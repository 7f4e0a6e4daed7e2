import type { Span } from './span';

/** Replaces the characters of `span` by `newText`. */
export interface Edit {
  readonly span: Span;
  readonly newText: string;
}

/**
 * The text after all the edits. Edits must not overlap; their order does not matter, except that edits at the same
 * place are applied in the order given. An edit that overlaps one already taken is left out.
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const ordered = edits.map((edit, index) => ({ edit, index }));
  ordered.sort((a, b) => a.edit.span.start - b.edit.span.start || a.index - b.index);
  let result = '';
  let done = 0;
  for (const { edit } of ordered) {
    if (edit.span.start < done) continue;
    result += text.slice(done, edit.span.start) + edit.newText;
    done = edit.span.end;
  }
  return result + text.slice(done);
}
