import type { Stretch } from './layout';
import { FUNCTION_WORDS } from './lexicon';
import type { Picture } from './picture';

/**
 * True for words that undertake not to do something, with who undertakes it, and hold nothing else: "In no case may it serve to
 * watch lawyers.", "We undertake never to …".
 */
export function isUndertakingAlone({ words, negated, concepts }: Picture, { from, to }: Stretch): boolean {
  let isUndertaken = false;
  for (let i = from; i < to; i++) {
    const word = words[i];
    if (negated[i] === 1) isUndertaken = true;
    else if (word && word.kind !== 'sign' && !FUNCTION_WORDS.has(word.form) && !isWhoUndertakes(concepts[i]))
      return false;
  }
  return isUndertaken;
}

function isWhoUndertakes(concepts: readonly string[] | undefined): boolean {
  return concepts?.some((each) => each === 'declare' || each === 'system') === true;
}
