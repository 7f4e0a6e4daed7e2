import type { ClausePhrase } from '../regimes/types';
import { formOf } from './spelling';
import { wordsOf } from './words';

/** All sentences of a pack, ready to be asked. */
export interface Sentences {
  /** True for the forms of one of the sentences, with a space before each. */
  test(forms: string): boolean;
}

/** A part of a sentence: forms one after the other, one of several, what may be missing, a phrase by its name. */
type Part =
  | { readonly kind: 'forms'; readonly forms: readonly string[] }
  | { readonly kind: 'either'; readonly of: readonly Sequence[] }
  | { readonly kind: 'maybe'; readonly part: Sequence }
  | { readonly kind: 'phrase'; readonly name: string };

type Sequence = readonly Part[];

/**
 * Reads the sentences of a pack: `a|b` is either word, `(a b)` may be missing, `{name}` is any phrase of that name. They
 * are asked by going through a text once with all that it can still be, and never by going back: the time grows with the
 * length of the text and of the pack, whatever the pack says. A phrase that names itself is none, and neither is one that
 * is not there; a bracket that is not closed ends with the sentence. Undefined where there are no sentences.
 */
export function readSentences(sentences: readonly string[], phrases: readonly ClausePhrase[]): Sentences | undefined {
  if (sentences.length === 0) return undefined;
  const whole = sentences.map(sequenceOf);
  const named = new Map(phrases.map(({ name, any }) => [name, any.map(sequenceOf)]));
  return {
    test(forms) {
      const words = forms.split(' ').filter((form) => form !== '');
      const met = new Map<string, ReadonlySet<number>>();
      const through = (sequence: Sequence, from: ReadonlySet<number>): ReadonlySet<number> =>
        sequence.reduce((at, part) => (at.size === 0 ? at : past(part, at)), from);
      const past = (part: Part, from: ReadonlySet<number>): ReadonlySet<number> => {
        switch (part.kind) {
          case 'forms':
            return new Set(
              [...from]
                .filter((at) => part.forms.every((form, i) => words[at + i] === form))
                .map((at) => at + part.forms.length),
            );
          case 'either':
            return union(part.of.map((each) => through(each, from)));
          case 'maybe':
            return union([from, through(part.part, from)]);
          case 'phrase':
            return union([...from].map((at) => pastPhrase(part.name, at)));
        }
      };
      const pastPhrase = (name: string, at: number): ReadonlySet<number> => {
        const place = `${at} ${name}`;
        let ends = met.get(place);
        if (!ends) {
          // Whoever asks for it while it is being read names itself.
          met.set(place, NOWHERE);
          ends = union((named.get(name) ?? []).map((each) => through(each, new Set([at]))));
          met.set(place, ends);
        }
        return ends;
      };
      return whole.some((each) => through(each, new Set([0])).has(words.length));
    },
  };
}

const NOWHERE: ReadonlySet<number> = new Set();

function union(sets: readonly ReadonlySet<number>[]): ReadonlySet<number> {
  const [only] = sets;
  return sets.length === 1 && only ? only : new Set(sets.flatMap((set) => [...set]));
}

function sequenceOf(notation: string): Sequence {
  const open: Part[][] = [[]];
  for (const token of tokensOf(notation)) {
    if (token === '(') open.push([]);
    else if (token === ')') close();
    else open.at(-1)?.push(either(token));
  }
  while (open.length > 1) close();
  return open[0] ?? [];

  function close(): void {
    const part = open.length > 1 ? open.pop() : undefined;
    if (part) open.at(-1)?.push({ kind: 'maybe', part });
  }
}

function either(token: string): Part {
  const of = token.split('|').map(atom);
  const [only] = of;
  return of.length === 1 && only ? only : { kind: 'either', of: of.map((part) => [part]) };
}

function atom(token: string): Part {
  const name = PHRASE.exec(token)?.[1];
  if (name !== undefined) return { kind: 'phrase', name };
  return { kind: 'forms', forms: wordsOf(token).map(({ form }) => formOf(form)) };
}

const PHRASE = /^\{(.+)\}$/;

function tokensOf(notation: string): readonly string[] {
  return notation
    .replace(/([()])/g, ' $1 ')
    .split(/\s+/)
    .filter((token) => token !== '');
}
