import type { Stretch } from './layout';
import type { Word } from './words';

const NEGATORS =
  /^(?:not|never|neither|nor|no|without|nobody|none|nothing|cannot|excluding|barring|irrespective|regardless)$/;
const FORBIDDING =
  /^(?:prohibited|forbidden|excluded|barred|banned|disallowed|impermissible|inadmissible|outlawed|precluded)$/;
const RENOUNCING =
  /^(?:refrain|refrains|abstain|abstains|desist|renounces?|excludes?|prohibits?|forbids?|disclaims?|rejects?|eschews?|exempts?|precludes?|bars|spares)$/;
const AUXILIARY = /^(?:is|are|was|were|shall|will|may|must|can|does|do|should|would|be|has|have)$/;

/**
 * Marks the words that a negation reaches: what is named there is an undertaking, not a purpose. Words that look like
 * negations and are limits ("not less than", "not only", "no other purpose") reach nothing.
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
  for (const item of items) for (let i = item.from; i < item.to; i++) markFrom(i, item);
  return negated;

  function mark(from: number, to: number): void {
    for (let i = from; i < to; i++) negated[i] = 1;
  }

  function markFrom(i: number, item: Stretch): void {
    const here = form(i);
    if (isName(i)) return;
    if (NEGATORS.test(here) && !isLimit(i)) {
      const end = reach(i, item.to);
      if (here === 'without' || here === 'irrespective' || here === 'regardless') {
        mark(i, Math.min(end, pauseAfter(i, item.to)));
        return;
      }
      mark(i, end);
      // "Cartoons are not a purpose", "no union … will be monitored": what stands before belongs to it as well.
      if ((here === 'not' || here === 'never') && AUXILIARY.test(form(i - 1))) {
        let start = i;
        while (
          start > item.from &&
          !/^[;:.]$/.test(form(start - 1)) &&
          !/^(?:but|while|whereas|which|who|that)$/.test(form(start - 1)) &&
          !(form(start - 1) === 'and' && hasAuxiliary(item.from, start - 1))
        )
          start--;
        if (!anyUse(start, i)) mark(start, i);
      }
      return;
    }
    if (
      (here === 'rather' && form(i + 1) === 'than') ||
      (here === 'instead' && form(i + 1) === 'of') ||
      (here === 'exclusion' && form(i + 1) === 'of') ||
      (here === 'opposed' && form(i + 1) === 'to')
    ) {
      mark(i, Math.min(reach(i, item.to), pauseAfter(i, item.to)));
      return;
    }
    const out =
      (here === 'ruled' && form(i + 1) === 'out') ||
      (here === 'off' && form(i + 1) === 'limits') ||
      (here === 'out' && form(i + 1) === 'of' && form(i + 2) === 'bounds');
    if ((FORBIDDING.test(here) || out) && form(i - 1) !== 'not' && form(i - 2) !== 'not') {
      let start = i;
      while (start > item.from && !/^[;:.]$/.test(form(start - 1))) start--;
      mark(start, i + 1);
      mark(i, reach(i, item.to));
      return;
    }
    const leavesOut =
      (here === 'leaves' || here === 'rules' || here === 'leave' || here === 'rule') && form(i + 1) === 'out';
    if ((RENOUNCING.test(here) || leavesOut) && form(i - 1) !== 'not') mark(i, reach(i + 1, item.to));
  }

  function isLimit(i: number): boolean {
    const here = form(i);
    const next = form(i + 1);
    if (here === 'no')
      return (
        /^(?:less|more|fewer|later|longer|shorter|matter|other|purpose|further|additional|wider|lower|\.|doubt|sooner|task|one)$/.test(
          next,
        ) || words[i + 1]?.kind === 'number'
      );
    if (here === 'none') return /^(?:other|but|else)$/.test(next);
    if (here === 'nothing') return /^(?:else|more|beyond|further|besides|but|other|wider|short)$/.test(next);
    if (here === 'nobody') return /^(?:else|but)$/.test(next);
    if (here === 'without')
      return /^(?:limitation|exception|being|this|prejudice|exhausting|delay|charge|undue|fail)$/.test(next);
    if (here === 'never') return /^(?:mind)$/.test(next);
    if (here === 'not' || here === 'cannot') {
      if (
        /^(?:only|less|more|exceeding|merely|under|below|above|over|just|limited|restricted|confined|exclusively|later|longer|refrain|abstain|desist|exclude|prohibited|exhaustive|solely|least|yet|unlike|infrequently|surprisingly)$/.test(
          next,
        )
      )
        return true;
      if (next === 'be' && /^(?:restricted|limited|confined|prohibited|excluded)$/.test(form(i + 2))) return true;
      if (next === 'to' && form(i + 2) === 'exceed') return true;
      if (next === 'so' && form(i + 2) === 'much') return true;
    }
    return false;
  }

  /** To the end of the clause: a full stop, "but", or a new clause that affirms. */
  function reach(from: number, to: number): number {
    let j = from + 1;
    while (j < to) {
      if (/^(?:but|;|\.|:|–|—)$/.test(form(j)) || /^(?:while|whereas|though)$/.test(form(j))) break;
      if ((form(j) === ',' || form(j) === 'and') && affirms(j + 1, to)) break;
      j++;
    }
    return j;
  }

  function affirms(from: number, to: number): boolean {
    if (!/^(?:but|and|it|its|the|this|we|they|our|only|all|what|i)$/.test(form(from)) && form(from - 1) !== ',')
      return false;
    for (let k = from; k < Math.min(to, from + 14); k++) {
      if (/^[,;.]$/.test(form(k)) && k > from + 1) return false;
      if (/^(?:not|never|nor|neither|no|or)$/.test(form(k))) return false;
      if (/^(?:shall|will|may|is|are|serves?|used|use|exclusively|solely|only|covers?|must)$/.test(form(k)))
        return true;
    }
    return false;
  }

  /** To the next comma; a list of grounds goes on behind it: "without distinction as to religion, sex or age". */
  function pauseAfter(i: number, to: number): number {
    let j = i + 1;
    while (j < to && form(j) !== ')' && (form(j) !== ',' || groundFollows(j, to))) j++;
    return j;
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
