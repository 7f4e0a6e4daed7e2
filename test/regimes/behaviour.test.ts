import { describe, expect, it } from 'vitest';
import { check } from '../../server/check';
import { builtIn, Catalogue } from '../../server/regimes/catalogue';
import { extend } from '../../server/regimes/extend';
import type { Condition, Pack, Regime } from '../../server/regimes/types';
import { writeValues } from '../../server/write-values';
import { TODAY } from '../support/examples';
import { readPack } from '../../server/regimes/read-pack';
import { parse } from '../../server/syntax/parse';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const packs = builtIn.packs();
const regimeOf = (id: string | undefined) => packs.find((regime) => regime.id === id);

type Texts = Readonly<Record<string, string>>;

/** An entry of a pack that drives a rule: where it stands, and a certificate in which it shows. */
interface Entry {
  readonly at: readonly (string | number)[];
  readonly texts: Texts;
  /** Where the first does not show it. */
  readonly more?: readonly Texts[];
}

const first = (path: string) => path.replaceAll('[]', '[0]');

/** Texts that make a condition hold. */
function holding(when: Condition | undefined): Texts {
  if (!when) return {};
  const field = first(when.field);
  const inside = packs.some(() => ['consignee', 'intermediaries'].includes(field));
  if (inside) return { [field === 'consignee' ? 'consignee.contact' : 'intermediaries[0].contact']: 'Ms A. Weberlin' };
  return { [field]: when.is?.[0] ?? (when['is-not'] ? 'Quenya' : 'something') };
}

/** The first word of each choice of a phrase. */
const spoken = (phrase: string) =>
  phrase
    .split(' ')
    .map((word) => word.split('|')[0])
    .join(' ');

/** Something in every section, so that what is only missed in a section that is there is missed. */
const SECTIONS: Texts = {
  'certificate.application': 'MLA-1',
  'exporter.contact': 'Ms A. Weberlin',
  'end-user.contact': 'Ms A. Weberlin',
  'items[0].control-entry': '4.A.5',
  'signature.place': 'Farrowmere',
};

function* drivingEntries({ fields, parties, periods, signing, clauses, questions, ...pack }: Pack): Generator<Entry> {
  const use = pack['end-use'];
  for (const i of (fields?.required ?? []).keys()) yield { at: ['fields', 'required', i], texts: SECTIONS, more: [{}] };
  for (const i of (fields?.['not-required'] ?? []).keys()) yield { at: ['fields', 'not-required', i], texts: SECTIONS };
  for (const [i, { when }] of (fields?.conditional ?? []).entries())
    yield { at: ['fields', 'conditional', i], texts: holding(when) };
  for (const i of (fields?.advised ?? []).keys()) yield { at: ['fields', 'advised', i], texts: SECTIONS };
  for (const [i, { path }] of (fields?.['not-asked'] ?? []).entries())
    yield { at: ['fields', 'not-asked', i], texts: { [first(path)]: '1 unit' } };
  for (const [i, { path, example, values, date }] of (fields?.further ?? []).entries()) {
    yield { at: ['fields', 'further', i], texts: { [first(path)]: example } };
    if (date) yield { at: ['fields', 'further', i, 'date'], texts: { [first(path)]: 'the day before' } };
    for (const [k, { id, refused }] of (values ?? []).entries()) {
      yield { at: ['fields', 'further', i, 'values', k], texts: { [first(path)]: id } };
      if (refused !== undefined)
        yield { at: ['fields', 'further', i, 'values', k, 'refused'], texts: { [first(path)]: id } };
    }
  }
  for (const [i, { path, with: other }] of (fields?.agree ?? []).entries())
    yield { at: ['fields', 'agree', i], texts: { [first(path)]: 'Quillmarsh', [first(other)]: 'Osprey' } };
  for (const [i, { path, any, unless, when }] of (fields?.doubts ?? []).entries()) {
    for (const [k, phrase] of any.entries())
      yield { at: ['fields', 'doubts', i, 'any', k], texts: { ...holding(when), [first(path)]: phrase } };
    for (const [k, phrase] of (unless ?? []).entries())
      yield {
        at: ['fields', 'doubts', i, 'unless', k],
        texts: { ...holding(when), [first(path)]: `${any[0] ?? ''} ${phrase}` },
      };
  }
  for (const [i, { path }] of (fields?.single ?? []).entries())
    yield { at: ['fields', 'single', i], texts: { [first(path)]: 'PO-1 and PO-2' } };
  for (const [i, { path }] of (fields?.exact ?? []).entries())
    yield { at: ['fields', 'exact', i], texts: { [first(path)]: 'Farrowmere' } };
  if (fields?.unknown) yield { at: ['fields', 'unknown'], texts: SECTIONS };
  if (parties?.['end-user']) yield { at: ['parties', 'end-user'], texts: { 'end-user.type': 'private' } };
  for (const [i, { party, from }] of (parties?.distinct ?? []).entries())
    yield { at: ['parties', 'distinct', i], texts: { [`${first(party)}.name`]: 'Osprey', [`${from}.name`]: 'Osprey' } };
  for (const [i, { from, until, when }] of (periods ?? []).entries())
    yield {
      at: ['periods', i],
      texts: { ...holding(when), [from]: '2001-01-01', ...(until && { [until]: '2026-11-01' }) },
    };
  if (signing?.['not-blank']) yield { at: ['signing', 'not-blank'], texts: { 'signature.name': 'Dr Jonas Bergholt' } };
  if (signing?.['not-in-future']) yield { at: ['signing', 'not-in-future'], texts: { 'signature.date': '2030-01-01' } };
  for (const key of Object.keys(pack['other-papers'] ?? {}))
    yield {
      at: ['other-papers', key],
      texts: { 'certificate.number': 'EUC-1', 'certificate.contract': 'PO-9', 'exporter.name': 'Osprey' },
    };
  for (const [i, { any }] of (use?.vague ?? []).entries())
    for (const [k, phrase] of any.entries())
      yield { at: ['end-use', 'vague', i, 'any', k], texts: { 'purposes[0]': `For ${phrase}.` } };
  for (const [i, { when }] of (questions ?? []).entries())
    yield { at: ['questions', i], texts: { 'certificate.number': 'EUC-1', ...holding(when) } };
  for (const [i, { rule }] of (pack.severities ?? []).entries())
    yield {
      at: ['severities', i],
      texts: rule.startsWith('edition')
        ? { 'certificate.issued': '2001-01-01' }
        : {
            'clauses.no-re-export':
              'The items will be re-exported or transferred to anybody else without the consent that is required.',
          },
    };
  for (const [i, { id, when, elements = [], sentences, severity }] of (clauses ?? []).entries()) {
    yield { at: ['clauses', i], texts: { 'certificate.number': 'EUC-1', ...holding(when) } };
    if (when) yield { at: ['clauses', i, 'when'], texts: { 'certificate.number': 'EUC-1' } };
    if (severity) yield { at: ['clauses', i, 'severity'], texts: { 'certificate.number': 'EUC-1', ...holding(when) } };
    if (sentences) continue;
    for (const [k, { any }] of elements.entries()) {
      const rest = elements.filter((_, n) => n !== k).map((other) => spoken(other.any[0] ?? ''));
      const text = (own: string) => ({ [`clauses.${id}`]: [...rest.slice(0, k), own, ...rest.slice(k)].join(' ') });
      const most = Math.max(...elements.map((other) => other.any.length));
      const others = Array.from({ length: most }, (_, n) => ({
        [`clauses.${id}`]: elements.map((other, m) => (m === k ? '' : spoken(other.any.at(n) ?? ''))).join(' '),
      }));
      if (elements.length > 1) yield { at: ['clauses', i, 'elements', k], texts: text(''), more: others };
      // Words that nobody lists take the clause out of what is right; a phrase of the pack does not.
      for (const [n, phrase] of any.entries())
        if (!any.some((other, m) => m !== n && within(other, phrase)))
          yield { at: ['clauses', i, 'elements', k, 'any', n], texts: text(spoken(phrase)) };
    }
  }
}

/** True where the words of one phrase stand in another, so that the longer one finds nothing of its own. */
function within(phrase: string, other: string): boolean {
  const choices = phrase.split(' ').map((word) => word.split('|'));
  const words = spoken(other).split(' ');
  return words.some((_, i) => choices.every((choice, k) => choice.includes(words[i + k] ?? '')));
}

/** What is found, with all that a reader is told of it. */
function found(regime: Regime, texts: Texts): string {
  const catalogue = new Catalogue([...packs.filter(({ id }) => id !== regime.id), regime]);
  const record = { place: 'the record PO-9', certificate: RECORD };
  const { findings } = check(writeValues({ regime: regime.id, ...texts }), {
    catalogue,
    today: TODAY,
    namesakes: () => [{ place: 'b.euc.yaml, line 3' }],
    record: (number) => (number === 'PO-9' ? record : undefined),
  });
  return findings.map(({ rule, path, severity, message }) => `${rule} ${path} ${severity} ${message}`).join('\n');
}

const RECORD = check('exporter:\n  name: Quillmarsh\n').certificates[0]!.certificate;

const whole = (pack: Pack) =>
  extend(
    pack,
    regimeOf(pack.extends),
    (pack.overlays ?? []).flatMap((id) => regimeOf(id) ?? []),
  );

function without(pack: Pack, at: Entry['at']): Pack {
  const less = structuredClone(pack);
  let inside = less as unknown as Record<string | number, unknown>;
  for (const step of at.slice(0, -1)) inside = inside[step] as Record<string | number, unknown>;
  const last = at.at(-1)!;
  if (Array.isArray(inside)) inside.splice(Number(last), 1);
  else Reflect.deleteProperty(inside, last);
  return less;
}

// A closed list of purposes is tried in tests of its own; here is what every pack can have.
describe.each(packs.filter(({ overlay }) => !overlay).map(({ id }) => [id]))('%s', (id) => {
  it('has no entry that finds nothing: without it a certificate is judged otherwise', () => {
    const file = readFileSync(join(import.meta.dirname, `../../server/regimes/${id}.yaml`), 'utf8');
    const pack = readPack(parse(file)).pack!;
    const regime = whole(pack);
    const entries = [...drivingEntries(pack)];
    const idle = entries.filter(({ at, texts, more = [] }) => {
      const less = whole(without(pack, at));
      return [texts, ...more].every((each) => found(regime, each) === found(less, each));
    });
    expect(idle.map(({ at, texts }) => `${at.join('.')}: ${JSON.stringify(texts)}`)).toEqual([]);
  });
});
