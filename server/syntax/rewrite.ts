import type { Edit } from '../text/edit';
import type { Lines } from '../text/lines';
import type { Span } from '../text/span';
import { locate } from './characters';
import { replaceText } from './insert';
import type { TextNode } from './nodes';

/**
 * The edit that writes `newText` over a stretch of a text, `within` counted in `value.text`. Only that stretch of the
 * file changes where the way in which the text is written can hold the new words; else the whole text is set anew.
 */
export function rewrite(lines: Lines, key: TextNode, value: TextNode, within: Span, newText: string): Edit {
  const written = writtenAs(value, newText);
  const { text } = value;
  if (written !== undefined && within.end > within.start) {
    const { start, end } = locate(value, within);
    // A line break taken out takes the indentation behind it along.
    const broken = within.end < text.length && /\s/.test(text[within.end - 1] ?? '');
    const next = broken ? locate(value, { start: within.end, end: within.end + 1 }).start : end;
    return { span: { start, end: Math.max(end, next) }, newText: written };
  }
  return replaceText(lines, key, value, text.slice(0, within.start) + newText + text.slice(within.end));
}

function writtenAs({ style, text, parent }: TextNode, newText: string): string | undefined {
  if (/[\r\n]/.test(newText)) return undefined;
  switch (style) {
    case 'single':
      return newText.replaceAll("'", "''");
    case 'double':
      return /["\\]/.test(newText) ? undefined : newText;
    case 'folded':
    case 'literal':
      return newText;
    case 'plain':
      // What would end the text, or begin another way of writing it.
      if (/: |:$| #|^[-?:,[\]{}#&*!|>'"%@`]/.test(newText) || text.trim() === '') return undefined;
      return parent?.kind !== 'group' || !parent.flow || !/[,[\]{}]/.test(newText) ? newText : undefined;
  }
}
