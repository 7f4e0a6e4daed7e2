import type { Item, Party, TextField } from '../certificate/model';
import type { Analysis, Checked } from '../check';
import type { Span } from '../text/span';
import { entryOf, isEmpty } from '../syntax/nodes';
import { pathText } from '../syntax/path';
import { cover } from '../text/span';
import type { Entry, Line, Paper, PaperSection, Words } from './paper';
import { printable } from './printable';
import { purposeLines } from './purpose-words';
import { countryWords, dateWords, gap, given, typeWords } from './words';

/**
 * Every certificate of a file as a paper, in the order of the file. `fingerprint` is that of the file's text. A section
 * that is not there is on the paper as missing where the regime requires it, and left out where it does not.
 */
export function layOut(analysis: Analysis, fingerprint: string): readonly Paper[] {
  return analysis.certificates.map((checked) => paperOf(checked, analysis, fingerprint));
}

function paperOf(checked: Checked, { findings }: Analysis, fingerprint: string): Paper {
  const { certificate, regime, verdict } = checked;
  const number = certificate.particulars?.number?.text;
  const waived = findings.filter((finding) => finding.waived && finding.certificate === certificate.document.index);
  return {
    title: regime?.title ?? 'End-Use Certificate',
    ...(regime && { issuer: regime.issuer }),
    ...(number !== undefined && { number: printable(number) }),
    ...(verdict !== 'met' && { mark: verdict === 'not-met' ? 'DRAFT — not met' : 'NOT CHECKED' }),
    standing: standing(checked, waived.length),
    fingerprint,
    sections: [
      particulars(checked),
      parties(checked),
      items(checked),
      purposes(checked),
      clauses(checked),
      signature(checked),
    ].filter((section) => section !== undefined),
  };
}

function standing({ regime, verdict }: Checked, waived: number): string {
  const by = regime ? ` against ${regime.id}` : '';
  const said = { met: `checked${by}: met`, 'not-met': `checked${by}: not met`, 'not-checked': 'not checked' }[verdict];
  return waived === 0 ? said : `${said}, ${waived} ${waived === 1 ? 'finding' : 'findings'} waived`;
}

/** True where the regime asks for what stands at this path. */
function required({ regime }: Checked, path: string): boolean {
  return regime?.fields.required.includes(path) ?? false;
}

type Show = (field: TextField) => Words;

/** A row of facts; none for a field that is neither given nor required. */
function fact(checked: Checked, at: string, label: string, field: TextField | undefined, show: Show = given): Entry[] {
  if (field) return [{ label, lines: [[show(field)]], at, span: spanOf(field) }];
  return required(checked, at) ? [{ label, lines: [[gap(label.toLowerCase())]], at }] : [];
}

/** From the key of a field to the end of what it says. */
function spanOf({ key, span }: TextField): Span {
  return key ? cover(key.span, span) : span;
}

/** A section of the paper; none where it has nothing to show. */
function sectionOf(checked: Checked, section: Omit<PaperSection, 'heads' | 'span'>, heads: readonly string[] = []) {
  // A place to sign is on every paper that says something.
  if (section.entries.length === 0 && !(section.kind === 'signature' && checked.certificate.root)) return undefined;
  const [key = ''] = section.shows;
  const heading = checked.certificate.root?.entries.find((entry) => entry.key.text === key)?.key.span;
  return { ...section, heads, ...(heading && { span: heading }) } satisfies PaperSection;
}

function particulars(checked: Checked): PaperSection | undefined {
  const is = checked.certificate.particulars;
  const row = (key: string, label: string, field: TextField | undefined, show?: Show) =>
    fact(checked, `certificate.${key}`, label, field, show);
  return sectionOf(checked, {
    heading: 'Certificate',
    kind: 'facts',
    shows: ['certificate', 'regime'],
    entries: [
      ...row('number', 'Number', is?.number),
      ...row('issued', 'Date of issue', is?.issued, dateWords),
      ...row('expires', 'Valid until', is?.expires, dateWords),
      ...row('application', 'Licence application', is?.application),
      ...row('contract', 'Contract', is?.contract),
    ],
  });
}

function parties(checked: Checked): PaperSection | undefined {
  const { exporter, endUser, consignee, intermediaries } = checked.certificate;
  return sectionOf(checked, {
    heading: 'Parties',
    kind: 'facts',
    shows: ['exporter', 'end-user', 'consignee', 'intermediaries'],
    entries: [
      ...partyEntry(checked, 'exporter', 'Exporter', exporter),
      ...partyEntry(checked, 'end-user', 'End user', endUser),
      ...partyEntry(checked, 'consignee', 'Consignee', consignee),
      ...intermediaries.flatMap((party, i) =>
        partyEntry(
          checked,
          `intermediaries[${i}]`,
          intermediaries.length === 1 ? 'Intermediary' : `Intermediary ${i + 1}`,
          party,
        ),
      ),
    ],
  });
}

function partyEntry(checked: Checked, at: string, label: string, party: Party | undefined): Entry[] {
  const line = (key: string, what: string, field: TextField | undefined, show: Show = given): Line[] => {
    if (field) return [[show(field)]];
    return required(checked, `${at.replace(/\[\d+\]/, '[]')}.${key}`) ? [[gap(what)]] : [];
  };
  const name = line('name', 'name', party?.name, (field) => ({ ...given(field), tone: 'strong' }));
  const lines = [
    ...name,
    ...line('type', 'type', party?.type, typeWords),
    ...line('address', 'address', party?.address),
    ...line('country', 'country', party?.country, countryWords),
    ...line('contact', 'contact', party?.contact),
  ];
  return lines.length === 0 ? [] : [{ label, lines, at, ...(party && { span: party.node.span }) }];
}

function items(checked: Checked): PaperSection | undefined {
  const all = checked.certificate.items;
  const columns = [
    { head: 'Description', key: 'description', of: (item: Item) => item.description },
    { head: 'Control entry', key: 'control-entry', of: (item: Item) => item.controlEntry },
    { head: 'Quantity', key: 'quantity', of: (item: Item) => item.quantity },
    { head: 'Value', key: 'value', of: (item: Item) => item.value },
  ].map((column) => ({ ...column, asked: required(checked, `items[].${column.key}`) }));
  const used = columns.filter(({ asked, of }) => asked || all.some(of));
  const cell = (asked: boolean, head: string, field: TextField | undefined): Line =>
    field ? [given(field)] : asked ? [gap(head.toLowerCase())] : [];
  const asked = used.some((column) => column.asked);
  const entries: readonly Entry[] =
    all.length === 0 && asked
      ? [{ label: '', lines: used.map(({ asked, head }) => cell(asked, head, undefined)), at: 'items' }]
      : all.map((item) => ({
          label: '',
          lines: used.map(({ asked, head, of }) => cell(asked, head, of(item))),
          at: pathText(item.at),
          span: item.node.span,
        }));
  const heads = used.map(({ head }) => head);
  return sectionOf(checked, { heading: 'Items', kind: 'grid', shows: ['items'], entries }, heads);
}

function purposes(checked: Checked): PaperSection | undefined {
  const { certificate, regime } = checked;
  const entries = certificate.purposes.map((purpose): Entry => {
    const at = pathText(purpose.at);
    return purpose.kind === 'stated'
      ? { label: '', lines: paragraphs(purpose.statement), at, span: purpose.statement.span }
      : { label: '', lines: purposeLines(purpose, regime), at, span: purpose.node.span };
  });
  const none: Entry[] =
    entries.length === 0 && regime?.purposes ? [{ label: '', lines: [[gap('purpose')]], at: 'purposes' }] : entries;
  return sectionOf(checked, { heading: 'Declared purposes', kind: 'list', shows: ['purposes'], entries: none });
}

/** The regime's clauses in its order, missing ones as such; then further undertakings in the order of the file. */
function clauses(checked: Checked): PaperSection | undefined {
  const { certificate, regime } = checked;
  const asked = (regime?.clauses ?? []).map(({ id, title }): Entry => {
    const clause = certificate.clauses.find((other) => other.id === id);
    const at = `clauses.${id}`;
    const entry = entryOf(certificate.clausesSection?.node, id);
    const written = clause && !isEmpty(clause.text.node);
    return {
      label: title,
      lines: written ? paragraphs(clause.text) : [[gap('clause')]],
      at,
      ...(entry && { span: cover(entry.key.span, entry.value.span) }),
    };
  });
  const further = certificate.clauses
    .filter(({ id }) => !regime?.clauses.some((other) => other.id === id))
    .map(({ id, key, text }): Entry => {
      const words = printable(id).replaceAll('-', ' ');
      return {
        label: words.charAt(0).toUpperCase() + words.slice(1),
        lines: paragraphs(text),
        at: pathText(text.at),
        span: cover(key.span, text.span),
      };
    });
  return sectionOf(checked, {
    heading: 'Undertakings and definitions',
    kind: 'list',
    shows: ['clauses'],
    entries: [...asked, ...further],
  });
}

function signature(checked: Checked): PaperSection | undefined {
  const is = checked.certificate.signature;
  const row = (key: string, label: string, field: TextField | undefined, show?: Show) =>
    fact(checked, `signature.${key}`, label, field, show);
  return sectionOf(checked, {
    heading: 'Signature for the end user',
    kind: 'signature',
    shows: ['signature'],
    entries: [
      ...row('name', 'Name', is?.name),
      ...row('title', 'Title', is?.title),
      ...row('organisation', 'Organisation', is?.organisation),
      ...row('place', 'Place', is?.place),
      ...row('date', 'Date', is?.date, dateWords),
    ],
  });
}

/** A text with a line of the paper for each of its paragraphs. */
function paragraphs(field: TextField): readonly Line[] {
  const words = given(field);
  return words.text
    .split(/\s*\n\s*/)
    .filter((text) => text !== '')
    .map((text): Line => [{ ...words, text }]);
}
