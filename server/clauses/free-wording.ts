import type { Clause } from '../certificate/model';
import type { RequiredClause } from '../regimes/types';
import { locate } from '../syntax/characters';
import type { Span } from '../text/span';
import { effectOf } from './effect';
import { placesOf, strangers } from './elements';
import { undertakingsFrom } from './further';
import { withoutName } from './party';
import type { ClauseChange } from './reading';
import type { Template } from './template';
import { formsOf, spanOf, wordsOf } from './words';

/** What was made of a clause in whatever words. */
export interface FreeReading {
  /** True where every element is there, and no word besides of which it is not known what it does. */
  readonly met: boolean;
  /** The elements that were not found, where others were. */
  readonly missing: readonly ClauseChange[];
  /** Words that except from what the clause must say, or weaken it. */
  readonly denied: readonly ClauseChange[];
  /** The first words of which it is not known what they do. */
  readonly doubt: string | undefined;
}

/**
 * True for a clause whose words are the project's own and of which the pack names the elements without knowing the
 * sentences in which they are written: no word of it is the authority's, so that none can be asked for.
 */
export function isFree({ match, elements, sentences }: RequiredClause): boolean {
  return match === 'elements' && elements !== undefined && sentences === undefined;
}

/**
 * Reads a clause by its elements alone. A word that is neither of an element, nor of the words on file, nor among those
 * that the pack lists, nor of a party's name, leaves the clause unjudged; so does a negation, a permission or a condition outside the elements.
 */
export function readFreely(
  clause: Clause,
  template: Template,
  endUser: string | undefined,
  others: readonly string[],
): FreeReading {
  const { elements = [], also = [] } = template.clause;
  const { text, node } = clause.text;
  const all = withoutName(wordsOf(text), endUser);
  const words = all.slice(0, undertakingsFrom(all, text, endUser));
  const places = elements.map((element) => placesOf(element, words));
  const listed = new Set([...also, ...others].flatMap((some) => wordsOf(some).map(({ form }) => form)));
  const known = [...listed, ...[...template.vocabulary].filter((form) => !TURNING.has(form))];
  const strange = strangers(words, places.flat(), known);
  const span = locate(node, { start: 0, end: text.trimEnd().length });
  const written = ({ start, end }: Span) => text.slice(start, end);
  const base = { noun: undefined, restored: undefined, reading: true } as const;
  const absent = elements.filter((_, i) => places[i]?.length === 0);
  const missing = absent.map(({ title }): ClauseChange => ({
    ...base,
    kind: 'left-out',
    effect: 'element-missing',
    was: title,
    now: '',
    span,
  }));
  const denied = strange.flatMap((place): ClauseChange[] => {
    const effect = effectOf('', formsOf(words.slice(place.from, place.to)));
    if (effect !== 'exception-added' && effect !== 'duty-weakened') return [];
    const within = spanOf(place, words, text);
    return [
      { ...base, kind: 'added', effect: 'element-denied', was: '', now: written(within), span: locate(node, within) },
    ];
  });
  const [first] = strange;
  return {
    met: absent.length === 0 && strange.length === 0,
    // Where not one is there it is not even known whether the clause speaks of the matter.
    missing: absent.length < elements.length ? missing : [],
    denied: absent.length < elements.length ? denied : [],
    doubt: first && written(spanOf(first, words, text)),
  };
}

/** Words that can turn a clause around: they count as known only inside an element, or where the pack lists them. */
const TURNING: ReadonlySet<string> = new Set(
  'not no never neither nor none cannot without only solely exclusively may might can could should would unless except if when where provided'.split(
    ' ',
  ),
);
