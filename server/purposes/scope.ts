import { hasCondition } from './condition';
import { Denial, isUndoing } from './denial';
import type { Stretch } from './layout';
import { liftedIn } from './lifted';
import { isLimit } from './limits';
import { beginsNoDifference, endOfNoDifference } from './no-difference';
import { continuesList, reachOf } from './reach';
import {
  endOfLeavingAlone,
  endOfRefusal,
  headOfExclusions,
  isInsteadOf,
  isLetIn,
  isNoConcern,
  startOfGivenUp,
  startOfUntruth,
} from './refusals';
import type { Word } from './words';

/**
 * One number for each word: 1 for those that a negation reaches; for those that one reaches which is taken back, and which are not
 * among the first; and for those of both that stand beside a condition.
 */
export interface Scope {
  readonly negated: Uint8Array;
  readonly conditional: Uint8Array;
  readonly undone: Uint8Array;
}

const NEGATORS =
  /^(?:not|never|neither|nor|no|without|nobody|none|nothing|cannot|excluding|barring|irrespective|regardless)$/;
/** Verbs by which somebody is made to do, or not to do, something. */
const DEMANDS =
  /^(?:compel\w*|forc(?:e|es|ed|ing)|coerc\w*|oblig\w*|constrain\w*|pressur\w*|induc\w*|driv(?:e|ing)|blackmail\w*)$/;
const BUYER = /^(?:buyer|user|licensee|purchaser|applicant|consignee|operators?|us|holder|importer|staff|officers?)$/;
/** What is done after all, though not often. */
const SELDOM = /^(?:seldom|rarely|hardly|scarcely)$/;
const RENOUNCING =
  /^(?:refrain|refrains|abstain|abstains|desist|renounces?|excludes?|prohibits?|forbids?|disclaims?|rejects?|eschews?|exempts?|precludes?|spares|forswears?|forgoes|repudiates?)$/;
const AUXILIARY = /^(?:is|are|was|were|shall|will|may|must|can|does|do|should|would|be|has|have|remains?)$/;
const BEING = /^(?:is|are|was|were|be|been|being|remains?|stands?|stays?)$/;

/** Every word by which one of the ways begins in which something is undertaken: most words are none of them. */
const BEGINS = new Set(
  `not never neither nor no without nobody none nothing cannot excluding barring irrespective regardless
   rather instead exclusion opposed distinct untrue false wrong mistaken incorrect given ceased discontinued
   whatever whichever whether of seldom rarely hardly scarcely leave leaves leaving hands left off out ruled unlawful illegal excepted rule rules
   prohibited forbidden excluded barred banned disallowed impermissible inadmissible outlawed precluded refused declined rejected renounced
   forsworn spared untouched exempt exempted refrain refrains abstain abstains desist renounce renounces exclude excludes prohibit prohibits
   forbid forbids disclaim disclaims reject rejects eschew eschews exempts preclude precludes spares forswear forswears
   forgoes repudiate repudiates decline declines refuse refuses`.split(/\s+/),
);

/**
 * Marks the words that a negation reaches: what is named there is an undertaking, not a purpose. Words that look like
 * negations and are limits ("not less than", "not only", "no other purpose") reach nothing; nor does a negation that is
 * itself denied ("is not excluded", "no one will be spared"), or wished for ("so that the State may not …"). It ends before an
 * exception ("unless he preaches"). What is denied so that it is to be done after all ("nothing forbids the tracking of …", "the
 * exclusion of … is lifted") is marked as well, as undone.
 */
export function markNegated(
  words: readonly Word[],
  items: readonly Stretch[],
  isName: (i: number) => boolean,
  isUse: (i: number) => boolean,
  isGround: (i: number) => boolean,
): Scope {
  const negated = new Uint8Array(words.length);
  const conditional = new Uint8Array(words.length);
  const undone = new Uint8Array(words.length);
  const form = (i: number) => words[i]?.form ?? '';
  for (const item of items) {
    for (let i = item.from; i < item.to; i++) if (!isName(i)) markFrom(i, item);
    const lifted = liftedIn(form, item);
    if (lifted) undone.fill(1, lifted.from, lifted.to);
    // What is done after all is undertaken by nobody.
    for (let i = item.from; i < item.to; i++) if (undone[i] === 1) negated[i] = 0;
    const denied = deniedIn(item);
    if (denied.length > 0 && hasCondition(form, item)) for (const i of denied) conditional[i] = 1;
  }
  return { negated, conditional, undone };

  function deniedIn({ from, to }: Stretch): readonly number[] {
    const denied: number[] = [];
    for (let i = from; i < to; i++) if (negated[i] === 1 || undone[i] === 1) denied.push(i);
    return denied;
  }

  function mark(from: number, to: number): void {
    for (let i = from; i < to; i++) negated[i] = 1;
  }

  /** A negation at `i` undertakes nothing. What else is negated there is so by another one. */
  function markUndone(i: number, item: Stretch): void {
    // "Lawful protest does not lie outside the purpose": what stands before belongs to it as well.
    const isSaidOf = /^(?:not|never)$/.test(form(i)) && AUXILIARY.test(form(i - 1));
    undone.fill(1, isSaidOf ? startOf(i, item) : i, Math.max(i + 1, reachOf(form, i, item.to)));
  }

  function markFrom(i: number, item: Stretch): void {
    if (!BEGINS.has(form(i))) return;
    if (beginsNoDifference(form(i))) {
      mark(i, endOfNoDifference(form, i, item.to, isGround));
      return;
    }
    // "Seldom will lawyers be overheard."
    if (SELDOM.test(form(i))) {
      markUndone(i, item);
      return;
    }
    const denial = new Denial(form, item, i);
    if (NEGATORS.test(form(i))) {
      if (denial.isUndone()) markUndone(i, item);
      else if (!isBounded(i) && !denial.isWished()) markNegator(i, item);
      return;
    }
    if (isInsteadOf(form, i)) {
      mark(i, Math.min(reachOf(form, i, item.to), pauseAfter(i, item.to)));
      return;
    }
    const said = startOfUntruth(form, i) || startOfGivenUp(form, i);
    if (said > 0) {
      if (denial.isDenied() || isLetIn(form, said) || isDeniedIn(said, reachOf(form, said - 1, item.to)))
        markUndone(i, item);
      else mark(i, reachOf(form, said - 1, item.to));
      return;
    }
    const alone = endOfLeavingAlone(form, i, item.to);
    if (alone > 0) {
      if (denial.isDenied()) markUndone(i, item);
      else mark(i, alone + 1);
      return;
    }
    // "Hands off lawyers": from here on.
    if (form(i) === 'hands' && form(i + 1) === 'off') {
      mark(i, reachOf(form, i + 1, item.to));
      return;
    }
    const list = headOfExclusions(form, i);
    if (list > i) {
      if (!/^(?:nothing|none|no)$/.test(form(list))) mark(i, endOfSentence(list, item.to));
      return;
    }
    const end = endOfRefusal(form, i);
    if (end > i) {
      if (denial.isDenied()) undone.fill(1, startOf(i, item), end);
      else {
        mark(startOf(i, item), end);
        mark(i, reachOf(form, end - 1, item.to));
      }
      return;
    }
    // "…, financing excepted": what stands between the commas.
    if (form(i) === 'excepted' && form(i - 1) !== 'not' && !BEING.test(form(i - 1))) {
      let start = i;
      while (start > item.from && !/^[,;:.(]$/.test(form(start - 1))) start--;
      mark(start, i + 1);
      return;
    }
    const leavesOut =
      (/^(?:leaves?|rules?)$/.test(form(i)) && form(i + 1) === 'out') ||
      (/^(?:decline|declines|exclude|renounce|prohibit|forbid|reject|refuse|refuses)$/.test(form(i)) &&
        /^(?:any|all|every|use|using|its)$/.test(form(i + 1)));
    // "to exclude them from tenders" is something that is done.
    const isDone = /^(?:them|him|her|it|an|another)$/.test(form(i + 1)) || isDemanded(i);
    if (!(RENOUNCING.test(form(i)) || leavesOut) || isDone || denial.isDenied()) return;
    // "The buyer, who forswears …, investigates": to the comma.
    const aside = /^(?:who|which)$/.test(form(i - 1)) && form(i - 2) === ',';
    mark(i, Math.min(reachOf(form, i + 1, item.to), aside ? pauseAfter(i, item.to) : item.to));
  }

  /** "to compel the Government to abstain from an act": what somebody else is to refrain from. */
  function isDemanded(i: number): boolean {
    if (form(i - 1) !== 'to') return false;
    for (let k = i - 2; k >= 0 && k > i - 9 && !/^[.;:]$/.test(form(k)); k--) {
      // "The licence obliges the buyer to refrain": that is an undertaking.
      if (BUYER.test(form(k))) return false;
      if (DEMANDS.test(form(k))) return k < i - 2 && !BEING.test(form(k - 1));
    }
    return false;
  }

  function isBounded(i: number): boolean {
    return isLimit(form, i, (k) => words[k]?.kind === 'number') && !isNoConcern(form, i);
  }

  function markNegator(i: number, item: Stretch): void {
    const here = form(i);
    const end = reachOf(form, i, item.to);
    if (here === 'without' || here === 'irrespective' || here === 'regardless') {
      mark(i, Math.min(end, pauseAfter(i, item.to), endOfGrounds(i, item.to)));
      return;
    }
    mark(i, isAside(i) ? Math.min(end, pauseAfter(i, item.to)) : end);
    // "Cartoons are not a purpose", "what they write is no business of ours": what stands before belongs to it as well.
    const denies =
      ((here === 'not' || here === 'never' || (here === 'no' && form(i + 1) === 'longer')) &&
        AUXILIARY.test(form(i - 1))) ||
      (here === 'no' && (isAtNoTime(i) || (form(i + 1) === 'longer' && words[i + 2]?.kind !== 'word')));
    const untouched = here === 'not' && form(i - 1) === ':' && form(i + 1) === 'to';
    if (!denies && !untouched && !isNoConcern(form, i)) return;
    const start = startOf(untouched ? i - 1 : i, item);
    if (!anyUse(start, i)) mark(start, i);
  }

  /** "It would be wrong to think that we do not …" */
  function isDeniedIn(from: number, to: number): boolean {
    for (let k = from; k < to; k++) if (NEGATORS.test(form(k)) || isUndoing(form, k)) return true;
    return false;
  }

  /** "The system, which shall not be used for it, prevents": a clause between commas. */
  function isAside(i: number): boolean {
    for (let k = i - 1; k >= 1 && k > i - 5; k--) if (/^(?:who|which)$/.test(form(k))) return form(k - 1) === ',';
    return false;
  }

  /** "shall at no time be …", "may on no account be …". */
  function isAtNoTime(i: number): boolean {
    return (
      /^(?:at|in|on|under)$/.test(form(i - 1)) &&
      /^(?:time|case|account|event|circumstances|circumstance|way)$/.test(form(i + 1)) &&
      AUXILIARY.test(form(i - 2))
    );
  }

  function endOfSentence(from: number, to: number): number {
    let j = from;
    while (j < to && form(j) !== '.') j++;
    return j;
  }

  /** Where the clause begins whose end is denied. */
  function startOf(i: number, item: Stretch): number {
    let start = i;
    while (
      start > item.from &&
      !/^[;:.]$/.test(form(start - 1)) &&
      !/^(?:but|while|whereas|which|who|that)$/.test(form(start - 1)) &&
      !(form(start - 1) === 'and' && hasAuxiliary(item.from, start - 1))
    )
      start--;
    return start;
  }

  /** To the next comma; a list of grounds goes on behind it: "without distinction as to religion, sex or age". */
  function pauseAfter(i: number, to: number): number {
    // "without any use for border control, tax collection or elections"
    const isOfUse = form(i) === 'without' && [1, 2].some((k) => /^(?:use|using|application)$/.test(form(i + k)));
    const isAnother = (k: number) => isUse(k) || form(k + 1) === 'of';
    const goesOn = (comma: number) =>
      groundFollows(comma, to) || (isOfUse && !isAnother(comma + 1) && continuesList(form, comma, to));
    let j = i + 1;
    while (j < to && form(j) !== ')' && (form(j) !== ',' || goesOn(j))) j++;
    return j;
  }

  /** "irrespective of faith and sex and the vetting of teachers": something is done again behind the last of the grounds. */
  function endOfGrounds(i: number, to: number): number {
    let isGrounded = false;
    for (let j = i + 1; j < to; j++) {
      isGrounded ||= isGround(j);
      if (!isGrounded || !/^(?:and|plus)$/.test(form(j)) || groundFollows(j, to)) continue;
      if (isUse(j + 1) || (form(j + 1) === 'the' && /(?:ing|ance|tion)$/.test(form(j + 2)) && form(j + 3) === 'of'))
        return j;
    }
    return to;
  }

  function groundFollows(comma: number, to: number): boolean {
    let next = comma + 1;
    while (next < to && /^(?:or|and|nor|any|other|the|of|to|their|his|her)$/.test(form(next))) next++;
    return next < to && isGround(next);
  }

  function hasAuxiliary(from: number, to: number): boolean {
    for (let k = from; k < to; k++) if (AUXILIARY.test(form(k))) return true;
    return false;
  }

  function anyUse(from: number, to: number): boolean {
    for (let k = from; k < to; k++) if (isUse(k)) return true;
    return false;
  }
}
