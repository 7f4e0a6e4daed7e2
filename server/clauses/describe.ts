import type { RequiredClause } from '../regimes/types';
import type { Effect } from './effect';
import type { ClauseChange } from './reading';

/** True for a change that is told and no fault: nothing shows that it takes away from the clause. */
export function isMinor({ effect, minor }: ClauseChange): boolean {
  return minor === true || effect === 'sentence-unjudged' || effect === 'said-twice';
}

/**
 * What a change is and what it does, as the beginning of a sentence without its stop. Words of a clause that is known by
 * its elements are the project's own, and are not said to be the regime's.
 */
export function describeChange(
  { kind, effect, noun, was, now, moved }: ClauseChange,
  match: RequiredClause['match'],
): string {
  const own = match === 'elements';
  const words = own ? 'the words on file' : "the regime's words";
  const says = own ? 'the words on file say' : 'the regime says';
  const what = effect && EFFECTS[effect](effect === 'words-moved' ? brief(moved ?? now) : (noun ?? 'entry'));
  if (effect === 'element-missing') return `Nothing here says "${brief(was)}"`;
  if (effect === 'element-denied') return `"${brief(now)}" takes back or leaves open what this clause must say`;
  if (effect === 'said-twice') return `"${brief(now)}" stands here for a second time`;
  switch (kind) {
    case 'left-out':
      return what === undefined
        ? `The ${words.slice(4)} "${brief(was)}" are left out here`
        : `${what}: ${words} "${brief(was)}" are left out here`;
    case 'added':
      return what === undefined
        ? `The words "${brief(now)}" are not ${own ? 'on file' : "the regime's"}`
        : `${what}: the words "${brief(now)}" are not ${own ? 'on file' : "the regime's"}`;
    case 'moved':
    case 'replaced':
      return what === undefined
        ? `"${brief(now)}" stands where ${says} "${brief(was)}"`
        : `${what}: "${brief(now)}" stands where ${says} "${brief(was)}"`;
    case 'clause-replaced':
      return `This is another text than ${own ? 'the one on file' : "the regime's"}`;
  }
}

const EFFECTS: Readonly<Record<Effect, (name: string) => string>> = {
  'entry-left-out': (noun) => `${article(noun)} of the list is left out`,
  'entry-added': (noun) => `${article(noun)} is added to the list`,
  'entry-changed': (noun) => `${article(noun)} of the list is changed`,
  'negation-lost': () => 'A negation is lost, which turns the clause around',
  'negation-added': () => 'A negation is added, which turns the clause around',
  'duty-weakened': () => 'A duty is turned into an option',
  'duty-changed': () => 'What the clause binds to is changed',
  'exception-added': () => 'An exception is added',
  'limit-lost': () => 'A limit is lost',
  'number-changed': () => 'A number is changed',
  'bound-changed': () => 'A bound is changed',
  'reference-changed': () => 'What the clause refers to is changed',
  'qualifier-added': () => 'A qualification is added, which leaves room for judgement',
  'scope-widened': () => 'The scope is widened',
  'scope-turned': () => 'What the clause includes is excluded',
  'joining-changed': () => 'How the entries of the list are joined is changed',
  'words-moved': (words) => `"${words}" stands elsewhere, which changes what it refers to`,
  'sentence-added': () => 'A sentence is added that is no plain further undertaking',
  'sentence-unjudged': () => 'A sentence is added, and was not judged',
  'said-twice': () => 'The clause is said twice',
  'element-missing': () => 'A part of the substance is missing',
  'element-denied': () => 'A part of the substance is denied',
};

function article(noun: string): string {
  return `${/^(?:[aeio]|u(?!se|ni))/.test(noun) ? 'An' : 'A'} ${noun}`;
}

/** So much of the words that a message stays readable; on one line, without quotation marks of their own. */
function brief(words: string): string {
  const line = words.replace(/\s+/g, ' ').replaceAll('"', "'").trim();
  return line.length <= MAX ? line : `${line.slice(0, MAX - 20).trimEnd()} … ${line.slice(-16).trimStart()}`;
}

const MAX = 160;
