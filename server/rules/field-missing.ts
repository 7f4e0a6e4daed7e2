import { CERTIFICATE_FIELDS, PARTY_TYPES, fieldAt, fieldsOf, formAt, type Field } from '../certificate/format';
import { pathSteps, pathText, type Step } from '../syntax/path';
import { entryOf, isEmpty } from '../syntax/nodes';
import { fillEmpty, groupValue, insertEntry, listValue, type WriteValue } from '../syntax/insert';
import { dashOf, removeItemOrList } from '../syntax/remove';
import type { Edit } from '../text/edit';
import { applies, placesAt } from '../regimes/condition';
import { formatUnder } from '../regimes/field-paths';
import { cite, grounds, sourceOfField } from '../regimes/types';
import { labelIs } from './agreement';
import { headingOf, startOf, unreadable } from './places';
import { addPart } from './purpose-part-fixes';
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
      for (const path of placesAt(certificate, required)) {
        if (certificate.texts.has(pathText(path)) || isWritten(subject, path)) continue;
        const section = pathText(path.slice(0, -1));
        missing.set(section, [...(missing.get(section) ?? []), String(path.at(-1))]);
      }
    for (const [section, keys] of missing) yield* report(subject, pathSteps(section), keys);
    yield* conditional(subject, missing);
    yield* missingParts(subject);
    yield* emptyEntries(subject);
  },
};

/** Fields that are required because of what stands elsewhere in the certificate. */
function* conditional(subject: Subject, told: ReadonlyMap<string, readonly string[]>): Generator<Report> {
  const { certificate, regime } = subject;
  for (const { path, when, words, source } of regime?.fields.conditional ?? []) {
    if (!regime || !applies(when, certificate)) continue;
    for (const at of placesAt(certificate, path)) {
      const section = at.slice(0, -1);
      const key = String(at.at(-1));
      if (certificate.texts.has(pathText(at)) || isWritten(subject, at) || unreadable(subject, section)) continue;
      if (told.get(pathText(section))?.includes(key)) continue;
      const field = fieldAt(at, formatUnder(regime));
      const found = certificate.sections.get(pathText(section));
      yield {
        span: entryOf(found?.node, key)?.key.span ?? found?.heading ?? headingOf(subject, String(section[0])),
        at,
        message: `${capital(labelIs(field?.label ?? key))} missing. ${grounds(regime, words, source)} Add "${key}".`,
        source,
        fixes: () => addField(subject, section, key, field),
      };
    }
  }
}

/**
 * A purpose by its parts says what is done, and against what: without either nothing could be said to be permitted. A
 * statement beside the parts says both in its own words.
 */
function* missingParts(subject: Subject): Generator<Report> {
  const { certificate, regime, lines } = subject;
  const list = regime?.purposes;
  if (!list) return;
  for (const purpose of certificate.purposes) {
    if (purpose.kind !== 'parted' || purpose.statement || purpose.node.entries.length === 0) continue;
    const parts = [
      { key: 'against', given: purpose.against !== undefined, listed: list.objects },
      { key: 'use', given: purpose.uses.length > 0, listed: list.uses },
    ];
    for (const { key, given, listed } of parts) {
      const at = [...purpose.at, key];
      if (given || isWritten(subject, at) || unreadable(subject, purpose.at)) continue;
      yield {
        span: entryOf(purpose.node, key)?.key.span ?? purpose.heading,
        at,
        message: `${capital(labelIs(fieldAt(at)?.label ?? key))} missing. The regime permits: ${list.words.replace(/\.$/, '')} (${cite(regime, list.source)}). Add "${key}".`,
        source: list.source,
        fixes: () => addPart(lines, purpose, key, listed),
      };
    }
  }
}

/** A dash with nothing behind it declares nothing, and may be an entry that somebody meant to write. */
function* emptyEntries({ certificate, lines, regime }: Subject): Generator<Report> {
  for (const [path, list] of certificate.lists)
    for (const [i, item] of list.items.entries()) {
      if (item.kind === 'alias' || !isEmpty(item)) continue;
      const dash = dashOf(lines, list, item);
      yield {
        span: item.span.start === item.span.end ? dash : item.span,
        at: [...pathSteps(path), i],
        message: `Entry ${i + 1} of "${path}" is empty. Write it, or remove the dash.`,
        ...(regime && { source: regime.fields.source }),
        fixes: () => {
          const edit = removeItemOrList(lines, list, item);
          return edit ? [{ title: 'Remove the empty entry', safe: true, edits: [edit] }] : [];
        },
      };
    }
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
  const base = pathText(section).replace(/\[\d+\]/g, '[]');
  const sourceOf = (key: string) => sourceOfField(regime, base === '' ? key : `${base}.${key}`);
  const unknown = regime.fields.unknown;
  const advice = unknown ? ` ${unknown.words} Where it is not known, write "${unknown.word}".` : '';
  if (!found) {
    const source = [...new Set(keys.flatMap(sourceOf))];
    const top = String(section[0]);
    const field = fieldAt([top]);
    yield {
      span: headingOf(subject, top),
      at: [top],
      message: `${capital(labelIs(field?.label ?? top))} missing. The regime requires: ${keys.join(', ')} (${cite(regime, source)}). Add "${top}".${advice}`,
      source,
      fixes: () => addSection(subject, top, keys),
    };
    return;
  }
  for (const key of keys) {
    const at = [...section, key];
    const source = sourceOf(key);
    const field = fieldAt(at, formatUnder(regime));
    const entry = entryOf(found.node, key);
    yield {
      span: entry?.key.span ?? (section.length === 0 ? startOf(subject) : found.heading),
      at,
      message: `${capital(labelIs(field?.label ?? key))} missing (required: ${cite(regime, source)}). Add "${key}".${advice}`,
      source,
      fixes: () => addField(subject, section, key, field),
    };
  }
}

function addField(subject: Subject, section: readonly Step[], key: string, field: Field | undefined): readonly Fix[] {
  const found = subject.certificate.sections.get(pathText(section));
  if (!found || !field) return [];
  const form = formAt(section, formatUnder(subject.regime));
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
  const { certificate, lines, regime } = subject;
  const { root } = certificate;
  const field = formatUnder(regime).find(({ key }) => key === top);
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
