import type { Stretch } from './layout';
import { isWithExclusion } from './refusals';
import type { Form } from './words';

/** What keeps something out, as a noun. */
const BAN =
  /^(?:exclusions?|bans?|prohibitions?|undertakings?|promises?|pledges?|exemptions?|immunity|moratorium|assurances?)$/;
/** Behind "is" or "has", what is no longer in force. */
const LIFTED =
  /^(?:lifted|withdrawn|revoked|suspended|repealed|ended|expired|lapsed|waived|removed|dropped|cancelled|rescinded|void|abolished|retracted|abandoned|annulled)$/;
/** Verbs by which somebody takes it back; their object is the ban. */
const LIFTS =
  /^(?:renounces?|withdraws?|withdrew|revokes?|revoked|abandons?|abandoned|retracts?|retracted|rescinds?|rescinded|lifts?|lifted|drops?|dropped|waives?|waived|repeals?|repealed|cancels?|cancelled)$/;
const IS = /^(?:is|are|was|were|be|been|has|have|had|now|hereby|thereby|herewith|already|since)$/;
/** Between a verb and the ban that it takes back. */
const OF_BAN = /^(?:an?|the|our|its|their|his|her|any|all|former|earlier|previous|old|own|this|that|these|those)$/;
/** Behind a ban, where something else is said. */
const ELSE = /^(?:[.;:]|and|but|if|even|unless|while|until|though|remains?|stands?|holds?|binds?)$/;

/**
 * An undertaking that is taken back in so many words: "the exclusion of … is lifted", "we withdraw our promise not to …". What it
 * kept out is a purpose again. In words, end exclusive; undefined where there is none in the item.
 */
export function liftedIn(form: Form, { from, to }: Stretch): Stretch | undefined {
  for (let i = from; i < to; i++) {
    if (!BAN.test(form(i)) || /^(?:no|not)$/.test(form(i - 1))) continue;
    if (form(i).startsWith('exclusion') && isWithExclusion(form, i)) continue;
    let verb = i - 1;
    while (OF_BAN.test(form(verb))) verb--;
    if (verb >= from && LIFTS.test(form(verb)) && !isNegated(verb - 1)) return { from: startOf(verb), to: endOf(i) };
    for (let k = i + 1; k < to && !ELSE.test(form(k)); k++)
      if (LIFTED.test(form(k)) && IS.test(form(k - 1)) && !isNegated(k - 1)) return { from: i, to: k + 1 };
  }
  return undefined;

  function startOf(i: number): number {
    let start = i;
    while (start > from && !/^[.,;:]$/.test(form(start - 1))) start--;
    return start;
  }

  function endOf(i: number): number {
    let end = i;
    while (end < to && !/^[.;:]$/.test(form(end))) end++;
    return end;
  }

  function isNegated(i: number): boolean {
    return [i, i - 1, i - 2].some((k) => k >= from && /^(?:not|never|no|nor|cannot|nobody)$/.test(form(k)));
  }
}
