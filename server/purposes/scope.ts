import { Denial } from './denial';
import type { Stretch } from './layout';
import { isLimit } from './limits';
import { reachOf } from './reach';
import { endOfLeavingAlone, endOfRefusal, headOfExclusions, isInsteadOf, isNoConcern } from './refusals';
import type { Word } from './words';

const NEGATORS =
  /^(?:not|never|neither|nor|no|without|nobody|none|nothing|cannot|excluding|barring|irrespective|regardless)$/;
const RENOUNCING =
  /^(?:refrain|refrains|abstain|abstains|desist|renounces?|excludes?|prohibits?|forbids?|disclaims?|rejects?|eschews?|exempts?|precludes?|spares|forswears?|forgoes|repudiates?)$/;
const AUXILIARY = /^(?:is|are|was|were|shall|will|may|must|can|does|do|should|would|be|has|have|remains?)$/;
const BEING = /^(?:is|are|was|were|be|been|being|remains?|stands?|stays?)$/;

/** Every word by which one of the ways begins in which something is undertaken: most words are none of them. */
const BEGINS = new Set(
  `not never neither nor no without nobody none nothing cannot excluding barring irrespective regardless
   rather instead exclusion opposed leave leaves leaving hands left off out ruled unlawful illegal excepted rule rules
   prohibited forbidden excluded barred banned disallowed impermissible inadmissible outlawed precluded refused declined rejected renounced
   forsworn spared untouched exempt exempted refrain refrains abstain abstains desist renounce renounces exclude excludes prohibit prohibits
   forbid forbids disclaim disclaims reject rejects eschew eschews exempts preclude precludes spares forswear forswears
   forgoes repudiate repudiates decline declines refuse refuses`.split(/\s+/),
);

/**
 * Marks the words that a negation reaches: what is named there is an undertaking, not a purpose. Words that look like
 * negations and are limits ("not less than", "not only", "no other purpose") reach nothing; nor does a negation that is
 * itself denied ("is not excluded", "no one will be spared"), or wished for ("so that the State may not …"). It ends before an
 * exception ("unless he preaches").
 */
export function markNegated(
  words: readonly Word[],
  items: readonly Stretch[],
  isName: (i: number) => boolean,
  isUse: (i: number) => boolean,
  isGround: (i: number) => boolean,
): Uint8Array {
  const negated = new Uint8Array(words.length);
  const form = (i: number) => words[i]?.form ?? '';
  for (const item of items) for (let i = item.from; i < item.to; i++) if (!isName(i)) markFrom(i, item);
  return negated;

  function mark(from: number, to: number): void {
    for (let i = from; i < to; i++) negated[i] = 1;
  }

  function markFrom(i: number, item: Stretch): void {
    if (!BEGINS.has(form(i))) return;
    const denial = new Denial(form, item, i);
    if (NEGATORS.test(form(i))) {
      if (!isBounded(i) && !denial.isUndone() && !denial.isWished()) markNegator(i, item);
      return;
    }
    if (isInsteadOf(form, i)) {
      mark(i, Math.min(reachOf(form, i, item.to), pauseAfter(i, item.to)));
      return;
    }
    const alone = endOfLeavingAlone(form, i, item.to);
    if (alone > 0) {
      if (!denial.isDenied()) mark(i, alone + 1);
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
      if (!denial.isDenied()) {
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
    const isDone = /^(?:them|him|her|it|an|another)$/.test(form(i + 1));
    if (!(RENOUNCING.test(form(i)) || leavesOut) || isDone || denial.isDenied()) return;
    // "The buyer, who forswears …, investigates": to the comma.
    const aside = /^(?:who|which)$/.test(form(i - 1)) && form(i - 2) === ',';
    mark(i, Math.min(reachOf(form, i + 1, item.to), aside ? pauseAfter(i, item.to) : item.to));
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
      ((here === 'not' || here === 'never') && AUXILIARY.test(form(i - 1))) || (here === 'no' && isAtNoTime(i));
    const untouched = here === 'not' && form(i - 1) === ':' && form(i + 1) === 'to';
    if (!denies && !untouched && !isNoConcern(form, i)) return;
    const start = startOf(untouched ? i - 1 : i, item);
    if (!anyUse(start, i)) mark(start, i);
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
    let j = i + 1;
    while (j < to && form(j) !== ')' && (form(j) !== ',' || groundFollows(j, to))) j++;
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
