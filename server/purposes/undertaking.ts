import type { Stretch } from './layout';
import { FUNCTION_WORDS } from './lexicon';
import type { Picture } from './picture';

/** True for a word that is within an undertaking not to do something on which no condition is set. */
export function isUndertakenAt({ negated, conditional }: Picture, i: number): boolean {
  return negated[i] === 1 && conditional[i] !== 1;
}

/**
 * True for words that undertake not to do something, with who undertakes it, and hold nothing else: "In no case may it serve to
 * watch lawyers.", "We undertake never to …".
 */
export function isUndertakingAlone(picture: Picture, { from, to }: Stretch): boolean {
  const { words, concepts } = picture;
  let isUndertaken = false;
  for (let i = from; i < to; i++) {
    const word = words[i];
    if (isUndertakenAt(picture, i)) isUndertaken = true;
    else if (word && word.kind !== 'sign' && !FUNCTION_WORDS.has(word.form) && !isWhoUndertakes(concepts[i]))
      return false;
  }
  return isUndertaken;
}

function isWhoUndertakes(concepts: readonly string[] | undefined): boolean {
  return concepts?.some((each) => each === 'declare' || each === 'system') === true;
}
