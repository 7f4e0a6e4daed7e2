import { COORDINATORS } from './lexicon';
import type { Stretch } from './layout';
import type { Openings } from './opening';
import type { Picture } from './picture';

/** How far behind the term "from" stands, at most. */
const FAR = 6;
/** What somebody who is suspected may still do like anybody else. */
const CIVIL =
  /^(?:voting|marrying|working|studying|teaching|receiving|inheriting|adopting|owning|registering|praying|suing|appealing|complaining|seeing|attending|drawing)$/;
/** What makes it of the act after all: "from receiving precursors". */
const OF_ACT =
  /^(?:weapons?|explosives?|arms|precursors?|chemicals?|training|instructions?|orders|money|funds|ammunition|bombs?|control)$/;

/**
 * Those who are suspected of what is on the list are to be kept from what is not: "to prevent persons suspected of terrorism from
 * voting". The list permits to prevent acts, not what else somebody does. In words, end exclusive; undefined where there is none.
 */
export function keptFromOf(picture: Picture, openings: Openings): Stretch | undefined {
  const { words, hits, has, negated } = picture;
  const form = (i: number) => words[i]?.form ?? '';
  const { opens, infinitive } = openings;
  const isKept = words.some(
    (_, i) => has(i, 'use-prevention', 'use-near-prevention') && (opens(i) || infinitive(i) !== undefined),
  );
  if (!isKept) return undefined;
  for (const { concept, to } of hits) {
    if (!concept.startsWith('term-')) continue;
    for (let i = to; i < to + FAR && words[i]?.kind === 'word' && !COORDINATORS.has(form(i)); i++) {
      if (form(i) !== 'from' || negated[i] === 1 || !CIVIL.test(form(i + 1))) continue;
      const rest = [2, 3, 4, 5, 6].map((k) => i + k);
      if (rest.some((k) => OF_ACT.test(form(k)) || has(k, 'act-*', 'term-*', 'offence', 'act-any'))) return undefined;
      return { from: i + 1, to: i + 2 };
    }
  }
  return undefined;
}

/**
 * True for what terrorists are to be prevented from doing: "from renting a truck", "from obstructing investigations". It is their
 * deed and no use of the system, whatever verb it is.
 */
export function isPreventedDeed({ words, hits, has }: Picture, i: number): boolean {
  const form = (k: number) => words[k]?.form ?? '';
  if (form(i - 1) !== 'from' || !form(i).endsWith('ing') || CIVIL.test(form(i))) return false;
  return hits.some(({ concept, from, to }) => {
    if (!concept.startsWith('term-terror') || to > i - 1 || i - 1 - to > FAR) return false;
    return [1, 2, 3].some((k) => has(from - k, 'use-prevention', 'use-near-prevention'));
  });
}
