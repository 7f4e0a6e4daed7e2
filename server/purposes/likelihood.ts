import type { Judgement } from './judge';
import { ordersOf } from './orders';
import type { Picture } from './picture';
import type { Describer } from './tagger/features';
import type { Likelihood, Network } from './tagger/network';
import { isUndertakenAt, isUndertakingAlone } from './undertaking';

/**
 * What the tagger makes of a statement. What only undertakes not to do something it does not read: what stands beside that is not
 * to be judged by it, and it is no purpose, whatever is in it. Several sentences or entries are read in their order and in the
 * reverse, and the mean counts: in what order two of them stand says nothing of what they permit.
 */
export function likelihoodOf(
  picture: Picture,
  judgement: Judgement,
  { network, describer }: { readonly network: Network; readonly describer: Describer },
): Likelihood {
  const described = describer.describe(picture, judgement);
  const isLeftOut = undertakings(picture);
  const orders = ordersOf(picture, (i) => isLeftOut[i] === 1);
  const { length } = network.labels;
  const words = new Float32Array(described.length * length);
  // Nothing is wrong with what is not read.
  for (let i = 0; i < described.length; i++) words[i * length] = isLeftOut[i] ?? 0;
  let whole = 0;
  for (const places of orders) {
    const found = network.read(
      places.flatMap((i) => described[i] ?? []),
      (k) => isUndertakenAt(picture, places[k] ?? 0),
    );
    whole += found.whole / orders.length;
    for (const [k, i] of places.entries())
      for (let l = 0; l < length; l++)
        words[i * length + l] = (words[i * length + l] ?? 0) + (found.words[k * length + l] ?? 0) / orders.length;
  }
  return { words, whole };
}

/** Marks the items that only undertake something; none where there is nothing else. */
function undertakings(picture: Picture): Uint8Array {
  const { items, negated, words } = picture;
  const marked = new Uint8Array(words.length);
  if (items.length < 2 || !negated.includes(1)) return marked;
  const alone = items.filter((item) => isUndertakingAlone(picture, item));
  if (alone.length < items.length) for (const { from, to } of alone) marked.fill(1, from, to);
  return marked;
}
