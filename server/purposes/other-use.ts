import { COORDINATORS, DETERMINERS, PREPOSITIONS, RELATIVES } from './lexicon';
import type { Stretch } from './layout';
import type { Openings } from './opening';
import type { Picture } from './picture';
import type { Hit } from './vocabulary';

/** How far before a term its verb stands, at most. */
const NEAR = 3;
/** The same where the term stands somewhere in the object: "predicting the economic cost of terrorism". */
const FAR = 8;
/** Between a verb and a term that is its object. */
const DESCRIBES =
  /^(?:known|suspected|foreign|armed|wanted|captured|convicted|possible|potential|planned|further|future|alleged|of)$/;
/** What an investigation gathers or follows, and what prevention makes smaller. */
const FINDS =
  /^(?:evidence|proof|traces?|leads?|whereabouts|warnings?|threads?|footsteps|clues?|data|information|intelligence|knowledge|dangers?|risks?|threats?|harm|plans?|planning|structures?|messages|routes?|networks?|identity|identities|movements)$/;
const MODAL = /^(?:will|shall|may|must|can|should|are|is)$/;
/** Verbs, and words in -ing, that say nothing of what is done; and pronouns that end like them. */
const NEUTRAL =
  /^(?:regarding|concerning|including|involving|excluding|following|during|being|having|according|relating|serving|morning|evening|meaning|be|have|do|use|using|make|making|keep|keeping|turn|turning|let|letting|get|getting|put|putting|bring|bringing|ensure|ensuring|concern|mean|say|said|see|seen|spread|spreading|sow|sowing|anything|something|everything|nothing|committed|perpetrated|planned|prepared|carried|reported|resolved)$/;

/**
 * A use that is none of the regime's: one with a defined term for its object ("imitating terrorist attacks", "to expel
 * terrorists", "terrorists will be ransomed"), or an act of the list that is to be committed ("to hijack an aircraft in order to
 * …"). The list of uses is closed, so a verb that is not recognised as one of them is outside it. What the perpetrators do
 * ("persons preparing terrorist acts") is none. In words, end exclusive; undefined where there is none.
 */
export function otherUseOf(picture: Picture, openings: Openings): Stretch | undefined {
  const { words, hits, mentions, has, negated, aims, names, penalties, lexicon } = picture;
  const form = (i: number) => words[i]?.form ?? '';
  const { opens, infinitive, isOfSystem, itemOf } = openings;
  const isUse = words.map((_, i) => has(i, 'use-prevention', 'use-investigation', 'use-near*', 'use-step'));
  // Where a use of the list or a sentence stands as well, what is farther away may be what that is directed against.
  const reach = penalties.length > 0 || isUse.includes(true) ? NEAR : FAR;
  for (const hit of hits) {
    // "conducting terrorism investigations"
    if (!hit.concept.startsWith('term-') || isUse[hit.to] === true) continue;
    if (mentions.some(({ from, to, aside }) => aside && from <= hit.from && hit.to <= to)) continue;
    const found = before(hit) ?? behind(hit);
    if (found !== undefined) return { from: found, to: found + 1 };
  }
  const act = mentions.find(({ kind, from }) => kind === 'act' && isDone(from));
  return act && { from: act.from, to: act.from + 1 };

  /** "To hijack an aircraft in order to compel the Government": the user is to commit it, not to prevent it. */
  function isDone(i: number): boolean {
    const to = infinitive(i);
    if (to === undefined || !isOfSystem(to) || negated[i] === 1 || aims.some(({ from }) => from === i || from === to))
      return false;
    if (words.some(({ form: each }) => each === 'against') || /^(?:it|them)$/.test(form(i + 1))) return false;
    // "To poison the reservoir: this is what we prevent"; "to hijack an aircraft, and to prevent terrorist acts" is two things.
    const item = itemOf(i);
    return !isUse.some(
      (each, k) => each && itemOf(k) === item && !(form(k - 1) === 'to' && /^(?:and|or|,)$/.test(form(k - 2))),
    );
  }

  /** "Shooting terrorists" is what is done to them, not what they do. */
  function isOther(i: number, { concept }: Hit): boolean {
    if (concept === 'term-terror-person' && has(i, 'act-attack*', 'act-kidnapping') && !has(i, 'use-step')) return true;
    const word = words[i];
    if (word?.kind !== 'word' || negated[i] === 1 || names[i] !== undefined || NEUTRAL.test(form(i))) return false;
    if (aims.some(({ from, to }) => from <= i && i < to)) return false;
    if (isUse[i] === true || has(i, 'act-*', 'frame', 'system', 'declare', 'limiter')) return false;
    return !has(i, 'qualifier-*', 'offence', 'term-*', 'purpose-link');
  }

  /** The verb that governs a term, if it is none of the list: right before it, or with other words of its object between. */
  function before(hit: Hit): number | undefined {
    for (let i = hit.from - 1; i >= 0 && hit.from - i <= reach && isOneObject(i); i--) {
      if (isHead(i)) return isOther(i, hit) ? i : undefined;
      if (reach === NEAR && !DETERMINERS.has(form(i)) && !DESCRIBES.test(form(i))) return undefined;
    }
    return undefined;
  }

  function isOneObject(i: number): boolean {
    const here = form(i);
    if (words[i]?.kind !== 'word' || isUse[i] === true || here === 'by' || here === 'that') return false;
    return !RELATIVES.has(here) && !COORDINATORS.has(here) && !FINDS.test(here);
  }

  /** A word in -ing, or a verb behind "to", with which a purpose begins. */
  function isHead(i: number): boolean {
    const here = form(i);
    if (here.length > 5 && here.endsWith('ing') && opens(i)) return !/^an?$/.test(form(i - 1));
    const to = infinitive(i);
    if (to === undefined || !isVerb(i)) return false;
    return !words.slice(itemOf(to), to).some(({ form: each }) => RELATIVES.has(each) || each === 'those');
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
}
