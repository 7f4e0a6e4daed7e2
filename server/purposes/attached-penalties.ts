import { COORDINATORS, PREPOSITIONS } from './lexicon';
import type { Stretch } from './layout';
import { namesOffence, type Mention } from './mention';
import type { Penalty } from './penalty';
import type { Word } from './words';

/** Words between what a heading names and its sentence, at most: "class B felonies under the Code (max. 20 y.): …". */
const HEADING = 14;

/** Words between two offences that share a sentence, at most, and where it is said to be that of each. */
const NEAR = 7;
const FAR = 12;

/** What is trafficked in, of all that is found as an offence by itself. */
const TRADED =
  /^(?:heroin|cocaine|opium|opiates|cannabis|hashish|amphetamines?|methamphetamine|fentanyl|captagon|khat|drugs|narcotics|weapons|arms|firearms|ammunition|explosives|women|children|migrants|organs|ivory)$/;

/** So many letters tell an offence from others. */
const STEM = 6;

/** What it takes to tell which offence a sentence is for. */
export interface PenaltyContext {
  readonly words: readonly Word[];
  readonly items: readonly Stretch[];
  readonly mentions: readonly Mention[];
  readonly penalties: readonly Penalty[];
  /** Offences that punish expression, whose sentences are not judged. */
  readonly expressions: readonly Stretch[];
}

/**
 * Gives each sentence of imprisonment to the offences that it is for: the one before it, or, where it stands first, the one after
 * it; all those under a heading that states it, that share it, or that are named again.
 */
export function attachPenalties({ words, items, mentions, penalties, expressions }: PenaltyContext): void {
  const form = (i: number) => words[i]?.form ?? '';
  const itemOf = (i: number) => items.findIndex(({ from, to }) => from <= i && i < to);
  const bearers = mentions.filter(
    (mention) =>
      (mention.kind !== 'term' || namesOffence(mention)) &&
      !mention.aside &&
      (mention.kind !== 'class' || (isClass(mention) && !isLabel(mention))),
  );
  for (const penalty of penalties) {
    const under = headed(penalty);
    if (under.length > 0) {
      for (const mention of under) mention.penalties.push(penalty);
      continue;
    }
    const before = bearers.filter((mention) => mention.to <= penalty.from + 1 && near(mention, penalty));
    const nearest = before.at(-1);
    if (isOfExpression(penalty, nearest)) continue;
    if (nearest) {
      nearest.penalties.push(penalty);
      const named = namedBefore(nearest);
      if (named) named.penalties.push(penalty);
      // "slavery and human trafficking (life)": offences joined by "and" share what stands in brackets behind the last,
      // or what is said of each of them.
      if (!isShared(nearest, penalty)) continue;
      for (let k = bearers.indexOf(nearest) - 1; k >= 0; k--) {
        const earlier = bearers[k];
        const next = bearers[k + 1];
        if (!earlier || !next || earlier.penalties.length > 0) break;
        if (!isJoined(earlier.to, next.from, isEach(nearest, penalty) ? FAR : NEAR)) break;
        earlier.penalties.push(penalty);
      }
      continue;
    }
    const after = bearers.find((mention) => mention.from >= penalty.to);
    if (after) after.penalties.push(penalty);
  }
  for (const mention of bearers)
    if (mention.penalties.length === 0) mention.penalties.push(...(namedBy(mention) ?? saidBefore(mention)));

  /** "insult to the monarch (twelve years) and illegal betting": what stands behind such an offence is its own. */
  function isOfExpression(penalty: Stretch, nearest: Stretch | undefined): boolean {
    return expressions.some(
      ({ from, to }) =>
        to <= penalty.from && (!nearest || from > nearest.from) && itemOf(from) === itemOf(penalty.from),
    );
  }

  /** "Offence: fraud.": the label of a form. */
  function isLabel({ to }: Mention): boolean {
    return form(to) === ':' && mentions.some(({ kind, from }) => kind !== 'class' && from > to && from < to + 4);
  }

  /** "murder, an offence that carries life": what the class is said of. */
  function namedBefore(mention: Mention): Mention | undefined {
    const before = bearers[bearers.indexOf(mention) - 1];
    if (mention.kind !== 'class' || !before || before.kind === 'class' || before.penalties.length > 0) return undefined;
    const between = words.slice(before.to, mention.from).map(({ form: each }) => each);
    const article = between[1] === 'which' ? between[3] : between[1];
    if (between.length <= 4 && between[0] === ',' && /^an?$/.test(article ?? '')) return before;
    // "murder is an offence for which …", "abduction is by section 9 a felony of …", "murder is investigated, a crime …"
    const isSaid = /^(?:is|are|being|constitutes?)$/.test(between[0] ?? '') && /^an?$/.test(between.at(-1) ?? '');
    return isSaid &&
      between.length <= 7 &&
      !between.some((each) => /^(?:[;:.]|and|not|with|alongside|like|besides|than|from|as)$/.test(each))
      ? before
      : undefined;
  }

  /** "an offence that carries twelve years, namely trafficking": the sentence of the class that is named in full. */
  function namedBy({ from, item }: Mention): readonly Penalty[] | undefined {
    const named = bearers.findLast((other) => other.kind === 'class' && other.item === item && other.to <= from);
    const sentence = named?.penalties.at(-1);
    if (!named || !sentence || sentence.to > from) return undefined;
    const isNamed = words.slice(sentence.to, from).some(({ form: each }) => /^(?:namely|viz|wit)$/.test(each));
    return isNamed ? named.penalties : undefined;
  }

  /** "Espionage carries life, and the investigation of espionage is what we ask for": the same offence named again. */
  function saidBefore(mention: Mention): readonly Penalty[] {
    const { from, to, kind } = mention;
    // "the theft of ships": another one than theft.
    if (kind === 'class' || to - from > 3 || /^(?:of|from|by|in)$/.test(form(to))) return [];
    const same = bearers.find(
      (other) => other !== mention && other.kind !== 'class' && other.penalties.length > 0 && haveStem(mention, other),
    );
    return same?.penalties ?? [];
  }

  /** "rustlers of cattle" and "cattle rustling": each word of the one begins like a word of the other. "Aggravated robbery" is another than robbery. */
  function haveStem(mention: Stretch, other: Stretch): boolean {
    const stems = contentOf(mention).map((each) => each.slice(0, STEM));
    const own = contentOf(other);
    // "arson", "fraud": what is so short says it whole.
    const isOf = (each: string, stem: string) =>
      stem.length === STEM ? each.startsWith(stem) : each === stem || each === `${stem}s`;
    return (
      stems.some(({ length }) => length >= STEM - 2) &&
      stems.every((stem) => own.some((each) => isOf(each, stem))) &&
      // "Tax fraud" is another than fraud; so much is let to a longer word as it was named before.
      (stems.some(({ length }) => length === STEM) || own.length === stems.length)
    );
  }

  /** The words of a name without the prepositions between them. */
  function contentOf({ from, to }: Stretch): readonly string[] {
    return words
      .slice(from, to)
      .filter(({ kind, form: each }) => kind === 'word' && !PREPOSITIONS.has(each))
      .map(({ form: each }) => each);
  }

  /** "Category A felonies (max. 10 y.): arson, robbery.": the heading and all that stands under it. */
  function headed({ from, to }: Stretch): readonly Mention[] {
    // "(max. 10 y.):"
    let colon = to;
    while (/^[.)]$/.test(form(colon))) colon++;
    if (form(colon) !== ':') return [];
    const nearest = bearers.findLast((mention) => mention.to <= from + 1 && near(mention, { from, to }));
    if (nearest?.penalties.length === 0 && (nearest.kind !== 'class' || from - nearest.to >= HEADING)) return [];
    let end = colon + 1;
    while (end < words.length && !isSentenceEnd(end)) end++;
    const under = bearers.filter((mention) => mention.from > colon && mention.to <= end);
    const hasOwn = penalties.some((other) => other.from > colon && other.to <= end);
    if (hasOwn || under.length === 0) return [];
    return nearest?.kind === 'class' && nearest.penalties.length === 0 ? [nearest, ...under] : under;
  }

  function isSentenceEnd(i: number): boolean {
    return /^[.;]$/.test(form(i)) && /^(?:\p{Lu}|-|$)/u.test(words[i + 1]?.text ?? '');
  }

  function isShared(mention: Mention, penalty: Penalty): boolean {
    const between = words.slice(mention.to, penalty.to + 2).map((word) => word.form);
    if (between.some((each) => /^(?:last|latter|former)$/.test(each))) return false;
    if (isEach(mention, penalty) || isSameTrade(mention)) return true;
    return (
      between[0] === '(' &&
      !mentions.some((other) => other !== mention && other.penalties.some((own) => own !== penalty))
    );
  }

  /** "trafficking in cocaine and heroin": one offence with two objects, of which the second is found by itself. */
  function isSameTrade(mention: Mention): boolean {
    const before = bearers[bearers.indexOf(mention) - 1];
    return (
      before !== undefined &&
      mention.to - mention.from === 1 &&
      TRADED.test(form(mention.from)) &&
      mention.from - before.to === 1 &&
      /^(?:and|or|,)$/.test(form(before.to)) &&
      words.slice(before.from, before.to).some(({ form: each }) => /^(?:in|of)$/.test(each))
    );
  }

  /** "forgery and bribery, each of them punishable by …" */
  function isEach({ to }: Mention, penalty: Penalty): boolean {
    return words
      .slice(to, penalty.to + 2)
      .some(({ form: each }) =>
        /^(?:each|both|all|either|none|neither|respectively|sections|articles|arts|ss|§§)$/.test(each),
      );
  }

  function near(mention: Mention, penalty: Stretch): boolean {
    // A sentence in the next item belongs to the offence only where that item is about nothing else.
    return itemOf(penalty.from) - mention.item <= 3;
  }

  /** A class of offences is one by its sentence: "offences punishable by …". */
  function isClass(mention: Mention): boolean {
    return (
      penalties.some((penalty) => penalty.from >= mention.to && penalty.from - mention.to < 22) ||
      penalties.some((penalty) => penalty.to <= mention.from && mention.from - penalty.to < 6)
    );
  }

  function isJoined(from: number, to: number, most: number): boolean {
    const between = words.slice(from, to);
    if (between.length > most || between.some(({ form: each }) => /^[;.:()–—]$/.test(each))) return false;
    return between.some(({ form: each }) => COORDINATORS.has(each) || each === ',');
  }
}
