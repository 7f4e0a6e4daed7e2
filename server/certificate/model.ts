import type { DocumentNode, Entry, GroupNode, ListNode, SyntaxNode, TextNode } from '../syntax/nodes';
import type { Span } from '../text/span';
import type { Field, Form, ValueKind } from './format';
import type { Step } from '../syntax/path';

/** A text of the certificate and where it stands. */
export interface TextField {
  readonly at: readonly Step[];
  /** Exactly as written, folded line breaks read as the format says. */
  readonly text: string;
  readonly node: TextNode;
  /** The text in the file without quotes, block sign and edge white space. */
  readonly span: Span;
  /** The key before it; undefined for an entry of a list. */
  readonly key: TextNode | undefined;
  /** What it stands for, by its place in the format. */
  readonly kind: ValueKind;
}

/** Something written as keys and values: a section, an item, a purpose by its parts. */
export interface Section {
  readonly at: readonly Step[];
  readonly node: GroupNode;
  /** Where a finding about the whole is shown: its key, or its first key. */
  readonly heading: Span;
}

/** Exporter, end user, consignee or intermediary. */
export interface Party extends Section {
  readonly name?: TextField;
  readonly type?: TextField;
  readonly address?: TextField;
  readonly country?: TextField;
  readonly contact?: TextField;
}

/** What identifies the paper. */
export interface Particulars extends Section {
  readonly number?: TextField;
  readonly issued?: TextField;
  readonly expires?: TextField;
  readonly application?: TextField;
  readonly contract?: TextField;
}

/** One item delivered. */
export interface Item extends Section {
  readonly description?: TextField;
  readonly controlEntry?: TextField;
  readonly quantity?: TextField;
  readonly value?: TextField;
}

/** A purpose in a sentence. */
export interface StatedPurpose {
  readonly kind: 'stated';
  readonly at: readonly Step[];
  readonly statement: TextField;
}

/** A purpose by its parts. */
export interface PartedPurpose extends Section {
  readonly kind: 'parted';
  readonly against?: TextField;
  readonly uses: readonly TextField[];
  readonly acts: readonly TextField[];
  readonly aims: readonly TextField[];
  readonly offence?: TextField;
  readonly provision?: TextField;
  readonly maximum?: TextField;
  readonly statement?: TextField;
}

export type Purpose = StatedPurpose | PartedPurpose;

/** A clause under its id. */
export interface Clause {
  readonly id: string;
  readonly key: TextNode;
  readonly text: TextField;
}

/** Who signs. */
export interface Signature extends Section {
  readonly name?: TextField;
  readonly title?: TextField;
  readonly organisation?: TextField;
  readonly place?: TextField;
  readonly date?: TextField;
}

/** A reviewer's decision to accept a finding. */
export interface Waiver extends Section {
  readonly rule?: TextField;
  readonly place?: TextField;
  readonly reason?: TextField;
  readonly by?: TextField;
  readonly until?: TextField;
}

/** A key that the format does not have at its place. */
export interface Stray {
  readonly at: readonly Step[];
  readonly entry: Entry;
  readonly group: GroupNode;
  /** The fields that the format has there. */
  readonly known: readonly Field[];
}

/** A value in another shape than the format has at its place. */
export interface Misshapen {
  readonly at: readonly Step[];
  readonly node: SyntaxNode;
  readonly expected: Form;
}

/** One document of a file, read as a certificate. */
export interface Certificate {
  readonly document: DocumentNode;
  /** Undefined where the document is empty or not written as keys and values. */
  readonly root: GroupNode | undefined;
  readonly regime?: TextField;
  readonly particulars?: Particulars;
  readonly exporter?: Party;
  readonly endUser?: Party;
  readonly consignee?: Party;
  readonly intermediaries: readonly Party[];
  readonly items: readonly Item[];
  readonly purposes: readonly Purpose[];
  readonly clauses: readonly Clause[];
  readonly clausesSection?: Section;
  readonly signature?: Signature;
  readonly waivers: readonly Waiver[];
  /** Every text, by its path. */
  readonly texts: ReadonlyMap<string, TextField>;
  /** Every section, by its path; the certificate itself under the empty one. */
  readonly sections: ReadonlyMap<string, Section>;
  /** Every list, by its path. */
  readonly lists: ReadonlyMap<string, ListNode>;
  readonly strays: readonly Stray[];
  readonly misshapen: readonly Misshapen[];
}

/** What is on record of an application or a contract, written with the keys of a certificate. */
export interface DataRecord {
  /** What it is called in a sentence: "the record MLA-7781". */
  readonly place: string;
  readonly certificate: Certificate;
}
