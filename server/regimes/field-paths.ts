import { CERTIFICATE_FIELDS, type Field, type Form } from '../certificate/format';
import type { FurtherField, Pack, Regime } from './types';

/** The paths of all fields and sections of the certificate format, as packs state them: `items[].quantity`. */
export function fieldPaths(fields: readonly Field[] = CERTIFICATE_FIELDS, base = ''): readonly string[] {
  return fields.flatMap(({ key, form }) => {
    const path = base === '' ? key : `${base}.${key}`;
    return [path, ...inner(form, path)];
  });
}

function inner(form: Form, path: string): readonly string[] {
  if (form.shape === 'group' || form.shape === 'sentence-or-group') return fieldPaths(form.fields, path);
  if (form.shape === 'list') return [`${path}[]`, ...inner(form.of, `${path}[]`)];
  return [];
}

const formats = new WeakMap<Pack, readonly Field[]>();

/** The certificate format with the fields that the regime adds to it, each behind the format's own in its section. */
export function formatUnder(regime: Regime | undefined): readonly Field[] {
  const further = regime?.fields.further ?? [];
  if (!regime || further.length === 0) return CERTIFICATE_FIELDS;
  let fields = formats.get(regime);
  if (!fields) formats.set(regime, (fields = further.reduce(withField, CERTIFICATE_FIELDS)));
  return fields;
}

function withField(fields: readonly Field[], further: FurtherField): readonly Field[] {
  return placed(fields, further.path.replaceAll('[]', '').split('.'), further);
}

function placed(fields: readonly Field[], path: readonly string[], further: FurtherField): readonly Field[] {
  const [first, ...rest] = path;
  if (first === undefined) return fields;
  if (rest.length === 0) {
    if (fields.some(({ key }) => key === first)) return fields;
    const { label, about, example, date } = further;
    return [...fields, { key: first, label, about, example, form: { shape: 'text', value: date ? 'date' : 'text' } }];
  }
  return fields.map((field) => (field.key === first ? { ...field, form: within(field.form, rest, further) } : field));
}

function within(form: Form, path: readonly string[], further: FurtherField): Form {
  if (form.shape === 'group') return { shape: 'group', fields: placed(form.fields, path, further) };
  if (form.shape === 'list') return { shape: 'list', of: within(form.of, path, further) };
  return form;
}
