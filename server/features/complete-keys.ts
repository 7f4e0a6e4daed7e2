import { fieldsOf, formAt, type Field, type Form } from '../certificate/format';
import { formatUnder } from '../regimes/field-paths';
import type { Regime, RequiredClause } from '../regimes/types';
import type { Cursor } from '../syntax/cursor';
import type { Step } from '../syntax/path';
import { valueText } from '../text/layout';
import type { Lines } from '../text/lines';
import type { Completion } from './completion-list';
import { explainClause, explainField } from './explanation';
import { escapeSnippet, TemplateWriter, value as gapFor, type Template } from './template';

/** The keys that are still missing in the group at the cursor, in canonical order. */
export function completeKeys(cursor: Cursor, regime: Regime | undefined, lines: Lines): readonly Completion[] {
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
  // In braces all stands on one line.
  if (cursor.flow && form.shape !== 'text' && form.shape !== 'texts')
    return writer.text(`${field.key}: ${form.shape === 'list' ? '[]' : '{}'}`).done();
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
