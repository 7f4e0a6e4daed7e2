import { complementOf } from './complement';
import { foreignIn } from './foreign';
import { hinderedOf } from './hindered';
import type { Flaw, Judgement } from './judge';
import { isPreventedDeed, keptFromOf } from './kept-from';
import type { Language } from './language';
import type { Stretch } from './layout';
import { FUNCTION_WORDS } from './lexicon';
import { likelihoodOf } from './likelihood';
import { notOnlyOf } from './not-only';
import { openingsOf } from './opening';
import { otherUseOf } from './other-use';
import type { Picture } from './picture';
import { riderOf } from './rider';
import { decode, unlikeliest } from './tagger/decode';
import { stretchedOf } from './stretched';
import { isUndertakenAt, isUndertakingAlone } from './undertaking';
import type { Word } from './words';

/** A word is reported from this probability on that something is wrong with it. Less names more rules beside the right one. */
const LIKELY = 0.6;

/**
 * The risk, at most, that a statement of one sentence is permitted wrongly: the probability that something is wrong with the
 * whole, and that something is wrong with its worst word, added up. Where the grammar recognised nothing inside the list it is
 * four fifths of it. This number and the next three were chosen on statements that were not learned from: less stops more of all, and
 * lets fewer of the mixed ones pass.
 */
const RISK = 0.5;
const UNRECOGNISED = 0.8;

/**
 * The same for several sentences: the worst word of many is worse, though nothing be wrong. A quarter of it where one of them
 * names a maximum that stays below the threshold.
 */
const SEVERAL = 0.8;

/**
 * The same where one of several sentences names an offence that punishes expression: none of these is on the list, however high its
 * maximum, and it takes more to be sure that it is only mentioned.
 */
const OF_EXPRESSION = 0.5;

/**
 * From so many findings of the grammar on, in a statement of which it recognised no more than one part in four as inside the
 * list, the tagger's word is not enough: pages about something else are unlike all that it was taught with.
 */
const MANY = 12;
const FEW = 4;

/** Why the grammar finds what the tagger cannot take back. */
const CERTAIN = new Set(['redefined', 'spared', 'unlimited']);
/** What is certain where an undertaking not to do it is taken back. */
const TAKEN_BACK = /^(?:expression-|status-|demonym|broad|outside|use-other)/;

/** What a field is filled with that is left open. "N/A" would be no language to whoever looks for words. */
const BLANK = /^[\s"'(]*(?:purposes?\s*:\s*)?(?:n\s?[/.]?\s?a\.?|none|nil|not applicable)[\s"').]*$/i;

/** By how much the worst word must be more likely to be marked than the others, to be marked alone. */
const NEAR = 0.02;

/**
 * What is wrong with a statement, by two readers. The grammar says what is recognised; the tagger, which also knows what
 * the grammar made of each word, names what is wrong, and says how sure it is. A statement passes only when it is sure enough
 * of the worst word and of the whole, and no rule stands against it: what was not understood is reported, not passed.
 */
export function flawsOf(picture: Picture, judgement: Judgement, { network, describer }: Language): readonly Flaw[] {
  if (BLANK.test(picture.text))
    return [{ rule: 'purpose-too-broad', from: 0, to: picture.words.length, why: 'nothing said' }];
  if (!network || judgement.flaws.some(({ rule }) => rule === 'purpose-not-assessed')) return judgement.flaws;
  // What a statement undertakes not to do is no purpose, whatever it is. On a condition it may be one after all.
  const undertaken = (i: number) => isUndertakenAt(picture, i);
  const { words: likely, whole } = likelihoodOf(picture, judgement, { network, describer });
  const open = notOnlyOf(picture);
  const named = (sure: number) =>
    decode(picture.words, likely, network.labels, sure)
      .filter(({ from, to }) => !isUndertaken(picture, from, to))
      .map((flaw) => (open && flaw.from < open.to && open.from < flaw.to ? openEnded(open) : onSentence(picture, flaw)))
      .filter((flaw, i, all) => all.findIndex(({ rule, from }) => rule === flaw.rule && from === flaw.from) === i);
  const inside = judgement.inside.filter(Boolean).length;
  const isElsewhere = judgement.flaws.length >= MANY && inside <= judgement.inside.length / FEW;
  const least = unlikeliest(picture.words, likely, network.labels, undertaken);
  const bearable = bearableOf(picture, judgement, inside);
  const isSaying = says(picture);
  if (isSaying && !isElsewhere && whole + (1 - least) < bearable) {
    const foreign = foreignIn(picture);
    if (foreign) return [{ rule: 'purpose-not-assessed', ...foreign, why: 'language' }];
    const certain = certainOf(picture, judgement);
    if (certain.length > 0) return certain;
    if (open) return [openEnded(open)];
    return ruledOut(picture);
  }
  if (isSaying && isUndertakingAlone(picture, { from: 0, to: picture.words.length })) return judgement.flaws;
  const found = named(LIKELY);
  const flaws = found.filter((flaw) => !isOutdone(picture, judgement, flaw) && !isOfOthers(picture, flaw));
  if (flaws.length > 0) return inFull(picture, flaws);
  // Nothing but a lower maximum beside a higher one, or what others are to be kept from, and nothing that the grammar finds wrong.
  if (found.length > 0 && judgement.flaws.length === 0) return ruledOut(picture);
  if (isElsewhere) return judgement.flaws;
  const doubtful = isSaying ? named(least + NEAR) : [];
  if (doubtful.length > 0) return doubtful;
  return judgement.flaws.length > 0
    ? judgement.flaws
    : [{ rule: 'purpose-outside-list', from: 0, to: picture.words.length, why: 'nothing said' }];
}

/** `inside`: how many segments the grammar recognised as inside the list. */
function bearableOf({ items }: Picture, { flaws }: Judgement, inside: number): number {
  const risk = items.length > 1 ? SEVERAL : RISK;
  if (items.length > 1) {
    if (flaws.some(({ why }) => why === 'expression-offence')) return OF_EXPRESSION;
    if (flaws.some(({ rule }) => rule === 'purpose-below-threshold')) return risk / 4;
  }
  return inside > 0 ? risk : UNRECOGNISED * risk;
}

/** What the grammar finds and the tagger cannot take back; nothing in part of a longer word, as "denial of" in "denial-of-service". */
function certainOf({ words, undone }: Picture, { flaws }: Judgement): readonly Flaw[] {
  return flaws.filter(({ why, from, to }) => {
    // "No objection": not what is objected to.
    const isTakenBack = undone[from] === 1 && TAKEN_BACK.test(why) && !/^objections?$/.test(words[from]?.form ?? '');
    return (CERTAIN.has(why) || isTakenBack) && words[to]?.form !== '-';
  });
}

/** What keeps a statement from passing that both readers let pass: each rule is for a plain hole that was found in them. */
function ruledOut(picture: Picture): readonly Flaw[] {
  const stretched = stretchedOf(picture);
  if (stretched) return [{ rule: 'purpose-expression', ...stretched, why: 'called so' }];
  const openings = openingsOf(picture);
  const other = hinderedOf(picture, openings) ?? otherUseOf(picture, openings) ?? keptFromOf(picture, openings);
  if (other) return [{ rule: 'purpose-use', ...other, why: 'not recognised' }];
  const complement = complementOf(picture);
  if (complement) return [{ rule: 'purpose-outside-list', ...complement, why: 'left out' }];
  const rider = riderOf(picture);
  return rider ? [{ rule: 'purpose-outside-list', ...rider, why: 'rides along' }] : [];
}

function openEnded(stretch: Stretch): Flaw {
  return { rule: 'purpose-open-ended', ...stretch, why: 'not only' };
}

/** False for "Prevention and investigation.", "For use by the Ministry." or "Not used.": not a word of what it is directed against. */
function says({ words, mentions, penalties, negated, has }: Picture): boolean {
  const isExcluded = ({ kind, form }: Word, i: number) =>
    kind === 'word' && negated[i] === 1 && !FUNCTION_WORDS.has(form) && !has(i, 'negation', 'system', 'declare');
  return mentions.length > 0 || penalties.length > 0 || words.some(isExcluded);
}

function isUndertaken(picture: Picture, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (!isUndertakenAt(picture, i) && picture.words[i]?.kind !== 'sign') return false;
  return true;
}

/** "two years, or ten if armed": of two maxima for one offence the higher counts, whatever the tagger makes of the lower. */
function isOutdone({ penalties }: Picture, { short }: Judgement, { rule, from, to }: Flaw): boolean {
  if (rule !== 'purpose-below-threshold') return false;
  const own = penalties.findIndex((penalty) => penalty.from < to && from < penalty.to);
  return own >= 0 && short[own] === false;
}

/** "To prevent the police from investigating": where the tagger marks a word of what hinders an inquiry, all of it is told. */
function inFull(picture: Picture, flaws: readonly Flaw[]): readonly Flaw[] {
  const isUse = ({ rule }: Flaw) => rule === 'purpose-use';
  const all = flaws.some(isUse) ? hinderedOf(picture, openingsOf(picture)) : undefined;
  return all
    ? flaws.map((flaw) => (isUse(flaw) && all.from <= flaw.from && flaw.to <= all.to ? { ...flaw, ...all } : flaw))
    : flaws;
}

/** "To prevent terrorists from renting a truck": the tagger takes the verb for a use of the system. */
function isOfOthers(picture: Picture, { rule, from }: Flaw): boolean {
  return rule === 'purpose-use' && isPreventedDeed(picture, from);
}

/** A sentence of imprisonment is marked as a whole, number and unit. */
function onSentence({ penalties }: Picture, flaw: Flaw): Flaw {
  if (flaw.rule !== 'purpose-below-threshold') return flaw;
  const sentence = penalties.find(({ from, to }) => from < flaw.to && flaw.from < to);
  return sentence ? { ...flaw, from: sentence.from, to: sentence.to } : flaw;
}
