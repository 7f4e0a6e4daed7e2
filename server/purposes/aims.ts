import { AUXILIARIES } from './lexicon';
import type { Stretch } from './layout';
import type { AimReadings } from './readings';
import type { Hit } from './vocabulary';
import type { Word } from './words';

/** Words that state one of the regime's aims. */
export interface Aim extends Stretch {
  /** The id of the regime's list. */
  readonly id: string;
}

/** Names of institutions that also describe buildings, people and things: an institution only where nothing follows. */
const ALSO_ADJECTIVE =
  /^(?:government|state|country|nation|province|capital|army|military|council|court|parliament|ministry|union|department|commission|public|city|village|town|republic|embassy|federal|society|authority)$/;

const NONE: readonly Hit[] = [];

/** Every aim that the words state in one of the ways of `readings`, in order. */
export function findAims(
  words: readonly Word[],
  items: readonly Stretch[],
  hits: readonly Hit[],
  readings: AimReadings,
  isNoun: (i: number) => boolean,
  isVerb: (i: number) => boolean,
): readonly Aim[] {
  const form = (i: number) => words[i]?.form ?? '';
  const aims: Aim[] = [];
  const by = new Map<string, Hit[]>();
  for (const hit of hits) {
    const same = by.get(hit.concept);
    if (same) same.push(hit);
    else by.set(hit.concept, [hit]);
  }
  const of = (concept: string, { from, to }: Stretch): readonly Hit[] =>
    by.get(concept)?.filter((hit) => hit.from >= from && hit.to <= to) ?? NONE;

  for (const item of items) {
    for (const { id, concept } of readings.said)
      for (const hit of of(concept, item)) aims.push({ id, from: hit.from, to: hit.to });
    // "who want the Government to resign", "if the State does not": a public body from which an act is wanted.
    for (const { id, link, body } of readings.asked)
      for (const mark of of(link, item)) {
        const asked = of(body, { from: mark.from, to: clauseEnd(mark.to, item.to, 9) }).find(
          (other) => stands(other) && (isSubject(mark, other) || isAskedToAct(other.to)),
        );
        if (asked) aims.push({ id, from: mark.from, to: asked.to });
      }
    for (const { id, verb, object, reach, linked } of readings.composed)
      for (const hit of of(verb, item)) {
        if (linked === true && !isLinked(hit, item)) continue;
        const end = clauseEnd(hit.to, item.to, reach);
        const after = of(object, { from: hit.from + 1, to: end }).find((other) => stands(other));
        if (after) {
          aims.push({ id, from: hit.from, to: after.to });
          continue;
        }
        const before = of(object, { from: Math.max(item.from, hit.from - 8), to: hit.from }).findLast((other) =>
          isPassive(other.to, hit),
        );
        if (before) aims.push({ id, from: before.from, to: hit.to });
      }
  }
  return aims.sort((a, b) => a.from - b.from);

  /** "the government building" is no government. */
  function stands(hit: Hit): boolean {
    if (hit.to - hit.from > 1 || !ALSO_ADJECTIVE.test(form(hit.from))) return true;
    return !(
      words[hit.to]?.kind === 'word' &&
      isNoun(hit.to) &&
      words[hit.to - 1]?.text.toLowerCase().endsWith("'s") !== true &&
      !/^(?:to|into|that|of|and|or)$/.test(form(hit.to))
    );
  }

  /** "in order that the Government disown its treaty": whatever verb it is, the body is to do it. "So that" says less. */
  function isSubject({ to }: Stretch, body: Hit): boolean {
    if (form(to - 1) !== 'that' || form(to - 2) === 'so' || body.from - to > 2) return false;
    return !isNoun(body.to) && words[body.to - 1]?.text.endsWith("'s") !== true;
  }

  /** What follows is something that the body is to do: "to resign", "frees", "shall drop". */
  function isAskedToAct(from: number): boolean {
    for (let i = from; i < from + 5; i++) {
      const here = form(i);
      if (here === 'to' || /^(?:shall|will|should|would|must|does|do|may|not|never|into|be)$/.test(here)) return true;
      if (/^[,;:.]$/.test(here) || here === '') return false;
      if (isVerb(i) && i > from - 1) return true;
      if (!/^(?:of|the|and|for|in|on)$/.test(here) && words[i]?.capital !== true) return false;
    }
    return false;
  }

  /**
   * "the population be intimidated", "the people to tremble", "on the ministry in order to make it yield"; not "passengers,
   * committed in order to frighten a witness".
   */
  function isPassive(from: number, { from: to, to: end }: Hit): boolean {
    const between = words.slice(from, to);
    // "on the ministry in order to make it yield"
    const isOfBody = [to + 1, end].some((i) => /^(?:it|them)$/.test(form(i)));
    return (
      between.some(({ form: each }) => AUXILIARIES.has(each) || each === 'to') &&
      !between.some(({ text }) => /^[,;:.]$/.test(text)) &&
      of('purpose-link', { from, to }).every((link) => to - from - (link.to - link.from) <= 1 && isOfBody)
    );
  }

  function clauseEnd(from: number, limit: number, reach: number): number {
    let commas = 0;
    let i = from;
    while (i < limit && i < from + reach) {
      if (/^[;:.]$/.test(form(i))) break;
      if (form(i) === ',' && ++commas > 1) break;
      i++;
    }
    return i;
  }

  /** True where words that mark a purpose stand shortly before. The "order" of "in order to" is such a mark, and orders nothing. */
  function isLinked(hit: Hit, item: Stretch): boolean {
    const links = of('purpose-link', { from: Math.max(item.from, hit.from - 7), to: hit.to + 1 });
    return links.length > 0 && !links.some(({ from, to }) => from <= hit.from && hit.to < to);
  }
}
