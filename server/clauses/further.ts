import { effectOf, type Effect } from './effect';
import { withoutName } from './party';
import { formOf } from './spelling';
import { undertakes } from './undertaking';
import { cutBetween, formsOf, type Word } from './words';

/** A run of sentences beyond the required words that is no further undertaking, or of which that cannot be told. */
export interface Further {
  readonly from: number;
  readonly to: number;
  readonly effect: Effect;
}

/**
 * Of the sentences from one word to another, all of them beyond the required words, those that are not plainly further
 * undertakings; neighbours of one kind are one run.
 */
export function furtherSentences(
  words: readonly Word[],
  from: number,
  to: number,
  text: string,
  endUser: string | undefined,
): readonly Further[] {
  const found: Further[] = [];
  let start = from;
  for (let i = from + 1; i <= to; i++) {
    if (i < to && cutBetween(text, words[i - 1]?.end ?? 0, words[i]?.start ?? 0) < 2) continue;
    const effect = effectOfSentence(words.slice(start, i), text, endUser);
    const last = found.at(-1);
    const open = effect !== undefined && effect !== 'sentence-unjudged';
    if (open && last?.to === start && last.effect !== 'sentence-unjudged')
      found[found.length - 1] = { ...last, to: i, effect: last.effect === 'sentence-added' ? effect : last.effect };
    else if (effect) found.push({ from: start, to: i, effect });
    start = i;
  }
  return found;
}

/** The first word of the further undertakings at the end; the number of words where there are none. */
export function undertakingsFrom(words: readonly Word[], text: string, endUser: string | undefined): number {
  let from = words.length;
  for (let i = words.length - 1; i > 0; i--) {
    if (cutBetween(text, words[i - 1]?.end ?? 0, words[i]?.start ?? 0) < 2) continue;
    if (effectOfSentence(words.slice(i, from), text, endUser) !== undefined) break;
    from = i;
  }
  return from;
}

function effectOfSentence(words: readonly Word[], text: string, endUser: string | undefined): Effect | undefined {
  // As written: where a clause takes "shall" and "may" for the same, a further sentence need not.
  const asWritten = words.map((word) => ({ ...word, form: formOf(text.slice(word.start, word.end)) }));
  const written = formsOf(withoutName(asWritten, endUser));
  switch (undertakes(written)) {
    case 'plainly':
      return undefined;
    case 'perhaps':
      return 'sentence-unjudged';
    case 'no':
      return effectOf('', written) === 'exception-added' ? 'exception-added' : 'sentence-added';
  }
}
