import type { Regime, RequiredClause } from '../regimes/types';
import { bestMatch, templateOf, wordsUnder } from './template';

/** Up to this part of a clause's words may differ when a text is taken for that clause. */
const SAME = 0.3;

/** The required clause whose words a text has, if it is not `except`; undefined where it is none of them. */
export function ownerOf(text: string, regime: Regime, except?: RequiredClause): RequiredClause | undefined {
  let owner: RequiredClause | undefined;
  let least = SAME;
  for (const clause of regime.clauses) {
    if (clause === except) continue;
    // Far from it in length, and so in words.
    if (text.length < clause.words.length / 2 || text.length > clause.words.length * 2) continue;
    const template = templateOf(clause, regime);
    const match = bestMatch(template, wordsUnder(template, text));
    if (!match) continue;
    const differing = match.cost / match.wording.bag.weight;
    if (differing < least) {
      least = differing;
      owner = clause;
    }
  }
  return owner;
}
