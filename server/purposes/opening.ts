import { DETERMINERS } from './lexicon';
import type { Picture } from './picture';

/** Before "to" and a verb that says what is meant to be done. */
const MEANT =
  /^(?:used|serves?|is|are|order|purpose|us|means?|meant|intends?|intended|wish|wishes|wants?|needs?|like|hopes?|designed|helps?)$/;
/** Before "for" and a verb that says what the system is for. */
const FOR = /^(?:used|use|purpose|purposes|meant|intended|needed|wanted|serves?|is|only|solely|exclusively|it)$/;
/** Words by which a certificate speaks of the system, its user and its purpose. */
const SPEAKER = /^(?:we|us|our|this|use|uses|purpose|purposes|task|request)$/;

/** Tells where a purpose begins. Word indices. */
export interface Openings {
  /** True for a noun or a word in -ing with which a purpose begins: at the head of an item or a segment, or behind "used for". */
  readonly opens: (i: number) => boolean;
  /** Where "to" stands before the verb at `i`, if that verb says what somebody means to do; undefined elsewhere. */
  readonly infinitive: (i: number) => number | undefined;
  /** True where it is the system or its user of whom that is said: not in "devices used to bomb trains", "they mean to kill". */
  readonly isOfSystem: (to: number) => boolean;
  /** The first word of the item in which a word stands. */
  readonly itemOf: (i: number) => number;
}

/** Where the purposes of a statement begin. */
export function openingsOf({ words, items, segments, has, mentions }: Picture): Openings {
  const form = (i: number) => words[i]?.form ?? '';
  const itemOf = (i: number) => items.find(({ from, to }) => from <= i && i < to)?.from ?? 0;
  return { opens, infinitive, isOfSystem, itemOf };

  function opens(i: number): boolean {
    let start = i;
    while (start > 0 && DETERMINERS.has(form(start - 1)) && form(start - 1) !== 'those') start--;
    const item = itemOf(i);
    if (start === item) return true;
    if (form(start - 1) === 'for') return start - 1 === item || FOR.test(form(start - 2)) || has(start - 2, 'system');
    return segments.some(
      ({ from }) =>
        from > item &&
        from < start &&
        words
          .slice(from, start)
          .every(({ form: each, kind }) => kind === 'sign' || /^(?:and|or|also|then|as|well|plus)$/.test(each)),
    );
  }

  function infinitive(i: number): number | undefined {
    let to = i - 1;
    while (form(to).endsWith('ly')) to--;
    if (form(to) !== 'to') return undefined;
    return to === itemOf(to) || MEANT.test(form(to - 1)) ? to : undefined;
  }

  function isOfSystem(to: number): boolean {
    const item = itemOf(to);
    if (to === item) return true;
    if (mentions.some(({ from }) => item <= from && from < to)) return false;
    let isSaid = false;
    for (let i = item; i < to - 1; i++) {
      if (/^(?:who|whom|which|that|those|against)$/.test(form(i))) return false;
      isSaid ||= SPEAKER.test(form(i)) || has(i, 'system', 'organisation-head');
    }
    return isSaid;
  }
}
