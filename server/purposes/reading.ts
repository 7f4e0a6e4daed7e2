import type { Purpose } from '../certificate/model';
import type { SourceKeys } from '../regimes/types';
import type { Span } from '../text/span';

/** The rules that a purpose can break, in their order of precedence. */
export type PurposeRule =
  | 'purpose-expression'
  | 'purpose-discriminatory'
  | 'purpose-below-threshold'
  | 'purpose-use'
  | 'purpose-incomplete'
  | 'purpose-too-broad'
  | 'purpose-open-ended'
  | 'purpose-outside-list'
  | 'purpose-not-assessed';

/** One defect of a purpose, on the words that carry it. */
export interface PurposeDefect {
  readonly rule: PurposeRule;
  /** In the file. */
  readonly span: Span;
  readonly message: string;
  readonly source: SourceKeys;
}

/** What was read in one purpose. */
export interface PurposeReading {
  readonly purpose: Purpose;
  readonly defects: readonly PurposeDefect[];
}
