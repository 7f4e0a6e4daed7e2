import type { Flaw } from './judge';
import type { Picture } from './picture';

/**
 * True for a flaw on nothing but the last word of a statement, where that word is none yet and no full stop follows: it is
 * still being typed. The words before it are judged as ever, so nothing that is finished hides behind it.
 */
export function unfinished({ words, lexicon, text }: Picture, { rule, from, to }: Flaw): boolean {
  const last = words.length - 1;
  const word = words[last];
  if (rule === 'purpose-not-assessed' || from !== last || to !== words.length || last === 0) return false;
  return word?.kind === 'word' && word.end === text.length && !word.capital && !lexicon.has(word.form);
}
