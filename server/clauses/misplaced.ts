import type { Regime, RequiredClause } from '../regimes/types';
import { Kept } from '../text/kept';
import { touches, type Span } from '../text/span';
import { bestMatch, templateOf, wordsUnder, type Template } from './template';
import { cutBetween, wordsOf, type Word } from './words';

/** Up to this part of a clause's words may differ when a text is taken for that clause. */
const SAME = 0.3;

/** A clause is looked for in so many sentences in a row, and in so many in all. */
const MAX_RUN = 3;
const MAX_SENTENCES = 60;

/** In a text longer than this nothing is looked for, in characters. */
const MAX_LENGTH = 20_000;

/** What was found in the last texts: the purposes of a long certificate are looked through with each key. */
interface KeptOfRegime {
  readonly owners: Kept<{ readonly owner: RequiredClause | undefined }>;
  readonly found: Kept<readonly Found[]>;
}

const kept = new WeakMap<Regime, KeptOfRegime>();

function keptUnder(regime: Regime): KeptOfRegime {
  let own = kept.get(regime);
  if (!own) kept.set(regime, (own = { owners: new Kept(1_000_000), found: new Kept(1_000_000) }));
  return own;
}

/** The required clause whose words a text has, if it is not `except`; undefined where it is none of them. */
export function ownerOf(text: string, regime: Regime, except?: RequiredClause): RequiredClause | undefined {
  return keptUnder(regime).owners.of(`${except?.id ?? ''}\n${text}`, () => ({
    owner: searchOwner(text, regime, except),
  })).owner;
}

function searchOwner(text: string, regime: Regime, except?: RequiredClause): RequiredClause | undefined {
  let owner: RequiredClause | undefined;
  let least = SAME;
  for (const clause of regime.clauses) {
    if (clause === except) continue;
    const differing = differingFrom(clause, text, regime);
    if (differing < least) {
      least = differing;
      owner = clause;
    }
  }
  return owner;
}

/** The words of a clause that stand in a text. */
export interface Found {
  readonly owner: RequiredClause;
  readonly within: Span;
}

/**
 * The required clauses whose words stand in a text as sentences of their own, in its order. `self` is the clause that the
 * text belongs to: its words are found only where nothing of them differs.
 */
export function clausesIn(text: string, regime: Regime, self?: RequiredClause): readonly Found[] {
  if (text.length > MAX_LENGTH) return [];
  return keptUnder(regime).found.of(`${self?.id ?? ''}\n${text}`, () => searchClauses(text, regime, self));
}

function searchClauses(text: string, regime: Regime, self?: RequiredClause): readonly Found[] {
  const words = wordsOf(text);
  const sentences = sentencesOf(text, words).slice(0, MAX_SENTENCES);
  const candidates: (Found & { readonly differing: number })[] = [];
  sentences.forEach(({ start }, i) => {
    for (const { end } of sentences.slice(i, i + MAX_RUN)) {
      const run = words.filter((word) => word.start >= start && word.end <= end);
      for (const owner of regime.clauses) {
        const differing = differingFrom(owner, text.slice(start, end), regime, run);
        if (owner === self ? differing === 0 : differing < SAME)
          candidates.push({ owner, within: { start, end }, differing });
      }
    }
  });
  // The best first; what overlaps with it is the same words with more or less around them.
  const found: Found[] = [];
  for (const { owner, within } of candidates.sort((a, b) => a.differing - b.differing))
    if (!found.some((other) => touches(other.within, within))) found.push({ owner, within });
  return found.sort((a, b) => a.within.start - b.within.start);
}

/** The part of a clause's words by which a text differs from it; infinite where the two are far apart in length. */
function differingFrom(clause: RequiredClause, text: string, regime: Regime, words?: readonly Word[]): number {
  if (text.length < clause.words.length / 2 || text.length > clause.words.length * 2) return Infinity;
  const template = templateOf(clause, regime);
  if (!sharesWords(template, words ?? wordsOf(text))) return Infinity;
  const match = bestMatch(template, wordsUnder(template, text));
  return match ? match.cost / match.wording.bag.weight : Infinity;
}

/** True where so many of the words are words of the clause that they can be it. */
function sharesWords({ vocabulary, formHere }: Template, words: readonly Word[]): boolean {
  const shared = words.filter(({ form }) => vocabulary.has(formHere(form))).length;
  return shared > words.length / 2;
}

function sentencesOf(text: string, words: readonly Word[]): readonly Span[] {
  const sentences: Span[] = [];
  words.forEach(({ start, end }, i) => {
    const before = words[i - 1];
    const last = sentences.at(-1);
    if (!before || !last || cutBetween(text, before.end, start) === 2) sentences.push({ start, end });
    else sentences[sentences.length - 1] = { start: last.start, end };
  });
  return sentences;
}
