/** How sure a source is: the authority's own words, what others report of them, or what is concluded from either. */
export type Confidence = 'official' | 'reported' | 'inferred';

/** Where an entry of a pack comes from. */
export interface Source {
  /** What it is called in a message: "Janes, December 2021". */
  readonly name: string;
  readonly citation: string;
  /** Web address, where there is one. */
  readonly address?: string;
  /** The day on which the project read it, `2026-11-01`. */
  readonly read: string;
  readonly confidence: Confidence;
}

/** Keys of the pack's `sources`, the first the one to cite. */
export type SourceKeys = readonly string[];

/** A thing that the regime lists, with its words and where they are from. */
export interface Listed {
  readonly id: string;
  readonly words: string;
  readonly source: SourceKeys;
}

/** The least maximum term of imprisonment that makes a crime a serious one. */
export interface Threshold {
  /** Inclusive. */
  readonly years: number;
  readonly words: string;
  readonly source: SourceKeys;
}

/** What a permitted use may be directed against. */
export interface PurposeObject extends Listed {
  /** The defined term, "Terrorist Acts". */
  readonly term: string;
  /** The acts that make it up, where it is made up of acts. An act needs an aim where `aims` is given. */
  readonly acts?: readonly Listed[];
  readonly aims?: readonly Listed[];
  readonly threshold?: Threshold;
}

/** What may be declared. */
export interface PurposeList {
  readonly words: string;
  readonly source: SourceKeys;
  readonly uses: readonly Listed[];
  readonly objects: readonly PurposeObject[];
}

/** An enumeration inside a clause: its entries may stand in any order and be marked in any way, but none may go. */
export interface ClauseList {
  /** What one entry is called in a message, in the singular: "ground". */
  readonly noun: string;
  /** The entries in the words of the clause. */
  readonly entries?: readonly string[];
  /** In place of `entries`: the words of a list of what may be declared. */
  readonly of?: { readonly object: string; readonly list: 'acts' | 'aims' };
  /** The word between the last two entries where it carries substance; without it "and", "or" and neither are right. */
  readonly joined?: 'and' | 'or';
}

/** Words that may stand in a clause and need not. */
export interface OptionalWords {
  readonly words: string;
  /** The words of the clause before which they stand; without it at its end. */
  readonly before?: string;
  readonly source: SourceKeys;
}

/** A part of a clause's substance that any wording of it must have. */
export interface ClauseElement {
  /** What a message calls it: "the suspension or revocation of the export licence". */
  readonly title: string;
  /** Phrases of which one must be there; `a|b` stands for either word. */
  readonly any: readonly string[];
}

/** A clause that the certificate must have. */
export interface RequiredClause extends Listed {
  readonly title: string;
  /** `verbatim`: the words are the regime's; `elements`: the words are the project's own for a reported substance. */
  readonly match: 'verbatim' | 'elements';
  /** Other wordings that are as right as `words`. */
  readonly alternatives?: readonly string[];
  readonly lists?: readonly ClauseList[];
  readonly optional?: readonly OptionalWords[];
  /** Groups of words of which each is as good as the others here. */
  readonly synonyms?: readonly (readonly string[])[];
  /** Words that may be added or left out freely. */
  readonly fillers?: readonly string[];
  /** For `match: elements`: what any other wording must have. */
  readonly elements?: readonly ClauseElement[];
}

/** A rule on who the end user may be. */
export interface EndUserRule {
  readonly types: readonly string[];
  readonly words: string;
  readonly source: SourceKeys;
}

/** A regime as its pack states it. */
export interface Regime {
  readonly id: string;
  readonly title: string;
  readonly issuer: string;
  readonly published: string;
  readonly 'in-force': { readonly from: string; readonly until?: string };
  readonly note: string;
  readonly sources: Readonly<Record<string, Source>>;
  /** Paths of the fields that must be given; `items[].quantity` stands for every item. */
  readonly fields: { readonly source: SourceKeys; readonly required: readonly string[] };
  readonly parties?: { readonly 'end-user'?: EndUserRule };
  readonly purposes?: PurposeList;
  readonly clauses: readonly RequiredClause[];
}

/** What an entry's sources are called in a message: the first two at most. */
export function cite(regime: Regime, keys: SourceKeys): string {
  return keys
    .slice(0, 2)
    .map((key) => regime.sources[key]?.name ?? key)
    .join('; ');
}
