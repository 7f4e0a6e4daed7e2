/** The path of a field of the certificate, such as `end-user.type`; `items[].quantity` stands for every item. */
export type FieldPath = string;

/** A day: year, month and day in digits, 2026-11-20. */
export type DayText = string;

/** The id of a regime pack. */
export type RegimeId = string;

/** The id of a rule of the checker. */
export type RuleId = string;

/** A key of the pack's `sources`. */
export type SourceKey = string;

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
  readonly read: DayText;
  readonly confidence: Confidence;
}

/** Keys of the pack's `sources`, the first the one to cite. */
export type SourceKeys = readonly SourceKey[];

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
  /** The vocabulary by which purposes in words are read, a folder of `vocabularies/`; without it they are not judged. */
  readonly vocabulary?: string;
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
  /** The words of the clause in whose place they stand. */
  readonly instead?: string;
  readonly source: SourceKeys;
}

/** A part of a clause's substance that any wording of it must have. */
export interface ClauseElement {
  /** What a message calls it: "the suspension or revocation of the export licence". */
  readonly title: string;
  /** Phrases of which one must be there; `a|b` stands for either word. */
  readonly any: readonly string[];
  /** True where it must stand before the others. */
  readonly first?: boolean;
}

/** A part of sentences with a name: any of these phrases. */
export interface ClausePhrase {
  readonly name: string;
  /** In the same notation as `sentences`. */
  readonly any: readonly string[];
}

/** A clause that the certificate must have. */
export interface RequiredClause extends Listed {
  readonly title: string;
  /** `verbatim`: the words are the regime's; `elements`: the words are the project's own for a reported substance. */
  readonly match: 'verbatim' | 'elements';
  /** Where it is required only under a condition. */
  readonly when?: Condition;
  /** How much it weighs that it is missing or altered; an error where left out. */
  readonly severity?: EntrySeverity;
  /** Other wordings that are as right as `words`. */
  readonly alternatives?: readonly string[];
  readonly lists?: readonly ClauseList[];
  readonly optional?: readonly OptionalWords[];
  /** Groups of words of which each is as good as the others here. */
  readonly synonyms?: readonly (readonly string[])[];
  /** Words that may be added or left out freely. */
  readonly fillers?: readonly string[];
  /**
   * Beginnings that are as right as that of `words`, which is one of them or has none: "Terrorist Acts means". None at all
   * is right too. One that ends with a colon needs a stop behind it.
   */
  readonly introductions?: readonly string[];
  /** For `match: elements`: what any other wording must have. */
  readonly elements?: readonly ClauseElement[];
  /**
   * For `match: elements`: the words that another wording may have besides its elements and the words on file. Where the
   * pack states `sentences` any other word is a fault; elsewhere it leaves the clause unjudged.
   */
  readonly also?: readonly string[];
  /** For `match: elements`: sentences that are as right as `words`: `a|b` is either word, `(a b)` may be missing, `{name}` is a phrase. */
  readonly sentences?: readonly string[];
  /** In the same notation: sentences that say less than `words` and still have every element, which is told and no fault. */
  readonly narrower?: readonly string[];
  readonly phrases?: readonly ClausePhrase[];
}

/** A rule on who the end user may be. */
export interface EndUserRule {
  readonly types: readonly string[];
  readonly words: string;
  readonly source: SourceKeys;
}

/** How much a finding that an entry gives rise to weighs. An error needs an official source, or two independent ones. */
export type EntrySeverity = 'error' | 'warning' | 'information';

/** When an entry applies: where a field is given, or has one of some values. Capitals make no difference. */
export interface Condition {
  /** The path of a field or a section, such as `consignee` or `end-user.type`. */
  readonly field: FieldPath;
  /** The field must have one of these values. */
  readonly is?: readonly string[];
  /** The field must be given, and have none of these values. */
  readonly 'is-not'?: readonly string[];
}

/** A field that must be given under a condition. */
export interface ConditionalField {
  /** The field that must be given; `items[].quantity` stands for every item. */
  readonly path: FieldPath;
  readonly when: Condition;
  /** Why, in a whole sentence. */
  readonly words: string;
  readonly source: SourceKeys;
}

/** A field about which the regime has something to say in a whole sentence. */
export interface FieldRemark {
  readonly path: FieldPath;
  readonly words: string;
  readonly source: SourceKeys;
}

/** A value that a field can have under the regime. */
export interface FieldValue {
  readonly id: string;
  readonly words: string;
  /** Where the value is one that the regime does not accept: why, in a whole sentence. */
  readonly refused?: string;
  readonly severity?: EntrySeverity;
  readonly source: SourceKeys;
}

/** A field that the regime adds to the certificate format. It holds a text. */
export interface FurtherField {
  /** Where it stands: `signature.manner`, `items[].place-of-use`. */
  readonly path: FieldPath;
  /** What it is called in a sentence: "the manner of signature". */
  readonly label: string;
  /** One sentence for a hover: what to write there. */
  readonly about: string;
  /** A value that could stand there, invented. */
  readonly example: string;
  /** The field holds a date. */
  readonly date?: true;
  /** The values it can have; any text where left out. */
  readonly values?: readonly FieldValue[];
  readonly source: SourceKeys;
}

/** Two fields that must say the same. */
export interface Agreement {
  readonly path: FieldPath;
  /** The field with which it must agree. */
  readonly with: FieldPath;
  readonly words: string;
  readonly severity?: EntrySeverity;
  readonly source: SourceKeys;
}

/** Words in a field that make a reader doubt. */
export interface Doubt {
  readonly path: FieldPath;
  /** Whole words or phrases, in small letters. */
  readonly any: readonly string[];
  /** The doubt does not arise where one of these stands beside them. */
  readonly unless?: readonly string[];
  readonly when?: Condition;
  readonly words: string;
  /** What to do about it, in a whole sentence. */
  readonly advice: string;
  readonly source: SourceKeys;
}

/** What the regime says about single fields. */
export interface FieldRules {
  /** What the list of required fields rests on. */
  readonly source: SourceKeys;
  /** Paths of the fields that must be given; `items[].quantity` stands for every item. */
  readonly required: readonly FieldPath[];
  /** Where required fields rest on another source than the list: their paths with that source. */
  readonly sourced?: Readonly<Record<string, SourceKeys>>;
  /** Fields that a regime on which this one builds requires, and this one does not. */
  readonly 'not-required'?: readonly FieldPath[];
  readonly conditional?: readonly ConditionalField[];
  /** Fields that had better be given. */
  readonly advised?: readonly FieldRemark[];
  /** Fields that this form does not have. */
  readonly 'not-asked'?: readonly FieldRemark[];
  readonly further?: readonly FurtherField[];
  readonly agree?: readonly Agreement[];
  readonly doubts?: readonly Doubt[];
  /** Fields that hold one thing only, such as one contract. */
  readonly single?: readonly FieldRemark[];
  /** Fields that must name an exact place: more than a town. */
  readonly exact?: readonly FieldRemark[];
  /** The word that says that a fact is not known, where the regime wants that said. */
  readonly unknown?: { readonly word: string; readonly words: string; readonly source: SourceKeys };
}

/** Two parties that must not be the same. */
export interface DistinctParties {
  /** The party at which the finding is shown, such as `consignee`; `intermediaries[]` stands for each of them. */
  readonly party: FieldPath;
  readonly from: FieldPath;
  readonly words: string;
  readonly severity?: EntrySeverity;
  readonly source: SourceKeys;
}

/** Rules on the parties. */
export interface PartyRules {
  readonly 'end-user'?: EndUserRule;
  readonly distinct?: readonly DistinctParties[];
}

/** A span of time. */
export interface Period {
  readonly years?: number;
  readonly months?: number;
  readonly days?: number;
}

/** For how long a paper can be used. */
export interface PeriodRule {
  readonly words: string;
  readonly period: Period;
  /** The field with the date from which the period runs. */
  readonly from: FieldPath;
  /**
   * The field with the date that must lie within the period. Where the field is not given, or the entry names none, the
   * day of the check counts, and the finding is no more than a warning.
   */
  readonly until?: FieldPath;
  readonly when?: Condition;
  readonly severity?: EntrySeverity;
  readonly source: SourceKeys;
}

/** What must hold of a signed paper. */
export interface SigningRules {
  /** Why a signature must not stand under blanks. */
  readonly 'not-blank'?: { readonly words: string; readonly source: SourceKeys };
  /** Why a signature must not bear a day to come. */
  readonly 'not-in-future'?: { readonly words: string; readonly source: SourceKeys };
}

/** What must hold between a certificate and other papers. */
export interface OtherPapers {
  /** Why the certificate must say what the application and the contract on record say. A warning where left out. */
  readonly record?: { readonly words: string; readonly severity?: EntrySeverity; readonly source: SourceKeys };
  /** Why no two certificates bear one number. */
  readonly number?: { readonly words: string; readonly source: SourceKeys };
}

/** Words that say too little when they are all that is said of the use. */
export interface VagueUse {
  /** In small letters. */
  readonly any: readonly string[];
  readonly words: string;
  readonly source: SourceKeys;
}

/** What is asked about the use where the regime has no closed list of uses. */
export interface EndUseRule {
  readonly words: string;
  /** `silent`: nothing is said of a use that is stated; `not-checked`: the reader is told that nobody judged it. */
  readonly reading: 'silent' | 'not-checked';
  readonly vague?: readonly VagueUse[];
  readonly source: SourceKeys;
}

/** A question that a reviewer should ask. It never stops a certificate. */
export interface Question {
  readonly id: string;
  readonly words: string;
  readonly when?: Condition;
  readonly source: SourceKeys;
}

/** A demand on the signed paper itself that no reader of the text can check. */
export interface PaperDemand {
  readonly id: string;
  readonly words: string;
  readonly source: SourceKeys;
}

/** A rule that weighs more or less under this regime than elsewhere. */
export interface RuleSeverity {
  readonly rule: RuleId;
  readonly severity: EntrySeverity;
  readonly words: string;
  readonly source: SourceKeys;
}

/** A dated list for the reader's information, on which no finding rests. */
export interface ReferenceList {
  readonly id: string;
  readonly title: string;
  /** The day as of which it is stated. */
  readonly 'as-of': DayText;
  readonly words: string;
  readonly entries: readonly string[];
  readonly source: SourceKeys;
}

/** What a pack states about itself, to be tried with `euc regime test`. */
export interface PackExample {
  readonly name: string;
  /** The texts of a certificate by their paths: `signature.date`, `purposes[0]`, `clauses.ID`. */
  readonly texts: Readonly<Record<string, string>>;
  /** The day of the check; the day on which it is run where left out. */
  readonly today?: DayText;
  /**
   * The findings at the texts given: `rule`, or `rule at path` for one at another place. Every finding at a text that is
   * given must be listed; none may be listed that is not found.
   */
  readonly expect: readonly string[];
}

/** A regime as its pack file states it. */
export interface Pack {
  /** Small letters, digits and hyphens. The certificate names it behind `regime`. */
  readonly id: string;
  /** The name of the form, with its country and year. */
  readonly title: string;
  /** The authority that issued it. */
  readonly issuer: string;
  /** The day of publication. */
  readonly published?: DayText;
  /** The days from which and until which papers of this form are accepted, both included; a day that is not known is left out. */
  readonly 'in-force': { readonly from?: DayText; readonly until?: DayText };
  /** What a reader must know about the pack itself: how far it can be relied on. */
  readonly note: string;
  /** The name that the editions of one form share. A certificate may name it, and the edition of its date of issue counts. */
  readonly family?: string;
  /** The id of the edition that this one replaces. */
  readonly supersedes?: RegimeId;
  /** The id of the pack on which this one builds: what that one states holds here too, unless this one states it anew. */
  readonly extends?: RegimeId;
  /** The pack is no regime of its own: others lay it over theirs. */
  readonly overlay?: true;
  /** Ids of the overlays whose questions are asked here too. */
  readonly overlays?: readonly RegimeId[];
  /** Where the entries come from, each under a short key by which they cite it. */
  readonly sources: Readonly<Record<string, Source>>;
  /** Which fields must be given, and what they must say. */
  readonly fields?: FieldRules;
  /** Who the parties may be. */
  readonly parties?: PartyRules;
  /** For how long a paper can be used. */
  readonly periods?: readonly PeriodRule[];
  /** What must hold of a signed paper. */
  readonly signing?: SigningRules;
  /** What must hold between a certificate and other papers. */
  readonly 'other-papers'?: OtherPapers;
  /** The closed list of what may be declared. */
  readonly purposes?: PurposeList;
  /** What is asked about the use where there is no closed list. */
  readonly 'end-use'?: EndUseRule;
  /** The undertakings and definitions that the certificate must have, in their order. */
  readonly clauses?: readonly RequiredClause[];
  /** Rules that weigh more or less under this regime than elsewhere. */
  readonly severities?: readonly RuleSeverity[];
  /** Questions that a reviewer should ask. They never stop a certificate. */
  readonly questions?: readonly Question[];
  /** Demands on the signed paper itself that no reader of the text can check. */
  readonly paper?: readonly PaperDemand[];
  /** Dated lists for the reader's information. */
  readonly lists?: readonly ReferenceList[];
  /** Texts with the findings that they must give, to try the pack by. */
  readonly examples?: readonly PackExample[];
}

/** A regime with all that it takes from the packs on which it builds. */
export interface Regime extends Pack {
  readonly fields: FieldRules;
  readonly clauses: readonly RequiredClause[];
}

/** The sources of a required field. */
export function sourceOfField({ fields }: Regime, path: string): SourceKeys {
  return fields.sourced?.[path] ?? fields.source;
}

/** What an entry's sources are called in a message: the first two at most. */
export function cite(regime: Regime, keys: SourceKeys): string {
  return keys
    .slice(0, 2)
    .map((key) => regime.sources[key]?.name ?? key)
    .join('; ');
}

/** What an entry says, with its sources: "The paper is stamped (Notice 4 of 2019)." */
export function grounds(regime: Regime, words: string, keys: SourceKeys): string {
  return `${words.replace(/\.$/, '')} (${cite(regime, keys)}).`;
}
