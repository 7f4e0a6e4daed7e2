import { statesNumber } from '../certificate/fields/number';
import { readCountry } from '../certificate/fields/country';
import { formatDay, readDate } from '../certificate/fields/date';
import { readTerm } from '../certificate/fields/term';
import { fieldAt, PARTY_TYPES, type Form, type ValueKind } from '../certificate/format';
import type { Misshapen, TextField } from '../certificate/model';
import { cite, type Listed, type SourceKeys } from '../regimes/types';
import { isSwallowed } from '../syntax/nodes';
import { nearest } from '../text/near';
import { hasPlaceholder, isPlaceholderShape } from './field-placeholder';
import { quoted } from './quoted';
import type { Fix, Report, Rule, Subject } from './rule';
import { shapeFixes } from './shape-fixes';

export const fieldInvalid: Rule = {
  id: 'field-invalid',
  severity: 'error',
  title: 'A value that its field cannot have',
  *check(subject) {
    for (const misshapen of subject.certificate.misshapen)
      // What is not a placeholder in brackets, and was not broken up by what cannot be read.
      if (!isPlaceholderShape(misshapen) && !isBrokenUp(subject, misshapen)) yield shapeReport(subject, misshapen);
    const unknown = subject.regime?.fields.unknown?.word;
    for (const field of subject.certificate.texts.values()) {
      // A fact that is said not to be known is no wrong value where the regime wants that said.
      if (field.text.trim().toLowerCase() === unknown || isSwallowed(subject.certificate.document, field.node))
        continue;
      const report = CHECKS[field.kind]?.(field, subject);
      // An unfilled place is reported as such.
      if (report && hasPlaceholder(field.text)) continue;
      if (report) yield report;
    }
  },
};

type Check = (field: TextField, subject: Subject) => Report | undefined;

/** One check for each kind of value that can be wrong in itself. */
const CHECKS: Partial<Record<ValueKind, Check>> = {
  date: (field) => {
    const reading = readDate(field.text);
    if (reading.kind === 'date') return undefined;
    const days = reading.kind === 'other-form' ? reading.days : [];
    const message =
      days.length === 0
        ? `${quoted(field.text)} is no date of the calendar. ${/^\s*\d{4}-\d{2}-\d{2}\s*$/.test(field.text) ? 'Correct the day, the month or the year' : 'Write year, month and day in digits: 2026-11-20'}.`
        : days.length === 1
          ? `${quoted(field.text)} is not in the form of the certificate. Write year, month and day in digits: ${days.map(formatDay).join('')}.`
          : `${quoted(field.text)} can be read as ${days.length === 2 ? 'two' : 'several'} dates, ${days.map(formatDay).join(' or ')}. Write year, month and day in digits.`;
    return report(field, message, () =>
      days.map((day) => replacement(field, formatDay(day), days.length === 1, `Write ${formatDay(day)}`)),
    );
  },
  country: (field) => {
    const reading = readCountry(field.text);
    if (reading.kind === 'unlisted')
      return report(
        field,
        `${quoted(field.text)} is not in ISO 3166-1, which has no code for ${reading.country.name}. Where the authority wants it written so, accept this by a waiver that says it.`,
      );
    if (reading.kind !== 'none') return undefined;
    const { near } = reading;
    const hint = near
      ? `Did you mean ${near.code} (${near.name})?`
      : 'Write the two letters of ISO 3166-1, such as DE.';
    return report(field, `${quoted(field.text)} is no country. ${hint}`, () =>
      // Not preferred: the nearest name may well be another country's.
      near ? [replacement(field, near.code, false, `Change to ${near.code} (${near.name})`)] : [],
    );
  },
  'party-type': (field) =>
    listed(
      field,
      PARTY_TYPES.map(({ id, words }) => ({ id, words, source: [] })),
      'a type of party',
    ),
  quantity: (field) =>
    statesNumber(field.text)
      ? undefined
      : report(field, `${quoted(field.text)} states no number. Write how many, and of what: 1 system.`),
  // What is free of charge, or stated elsewhere, has no amount; only a currency alone, and what is put off, wait for one.
  value: (field) =>
    statesNumber(field.text) || !(CURRENCY_ALONE.test(field.text.trim()) || PUT_OFF.test(field.text.trim()))
      ? undefined
      : report(field, `${quoted(field.text)} states no amount. Write the amount and the currency: 1200000 EUR.`),
  object: (field, { regime }) => listed(field, regime?.purposes?.objects, 'a category of the permitted list', regime),
  use: (field, { regime }) => {
    const uses = regime?.purposes?.uses;
    // Another use altogether is outside the regime's list: that is for the rules on purposes.
    if (
      !uses ||
      nearest(
        field.text,
        uses.map(({ id }) => id),
      ) === undefined
    )
      return undefined;
    return listed(field, uses, 'a permitted use', regime);
  },
  act: (field, { regime }) =>
    listed(
      field,
      regime?.purposes?.objects.flatMap(({ acts }) => acts ?? []),
      'an act of the permitted list',
      regime,
    ),
  aim: (field, { regime }) =>
    listed(
      field,
      regime?.purposes?.objects.flatMap(({ aims }) => aims ?? []),
      'an aim of the permitted list',
      regime,
    ),
  term: (field) =>
    readTerm(field.text)
      ? undefined
      : report(
          field,
          `${quoted(field.text)} cannot be read as a term of imprisonment. Write "14 years", "84 months", "3 to 7 years" or "life".`,
        ),
};

/** A currency by its sign, its code or its name. */
const CURRENCY_ALONE = /^(?:\p{Sc}|(?!NIL)[A-Z]{3}|[Ee]uros?|[Dd]ollars?|[Pp]ounds?|US|\W)+$/u;

const PUT_OFF = /^(?:to follow|follows|later|pending|open|unknown|various)\b/i;

function report(field: TextField, message: string, fixes: () => readonly Fix[] = () => []): Report {
  return { span: field.span, at: field.at, message, fixes };
}

function replacement(field: TextField, newText: string, safe: boolean, title: string): Fix {
  return { title, safe, preferred: safe, edits: [{ span: field.span, newText }] };
}

/** Reports an id that a list does not have; undefined where it does or there is no list. */
function listed(
  field: TextField,
  list: readonly Listed[] | undefined,
  what: string,
  regime?: Subject['regime'],
): Report | undefined {
  const word = field.text.trim();
  if (!list || list.length === 0 || list.some(({ id }) => id === word)) return undefined;
  const ids = list.map(({ id }) => id);
  const near = nearest(word, ids);
  const keys: SourceKeys = list[0]?.source ?? [];
  const why = regime && keys.length > 0 ? ` (${cite(regime, keys)})` : '';
  const hint = near === undefined ? `Choose one of: ${ids.join(', ')}.` : `Did you mean "${near}"?`;
  return {
    ...report(field, `${quoted(word)} is not ${what}${why}. ${hint}`, () =>
      (near === undefined ? ids : [near]).map((id) => ({
        ...replacement(field, id, sameLetters(id, word), `Change to ${id}`),
        preferred: id === near,
      })),
    ),
    ...(keys.length > 0 && { source: keys }),
  };
}

/** True where the words differ in capitals, spaces and signs alone, so that nothing else is declared. */
function sameLetters(a: string, b: string): boolean {
  const letters = (word: string) => word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  return letters(a) === letters(b);
}

/** True where the shape is what the parser made of a text that it could not read: "a: b: c" is reported as that. */
function isBrokenUp({ certificate }: Subject, { node }: Misshapen): boolean {
  return certificate.document.broken.some(({ span }) => node.span.start <= span.start && span.start <= node.span.end);
}

function shapeReport({ lines }: Subject, misshapen: Misshapen): Report {
  const { at, node, expected } = misshapen;
  const last = at.at(-1);
  const key = fieldAt(at)?.key ?? (typeof last === 'string' ? last : undefined);
  const name =
    key === undefined ? (last === undefined ? 'The certificate' : `Entry ${Number(last) + 1} of the list`) : `"${key}"`;
  const found = node.kind === 'text' ? 'a text' : node.kind === 'list' ? 'a list' : 'names with values';
  const end = node.kind === 'text' ? node.span.end : firstEnd(node);
  return {
    span: { start: node.span.start, end },
    at,
    message: `${name} is written as ${found}. ${WANTED[expected.shape]}`,
    fixes: () => shapeFixes(lines, misshapen),
  };
}

/** A list or a group is shown by its first entry, so that the mark does not cover half the file. */
function firstEnd(node: Misshapen['node']): number {
  if (node.kind === 'group') return node.entries[0]?.key.span.end ?? node.span.end;
  if (node.kind === 'list') return node.items[0]?.span.end ?? node.span.end;
  return node.span.end;
}

const WANTED: Record<Form['shape'], string> = {
  text: 'Write a text behind the colon.',
  texts: 'Write a text behind the colon, or one after each dash.',
  group: 'Write "name: value" on lines of its own, indented.',
  list: 'Write each entry on a line of its own behind a dash.',
  'sentence-or-group': 'Write a sentence, or the parts of the purpose as "name: value".',
  clauses: 'Write each clause under its id, indented: "id: text".',
};
