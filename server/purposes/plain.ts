import type { Judgement } from './judge';
import { FUNCTION_WORDS } from './lexicon';
import type { Picture } from './picture';

/** Words of no meaning that change what is said all the same. */
const TURNS = /^(?:not|no|only|but|or|more|other|than|except|unless|without)$/;

/**
 * True for "Prevention of kidnapping in order to compel the Government.": a use of the regime's, one listed act with its aim, of
 * which nothing is missing, and no other word that means anything. The grammar knows all of it, so that nobody else is asked.
 */
export function isPlain(picture: Picture, judgement: Judgement): boolean {
  const { words, mentions, aims, penalties, segments, negated, has } = picture;
  const isAct = mentions.every(
    ({ kind, concepts }, m) => kind === 'act' && !concepts.includes('act-threat') && judgement.states[m] === 'inside',
  );
  if (!isAct || mentions.length !== 1 || aims.length === 0 || segments.length > 1) return false;
  if (penalties.length > 0 || judgement.flaws.length > 0 || negated.includes(1)) return false;
  const isUse = (i: number) => has(i, 'use-prevention', 'use-investigation');
  const isIn = (i: number, { from, to }: { from: number; to: number }) => from <= i && i < to;
  return (
    words.some((_, i) => isUse(i)) &&
    words.every(
      ({ kind, form, text }, i) =>
        (kind === 'sign' && text !== '…') ||
        isUse(i) ||
        [...mentions, ...aims].some((each) => isIn(i, each)) ||
        (FUNCTION_WORDS.has(form) && !TURNS.test(form)),
    )
  );
}
