import type { Difference } from './align';
import type { Effect } from './effect';

/** A change of substance, in words of the wording and words of the clause. */
export interface Change {
  readonly was: Difference['was'];
  readonly now: Difference['now'];
  readonly effect: Effect | undefined;
  /** What an entry of the enumeration concerned is called. */
  readonly noun: string | undefined;
  /** Where words have only moved: which. */
  readonly moved?: { readonly from: number; readonly to: number };
  /** By how many words the gap could as well be further left or right. */
  readonly slack: { readonly left: number; readonly right: number };
}
