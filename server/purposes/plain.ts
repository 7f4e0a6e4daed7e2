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
  const [act] = mentions;
  if (act?.kind !== 'act' || mentions.length > 1 || aims.length === 0 || segments.length > 1) return false;
  if (act.concepts.includes('act-threat') || judgement.states[0] !== 'inside') return false;
  if (penalties.length > 0 || judgement.flaws.length > 0 || negated.includes(1)) return false;
  const isUse = (i: number) => has(i, 'use-prevention', 'use-investigation');
  const known = [act, ...aims];
  return (
    words.some((_, i) => isUse(i)) &&
    words.every(
      ({ kind, form, text }, i) =>
        (kind === 'sign' && text !== '…') ||
        isUse(i) ||
        known.some(({ from, to }) => from <= i && i < to) ||
        (form === 'order' && words[i - 1]?.form === 'in' && words[i + 1]?.form === 'to') ||
        (FUNCTION_WORDS.has(form) && !TURNS.test(form)),
    )
  );
}
