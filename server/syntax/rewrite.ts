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
  if (written !== undefined && within.end > within.start) return { span: stretchOf(value, within), newText: written };
  return replaceText(lines, key, value, text.slice(0, within.start) + newText + text.slice(within.end));
}

/** The edit that takes a stretch out of a text and leaves the rest as it is written; undefined where nothing would be left. */
export function cutOut(value: TextNode, within: Span): Edit | undefined {
  const rest = value.text.slice(0, within.start) + value.text.slice(within.end);
  if (rest.trim() === '' || within.end <= within.start) return undefined;
  return { span: stretchOf(value, within), newText: '' };
}

/** The stretch in the file. A line break taken out takes the indentation behind it along. */
function stretchOf(value: TextNode, within: Span): Span {
  const { start, end } = locate(value, within);
  const broken = within.end < value.text.length && /\s/.test(value.text[within.end - 1] ?? '');
  const next = broken ? locate(value, { start: within.end, end: within.end + 1 }).start : end;
  return { start, end: Math.max(end, next) };
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
