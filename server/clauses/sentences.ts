import type { ClausePhrase } from '../regimes/types';
import { formOf } from './spelling';
import { wordsOf } from './words';

/**
 * One expression for all sentences of a pack, over forms with a space before each: `a|b` is either word, `(a b)` may be
 * missing, `{name}` is any phrase of that name. Nothing in it repeats, so that its time is bounded by what the pack says.
 * Undefined where there are no sentences.
 */
export function patternOfSentences(sentences: readonly string[], phrases: readonly ClausePhrase[]): RegExp | undefined {
  if (sentences.length === 0) return undefined;
  const named = new Map(phrases.map(({ name, any }) => [name, any]));
  const known = new Map<string, string>();
  return new RegExp(`^${either(sentences.map(sequence))}$`, 'u');

  function sequence(notation: string): string {
    return notation
      .replace(/([()])/g, ' $1 ')
      .trim()
      .split(/\s+/)
      .map((token) => (token === '(' ? '(?:' : token === ')' ? ')?' : either(token.split('|').map(atom))))
      .join('');
  }

  function atom(token: string): string {
    const name = /^\{(.+)\}$/.exec(token)?.[1];
    if (name === undefined)
      return wordsOf(token)
        .map(({ form }) => ` ${escaped(formOf(form))}`)
        .join('');
    let pattern = known.get(name);
    if (pattern === undefined) {
      // A phrase that names itself matches nothing.
      known.set(name, '(?!)');
      pattern = either((named.get(name) ?? []).map(sequence));
      known.set(name, pattern);
    }
    return pattern;
  }
}

function either(patterns: readonly string[]): string {
  return patterns.length === 1 ? (patterns[0] ?? '') : `(?:${patterns.join('|')})`;
}

function escaped(form: string): string {
  return form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
