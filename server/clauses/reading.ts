import type { Clause } from '../certificate/model';
import type { RequiredClause } from '../regimes/types';
import type { Span } from '../text/span';

/** One separate change of a clause against the regime's words. */
export interface ClauseChange {
  readonly kind: 'left-out' | 'added' | 'replaced';
  /** The regime's words; empty for an addition. */
  readonly was: string;
  /** The clause's words; empty for an omission. */
  readonly now: string;
  /** The changed words in the file; where words were left out, the words around the gap. */
  readonly span: Span;
}

/** What was read in one clause. */
export interface ClauseReading {
  readonly clause: Clause;
  readonly required: RequiredClause;
  readonly changes: readonly ClauseChange[];
}
