import type { TextField } from '../certificate/model';
import type { Listed } from '../regimes/types';

/** "a, b or c" from the words of a list. */
export function orList(listed: readonly (Listed | TextField)[]): string {
  const words = listed.map((entry) => ('words' in entry ? entry.words : entry.text));
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`;
}
