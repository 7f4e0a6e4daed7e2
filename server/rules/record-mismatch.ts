import type { Certificate, DataRecord, Item, TextField } from '../certificate/model';
import { pathText } from '../syntax/path';
import { headingOf } from './places';
import { sameName } from './same-name';
import type { Report, Rule, Subject } from './rule';

export const recordMismatch: Rule = {
  id: 'record-mismatch',
  severity: 'warning',
  title: 'The certificate and the application or contract say different things',
  *check(subject) {
    const { particulars } = subject.certificate;
    for (const named of [particulars?.application, particulars?.contract]) {
      const record = named && subject.record(named.text.trim());
      if (record) yield* compare(subject, record);
    }
  },
};

/** What of the parties must be the same on both papers. */
const PARTY_PATHS = ['exporter', 'end-user', 'consignee'].flatMap((party) =>
  ['name', 'address', 'country'].map((key) => `${party}.${key}`),
);

function* compare(subject: Subject, record: DataRecord): Generator<Report> {
  const { certificate } = subject;
  for (const path of PARTY_PATHS) {
    const here = certificate.texts.get(path);
    const there = record.certificate.texts.get(path);
    if (here && there && !sameText(here, there)) yield different(here, there, record);
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
        message: `The items of ${record.place} include "${description.text}", and those of the certificate do not. Both must list the same items. Add the item, or describe it alike.`,
      };
      continue;
    }
    taken.add(item);
    for (const key of ['quantity', 'value', 'controlEntry'] as const) {
      const here = item[key];
      const there = wanted[key];
      if (here && there && !sameText(here, there)) yield different(here, there, record);
    }
  }
  if (record.certificate.items.length > 0) yield* surplus(certificate, taken, record);
}

function* surplus({ items }: Certificate, taken: ReadonlySet<Item>, { place }: DataRecord): Generator<Report> {
  for (const { description } of items.filter((item) => !taken.has(item)))
    if (description)
      yield {
        span: description.span,
        at: description.at,
        message: `"${description.text}" is not among the items of ${place}. Both must list the same items. Take it out, or describe it alike.`,
      };
}

function sameText(here: TextField, there: TextField): boolean {
  return sameName(here.text, there.text);
}

function different(here: TextField, there: TextField, { place }: DataRecord): Report {
  return {
    span: here.span,
    at: here.at,
    message: `"${here.text}" stands here, and "${there.text}" in ${place} (${pathText(there.at)}). Both papers must say the same. Correct one of them.`,
    fixes: () => [
      {
        title: `Change to "${there.text}"`,
        safe: false,
        edits: [{ span: here.node.span, newText: there.node.source.slice(there.node.span.start, there.node.span.end) }],
      },
    ],
  };
}
