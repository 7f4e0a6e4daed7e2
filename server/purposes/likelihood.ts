import type { Judgement } from './judge';
import type { Picture } from './picture';
import type { Describer } from './tagger/features';
import type { Likelihood, Network } from './tagger/network';
import { isUndertakingAlone } from './undertaking';

/**
 * What the tagger makes of a statement. Sentences that only undertake not to do something it does not read: what stands beside
 * them is not to be judged by them, and they are no purpose, whatever is in them.
 */
export function likelihoodOf(
  picture: Picture,
  judgement: Judgement,
  { network, describer }: { readonly network: Network; readonly describer: Describer },
): Likelihood {
  const described = describer.describe(picture, judgement);
  const read = wordsRead(picture);
  if (read.length === described.length) return network.read(described, (i) => picture.negated[i] === 1);
  const { words: found, whole } = network.read(
    read.flatMap((i) => described[i] ?? []),
    (k) => picture.negated[read[k] ?? 0] === 1,
  );
  const { length } = network.labels;
  const words = new Float32Array(described.length * length);
  // Nothing is wrong with what is not read.
  for (let i = 0; i < words.length; i += length) words[i] = 1;
  for (const [k, i] of read.entries()) words.set(found.subarray(k * length, (k + 1) * length), i * length);
  return { words, whole };
}

/** Indices of the words that stand in no sentence of this sort; all of them where there is no other sentence. */
function wordsRead(picture: Picture): readonly number[] {
  const { words, items, negated } = picture;
  const all = Array.from(words.keys());
  if (items.length < 2 || !negated.includes(1)) return all;
  const undertaken = items.filter((item) => isUndertakingAlone(picture, item));
  if (undertaken.length === items.length) return all;
  return all.filter((i) => !undertaken.some(({ from, to }) => from <= i && i < to));
}
