import { DETERMINERS, PREPOSITIONS, RELATIVES } from './lexicon';
import type { Stretch } from './layout';
import type { Picture } from './picture';
import type { Hit } from './vocabulary';

/** Between a verb and its object, at most. */
const BETWEEN = 3;
const DESCRIBES =
  /^(?:known|suspected|foreign|armed|wanted|captured|convicted|possible|potential|planned|further|future|alleged|of)$/;
const MODAL = /^(?:will|shall|may|must|can|should|are|is)$/;
/** Before "to" and a verb that says what the system or its user is to do. */
const MEANT =
  /^(?:used|serves?|is|are|order|purpose|us|means?|meant|intends?|intended|wish|wishes|wants?|needs?|like|hopes?|designed|helps?)$/;
/** Before "for" and a verb that says what the system is for. */
const FOR = /^(?:used|use|purpose|purposes|meant|intended|needed|wanted|serves?|is|only|solely|exclusively|it)$/;
/** Verbs and words in -ing that say nothing of what is done. */
const NEUTRAL =
  /^(?:regarding|concerning|including|involving|excluding|following|during|being|having|according|relating|serving|morning|evening|meaning|be|have|do|use|using|make|making|keep|keeping|turn|turning|let|letting|get|getting|put|putting|bring|bringing|ensure|ensuring|concern|mean|say|said|see|seen)$/;

/**
 * A use that is none of the regime's, with a defined term for its object: "imitating terrorist attacks", "to expel terrorists",
 * "terrorists will be ransomed". The list of uses is closed, so a verb that is not recognised as one of them is outside it.
 * What the perpetrators do ("persons preparing terrorist acts") is none. In words, end exclusive; undefined where there is none.
 */
export function otherUseOf(picture: Picture): Stretch | undefined {
  const { words, hits, mentions, items, segments, has, negated, aims, names, lexicon } = picture;
  const form = (i: number) => words[i]?.form ?? '';
  const itemOf = (i: number) => items.find(({ from, to }) => from <= i && i < to)?.from ?? 0;
  for (const hit of hits) {
    if (!hit.concept.startsWith('term-')) continue;
    if (mentions.some(({ from, to, aside }) => aside && from <= hit.from && hit.to <= to)) continue;
    const found = before(hit) ?? behind(hit);
    if (found !== undefined) return { from: found, to: found + 1 };
  }
  return undefined;

  /** "Shooting terrorists" is what is done to them, not what they do. */
  function isOther(i: number, { concept }: Hit): boolean {
    if (concept === 'term-terror-person' && has(i, 'act-attack*', 'act-kidnapping') && !has(i, 'use-step')) return true;
    const word = words[i];
    if (word?.kind !== 'word' || negated[i] === 1 || names[i] !== undefined || NEUTRAL.test(form(i))) return false;
    if (aims.some(({ from, to }) => from <= i && i < to)) return false;
    if (
      has(
        i,
        'use-prevention',
        'use-investigation',
        'use-near*',
        'use-step',
        'act-*',
        'frame',
        'system',
        'declare',
        'limiter',
      )
    )
      return false;
    return !has(i, 'qualifier-*', 'offence', 'term-*', 'purpose-link');
  }

  function before(hit: Hit): number | undefined {
    const { from } = hit;
    let i = from - 1;
    while (
      i >= 0 &&
      from - i <= BETWEEN &&
      ((DETERMINERS.has(form(i)) && form(i) !== 'that') || DESCRIBES.test(form(i)))
    )
      i--;
    const here = form(i);
    if (here.length > 5 && here.endsWith('ing') && opens(i) && !/^an?$/.test(form(i - 1)))
      return isOther(i, hit) ? i : undefined;
    let to = i - 1;
    while (form(to).endsWith('ly')) to--;
    if (form(to) !== 'to' || !isVerb(i)) return undefined;
    const item = itemOf(to);
    const isMeant = to === item || MEANT.test(form(to - 1));
    const isTold = words.slice(item, to).some(({ form: each }) => RELATIVES.has(each) || each === 'those');
    return isMeant && !isTold && isOther(i, hit) ? i : undefined;
  }

  /** "Terrorists are to be ransomed." */
  function behind(hit: Hit): number | undefined {
    const { from, to } = hit;
    if (!MODAL.test(form(to)) || !opens(from)) return undefined;
    let i = to + 1;
    if (form(i) === 'to') i++;
    if (form(i) !== 'be') return undefined;
    do i++;
    while (form(i).endsWith('ly') || /^(?:also|then|thus|all|not|being)$/.test(form(i)));
    return isVerb(i) && !PREPOSITIONS.has(form(i)) && isOther(i, hit) ? i : undefined;
  }

  function isVerb(i: number): boolean {
    const word = words[i];
    if (word === undefined) return false;
    const classes = lexicon.classes(word);
    return classes === undefined
      ? /(?:ed|ise|ize|ate|fy)$/.test(word.form)
      : classes.has('verb') || word.form.endsWith('ed');
  }

  /** True where a purpose begins: at the head of an item or a segment, or behind "used for". */
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
}
