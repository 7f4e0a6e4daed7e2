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
import type { Step } from '../syntax/path';

/** What can stand at `offset` of a pack file: keys of the pack format, sources, fields, rules, packs. */
export function completePack(text: string, offset: number, catalogue: Catalogue, today: Day): readonly Completion[] {
  const cursor = cursorAt(text, offset) ?? (text.trim() === '' ? emptyCursor(offset) : undefined);
  const shape = cursor && packShapeAt(cursor.path);
  if (!cursor || !shape) return [];
  const entry = cursor.role === 'entry' && shape.shape === 'list' ? shape.of() : shape;
  const example = inExample(cursor.path);
  const found: Known[] = example
    ? [
        ...(example === 'texts' ? placesOf(text, catalogue) : RULES.map(({ id, title }) => ruleKnown(id, title))),
      ].filter(({ label }) => !cursor.siblings.includes(label))
    : cursor.role === 'value' || entry.shape === 'text' || entry.shape === 'true'
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
      for (const { path, label } of furtherOf(text, catalogue)) yield { label: path, detail: label, sort: 'key' };
      return;
    case 'RuleId':
      for (const { id, title } of RULES) yield ruleKnown(id, title);
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

function ruleKnown(id: string, title: string): Known {
  return { label: id, detail: title, sort: 'id' };
}

/** Which part of an example the cursor is in, where that part has names of its own. */
function inExample([top, , part, ...inside]: readonly Step[]): 'texts' | 'expect' | undefined {
  if (top !== 'examples') return undefined;
  if (part === 'texts' && inside.length === 0) return 'texts';
  return part === 'expect' ? 'expect' : undefined;
}

/** The places of a certificate for which an example can state a text, the first of each list. */
function* placesOf(text: string, catalogue: Catalogue): Generator<Known> {
  const further = furtherOf(text, catalogue).map(({ path }) => path);
  for (const path of [...fieldPaths(), ...further]) {
    const place = path.replaceAll('[]', '[0]');
    const label = place.includes('[') ? `'${place}'` : place;
    yield { label, detail: 'field of the certificate', sort: 'key', insert: `${label}: ` };
  }
}

/** The fields that the pack adds to the certificate, and those that its base adds. */
function furtherOf(text: string, catalogue: Catalogue): readonly { readonly path: string; readonly label: string }[] {
  const root = parse(text).documents[0]?.root;
  const list = valueOf(valueOf(root, 'fields'), 'further');
  const own = list?.kind === 'list' ? list.items : [];
  const base = catalogue.packs().find(({ id }) => id === textAt(valueOf(root, 'extends')));
  return [
    ...own.flatMap((entry) => {
      const path = textAt(valueOf(entry, 'path'));
      return path === undefined ? [] : [{ path, label: textAt(valueOf(entry, 'label')) ?? '' }];
    }),
    ...(base?.fields.further ?? []),
  ];
}

function textAt(node: ReturnType<typeof valueOf>): string | undefined {
  return node?.kind === 'text' ? node.text.trim() : undefined;
}
