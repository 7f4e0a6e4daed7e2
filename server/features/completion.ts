import { allCountries } from '../certificate/fields/country';
import { formatDay, type Day } from '../certificate/fields/date';
import { PARTY_TYPES, fieldsOf, formAt, type Field, type Form, type ValueKind } from '../certificate/format';
import type { Catalogue } from '../regimes/catalogue';
import { formatUnder } from '../regimes/field-paths';
import type { Regime, RequiredClause } from '../regimes/types';
import { RULES } from '../rules/index';
import { cursorAt, type Cursor } from '../syntax/cursor';
import { valueOf } from '../syntax/nodes';
import { parse } from '../syntax/parse';
import { pathText, type Step } from '../syntax/path';
import { valueText } from '../text/layout';
import { Lines } from '../text/lines';
import type { Span } from '../text/span';
import {
  explainClause,
  explainField,
  explainListed,
  explainObject,
  explainPartyType,
  explainRegime,
} from './explanation';
import {
  certificateTemplate,
  escapeSnippet,
  statedPurpose,
  TemplateWriter,
  usesInWords,
  value as gapFor,
  type Template,
} from './template';

/** What a completion is of; decides its icon. */
export type CompletionSort = 'key' | 'id' | 'country' | 'clause' | 'purpose' | 'certificate' | 'date';

/** One thing to choose. */
export interface Completion {
  readonly label: string;
  readonly sort: CompletionSort;
  /** A few words beside the label. */
  readonly detail: string;
  /** Markdown. */
  readonly documentation?: string;
  /** Replaced by what is inserted; all completions of one list replace the same stretch. */
  readonly span: Span;
  readonly insert: Template;
  /** What is typed is compared with this; the label where it is left out. */
  readonly filter?: string;
}

/** What can stand at `offset`, the most fitting first. Works in a text that is half typed. */
export function completionsAt(text: string, offset: number, catalogue: Catalogue, today: Day): readonly Completion[] {
  const lines = new Lines(text);
  if (text.trim() === '' || /^[\w-]*$/.test(text.trim())) {
    const whole = wholeCertificates(text, catalogue, lines.ending);
    if (text.trim() === '') return [...whole, ...keys(emptyCursor(offset), undefined, lines)];
    const cursor = cursorAt(text, offset);
    return [...whole, ...(cursor ? keys(cursor, undefined, lines) : [])];
  }
  const cursor = cursorAt(text, offset);
  if (!cursor) return [];
  const named = valueOf(parse(text).documents[cursor.document]?.root, 'regime');
  const regime = named?.kind === 'text' ? catalogue.on(today, named.text.trim()) : undefined;
  switch (cursor.role) {
    case 'key':
      return keys(cursor, regime, lines);
    case 'value':
      return values(cursor, regime, catalogue, today, lines);
    case 'entry':
      return entries(cursor, regime, catalogue, today, lines);
  }
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
  };
}

function wholeCertificates(text: string, catalogue: Catalogue, ending: string): readonly Completion[] {
  const span = { start: 0, end: text.length };
  return catalogue.all().map((regime) => ({
    label: `New certificate under ${regime.id}`,
    sort: 'certificate',
    detail: regime.title,
    documentation: explainRegime(regime),
    span,
    insert: certificateTemplate(regime, ending),
    filter: `${text.trim()} certificate ${regime.id}`,
  }));
}

/** The keys that are still missing in the group at the cursor, in canonical order. */
function keys(cursor: Cursor, regime: Regime | undefined, lines: Lines): readonly Completion[] {
  const form = formAt(cursor.path, formatUnder(regime));
  if (!form) return [];
  if (form.shape === 'clauses') return clauses(cursor, regime, lines);
  return fieldsOf(form)
    .filter(({ key }) => !cursor.siblings.includes(key))
    .map((field) => keyCompletion(field, cursor, regime, lines));
}

function keyCompletion(field: Field, cursor: Cursor, regime: Regime | undefined, lines: Lines): Completion {
  return {
    label: field.key,
    sort: 'key',
    detail: field.label.replace(/^the /, ''),
    documentation: explainField(field, [...cursor.path, field.key], regime),
    span: cursor.replace,
    insert: keyInsert(field, cursor, regime, lines),
  };
}

function keyInsert(field: Field, cursor: Cursor, regime: Regime | undefined, lines: Lines): Template {
  const writer = new TemplateWriter();
  if (cursor.colon) return writer.text(field.key).done();
  const margin = ' '.repeat(cursor.column + 2);
  const { form } = field;
  switch (form.shape) {
    case 'text':
      if (form.value === 'text') writer.text(`${field.key}: `).gap(field.label);
      else if (form.value === 'party-type') gapFor(writer.text(`${field.key}: `), field);
      // What comes from a list or a calendar is completed in its own place.
      else writer.text(`${field.key}: `);
      break;
    case 'texts':
      writer.text(`${field.key}: `);
      break;
    case 'group': {
      writer.text(`${field.key}:`);
      const required = requiredKeys(form, [...cursor.path, field.key], regime);
      for (const inner of required) gapFor(writer.text(`${lines.ending}${margin}${inner.key}: `), inner);
      break;
    }
    case 'list': {
      writer.text(`${field.key}:${lines.ending}${margin}- `);
      const required = requiredKeys(form.of, [...cursor.path, field.key, 0], regime);
      required.forEach((inner, i) => {
        if (i > 0) writer.text(`${lines.ending}${margin}  `);
        gapFor(writer.text(`${inner.key}: `), inner);
      });
      break;
    }
    case 'sentence-or-group':
    case 'clauses':
      writer.text(`${field.key}:${lines.ending}${margin}`);
      break;
  }
  return writer.done();
}

/** The fields of a section that the regime requires; its first where it requires none. */
function requiredKeys(form: Form, path: readonly Step[], regime: Regime | undefined): readonly Field[] {
  const base = path.map((step, i) => (typeof step === 'number' ? '[]' : i === 0 ? step : `.${step}`)).join('');
  const fields = form.shape === 'group' ? form.fields : [];
  const required = fields.filter(({ key }) => regime?.fields.required.includes(`${base}.${key}`));
  return required.length > 0 ? required : fields.slice(0, 1);
}

/** The clauses that the regime requires and the certificate does not have yet. */
function clauses(cursor: Cursor, regime: Regime | undefined, lines: Lines): readonly Completion[] {
  if (!regime) return [];
  return regime.clauses
    .filter(({ id }) => !cursor.siblings.includes(id))
    .map((clause) => ({
      label: clause.id,
      sort: 'clause',
      detail: clause.title,
      documentation: explainClause(clause, regime),
      span: cursor.replace,
      insert: clauseInsert(clause, cursor, lines),
    }));
}

function clauseInsert({ id, words }: RequiredClause, cursor: Cursor, { ending }: Lines): Template {
  const indent = cursor.column + 2;
  const plain = cursor.colon ? id : `${id}: ${valueText(words, { indent, ending, flow: cursor.flow })}`;
  return { plain, snippet: escapeSnippet(plain) };
}

function entries(
  cursor: Cursor,
  regime: Regime | undefined,
  catalogue: Catalogue,
  today: Day,
  lines: Lines,
): readonly Completion[] {
  const form = formAt(cursor.path);
  if (form?.shape === 'text') return values(cursor, regime, catalogue, today, lines);
  const purposes = form?.shape === 'sentence-or-group' ? purposeSnippets(cursor, regime, lines) : [];
  return [...purposes, ...keys(cursor, regime, lines)];
}

/** Whole purposes to choose from: in words, and by the parts of each category. */
function purposeSnippets(cursor: Cursor, regime: Regime | undefined, { ending }: Lines): readonly Completion[] {
  const list = regime?.purposes;
  if (!regime || !list || cursor.colon) return [];
  const margin = `${ending}${' '.repeat(cursor.column)}`;
  const uses = list.uses.map(({ id }) => id);
  const stated = new TemplateWriter();
  statedPurpose(stated, regime);
  const found: Completion[] = [
    {
      label: 'purpose in words',
      sort: 'purpose',
      detail: "use and object in the regime's terms",
      documentation: list.objects.map((object) => explainObject(object, regime)).join('\n\n---\n\n'),
      span: cursor.replace,
      insert: stated.done(),
    },
  ];
  for (const object of list.objects) {
    const parts = new TemplateWriter().text(`against: ${object.id}${margin}use: `).choice(uses);
    if (object.acts) parts.text(`${margin}act: `).choice(object.acts.map(({ id }) => id));
    if (object.aims) parts.text(`${margin}aim: `).choice(object.aims.map(({ id }) => id));
    if (object.threshold)
      parts
        .text(`${margin}offence: `)
        .gap('offence')
        .text(`${margin}provision: `)
        .gap('provision of the national law')
        .text(`${margin}maximum-sentence: `)
        .gap('maximum sentence');
    found.push({
      label: `purpose by parts: ${object.id}`,
      sort: 'purpose',
      detail: object.term,
      documentation: explainObject(object, regime),
      span: cursor.replace,
      insert: parts.done(),
    });
    if (!object.acts || !object.aims) continue;
    const words = new TemplateWriter()
      .choice(usesInWords(list))
      .text(' of ')
      .choice(object.acts.map((act) => act.words))
      .text(' with the aim of ')
      .choice(object.aims.map((aim) => aim.words))
      .text('.');
    found.push({
      label: `purpose in words: act and aim`,
      sort: 'purpose',
      detail: `an act and an aim of the definition of ${object.term}`,
      documentation: explainObject(object, regime),
      span: cursor.replace,
      insert: words.done(),
    });
  }
  return found;
}

function values(
  cursor: Cursor,
  regime: Regime | undefined,
  catalogue: Catalogue,
  today: Day,
  { ending }: Lines,
): readonly Completion[] {
  const form = formAt(cursor.path);
  if (form?.shape === 'text' && cursor.path[0] === 'clauses') {
    const clause = regime?.clauses.find(({ id }) => id === cursor.path[1]);
    if (!regime || !clause) return [];
    const plain = valueText(clause.words, { indent: cursor.column + 2, ending, flow: cursor.flow });
    const insert = { plain, snippet: escapeSnippet(plain) };
    const documentation = explainClause(clause, regime);
    return [
      {
        label: "the regime's words",
        sort: 'clause',
        detail: clause.title,
        documentation,
        span: cursor.replace,
        insert,
      },
    ];
  }
  const further = regime && furtherValues(cursor, regime);
  if (further) return further;
  if (form?.shape !== 'text' && form?.shape !== 'texts') return [];
  return (
    VALUES[form.value]?.(regime, catalogue, today).map((known) => ({
      ...known,
      span: cursor.replace,
      insert: { plain: known.text, snippet: escapeSnippet(known.text) },
    })) ?? []
  );
}

/** The values of a field that the regime adds to the format; undefined where the field has no list of them. */
function furtherValues(cursor: Cursor, regime: Regime): readonly Completion[] | undefined {
  const path = pathText(cursor.path).replace(/\[\d+\]/g, '[]');
  const further = regime.fields.further?.find((each) => each.path === path);
  return further?.values
    ?.filter(({ refused }) => refused === undefined)
    .map(({ id, words, source }) => ({
      label: id,
      sort: 'id',
      detail: words,
      documentation: explainListed({ id, words, source }, further.label.replace(/^the /, ''), regime),
      span: cursor.replace,
      insert: { plain: id, snippet: escapeSnippet(id) },
    }));
}

interface Known {
  readonly label: string;
  readonly text: string;
  readonly sort: CompletionSort;
  readonly detail: string;
  readonly documentation?: string;
  readonly filter?: string;
}

type KnownValues = (regime: Regime | undefined, catalogue: Catalogue, today: Day) => readonly Known[];

const VALUES: Partial<Record<ValueKind, KnownValues>> = {
  regime: (_, catalogue) =>
    catalogue.all().map((regime) => ({
      label: regime.id,
      text: regime.id,
      sort: 'id',
      detail: regime.title,
      documentation: explainRegime(regime),
    })),
  country: () =>
    allCountries().map(({ code, name }) => ({
      label: code,
      text: code,
      sort: 'country',
      detail: name,
      filter: `${code} ${name}`,
    })),
  'party-type': (regime) =>
    PARTY_TYPES.map(({ id, words }) => ({
      label: id,
      text: id,
      sort: 'id',
      detail: words,
      documentation: explainPartyType(id, regime),
    })),
  date: (_regime, _catalogue, today) => {
    const text = formatDay(today);
    return [{ label: text, text, sort: 'date', detail: 'today' }];
  },
  object: (regime) =>
    (regime?.purposes?.objects ?? []).map((object) => ({
      label: object.id,
      text: object.id,
      sort: 'id',
      detail: object.term,
      ...(regime && { documentation: explainObject(object, regime) }),
    })),
  use: (regime) => listed(regime, regime?.purposes?.uses, 'a permitted use'),
  act: (regime) =>
    listed(
      regime,
      regime?.purposes?.objects.flatMap(({ acts }) => acts ?? []),
      'an act of the permitted list',
    ),
  aim: (regime) =>
    listed(
      regime,
      regime?.purposes?.objects.flatMap(({ aims }) => aims ?? []),
      'an aim of the permitted list',
    ),
  rule: () => RULES.map(({ id, title }) => ({ label: id, text: id, sort: 'id', detail: title })),
};

function listed(
  regime: Regime | undefined,
  list: readonly { id: string; words: string; source: readonly string[] }[] | undefined,
  what: string,
): readonly Known[] {
  if (!regime || !list) return [];
  return list.map((entry) => ({
    label: entry.id,
    text: entry.id,
    sort: 'id',
    detail: entry.words,
    documentation: explainListed(entry, what, regime),
  }));
}
