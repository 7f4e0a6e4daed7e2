import type { Flaw } from '../judge';
import type { PurposeRule } from '../purpose-rule';
import type { Word } from '../words';

/** Words that are nothing to be marked by themselves; "etc." and "including" are. */
const EMPTY = new Set(
  'a an the of to in on at by for with from and or as that which who whom whose is are be been was were it its their his her this these those any all such other into upon within under over between not no'.split(
    ' ',
  ),
);

/** Words that are joined to one stretch may have this many words of no meaning between them. */
const BRIDGE = 3;

/** A stretch of more words than these is told by those of which it is surer by so much. */
const LONG = 5;
const SURELY = 3;

/**
 * The stretches of words with which something is likely to be wrong, each with the rule most likely broken.
 * `likely`: for each word the probabilities of `labels`, of which the first is "nothing wrong". A word counts when nothing
 * is wrong with it by less than `sure`: what is not sure is reported, not passed.
 */
export function decode(
  words: readonly Word[],
  likely: Float32Array,
  labels: readonly string[],
  sure: number,
): readonly Flaw[] {
  const empty = (i: number) => isEmpty(words[i]);
  const marked = (i: number) => i < words.length && !empty(i) && (likely[i * labels.length] ?? 1) < sure;
  const flaws: Flaw[] = [];
  for (let i = 0; i < words.length; i++) {
    if (!marked(i)) continue;
    let last = i;
    for (let k = i + 1; k < words.length && k <= last + BRIDGE; k++) {
      if (/^(?:[,;:.()–—]|and|or)$/.test(words[k]?.form ?? '')) break;
      if (marked(k)) last = k;
      else if (!empty(k)) break;
    }
    let best = 1;
    let most = 0;
    for (let l = 1; l < labels.length; l++) {
      let mass = 0;
      for (let k = i; k <= last; k++) if (!empty(k)) mass += likely[k * labels.length + l] ?? 0;
      if (mass > most) [best, most] = [l, mass];
    }
    flaws.push({ rule: labels[best] as PurposeRule, ...core(i, last), why: 'tagger' });
    i = last;
  }
  return flaws;

  /** Of a long stretch what is surely marked, from its first such word to its last. */
  function core(from: number, last: number): { from: number; to: number } {
    const surely = (i: number) => !empty(i) && (likely[i * labels.length] ?? 1) < sure / SURELY;
    let [start, end] = [from, last];
    if (last - from < LONG) return { from, to: last + 1 };
    while (start < last && !surely(start)) start++;
    while (end > start && !surely(end)) end--;
    return surely(start) ? { from: start, to: end + 1 } : { from, to: last + 1 };
  }
}

/** The probability that nothing is wrong with the word with which something most likely is. 1 where no word says anything. */
export function unlikeliest(
  words: readonly Word[],
  likely: Float32Array,
  labels: readonly string[],
  isLeftOut: (index: number) => boolean,
): number {
  let least = 1;
  for (const [i, word] of words.entries())
    if (!isEmpty(word) && !isLeftOut(i)) least = Math.min(least, likely[i * labels.length] ?? 1);
  return least;
}

function isEmpty(word: Word | undefined): boolean {
  return word === undefined || word.kind === 'sign' || EMPTY.has(word.form);
}
