import { contentSpan } from '../syntax/characters';
import {
  isEmpty,
  type DocumentNode,
  type GroupNode,
  type ListNode,
  type SyntaxNode,
  type TextNode,
} from '../syntax/nodes';
import type { Span } from '../text/span';
import { CERTIFICATE_FIELDS, fieldsOf, type Field, type Form, type ValueKind } from './format';
import { pathText, type Step } from '../syntax/path';
import type {
  Certificate,
  Clause,
  Item,
  Misshapen,
  Particulars,
  Party,
  Purpose,
  Section,
  Signature,
  Stray,
  TextField,
  Waiver,
} from './model';

/**
 * Reads a document as a certificate. Whatever does not fit the format is kept aside in `strays` and `misshapen`; an
 * empty value counts as not given. Of a key given twice the first counts. `format` is the format with the fields that the
 * regime adds to it.
 */
export function readCertificate(document: DocumentNode, format: readonly Field[] = CERTIFICATE_FIELDS): Certificate {
  const reader = new Reader();
  const root = document.root?.kind === 'group' ? document.root : undefined;
  const whole: Form = { shape: 'group', fields: format };
  if (document.root) reader.read(document.root, whole, [], undefined);
  const { texts, sections, lists } = reader;

  const textAt = (path: string) => texts.get(path);
  /** The texts of a section under the names that the model gives them; what is not there is left out. */
  const pick = <K extends string>(base: string, names: Record<K, string>): Partial<Record<K, TextField>> => {
    const picked: Partial<Record<K, TextField>> = {};
    for (const name in names) {
      const field = textAt(`${base}.${names[name]}`);
      if (field) picked[name] = IDS.has(field.kind) ? idOf(field) : field;
    }
    return picked;
  };
  const section = <K extends string>(base: string, names: Record<K, string>) => {
    const found = sections.get(base);
    return found && { ...found, ...pick(base, names) };
  };

  const sectionsOf = <K extends string>(base: string, names: Record<K, string>) =>
    Array.from({ length: lists.get(base)?.items.length ?? 0 }, (_, i) => section(`${base}[${i}]`, names)).filter(
      (found) => found !== undefined,
    );
  const idsAt = (path: string): readonly TextField[] => {
    const single = textAt(path);
    if (single) return [idOf(single)];
    return Array.from({ length: lists.get(path)?.items.length ?? 0 }, (_, i) => textAt(`${path}[${i}]`)).flatMap(
      (field) => (field ? [idOf(field)] : []),
    );
  };

  const purposes: Purpose[] = [];
  for (let i = 0; i < (lists.get('purposes')?.items.length ?? 0); i++) {
    const base = `purposes[${i}]`;
    const statement = textAt(base);
    const parts = section(base, PURPOSE_KEYS);
    if (statement) purposes.push({ kind: 'stated', at: statement.at, statement });
    else if (parts)
      purposes.push({
        kind: 'parted',
        ...parts,
        uses: idsAt(`${base}.use`),
        acts: idsAt(`${base}.act`),
        aims: idsAt(`${base}.aim`),
      });
  }
  const clausesSection = sections.get('clauses');
  const clauses: Clause[] = [];
  for (const { key } of clausesSection?.node.entries ?? []) {
    const text = textAt(`clauses.${key.text}`);
    if (text?.key === key) clauses.push({ id: key.text, key, text });
  }
  const particulars: Particulars | undefined = section('certificate', PARTICULARS_KEYS);
  const exporter: Party | undefined = section('exporter', PARTY_KEYS);
  const endUser: Party | undefined = section('end-user', PARTY_KEYS);
  const consignee: Party | undefined = section('consignee', PARTY_KEYS);
  const signature: Signature | undefined = section('signature', SIGNATURE_KEYS);
  const intermediaries: readonly Party[] = sectionsOf('intermediaries', PARTY_KEYS);
  const items: readonly Item[] = sectionsOf('items', ITEM_KEYS);
  const waivers: readonly Waiver[] = sectionsOf('waivers', WAIVER_KEYS);
  const regime = textAt('regime');
  return {
    document,
    root,
    ...(regime && { regime }),
    ...(particulars && { particulars }),
    ...(exporter && { exporter }),
    ...(endUser && { endUser }),
    ...(consignee && { consignee }),
    intermediaries,
    items,
    purposes,
    clauses,
    ...(clausesSection && { clausesSection }),
    ...(signature && { signature }),
    waivers,
    texts,
    sections,
    lists,
    strays: reader.strays,
    misshapen: reader.misshapen,
  };
}

const PARTICULARS_KEYS = {
  number: 'number',
  issued: 'issued',
  expires: 'expires',
  application: 'application',
  contract: 'contract',
} as const;
const PARTY_KEYS = { name: 'name', type: 'type', address: 'address', country: 'country', contact: 'contact' } as const;
const ITEM_KEYS = {
  description: 'description',
  controlEntry: 'control-entry',
  quantity: 'quantity',
  value: 'value',
} as const;
const PURPOSE_KEYS = {
  against: 'against',
  offence: 'offence',
  provision: 'provision',
  maximum: 'maximum-sentence',
  statement: 'statement',
} as const;
const SIGNATURE_KEYS = {
  name: 'name',
  title: 'title',
  organisation: 'organisation',
  place: 'place',
  date: 'date',
} as const;
const WAIVER_KEYS = { rule: 'rule', place: 'at', reason: 'reason', by: 'by', until: 'until' } as const;

/** What is one of a list of ids, and is compared with them: the white space around it, as behind a block, is not part of it. */
const IDS: ReadonlySet<ValueKind> = new Set(['party-type', 'object', 'rule', 'place']);

function idOf(field: TextField): TextField {
  const text = field.text.trim();
  return text === field.text ? field : { ...field, text };
}

class Reader {
  readonly texts = new Map<string, TextField>();
  readonly sections = new Map<string, Section>();
  readonly lists = new Map<string, ListNode>();
  readonly strays: Stray[] = [];
  readonly misshapen: Misshapen[] = [];

  read(node: SyntaxNode, form: Form, at: readonly Step[], key: TextNode | undefined): void {
    // An alias is a finding of its own; what it stands for is not known.
    if (node.kind === 'alias' || isEmpty(node)) {
      if (node.kind === 'group') this.#section(node, at, key);
      if (node.kind === 'list') this.lists.set(pathText(at), node);
      return;
    }
    switch (form.shape) {
      case 'text':
        if (node.kind === 'text') this.#text(node, at, key, form.value);
        else this.#misshape(node, form, at);
        return;
      case 'texts':
        if (node.kind === 'text') this.#text(node, at, key, form.value);
        else if (node.kind === 'list') this.#list(node, { shape: 'text', value: form.value }, at);
        else this.#misshape(node, form, at);
        return;
      case 'list':
        if (node.kind === 'list') this.#list(node, form.of, at);
        else this.#misshape(node, form, at);
        return;
      case 'sentence-or-group':
        if (node.kind === 'text') this.#text(node, at, key, 'text');
        else if (node.kind === 'group') this.#group(node, form, at, key);
        else this.#misshape(node, form, at);
        return;
      case 'group':
      case 'clauses':
        if (node.kind === 'group') this.#group(node, form, at, key);
        else this.#misshape(node, form, at);
        return;
    }
  }

  #text(node: TextNode, at: readonly Step[], key: TextNode | undefined, kind: ValueKind): void {
    const path = pathText(at);
    if (!this.texts.has(path)) this.texts.set(path, { at, text: node.text, node, key, span: contentSpan(node), kind });
  }

  #list(node: ListNode, of: Form, at: readonly Step[]): void {
    this.lists.set(pathText(at), node);
    node.items.forEach((item, i) => {
      this.read(item, of, [...at, i], undefined);
    });
  }

  #section(node: GroupNode, at: readonly Step[], key: TextNode | undefined): void {
    const first: Span | undefined = node.entries[0]?.key.span;
    const heading = key?.span ?? first ?? node.span;
    if (!this.sections.has(pathText(at))) this.sections.set(pathText(at), { at, node, heading });
  }

  #group(node: GroupNode, form: Form, at: readonly Step[], key: TextNode | undefined): void {
    this.#section(node, at, key);
    const known = fieldsOf(form);
    const seen = new Set<string>();
    for (const entry of node.entries) {
      const name = entry.key.text;
      const inside = [...at, name];
      if (seen.has(name)) continue;
      seen.add(name);
      // A merge is a finding of the profile.
      if (name === '<<' && entry.key.style === 'plain') continue;
      if (form.shape === 'clauses') {
        this.read(entry.value, { shape: 'text', value: 'text' }, inside, entry.key);
        continue;
      }
      const field = known.find((candidate) => candidate.key === name);
      if (field) this.read(entry.value, field.form, inside, entry.key);
      else this.strays.push({ at: inside, entry, group: node, known });
    }
  }

  #misshape(node: SyntaxNode, expected: Form, at: readonly Step[]): void {
    this.misshapen.push({ at, node, expected });
  }
}
