import { formatDay, type Day } from '../certificate/fields/date';
import { escapeSnippet } from '../features/template';
import type { Completion, CompletionSort } from '../features/completion-list';
import type { Catalogue } from '../regimes/catalogue';
import { fieldPaths } from '../regimes/field-paths';
import { packFieldsOf, packShapeAt, type PackShape } from '../regimes/pack-format';
import { RULES } from '../rules/index';
import { emptyCursor } from '../syntax/cursor';
import { cursorAt } from '../syntax/cursor-at';
import { valueOf } from '../syntax/nodes';
import { parse } from '../syntax/parse';

/** What can stand at `offset` of a pack file: keys of the pack format, sources, fields, rules, packs. */
export function completePack(text: string, offset: number, catalogue: Catalogue, today: Day): readonly Completion[] {
  const cursor = cursorAt(text, offset) ?? (text.trim() === '' ? emptyCursor(offset) : undefined);
  const shape = cursor && packShapeAt(cursor.path);
  if (!cursor || !shape) return [];
  const entry = cursor.role === 'entry' && shape.shape === 'list' ? shape.of() : shape;
  const found: Known[] =
    cursor.role === 'value' || entry.shape === 'text' || entry.shape === 'true'
      ? [...valuesOf(entry.shape === 'list' ? entry.of() : entry, text, catalogue, today)]
      : packFieldsOf(entry)
          .filter(({ key }) => !cursor.siblings.includes(key))
          .map(({ key, about, required }) => ({
            label: key,
            detail: required ? 'required' : '',
            documentation: about,
            sort: 'key',
            insert: cursor.colon ? key : `${key}: `,
          }));
  const dash = cursor.dash ? '- ' : '';
  return found.map(({ label, detail, documentation, sort, insert = label }) => ({
    label,
    sort,
    detail,
    ...(documentation !== undefined && documentation !== '' && { documentation }),
    span: cursor.replace,
    insert: { plain: dash + insert, snippet: dash + escapeSnippet(insert) },
  }));
}

interface Known {
  readonly label: string;
  readonly detail: string;
  readonly sort: CompletionSort;
  readonly documentation?: string;
  readonly insert?: string;
}

function* valuesOf(shape: PackShape, text: string, catalogue: Catalogue, today: Day): Generator<Known> {
  if (shape.shape === 'true') yield { label: 'true', detail: '', sort: 'id' };
  if (shape.shape !== 'text') return;
  for (const value of shape.values ?? []) yield { label: value, detail: '', sort: 'id' };
  switch (shape.of) {
    case 'SourceKey': {
      const root = parse(text).documents[0]?.root;
      const base = catalogue.packs().find(({ id }) => id === textAt(valueOf(root, 'extends')));
      const own = valueOf(root, 'sources');
      for (const { key, value } of own?.kind === 'group' ? own.entries : [])
        yield { label: key.text, detail: textAt(valueOf(value, 'name')) ?? '', sort: 'id' };
      for (const [key, { name }] of Object.entries(base?.sources ?? {})) yield { label: key, detail: name, sort: 'id' };
      return;
    }
    case 'FieldPath':
      for (const path of fieldPaths()) yield { label: path, detail: 'field of the certificate', sort: 'key' };
      return;
    case 'RuleId':
      for (const { id, title } of RULES) yield { label: id, detail: title, sort: 'id' };
      return;
    case 'RegimeId':
      for (const { id, title } of catalogue.packs()) yield { label: id, detail: title, sort: 'id' };
      return;
    case 'DayText':
      yield { label: formatDay(today), detail: 'today', sort: 'date' };
      return;
    case 'text':
      return;
  }
}

function textAt(node: ReturnType<typeof valueOf>): string | undefined {
  return node?.kind === 'text' ? node.text.trim() : undefined;
}
