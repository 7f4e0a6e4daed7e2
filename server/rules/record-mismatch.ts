import { readCountry } from '../certificate/fields/country';
import type { Certificate, DataRecord, Item, TextField } from '../certificate/model';
import { grounds } from '../regimes/types';
import { pathText } from '../syntax/path';
import { headingOf } from './places';
import { sameName } from './same-name';
import type { Report, Rule, Subject } from './rule';

export const recordMismatch: Rule = {
  id: 'record-mismatch',
  severity: 'warning',
  title: 'The certificate and the application or contract say different things',
  *check(subject) {
    const { regime } = subject;
    const { particulars } = subject.certificate;
    const rule = regime?.['other-papers']?.record;
    const why = regime && rule ? grounds(regime, rule.words, rule.source) : 'Both papers must say the same.';
    for (const named of [particulars?.application, particulars?.contract]) {
      const record = named && subject.record(named.text.trim());
      for (const report of record ? compare(subject, record, why) : [])
        yield {
          ...report,
          ...(regime && { source: rule?.source ?? regime.fields.source }),
          ...(rule?.severity && { severity: rule.severity }),
        };
    }
  },
};

/** The parties that both papers name, and what of them must be the same. */
const PARTIES = ['exporter', 'end-user', 'consignee'];
const OF_PARTIES = ['name', 'address', 'country'];

function* compare(subject: Subject, record: DataRecord, why: string): Generator<Report> {
  const { certificate } = subject;
  for (const party of PARTIES) {
    const named = record.certificate.texts.get(`${party}.name`);
    // The others are required, and are missed as such.
    if (named && party === 'consignee' && !certificate.sections.has(party)) {
      yield {
        span: headingOf(subject, party),
        at: [party],
        message: `"${named.text}" is the ${party.replace('-', ' ')} in ${record.place}, and the certificate names none. ${why} Add "${party}".`,
      };
      continue;
    }
    for (const key of OF_PARTIES) {
      const here = certificate.texts.get(`${party}.${key}`);
      const there = record.certificate.texts.get(`${party}.${key}`);
      if (here && there && !sameText(here, there)) yield different(here, there, record, why);
    }
  }
  const taken = new Set<Item>();
  for (const wanted of record.certificate.items) {
    const { description } = wanted;
    if (!description) continue;
    const item = certificate.items.find(
      (each) => !taken.has(each) && each.description && sameName(each.description.text, description.text),
    );
    if (!item) {
      yield {
        span: headingOf(subject, 'items'),
        at: ['items'],
        message: `The items of ${record.place} include "${description.text}", and those of the certificate do not. ${why} Add the item, or describe it alike.`,
      };
      continue;
    }
    taken.add(item);
    for (const key of ['quantity', 'value', 'controlEntry'] as const) {
      const here = item[key];
      const there = wanted[key];
      if (here && there && !sameText(here, there)) yield different(here, there, record, why);
    }
  }
  if (record.certificate.items.length > 0) yield* surplus(certificate, taken, record, why);
}

function* surplus(
  { items }: Certificate,
  taken: ReadonlySet<Item>,
  { place }: DataRecord,
  why: string,
): Generator<Report> {
  for (const { description } of items.filter((item) => !taken.has(item)))
    if (description)
      yield {
        span: description.span,
        at: description.at,
        message: `"${description.text}" is not among the items of ${place}. ${why} Take it out, or describe it alike.`,
      };
}

/** True where both say the same in their own way: a country by its name or its letters, a number with or without commas. */
function sameText(here: TextField, there: TextField): boolean {
  if (here.kind === 'country') {
    const [one, other] = [readCountry(here.text), readCountry(there.text)];
    if (one.kind !== 'none' && other.kind !== 'none') return one.country.code === other.country.code;
  }
  const plain = ({ text }: TextField) => text.replace(/(?<=\d)[,.' \u00a0\u202f](?=\d{3}(?!\d))/g, '');
  return sameName(plain(here), plain(there));
}

function different(here: TextField, there: TextField, { place }: DataRecord, why: string): Report {
  return {
    span: here.span,
    at: here.at,
    message: `"${here.text}" stands here, and "${there.text}" in ${place} (${pathText(there.at)}). ${why} Correct one of them.`,
    fixes: () => [
      {
        title: `Change to "${there.text}"`,
        safe: false,
        edits: [{ span: here.node.span, newText: there.node.source.slice(there.node.span.start, there.node.span.end) }],
      },
    ],
  };
}
