import { COORDINATORS, PREPOSITIONS, RELATIVES } from './lexicon';
import type { Stretch } from './layout';
import type { Openings } from './opening';
import type { Picture } from './picture';

/** How far behind what hinders the investigation stands that is hindered, at most. */
const FAR = 5;
const INQUIRY = /^(?:arrests?|investigations?|inquir(?:y|ies)|enquir(?:y|ies)|prevention|prosecutions?|acquittals?)$/;
const INQUIRING = /^(?:investigating|inquiring|enquiring|detecting|preventing|prosecuting|looking|solving)$/;
const INQUIRED = /^(?:investigated|detected|prosecuted|examined|solved)$/;
const INQUIRER =
  /^(?:police|policemen|officers?|investigators?|detectives?|magistrates?|judges?|courts?|prosecutors?|authorities|inspectors?)$/;

/** Inside the object, what begins another. */
const GOES_ON = /^(?:including|alongside|then|plus|their|its|this|that|these|such)$/;

/**
 * The investigation or prevention itself is to be hindered: "to obstruct the investigation of serious crimes", "prevention of
 * inquiries", "to stop the police from investigating". It reads like a use of the list and is the contrary. Only where a
 * purpose begins with it: whoever evades an investigation is an offender, and who prevents that, does what the list permits. In
 * words, end exclusive; undefined where there is none.
 */
export function hinderedOf(picture: Picture, openings: Openings): Stretch | undefined {
  const { words, hits, negated, penalties } = picture;
  const form = (i: number) => words[i]?.form ?? '';
  // "Obstructing an investigation (seven years)" is an offence of its own.
  if (penalties.length > 0) return undefined;
  const { opens, infinitive, isOfSystem, itemOf } = openings;
  for (const { concept, from, to } of hits) {
    if (concept !== 'hindrance' || negated[from] === 1) continue;
    const before = infinitive(from);
    if (!opens(from) && (before === undefined || !isOfSystem(before))) continue;
    const end = inquiryBehind(to) ?? inquirersBehind(to);
    if (end !== undefined) return { from, to: end };
  }
  return undefined;

  /** "the courts' thorough investigation", "terrorism inquiries" */
  function inquiryBehind(from: number): number | undefined {
    const start = /^(?:of|into)$/.test(form(from)) ? from + 1 : from;
    for (let i = start; i < start + FAR && isOneObject(i) && itemOf(i) === itemOf(from - 1); i++) {
      // "prevention of terrorist acts including their investigation" is one thing and another.
      if (i > start && GOES_ON.test(form(i))) return undefined;
      if (INQUIRY.test(form(i))) return i + 1;
    }
    return undefined;
  }

  /** "the police from investigating", "serious crimes from being investigated" */
  function inquirersBehind(from: number): number | undefined {
    let isInquirer = false;
    for (let i = from; i < from + FAR + 2 && words[i]?.kind === 'word' && !COORDINATORS.has(form(i)); i++) {
      isInquirer ||= INQUIRER.test(form(i));
      if (form(i) !== 'from') continue;
      if (isInquirer && INQUIRING.test(form(i + 1))) return i + 2;
      if (form(i + 1) === 'being' && INQUIRED.test(form(i + 2))) return i + 3;
    }
    return undefined;
  }

  function isOneObject(i: number): boolean {
    const here = form(i);
    return words[i]?.kind === 'word' && !PREPOSITIONS.has(here) && !COORDINATORS.has(here) && !RELATIVES.has(here);
  }
}
