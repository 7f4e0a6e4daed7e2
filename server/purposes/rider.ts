import { PREPOSITIONS } from './lexicon';
import type { Stretch } from './layout';
import type { Picture } from './picture';

/** At most so many words ride along. */
const LONGEST = 6;
/** Words that end like something that is done. */
const DOING = /(?:ing|[ts]ion|ment|ance|ysis)$/;
/** What such words may be recognised as; whatever else is recognised has a place in the statement. */
const ELSEWHERE = /^(?:use-other-[a-z]+|system|person|person-noun)$/;

/**
 * Something more that is done, set by "and" behind the end of a statement: "… in order to compel the Government and satellite
 * mapping". It is read for a part of what stands before it, and is a purpose of its own of which nothing is recognised.
 * In words, end exclusive; undefined where there is none.
 */
export function riderOf(picture: Picture): Stretch | undefined {
  const { words, negated, names, hits, aims, penalties } = picture;
  const form = (i: number) => words[i]?.form ?? '';
  let to = words.length;
  while (to > 0 && words[to - 1]?.kind === 'sign') to--;
  let from = to;
  while (from > 0 && words[from - 1]?.kind !== 'sign' && !/^(?:and|plus)$/.test(form(from - 1))) from--;
  const length = to - from;
  if (length === 0 || length > LONGEST || !/^(?:and|plus)$/.test(form(from - 1))) return undefined;
  const first = form(from);
  if (PREPOSITIONS.has(first) || /^(?:its|their|his|her|our|not)$/.test(first)) return undefined;
  // "tracing and arresting the smugglers": one thing that is done, in two words.
  if (DOING.test(form(from - 2)) && DOING.test(first)) return undefined;
  // "at schools and kindergartens": two places behind one preposition.
  if (length === 1 && !DOING.test(first) && PREPOSITIONS.has(form(from - 3))) return undefined;
  const overlaps = (other: Stretch) => other.from < to && from < other.to;
  if (aims.some(overlaps) || penalties.some(overlaps)) return undefined;
  const outside = hits.filter((hit) => hit.concept === 'outside' && overlaps(hit));
  const own = hits.filter(
    (hit) => overlaps(hit) && !outside.some(({ from: a, to: b }) => a <= hit.from && hit.to <= b),
  );
  if (own.some(({ concept }) => !ELSEWHERE.test(concept))) return undefined;
  for (let i = from; i < to; i++)
    if (negated[i] === 1 || names[i] !== undefined || words[i]?.kind === 'number') return undefined;
  const isDone = DOING.test(first) || DOING.test(form(to - 1)) || outside.length > 0;
  return isDone ? { from, to } : undefined;
}
