import { CERTIFICATE_FIELDS, PARTY_TYPES, fieldAt, fieldsOf, formAt, type Field } from '../certificate/format';
import { pathSteps, pathText, type Step } from '../syntax/path';
import { entryOf, isEmpty } from '../syntax/nodes';
import { fillEmpty, groupValue, insertEntry, listValue, type WriteValue } from '../syntax/insert';
import type { Edit } from '../text/edit';
import { cite } from '../regimes/types';
import { headingOf, startOf, unreadable } from './places';
import type { Fix, Report, Rule, Subject } from './rule';

export const fieldMissing: Rule = {
  id: 'field-missing',
  severity: 'error',
  title: 'A field that the regime requires is missing',
  *check(subject) {
    const { certificate, regime } = subject;
    if (!regime) return;
    /** Missing fields by the section that should hold them. */
    const missing = new Map<string, string[]>();
    for (const required of regime.fields.required)
      for (const path of expand(subject, required)) {
        if (certificate.texts.has(pathText(path)) || isWritten(subject, path)) continue;
        const section = pathText(path.slice(0, -1));
        missing.set(section, [...(missing.get(section) ?? []), String(path.at(-1))]);
      }
    for (const [section, keys] of missing) yield* report(subject, pathSteps(section), keys);
    yield* emptyEntries(subject);
  },
};

/** A dash with nothing behind it declares nothing, and may be an entry that somebody meant to write. */
function* emptyEntries({ certificate }: Subject): Generator<Report> {
  for (const [path, list] of certificate.lists)
    for (const [i, item] of list.items.entries()) {
      if (item.kind === 'alias' || !isEmpty(item)) continue;
      const { start, end } = item.span;
      yield {
        span: start === end ? { start: Math.max(list.span.start, start - 1), end } : item.span,
        at: [...pathSteps(path), i],
        message: `Entry ${i + 1} of "${path}" is empty. Write it, or remove the dash.`,
      };
    }
}

/** The places that a required path stands for: `items[].quantity` is one for each item. */
function expand({ certificate }: Subject, path: string): readonly (readonly Step[])[] {
  const [list, rest] = path.split('[].');
  if (list === undefined || rest === undefined) return [pathSteps(path)];
  const items = certificate.lists.get(list)?.items ?? [];
  // Without any entry the list itself is missing; an empty entry is reported as such.
  const given = items.flatMap((item, i) => (isEmpty(item) ? [] : [i]));
  return (items.length === 0 ? [0] : given).map((i) => [...pathSteps(list), i, ...pathSteps(rest)]);
}

/** True where something stands at the path that is reported as something else: another shape, or an alias. */
function isWritten({ certificate }: Subject, path: readonly Step[]): boolean {
  for (let depth = 1; depth <= path.length; depth++) {
    const at = pathText(path.slice(0, depth));
    if (certificate.misshapen.some((other) => pathText(other.at) === at)) return true;
    const parent = certificate.sections.get(pathText(path.slice(0, depth - 1)));
    const value = parent && entryOf(parent.node, String(path[depth - 1]))?.value;
    if (value?.kind === 'alias') return true;
    const item = certificate.lists.get(pathText(path.slice(0, depth - 1)))?.items[Number(path[depth - 1])];
    if (item?.kind === 'alias') return true;
  }
  return false;
}

function* report(subject: Subject, section: readonly Step[], keys: readonly string[]): Generator<Report> {
  const { certificate, regime } = subject;
  if (!regime || unreadable(subject, section)) return;
  const found = certificate.sections.get(pathText(section));
  const source = regime.fields.source;
  const why = cite(regime, source);
  if (!found) {
    const top = String(section[0]);
    const field = fieldAt([top]);
    yield {
      span: headingOf(subject, top),
      at: [top],
      message: `${capital(field?.label ?? top)} ${top === 'items' ? 'are' : 'is'} missing. The regime requires: ${keys.join(', ')} (${why}). Add "${top}".`,
      source,
      fixes: () => addSection(subject, top, keys),
    };
    return;
  }
  for (const key of keys) {
    const at = [...section, key];
    const field = fieldAt(at);
    const entry = entryOf(found.node, key);
    yield {
      span: entry?.key.span ?? (section.length === 0 ? startOf(subject) : found.heading),
      at,
      message: `${capital(field?.label ?? key)} is missing (required: ${why}). Add "${key}".`,
      source,
      fixes: () => addField(subject, section, key, field),
    };
  }
}

function addField(subject: Subject, section: readonly Step[], key: string, field: Field | undefined): readonly Fix[] {
  const found = subject.certificate.sections.get(pathText(section));
  if (!found || !field) return [];
  const form = formAt(section);
  const order = form ? fieldsOf(form).map((other) => other.key) : [];
  const entry = entryOf(found.node, key);
  const write = (text: string): Edit =>
    entry
      ? fillEmpty(subject.lines, entry.key, entry.value, () => ` ${text}`)
      : insertEntry(subject.lines, found.node, key, () => ` ${text}`, order);
  return [gap(`Add ${field.label}`, field, write)];
}

/**
 * A fix that leaves a place to fill in. Without tab stops the place holds a text that is itself a finding, so that an
 * invented value can never pass for a declared one.
 */
function gap(title: string, field: Field, write: (text: string) => Edit): Fix {
  return {
    title,
    safe: false,
    preferred: true,
    edits: [write(placeholder(field))],
    snippet: escaped(write('\u0000'), () => tabStop(1, field)),
  };
}

function addSection(subject: Subject, top: string, keys: readonly string[]): readonly Fix[] {
  const { certificate, lines } = subject;
  const { root } = certificate;
  const field = CERTIFICATE_FIELDS.find(({ key }) => key === top);
  if (!root || !field) return [];
  const inner = field.form.shape === 'list' ? field.form.of : field.form;
  const fields = fieldsOf(inner).filter(({ key }) => keys.includes(key));
  const build = (textOf: (field: Field) => string): Edit => {
    const group = groupValue(fields.map((each) => [each.key, () => ` ${textOf(each)}`]));
    const value: WriteValue = field.form.shape === 'list' ? listValue(group) : group;
    const entry = entryOf(root, top);
    const order = CERTIFICATE_FIELDS.map(({ key }) => key);
    return entry ? fillEmpty(lines, entry.key, entry.value, value) : insertEntry(lines, root, top, value, order);
  };
  let stop = 0;
  return [
    {
      title: `Add ${field.label}`,
      safe: false,
      preferred: true,
      edits: [build(placeholder)],
      snippet: escaped(
        build(() => '\u0000'),
        () => tabStop(++stop, fields[stop - 1]),
      ),
    },
  ];
}

/** A text that says what to write and is reported, as a placeholder, until it is replaced. */
function placeholder(field: Field): string {
  return `<${field.label.replace(/^the /, '')}>`;
}

/** A tab stop that says what to write; a choice where the format has a list. */
function tabStop(number: number, field: Field | undefined): string {
  if (field?.form.shape === 'text' && field.form.value === 'party-type')
    return `\${${number}|${PARTY_TYPES.map(({ id }) => id).join(',')}|}`;
  return `\${${number}:${field ? placeholder(field) : ''}}`;
}

/** The edit in snippet syntax: signs of the syntax are escaped, and each NUL becomes what `stop` gives. */
function escaped(edit: Edit, stop: () => string): Edit {
  return { span: edit.span, newText: edit.newText.replace(/[\\$}]/g, '\\$&').replaceAll('\u0000', stop) };
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
