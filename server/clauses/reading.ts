import type { Clause } from '../certificate/model';
import type { RequiredClause } from '../regimes/types';
import type { Span } from '../text/span';
import type { Effect } from './effect';

/** One separate change of a clause against the regime's words. */
export interface ClauseChange {
  readonly kind: 'left-out' | 'added' | 'replaced' | 'moved' | 'clause-replaced';
  /** What the change does to the undertaking; undefined where that is not known. */
  readonly effect: Effect | undefined;
  /** What an entry of the enumeration concerned is called; undefined where none is. */
  readonly noun: string | undefined;
  /** The regime's words; empty for an addition. */
  readonly was: string;
  /** The clause's words; empty for an omission. */
  readonly now: string;
  /** The clause's words that have only moved, where that is all. */
  readonly moved?: string;
  /** True where the clause still has every element of the substance: to be known, and no fault. */
  readonly minor?: boolean;
  /** True where it was read in words that are nobody's in particular: a reading, and no certainty. */
  readonly reading?: true;
  /** The clause whose words were added here. */
  readonly owner?: RequiredClause;
  /** The changed words in the file; where words were left out, the words around the gap. */
  readonly span: Span;
  /** What to write over which characters of the clause's text to take this change back; undefined for a whole clause. */
  readonly restored: { readonly within: Span; readonly text: string } | undefined;
}

/** What was read in one clause. */
export interface ClauseReading {
  readonly clause: Clause;
  readonly required: RequiredClause;
  /** In the order of the text; empty where nothing of substance differs. */
  readonly changes: readonly ClauseChange[];
  /** False where the pack has too little to judge another wording by: nothing is known then. */
  readonly judged: boolean;
  /** Where it was not judged: the words because of which. */
  readonly doubt?: string | undefined;
  /** The clause whose words these are instead. */
  readonly belongsTo?: RequiredClause;
}
