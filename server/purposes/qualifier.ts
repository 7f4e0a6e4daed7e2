import type { Stretch } from './layout';
import type { Mention } from './mention';
import type { Readings } from './readings';
import type { Hit } from './vocabulary';
import type { Word } from './words';

/** How far before a danger or loss the words may stand that deny it. */
const DENIAL = 7;
const DENIES = /^(?:nobody|nobody['’]s|none|neither|never|cannot|irrespective|regardless|soul)$/;
/** Between a word that denies and "whether": "no account being taken of whether human life is put at risk". */
const NO_MATTER = /^(?:no|not|without|irrespective|regardless|immaterial)$/;

/** Entries of the vocabulary that deny a danger in so many words, where others only make it small; and those that deny a loss. */
const SPARED = /^(?:no(?! lasting)|not|nobody|without|at no|posing no|endangering no\w*|harm\w* no\w*|hurt no\w*)\b/;
const LOSS = /loss(?! of (?:human )?li[fv]e)|damage|cost|negligible|repair/;

/** What it takes to tell what danger or loss stands beside an act. */
export interface QualifierContext {
  readonly words: readonly Word[];
  readonly hits: readonly Hit[];
  readonly acts: Readings['acts'];
  readonly negated: (i: number) => boolean;
}

/**
 * What danger or loss stands beside an act, and whether it is denied in so many words. A major economic loss counts only for
 * the acts of which the regime says so; either is enough. `item`: the words among which it may stand.
 */
export function qualifierOf(
  { words, hits, acts, negated }: QualifierContext,
  concepts: readonly string[],
  item: Stretch,
): Pick<Mention, 'qualifier' | 'isSpared'> {
  const form = (i: number) => words[i]?.form ?? '';
  const named = (concept: string) =>
    hits.filter((hit) => hit.concept === concept && hit.from >= item.from && hit.to <= item.to);
  const [lives, losses, denying] = [named('qualifier-life'), named('qualifier-loss'), named('qualifier-denied')];
  const isDangerous = lives.some((hit) => !isDenied(hit)) && denying.every(({ entry }) => LOSS.test(entry));
  const isCostly =
    losses.some((hit) => !isDenied(hit)) &&
    !denying.some(({ entry }) => LOSS.test(entry)) &&
    concepts.some((concept) => acts[concept] === 'life-or-loss');
  if (isDangerous || isCostly) return { qualifier: 'present', isSpared: false };
  const isSpared = [...lives, ...losses].some(isDenied) || denying.some(({ entry }) => SPARED.test(entry));
  return { qualifier: isSpared || denying.length > 0 ? 'denied' : 'absent', isSpared };

  /** "which put nobody's life in danger", "no matter whether lives are at risk"; "nobody would survive" is danger enough. */
  function isDenied({ from, to, entry }: Hit): boolean {
    if (/surviv|alive/.test(entry)) return false;
    let isNegated = true;
    for (let i = from; i < to; i++) isNegated &&= negated(i);
    if (isNegated) return true;
    for (let i = from - 1; i >= Math.max(item.from, from - DENIAL); i--) {
      if (/^[,;:.()]$/.test(form(i))) return false;
      if (DENIES.test(form(i)) || (form(i) === 'no' && /^(?:one|human|man|person)$/.test(form(i + 1)))) return true;
      if (form(i) === 'whether') return isNoMatter(i);
    }
    return false;
  }

  function isNoMatter(i: number): boolean {
    if (form(i + 1) === 'or' && form(i + 2) === 'not') return true;
    for (let k = i - 1; k >= Math.max(item.from, i - DENIAL); k--) {
      if (/^[,;:.()]$/.test(form(k))) return false;
      if (NO_MATTER.test(form(k))) return true;
    }
    return false;
  }
}
