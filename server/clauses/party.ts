import { wordsOf, type Word } from './words';

/**
 * The words with the end user's own name, wherever it stands, as "end user": what he undertakes he may undertake by name.
 * The two words stand over the place of the name.
 */
export function withoutName(words: readonly Word[], name: string | undefined): readonly Word[] {
  const named = name === undefined ? [] : wordsOf(name).map(({ form }) => form);
  const [first] = named;
  if (first === undefined) return words;
  const found: Word[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i];
    const last = words[i + named.length - 1];
    if (!word) continue;
    if (last && word.form === first && named.every((form, k) => words[i + k]?.form === form)) {
      found.push({ form: 'end', start: word.start, end: last.end }, { form: 'user', start: last.end, end: last.end });
      i += named.length - 1;
    } else found.push(word);
  }
  return found;
}
