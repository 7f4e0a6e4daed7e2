import type { Day } from '../certificate/fields/date';
import { formAt } from '../certificate/format';
import type { Catalogue } from '../regimes/catalogue';
import { formatUnder } from '../regimes/field-paths';
import type { Regime } from '../regimes/types';
import { emptyCursor, type Cursor } from '../syntax/cursor';
import { cursorAt } from '../syntax/cursor-at';
import { valueOf } from '../syntax/nodes';
import { parse } from '../syntax/parse';
import { Lines } from '../text/lines';
import type { Span } from '../text/span';
import { completeKeys } from './complete-keys';
import { completePurposes } from './complete-purposes';
import { completeValues } from './complete-values';
import type { Completion } from './completion-list';
import { explainRegime } from './explanation';
import { certificateTemplate, type Template } from './template';

/** What can stand at `offset`, the most fitting first. Works in a text that is half typed. */
export function completionsAt(text: string, offset: number, catalogue: Catalogue, today: Day): readonly Completion[] {
  const lines = new Lines(text);
  const word = text.trim();
  const all = { start: 0, end: text.length };
  if (word === '')
    return [
      ...wholeCertificates(word, all, catalogue, lines.ending),
      ...completeKeys(emptyCursor(offset), undefined, lines),
    ];
  const cursor = cursorAt(text, offset);
  if (/^[\w-]*$/.test(word))
    return [
      ...wholeCertificates(word, all, catalogue, lines.ending),
      ...(cursor ? completeKeys(cursor, undefined, lines) : []),
    ];
  if (!cursor) return [];
  const named = valueOf(parse(text).documents[cursor.document]?.root, 'regime');
  const regime = named?.kind === 'text' ? catalogue.on(today, named.text.trim()) : undefined;
  switch (cursor.role) {
    case 'key': {
      if (formAt(cursor.path, formatUnder(regime))?.shape === 'list')
        return entries(firstEntry(cursor), regime, catalogue, today, lines);
      const { path, siblings, column, colon, replace } = cursor;
      const begins = path.length === 0 && siblings.length === 0 && column === 0 && !colon;
      const typed = text.slice(replace.start, replace.end);
      const whole = begins ? wholeCertificates(typed, replace, catalogue, lines.ending) : [];
      return [...whole, ...completeKeys(cursor, regime, lines)];
    }
    case 'value':
      return completeValues(cursor, regime, catalogue, today, lines);
    case 'entry':
      return entries(cursor, regime, catalogue, today, lines);
  }
}

/** Where a list was begun by its name alone: in its first entry, whose dash is still to be written. */
function firstEntry(cursor: Cursor): Cursor {
  return { ...cursor, role: 'entry', path: [...cursor.path, 0], column: cursor.column + 2, dash: true };
}

/** A whole certificate under each regime. */
function wholeCertificates(typed: string, span: Span, catalogue: Catalogue, ending: string): readonly Completion[] {
  return catalogue.all().map((regime) => ({
    label: `New certificate under ${regime.id}`,
    sort: 'certificate',
    detail: regime.title,
    documentation: explainRegime(regime),
    span,
    insert: certificateTemplate(regime, ending),
    filter: `${typed} certificate ${regime.id}`,
  }));
}

function entries(
  cursor: Cursor,
  regime: Regime | undefined,
  catalogue: Catalogue,
  today: Day,
  lines: Lines,
): readonly Completion[] {
  const form = formAt(cursor.path);
  const found =
    form?.shape === 'text'
      ? completeValues(cursor, regime, catalogue, today, lines)
      : [
          ...(form?.shape === 'sentence-or-group' ? completePurposes(cursor, regime, lines) : []),
          // A name in an entry in brackets would need braces around it.
          ...(cursor.flow ? [] : completeKeys(cursor, regime, lines)),
        ];
  return cursor.dash ? found.map((each) => ({ ...each, insert: behindDash(each.insert) })) : found;
}

function behindDash({ plain, snippet }: Template): Template {
  return { plain: `- ${plain}`, snippet: `- ${snippet}` };
}
