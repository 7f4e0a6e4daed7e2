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

/** A clause that the certificate must have. */
export interface RequiredClause extends Listed {
  readonly title: string;
  /** `verbatim`: the words are the regime's; `elements`: the words are the project's own for a reported substance. */
  readonly match: 'verbatim' | 'elements';
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
