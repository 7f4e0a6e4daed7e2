import { describe, expect, it } from 'vitest';
import { blocksOf, Network, type Weights } from '../../server/purposes/tagger/network';

const SEED = 20211206;
const LABELS = ['nothing', 'one thing', 'another'];
const FEATURES = ['a', 'b', 'c', 'd', 'e'];

/** Numbers between -1 and 1 that are the same for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state / 0x7fffffff) * 2 - 1;
  };
}

const random = randomFrom(SEED);
const shape = { width: 8, memory: 16, layers: 2 };
const blocks = blocksOf(FEATURES.length, LABELS.length, shape);
const scales = blocks.map(([name], i) => (name === 'features' ? 0.00004 : 0.004 + 0.001 * (i % 3)));
const signed = blocks.map(([, size]) => Int8Array.from({ length: size }, () => Math.round(random() * 127)));
const weights: Weights = {
  labels: LABELS,
  ...shape,
  features: FEATURES.join('\n'),
  scales,
  bytes: Uint8Array.from(signed.flatMap((block) => Array.from(block, (each) => each & 255))),
};
const block = Object.fromEntries(
  blocks.map(([name], i) => {
    // Of the weights of features the root of the size is kept.
    const size = (each: number) => (name === 'features' ? each * Math.abs(each) : each);
    return [name, Array.from(signed[i] ?? [], (each) => size(each) * (scales[i] ?? 0))];
  }),
);

const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, each, i) => sum + each * (b[i] ?? 0), 0);

/** What the network is to say of words by their features, written out plainly. */
function plainly(words: readonly (readonly string[])[]) {
  const row = (name: string, i: number, size: number) => (block[name] ?? []).slice(i * size, (i + 1) * size);
  const own = words.map((features) =>
    Array.from({ length: shape.width }, (_, d) =>
      Math.tanh(
        features.reduce((sum, each) => sum + (row('features', FEATURES.indexOf(each), shape.width)[d] ?? 0), 0),
      ),
    ),
  );
  let read = own;
  const H = shape.memory;
  for (let layer = 0; layer < shape.layers; layer++) {
    const sides = ['forward', 'backward'].map((side) => {
      const name = `${side}${String(layer)}`;
      const bias = block[`${name}Bias`] ?? [];
      const order = side === 'forward' ? read : [...read].reverse();
      let h = Array<number>(H).fill(0);
      const states = order.map((x) => {
        const before = h;
        const gate = (g: number, i: number) => (bias[g * H + i] ?? 0) + dot(row(`${name}In`, g * H + i, x.length), x);
        const back = (g: number, i: number) => dot(row(`${name}Back`, g * H + i, H), before);
        h = before.map((last, i) => {
          const r = sigmoid(gate(0, i) + back(0, i));
          const z = sigmoid(gate(1, i) + back(1, i));
          const n = Math.tanh(gate(2, i) + r * ((bias[3 * H + i] ?? 0) + back(2, i)));
          return (1 - z) * n + z * last;
        });
        return h;
      });
      return side === 'forward' ? states : states.reverse();
    });
    read = words.map((_, t) => [...(sides[0]?.[t] ?? []), ...(sides[1]?.[t] ?? [])]);
  }
  const likely = read.map((states, t) => {
    const scores = LABELS.map(
      (_, l) => (block['outBias']?.[l] ?? 0) + dot(row('out', l, 2 * H + shape.width), [...states, ...(own[t] ?? [])]),
    );
    const powers = scores.map(Math.exp);
    const sum = powers.reduce((a, b) => a + b, 0);
    return powers.map((each) => each / sum);
  });
  const most = Array.from({ length: 2 * H }, (_, i) => Math.max(...read.map((states) => states[i] ?? 0)));
  return { likely, whole: sigmoid((block['wholeBias']?.[0] ?? 0) + dot(block['whole'] ?? [], most)) };
}

/** A statement of so many words, each with some of the features. */
const statement = (length: number) =>
  Array.from({ length }, (_, t) => FEATURES.filter((_, f) => ((t * 7 + f * 3) % 4) - 1 > 0));

describe('the network', () => {
  const network = new Network(weights);

  it.each([1, 2, 9, 150])(
    `says of %i words what its formulas say, to three digits (seed ${String(SEED)})`,
    (length) => {
      const words = statement(length);
      const wanted = plainly(words);
      const { words: likely, whole } = network.read(words.map((own) => ({ own: own.slice(0, 1), here: own.slice(1) })));
      expect(whole).toBeCloseTo(wanted.whole, 3);
      for (const [t, each] of wanted.likely.entries())
        for (const [l, value] of each.entries()) expect(likely[t * LABELS.length + l]).toBeCloseTo(value, 3);
    },
  );

  it('says the same of the same words whatever was read in between', () => {
    const words = statement(12).map((own) => ({ own, here: [] }));
    const before = network.read(words);
    network.read(statement(300).map((own) => ({ own, here: [] })));
    expect(network.read(words)).toEqual(before);
  });

  it('reads a word with features that it does not know as one without', () => {
    const known = network.read([{ own: ['a'], here: [] }]);
    expect(network.read([{ own: ['a', 'unheard of'], here: ['nor this'] }])).toEqual(known);
  });

  it('says nothing of no words', () => {
    expect(network.read([])).toEqual({ words: new Float32Array(0), whole: 0 });
  });
});
