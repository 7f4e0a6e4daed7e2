import { COORDINATORS } from './lexicon';
import type { Stretch } from './layout';
import type { Mention } from './mention';
import type { HasConcept } from './names';
import type { Penalty } from './penalty';
import type { Hit } from './vocabulary';
import type { Word } from './words';

/** How far behind a term the verb may stand that defines it: "Serious Crimes" as defined …, "Serious Crimes" in this undertaking means …. */
const NEAR = 4;
const FAR = 8;

/** How many words behind the verb say by what a term is defined. */
const REACH = 10;

/** What may stand between a term and "means" or "mean": closing quotation marks, for what paper it is said, by whom. */
const LEADS =
  /^(?:["”'’»,)]|here|herein|hereinafter|which|in|for|to|us|we|i|this|these|the|our|present|prevention|investigation|office|ministry|service|police|force|state|country|courts?|purposes?|paper|undertaking|certificate|declaration|instrument|document|deed|law|form|statement|contract|agreement|licen[cs]e|shall|will|always|only)$/;

/** Papers of the certificate by which a term may be defined: "what the annex says". A "form of dissent" is none of them. */
const PAPERS =
  /^(?:annex|appendix|certificate|declaration|licen[cs]e|undertaking|regime|regime['’]s|schedule|attachment|definitions?|exporter|exporting|herein|hereto)$/;

/** What it takes to tell what a statement says that a term means. */
export interface DefinitionContext {
  readonly words: readonly Word[];
  readonly hits: readonly Hit[];
  readonly penalties: readonly Penalty[];
  readonly has: HasConcept;
  readonly isName: (i: number) => boolean;
}

/**
 * How a statement defines a term: "as defined in the annex", "within the meaning of our Code", "meaning any conduct that …". A
 * term redefined on the spot is judged by its new meaning, so that one which "means" what is not on the list is outside it.
 * Undefined where it is not defined, or by what the list has. `item`: the words in which the definition may stand.
 */
export function definitionAfter(
  { words, hits, penalties, has, isName }: DefinitionContext,
  mention: Stretch,
  item: Stretch,
): Mention['definition'] {
  const form = (i: number) => words[i]?.form ?? '';
  let isLed = true;
  for (let k = mention.to; k < Math.min(item.to, mention.to + FAR); k++) {
    const verb =
      k < mention.to + NEAR ? hits.find((hit) => hit.concept === 'definition-verb' && hit.from === k) : undefined;
    const found = verb ? byVerb(verb.to) : isLed && isMeans(k) ? byMeans(k + 1) : undefined;
    if (found) return found;
    isLed &&= LEADS.test(form(k));
  }
  return undefined;

  function byVerb(from: number): Mention['definition'] {
    let inside = false;
    let outside = false;
    let end = from;
    for (let m = from; m < Math.min(item.to, from + REACH); m++) {
      if (/^[,;.)]$/.test(form(m)) || (COORDINATORS.has(form(m)) && !isName(m))) break;
      end = m + 1;
      if (has(m, 'definition-inside')) inside = true;
      else if (has(m, 'definition-outside') || isName(m)) outside = true;
    }
    return inside || outside ? { inside, to: end, isNew: false } : undefined;
  }

  /** "Serious crimes" means …, "by serious crimes we mean …"; not "in the mean time", "by means of explosives". */
  function isMeans(i: number): boolean {
    return (
      /^means?$/.test(form(i)) &&
      !/^(?:of|to|time)$/.test(form(i + 1)) &&
      !/^(?:the|of|by|our|this|these|in)$/.test(form(i - 1))
    );
  }

  function byMeans(from: number): Mention['definition'] {
    let start = from;
    // "means, for the purposes of this certificate, …"
    if (form(start) === ',')
      for (let k = start + 1; k < Math.min(item.to, start + REACH); k++)
        if (form(k) === ',') {
          start = k + 1;
          break;
        }
    let end = start;
    while (end < item.to && !/^[;.]$/.test(form(end)) && !goesOn(end)) end++;
    if (start >= item.to || form(start) === '(' || saysInside(start, end)) return undefined;
    return { inside: false, to: Math.min(end, start + REACH), isNew: true };
  }

  /** "…, and the Item shall be used to investigate Serious Crimes": what is done then is no part of the definition. */
  function goesOn(i: number): boolean {
    return (
      /^(?:,|and)$/.test(form(i)) &&
      [1, 2, 3].some(
        (k) => has(i + k, 'system', 'use-prevention', 'use-investigation') || /^(?:we|it)$/.test(form(i + k)),
      )
    );
  }

  /** What a term is said to mean is on the list: an act, another term, a sentence that may be long enough, what the annex says. */
  function saysInside(from: number, to: number): boolean {
    const own = hits.filter((hit) => hit.from >= mention.from && hit.to <= mention.to).map(({ concept }) => concept);
    for (let i = from; i < to; i++)
      if (PAPERS.test(form(i)) && /^(?:in|by|under|to|of|the|this)$/.test(form(i - 1))) return true;
    // The term itself counts where it is what the definition says, and not behind a comma, where something else is said.
    const isSaid = (hit: Hit) =>
      !own.includes(hit.concept) || !words.slice(from, hit.from).some(({ form: each }) => each === ',');
    return (
      hits.some((hit) => hit.from >= from && hit.to <= to && /^(?:act-|term-)/.test(hit.concept) && isSaid(hit)) ||
      penalties.some((penalty) => penalty.from >= from && penalty.to <= to)
    );
  }
}
