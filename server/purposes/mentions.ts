import type { Aim } from './aims';
import { attachPenalties } from './attached-penalties';
import { definitionAfter } from './definition';
import { AUXILIARIES, COORDINATORS, PREPOSITIONS, RELATIVES } from './lexicon';
import type { Stretch } from './layout';
import type { Mention } from './mention';
import type { HasConcept } from './names';
import type { Penalty } from './penalty';
import { qualifierOf } from './qualifier';
import type { Readings } from './readings';
import type { Segment } from './segments';
import type { Hit } from './vocabulary';
import type { Word } from './words';

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

/** Offences by which something comes from hand to hand. */
const MOVES =
  /^(?:illegal|illicit|unlawful|smuggl\w+|traffic\w+|thefts?|steal\w*|robber\w+|trade|trading|dealing|sales?|import\w*|export\w*|hoard\w*|stockpil\w*|stor\w+|possess\w*|buying|purchas\w+|procur\w+|acqui\w+|mak\w+|produc\w+)$/;

/** What is seized as evidence. */
const EVIDENCE =
  /^(?:phones?|telephones?|handsets?|mobiles?|devices?|laptops?|computers?|tablets?|servers?|hardware|drives?|disks?|discs?|sticks?|memory|cards?|sim|data|files?|records?|documents?|papers?|letters?|notebooks?|diar(?:y|ies)|mails?|e|emails?|messages?|material|materials|media|evidence|exhibits?|drugs?|weapons?|explosives|money|cash|goods|items?|objects?|property|photographs?|recordings?|footage|samples?)$/;

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
  const { words, items, segments, hits, aims, penalties, has, isName } = context;
  const form = (i: number) => words[i]?.form ?? '';
  const mentions: Mention[] = [];
  const segmentOf = (i: number) => segments.findIndex(({ from, to }) => from <= i && i < to);

  const relevant = hits
    .filter(({ concept }) => KIND(concept) !== undefined)
    // "Section 233 threatens the smuggler with ten years."
    .filter(({ concept, from }) => concept !== 'act-threat' || form(from) !== 'threatens' || !isLaw(from - 1))
    .filter(({ concept, from, to }) => concept !== 'act-seizure-of-transport' || !isOfEvidence(from, to))
    .sort((a, b) => a.from - b.from || b.to - a.to);
  for (const hit of relevant) {
    const kind = KIND(hit.concept);
    if (!kind) continue;
    const segment = segmentOf(hit.from);
    const last = mentions.findLast((other) => other.segment === segment);
    // Two names of one thing: overlapping words, or words of one phrase.
    if (last && (hit.from < last.to || joins(last, hit, kind))) {
      // "the smuggling of grenades" brings weapons from hand to hand, and is an act of the list as well as an offence.
      const isMoved = hit.concept === 'act-weapons' && form(last.to) === 'of' && MOVES.test(form(last.from));
      const better = rank(kind) > rank(last.kind) && hit.from <= (isMoved ? last.to + 1 : last.to);
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
      isSpared: false,
      penalties: [],
      definition: undefined,
      aside: false,
    });
  }
  for (const mention of mentions) describe(mention);
  for (const [m, mention] of mentions.entries())
    if (isCalledTerroristBefore(mentions[m - 1], mention)) mention.terror = true;
  attachPenalties({
    words,
    items,
    mentions,
    penalties,
    expressions: hits.filter(({ concept }) => concept === 'expression-offence'),
  });
  return mentions;

  /** "seized telephones", "devices seized from terrorists", "seized of the matter": what the police takes as evidence. */
  function isOfEvidence(from: number, to: number): boolean {
    if (form(from) !== 'seized') return false;
    return form(to) === 'of' || [-4, -3, -2, -1, 1, 2].some((k) => EVIDENCE.test(form(from + k)));
  }

  function isLaw(i: number): boolean {
    return isName(i) && (words[i]?.kind === 'number' || /^(?:act|code|law|ordinance|decree|statute)$/.test(form(i)));
  }

  function rank(kind: Mention['kind']): number {
    return { class: 0, offence: 1, act: 2, term: 3 }[kind];
  }

  /**
   * "terrorist bombings and hijackings": what one act is called the next is called as well. "Terrorist attacks, and possession of
   * explosives" are two things.
   */
  function isCalledTerroristBefore(before: Mention | undefined, { kind, from, concepts }: Mention): boolean {
    if (!before || before.kind === 'offence' || kind !== 'act' || before.to >= from || from - before.to > 2)
      return false;
    if (!words.slice(before.to, from).every(({ form: each }) => /^(?:,|and|or)$/.test(each))) return false;
    if (
      concepts.includes('act-weapons') ||
      (before.kind === 'term' && from - before.to === 2 && form(before.to) === ',')
    )
      return false;
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
    mention.aside = inside !== undefined && own.every((aim) => aim.from <= mention.to + 1 && mention.to <= aim.to + 1);
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
    // "…, in order that the population be intimidated; those attacks are investigated"
    if (/^(?:such|these|those|said)$/.test(form(mention.from - 1)))
      mention.aim ??= aims.findLast((aim) => aim.to <= mention.from);
    // An aim in another sentence of the statement counts where this one has no act of its own beside it.
    mention.aim ??= aims.find(
      (aim) =>
        aim.from >= mention.to &&
        !mentions.some(
          (other) => other !== mention && other.kind === 'act' && other.from > mention.to && other.from < aim.from,
        ),
    );
    Object.assign(mention, qualifierOf(context, mention.concepts, item));
    mention.definition = definitionAfter(context, mention, item);
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
}
