import type { Flaw, Judgement } from './judge';
import type { Language } from './language';
import type { Picture } from './picture';
import { decode } from './tagger/decode';
import { describe } from './tagger/features';

/** Below this probability that nothing is wrong with a word, the word is reported. */
const SURE = 0.65;

/** Where the grammar recognised nothing inside the list, every word must be above this one. */
const SURER = 0.9;

/**
 * What is wrong with a statement, by two readers. The grammar says what is recognised; the tagger, which also knows what
 * the grammar made of each word, names what is wrong. Where the grammar has recognised nothing inside the list, the tagger
 * must be surer still, or the grammar's word stands: a statement never passes because it was not understood.
 */
export function flawsOf(picture: Picture, judgement: Judgement, { network }: Language): readonly Flaw[] {
  if (!network || judgement.flaws.some(({ rule }) => rule === 'purpose-not-assessed')) return judgement.flaws;
  const likely = network.read(describe(picture, judgement));
  // What a statement undertakes not to do is no purpose, whatever it is.
  const named = (sure: number) =>
    decode(picture.words, likely, network.labels, sure)
      .filter(({ from, to }) => !isUndertaken(picture, from, to))
      .map((flaw) => onSentence(picture, flaw))
      .filter((flaw, i, all) => all.findIndex(({ rule, from }) => rule === flaw.rule && from === flaw.from) === i);
  const flaws = named(SURE);
  if (flaws.length > 0 || judgement.inside.some(Boolean)) return flaws;
  if (says(picture)) return named(SURER).length > 0 ? judgement.flaws : flaws;
  return judgement.flaws.length > 0
    ? judgement.flaws
    : [{ rule: 'purpose-outside-list', from: 0, to: picture.words.length, why: 'nothing said' }];
}

/** False for "Prevention and investigation." or "For use by the Ministry.": not a word of what the use is directed against. */
function says({ mentions, penalties, negated }: Picture): boolean {
  return mentions.length > 0 || penalties.length > 0 || negated.some((each) => each === 1);
}

function isUndertaken({ negated, words }: Picture, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (negated[i] !== 1 && words[i]?.kind !== 'sign') return false;
  return true;
}

/** A sentence of imprisonment is marked as a whole, number and unit. */
function onSentence({ penalties }: Picture, flaw: Flaw): Flaw {
  if (flaw.rule !== 'purpose-below-threshold') return flaw;
  const sentence = penalties.find(({ from, to }) => from < flaw.to && flaw.from < to);
  return sentence ? { ...flaw, from: sentence.from, to: sentence.to } : flaw;
}
