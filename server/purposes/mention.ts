import type { Aim } from './aims';
import type { Stretch } from './layout';
import type { Penalty } from './penalty';

/** Something against which a use may be directed: a defined term, an act, an offence, a class of offences. */
export interface Mention extends Stretch {
  readonly kind: 'term' | 'act' | 'offence' | 'class';
  /** All that it was recognised as, by the names of the vocabulary. */
  readonly concepts: readonly string[];
  readonly segment: number;
  readonly item: number;
  /** An act that is called terrorist. */
  terror: boolean;
  aim: Aim | undefined;
  /** What danger or loss stands beside it. */
  qualifier: 'present' | 'absent' | 'denied';
  /** That danger or loss is denied in so many words: "by which nobody is put at risk". */
  isSpared: boolean;
  penalties: Penalty[];
  /** A definition given on the spot: by the certificate itself, or by something else. `isNew`: the words say what else it "means". */
  definition: { inside: boolean; to: number; isNew: boolean } | undefined;
  /** In the words of an aim, a demand, a victim: not what the use is directed against. */
  aside: boolean;
}

/** True for an offence in which terrorists are named: "membership of a terrorist organisation (ten years)". */
export function namesOffence({ kind, concepts }: Mention): boolean {
  return kind === 'term' && concepts.includes('offence') && !concepts.some((concept) => concept.startsWith('act-'));
}
