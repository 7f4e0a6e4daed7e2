import type { Aim } from './aims';
import { AUXILIARIES, COORDINATORS, PREPOSITIONS, RELATIVES } from './lexicon';
import type { Stretch } from './layout';
import type { HasConcept } from './names';
import type { Penalty } from './penalty';
import type { Readings } from './readings';
import type { Segment } from './segments';
import type { Hit } from './vocabulary';
import type { Word } from './words';

/** Something against which a use may be directed: a defined term, an act, an offence, a class of offences. */
export interface Mention extends Stretch {
  readonly kind: 'term' | 'act' | 'offence' | 'class';
  /** All that it was recognised as, by the names of the vocabulary. */
  readonly concepts: readonly string[];
  readonly segment: number;
  readonly item: number;
  /** An act that is called terrorist. */
  terror: boolean;
  aim: Aim | undefined;
  /** What danger or loss stands beside it. */
  qualifier: 'present' | 'absent' | 'denied';
  penalties: Penalty[];
  /** A definition given on the spot: by the certificate itself, or by something else. */
  definition: { inside: boolean; to: number } | undefined;
  /** In the words of an aim, a demand, a victim: not what the use is directed against. */
  aside: boolean;
}

export interface MentionContext {
  readonly words: readonly Word[];
  readonly items: readonly Stretch[];
  readonly segments: readonly Segment[];
  readonly hits: readonly Hit[];
  readonly acts: Readings['acts'];
  readonly aims: readonly Aim[];
  readonly penalties: readonly Penalty[];
  readonly has: HasConcept;
  readonly negated: (i: number) => boolean;
  readonly isName: (i: number) => boolean;
}

/** Words between what a heading names and its sentence, at most: "class B felonies under the Code (max. 20 y.): …". */
const HEADING = 14;

/** Words between two offences that share a sentence, at most, and where it is said to be that of each. */
const NEAR = 7;
const FAR = 12;

/** So many letters tell an offence from others. */
const STEM = 6;

const KIND = (concept: string): Mention['kind'] | undefined =>
  concept.startsWith('term-')
    ? 'term'
    : concept.startsWith('act-')
      ? 'act'
      : concept === 'offence'
        ? 'offence'
        : concept === 'class-word' || concept === 'crime'
          ? 'class'
          : undefined;

/** Finds the mentions and gives each what belongs to it: its aim, its qualifier, its sentence, its definition. */
export function findMentions(context: MentionContext): readonly Mention[] {
  const { words, items, segments, hits, acts, aims, penalties, has, isName } = context;
  const form = (i: number) => words[i]?.form ?? '';
  const mentions: Mention[] = [];
  const segmentOf = (i: number) => segments.findIndex(({ from, to }) => from <= i && i < to);

  const relevant = hits
    .filter(({ concept }) => KIND(concept) !== undefined)
    .sort((a, b) => a.from - b.from || b.to - a.to);
  for (const hit of relevant) {
    const kind = KIND(hit.concept);
    if (!kind) continue;
    const segment = segmentOf(hit.from);
    const last = mentions.findLast((other) => other.segment === segment);
    // Two names of one thing: overlapping words, or words of one phrase.
    if (last && (hit.from < last.to || joins(last, hit, kind))) {
      const better = rank(kind) > rank(last.kind) && hit.from <= last.to;
      mentions[mentions.indexOf(last)] = {
        ...last,
        kind: better ? kind : last.kind,
        concepts: [...last.concepts, hit.concept],
        to: hit.from < last.to + 2 ? Math.max(last.to, hit.to) : last.to,
      };
      continue;
    }
    mentions.push({
      kind,
      concepts: [hit.concept],
      from: hit.from,
      to: hit.to,
      segment,
      item: segments[segment]?.item ?? 0,
      terror: false,
      aim: undefined,
      qualifier: 'absent',
      penalties: [],
      definition: undefined,
      aside: false,
    });
  }
  for (const mention of mentions) describe(mention);
  for (const [m, mention] of mentions.entries())
    if (isCalledTerroristBefore(mentions[m - 1], mention)) mention.terror = true;
  attachPenalties();
  return mentions;

  function rank(kind: Mention['kind']): number {
    return { class: 0, offence: 1, act: 2, term: 3 }[kind];
  }

  /** "terrorist bombings and hijackings": what one act is called the next is called as well. */
  function isCalledTerroristBefore(before: Mention | undefined, { kind, from }: Mention): boolean {
    if (!before || before.kind === 'offence' || kind !== 'act' || before.to >= from || from - before.to > 2)
      return false;
    if (!words.slice(before.to, from).every(({ form: each }) => /^(?:,|and|or)$/.test(each))) return false;
    if (before.terror) return true;
    for (let i = before.from; i < before.to; i++) if (has(i, 'terror-adjective')) return true;
    return false;
  }

  /** "heroin trafficking", "the bombing of a bus by gunmen": one thing in several words. */
  function joins(last: Mention, hit: Hit, kind: Mention['kind']): boolean {
    if (hit.from - last.to > 6) return false;
    const between = words.slice(last.to, hit.from);
    if (
      between.some(
        ({ form: each, kind: sort }) =>
          (sort === 'sign' && each !== '-') || COORDINATORS.has(each) || RELATIVES.has(each),
      )
    )
      return false;
    if (
      between.some((_, k) => penalties.some((p) => p.from <= last.to + k && last.to + k < p.to) || isName(last.to + k))
    )
      return false;
    if (between.length === 0 || (between.length === 1 && between[0]?.form === '-')) return true;
    if (kind === 'term' && last.kind !== 'term')
      return hit.concept === 'term-terror-person' ? false : between.length < 2;
    const linkedByPreposition =
      PREPOSITIONS.has(between[0]?.form ?? '') && !/^(?:for|as|before|after|under)$/.test(between[0]?.form ?? '');
    if (kind === 'class') return false;
    return (
      (last.kind === kind ||
        (last.kind === 'act' && kind === 'offence') ||
        (last.kind === 'offence' && kind === 'act')) &&
      (linkedByPreposition || last.kind === 'act') &&
      !between.some(({ form: each }) => AUXILIARIES.has(each))
    );
  }

  function describe(mention: Mention): void {
    const segment = segments[mention.segment];
    const item = items[mention.item];
    if (!segment || !item) return;
    for (let i = Math.max(segment.from, mention.from - 2); i < mention.to; i++)
      if (has(i, 'terror-adjective')) mention.terror = true;
    if (mention.kind === 'act')
      for (let i = mention.to; i < Math.min(segment.to, mention.to + 12); i++) {
        // "kidnapping of minors by terrorist organisations"
        if (/^[,;.:]$/.test(form(i))) break;
        if (form(i) === 'by' && [i + 1, i + 2, i + 3].some((k) => has(k, 'term-terror-person'))) mention.terror = true;
      }
    const own = aims.filter((aim) => aim.from >= item.from && aim.to <= item.to);
    const inside = own.find((aim) => aim.from <= mention.from && mention.to <= aim.to + 1);
    mention.aside = inside !== undefined && !own.some((aim) => aim !== inside);
    // What follows an aim in the same segment is what the perpetrators demand.
    if (
      own.some((aim) => aim.to <= mention.from && aim.from >= segment.from) &&
      mentions.some(
        (other) =>
          other !== mention && other.kind === 'act' && other.segment === mention.segment && other.from < mention.from,
      )
    )
      mention.aside = true;
    mention.aim =
      own.find((aim) => aim.from >= mention.from) ??
      own.find((aim) => aim.from >= segment.from && aim.to <= segment.to) ??
      own.find((aim) => aim.to <= mention.from && onlyItemAct(mention));
    mention.aim ??= aims.find((aim) => headsList(aim, mention.from));
    // An aim in another sentence of the statement counts where this one has no act of its own beside it.
    mention.aim ??= aims.find(
      (aim) =>
        aim.from >= mention.to &&
        !mentions.some(
          (other) => other !== mention && other.kind === 'act' && other.from > mention.to && other.from < aim.from,
        ),
    );
    const qualifiers = hits.filter(
      ({ concept, from, to }) => concept.startsWith('qualifier-') && from >= item.from && to <= item.to,
    );
    const denied = qualifiers.some(({ concept }) => concept === 'qualifier-denied');
    const life = qualifiers.some(({ concept }) => concept === 'qualifier-life');
    const loss = qualifiers.some(({ concept }) => concept === 'qualifier-loss');
    const enough = life || (loss && mention.concepts.some((concept) => acts[concept] === 'life-or-loss'));
    mention.qualifier = enough && !denied ? 'present' : denied ? 'denied' : 'absent';
    mention.definition = definitionAfter(mention, segment, item);
  }

  /** "where done to intimidate a population: (a) murder; (b) hostage-taking": an aim that is stated for all that a list holds. */
  function headsList({ to }: Stretch, from: number): boolean {
    let colon = to;
    while (colon < from && form(colon) !== ':' && !/^[.;]$/.test(form(colon))) colon++;
    if (form(colon) !== ':' || colon >= from) return false;
    for (let i = colon + 1; i < from; i++) if (form(i) === '.' && words[i - 1]?.kind === 'word') return false;
    return true;
  }

  function onlyItemAct(mention: Mention): boolean {
    return mentions.filter((other) => other.item === mention.item && other.kind === 'act' && !other.aside).length <= 1;
  }

  /** "as defined in the annex", "within the meaning of our Code", "meaning any conduct that …". */
  function definitionAfter(mention: Mention, segment: Segment, item: Stretch): Mention['definition'] {
    for (let k = mention.to; k < Math.min(item.to, mention.to + 4); k++) {
      const verb = hits.find((hit) => hit.concept === 'definition-verb' && hit.from === k);
      if (!verb) continue;
      let inside = false;
      let outside = false;
      let end = verb.to;
      for (let m = verb.to; m < Math.min(item.to, verb.to + 10); m++) {
        if (/^[,;.)]$/.test(form(m)) || (COORDINATORS.has(form(m)) && !isName(m))) break;
        end = m + 1;
        if (has(m, 'definition-inside')) inside = true;
        else if (has(m, 'definition-outside') || isName(m)) outside = true;
      }
      if (inside || outside) return { inside, to: end };
    }
    return undefined;
  }

  /** Each sentence belongs to the offence before it; one that stands first, to the offence after it. */
  function attachPenalties(): void {
    const bearers = mentions.filter(
      (mention) =>
        mention.kind !== 'term' &&
        !mention.aside &&
        (mention.kind !== 'class' || (isClass(mention) && !isLabel(mention))),
    );
    for (const penalty of penalties) {
      const under = headed(penalty, bearers);
      if (under.length > 0) {
        for (const mention of under) mention.penalties.push(penalty);
        continue;
      }
      const before = bearers.filter((mention) => mention.to <= penalty.from + 1 && near(mention, penalty));
      const nearest = before.at(-1);
      if (nearest) {
        nearest.penalties.push(penalty);
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
      if (mention.penalties.length === 0)
        mention.penalties.push(...(namedBy(mention, bearers) ?? saidBefore(mention, bearers)));
  }

  /** "Offence: fraud.": the label of a form. */
  function isLabel({ to }: Mention): boolean {
    return form(to) === ':' && mentions.some(({ kind, from }) => kind !== 'class' && from > to && from < to + 4);
  }

  /** "an offence that carries twelve years, namely trafficking": the sentence of the class that is named in full. */
  function namedBy({ from, item }: Mention, bearers: readonly Mention[]): readonly Penalty[] | undefined {
    const named = bearers.findLast((other) => other.kind === 'class' && other.item === item && other.to <= from);
    const sentence = named?.penalties.at(-1);
    if (!named || !sentence || sentence.to > from) return undefined;
    const isNamed = words.slice(sentence.to, from).some(({ form: each }) => /^(?:namely|viz|wit)$/.test(each));
    return isNamed ? named.penalties : undefined;
  }

  /** "Espionage carries life, and the investigation of espionage is what we ask for": the same offence named again. */
  function saidBefore(mention: Mention, bearers: readonly Mention[]): readonly Penalty[] {
    const { from, to, kind } = mention;
    // "the theft of ships": another one than theft.
    if (kind === 'class' || to - from > 3 || /^(?:of|from|by|in)$/.test(form(to))) return [];
    const same = bearers.find(
      (other) => other !== mention && other.kind !== 'class' && other.penalties.length > 0 && haveStem(mention, other),
    );
    return same?.penalties ?? [];
  }

  /** "rustlers of cattle" and "cattle rustling": each word of the one begins like a word of the other. "Aggravated robbery" is another than robbery. */
  function haveStem({ from, to }: Stretch, other: Stretch): boolean {
    const stems = words
      .slice(from, to)
      .filter(({ kind, form: each }) => kind === 'word' && !PREPOSITIONS.has(each))
      .map(({ form: each }) => each.slice(0, STEM));
    return (
      stems.some(({ length }) => length === STEM) &&
      stems.every((stem) => words.slice(other.from, other.to).some(({ form: each }) => each.startsWith(stem)))
    );
  }

  /** "Category A felonies (max. 10 y.): arson, robbery.": the heading and all that stands under it. */
  function headed({ from, to }: Stretch, bearers: readonly Mention[]): readonly Mention[] {
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
    if (isEach(mention, penalty)) return true;
    return (
      between[0] === '(' &&
      !mentions.some((other) => other !== mention && other.penalties.some((own) => own !== penalty))
    );
  }

  /** "forgery and bribery, each of them punishable by …" */
  function isEach({ to }: Mention, penalty: Penalty): boolean {
    return words
      .slice(to, penalty.to + 2)
      .some(({ form: each }) => /^(?:each|both|all|either|respectively|sections|articles|arts|ss|§§)$/.test(each));
  }

  function near(mention: Mention, penalty: Stretch): boolean {
    // A sentence in the next item belongs to the offence only where that item is about nothing else.
    const itemOfPenalty = items.findIndex(({ from, to }) => from <= penalty.from && penalty.from < to);
    return itemOfPenalty - mention.item <= 3;
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
