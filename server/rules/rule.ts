import type { Step } from '../syntax/path';
import type { Evidence } from '../purposes/evidence';
import type { Certificate, DataRecord } from '../certificate/model';
import type { PurposeReading } from '../purposes/reading';
import type { ClauseReading } from '../clauses/reading';
import type { Catalogue } from '../regimes/catalogue';
import type { Regime, SourceKeys } from '../regimes/types';
import type { SyntaxTree } from '../syntax/parse';
import type { Day } from '../certificate/fields/date';
import type { Edit } from '../text/edit';
import type { Lines } from '../text/lines';
import type { Span } from '../text/span';

/**
 * How certain a finding is: an error is what the regime's words settle, a warning is a reading, information and hints
 * never stop a certificate.
 */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** A change to the file that makes a finding go away. */
export interface Fix {
  readonly title: string;
  /** True where only the form changes; false where what the signatory declares does. */
  readonly safe: boolean;
  /** The one to take where there are several. */
  readonly preferred?: boolean;
  /** What is to be confirmed before the fix is applied, where the editor can ask. */
  readonly confirm?: string;
  readonly edits: readonly Edit[];
  /** The same change with tab stops and choices for an editor that has them, in the protocol's snippet syntax. */
  readonly snippet?: Edit;
}

/** A change of the regime's words. */
export interface WordChange {
  readonly kind: 'left-out' | 'added' | 'replaced' | 'moved' | 'clause-replaced';
  readonly was: string;
  readonly now: string;
  /** What it does to the undertaking, where that is known. */
  readonly effect?: string;
}

/** What a rule found. */
export interface Report {
  readonly span: Span;
  /** Path of the field concerned. */
  readonly at: readonly Step[];
  /** What is wrong, why, and what to do, in a lawyer's words. */
  readonly message: string;
  /** What was changed of the regime's words: `was` is theirs, `now` the certificate's; either may be empty. */
  readonly change?: WordChange;
  /** Keys of the regime's sources that the rule rests on here. */
  readonly source?: SourceKeys;
  /** Where it differs from the rule's own. */
  readonly severity?: Severity;
  /** For a purpose in words: what its words were read as. */
  readonly evidence?: readonly Evidence[];
  /** Worked out when asked for. */
  readonly fixes?: () => readonly Fix[];
}

/** Another certificate of the workspace that bears a number. */
export interface Namesake {
  /** Where it is, as a person would say it. */
  readonly place: string;
}

/** A file under check. */
export interface FileSubject {
  readonly tree: SyntaxTree;
  readonly lines: Lines;
}

/** A certificate under check, with what the checks share. */
export interface Subject extends FileSubject {
  readonly certificate: Certificate;
  /** Undefined where the certificate names none or an unknown one. */
  readonly regime: Regime | undefined;
  readonly catalogue: Catalogue;
  readonly today: Day;
  /** One for each purpose, in order; empty without a regime. */
  readonly purposes: readonly PurposeReading[];
  /** One for each clause of the certificate that the regime requires. */
  readonly clauses: readonly ClauseReading[];
  /** Other certificates of the workspace with this number. */
  readonly namesakes: (number: string) => readonly Namesake[];
  /** What is on record under this number of an application or a contract; undefined where nothing is. */
  readonly record: (number: string) => DataRecord | undefined;
}

/** A rule: what it is called, what it finds, and how that is mended. */
export interface Rule {
  readonly id: string;
  readonly severity: Severity;
  /** What it finds, as a headline. */
  readonly title: string;
  /** Looks at the file as a whole. */
  readonly checkFile?: (subject: FileSubject) => Iterable<Report>;
  /** Looks at one certificate. */
  readonly check?: (subject: Subject) => Iterable<Report>;
}
