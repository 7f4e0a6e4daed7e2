import type { Span } from '../text/span';

/**
 * The first of the phrases that stands in the text as whole words; undefined where none does. Capitals, white space and
 * hyphens make no difference. The span counts in the text.
 */
export function phraseIn(text: string, phrases: readonly string[]): Span | undefined {
  const words = wordsOf(text);
  for (const [i] of words.entries())
    for (const phrase of phrases) {
      const wanted = wordsOf(phrase);
      const last = words[i + wanted.length - 1];
      const first = words[i];
      if (wanted.length > 0 && first && last && wanted.every(({ form }, j) => words[i + j]?.form === form))
        return { start: first.start, end: last.end };
    }
  return undefined;
}

/** True where the text says one of the phrases and nothing else but words that join. */
export function saysOnly(text: string, phrases: readonly string[]): boolean {
  const said = wordsOf(text).filter(({ form }) => !JOINING.has(form));
  return phrases.some((phrase) => {
    const wanted = wordsOf(phrase).filter(({ form }) => !JOINING.has(form));
    return wanted.length > 0 && wanted.length === said.length && wanted.every(({ form }, i) => said[i]?.form === form);
  });
}

const JOINING = new Set('a an the for of by in to only solely its their purpose purposes use used'.split(' '));

function wordsOf(text: string): readonly (Span & { readonly form: string })[] {
  return [...text.matchAll(/[\p{L}\p{N}]+(?:['\u2019][\p{L}]+)?/gu)].map((match) => ({
    form: match[0].toLowerCase(),
    start: match.index,
    end: match.index + match[0].length,
  }));
}
