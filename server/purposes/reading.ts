import type { Purpose, TextField } from '../certificate/model';
import type { SourceKeys } from '../regimes/types';
import type { Span } from '../text/span';
import type { Evidence } from './evidence';
import type { PurposeRule } from './purpose-rule';

/** One defect of a purpose, on the words that carry it. */
export interface PurposeDefect {
  readonly rule: PurposeRule;
  /** In the file. */
  readonly span: Span;
  readonly message: string;
  readonly source: SourceKeys;
  /** True where nothing is wrong and the regime has a word of its own: it does not stop a certificate. */
  readonly hint?: true;
  /** The statement that it was found in, and where in it. */
  readonly statement?: TextField;
  readonly within?: Span;
  /** What would make an act or an offence complete, where that is known. */
  readonly lacks?: Lack;
  /** The regime's own words for these. */
  readonly better?: string;
}

/** What an act or an offence may lack. */
export type Lack = 'qualifier' | 'sentence' | 'sentence-or-aim';

/** What was read in one purpose. */
export interface PurposeReading {
  readonly purpose: Purpose;
  readonly defects: readonly PurposeDefect[];
  /** What its words were read as; empty for a purpose that is given by its parts alone. */
  readonly evidence: readonly Evidence[];
}
