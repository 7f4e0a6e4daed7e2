/** The weights of a tagger as they are kept: eight bits each, with a scale for every block. */
export interface Weights {
  /** What a word can be labelled as; the first is "nothing wrong". */
  readonly labels: readonly string[];
  /** Numbers that stand for one word, and for what was read up to it from either side. */
  readonly width: number;
  readonly memory: number;
  /** The features it knows, separated by line feeds, in the order of their rows. */
  readonly features: string;
  /** Block by block in the order of `BLOCKS`. */
  readonly scales: readonly number[];
  /** Signed bytes in base64. */
  readonly bytes: string;
}

/** The blocks of weights and their sizes. */
export function blocksOf(features: number, width: number, memory: number, labels: number): readonly [string, number][] {
  return [
    ['features', features * width],
    ['forwardIn', 3 * memory * width],
    ['forwardBack', 3 * memory * memory],
    ['forwardBias', 4 * memory],
    ['backwardIn', 3 * memory * width],
    ['backwardBack', 3 * memory * memory],
    ['backwardBias', 4 * memory],
    ['out', labels * (2 * memory + width)],
    ['outBias', labels],
  ];
}

/**
 * A small recurrent network that reads a statement from both ends (gated recurrent units, Cho et al. 2014) and gives for
 * each word how likely each label is. It is trained by `npm run train`; here it only reads.
 */
export class Network {
  readonly labels: readonly string[];
  readonly #width: number;
  readonly #memory: number;
  readonly #ids: ReadonlyMap<string, number>;
  readonly #blocks: Readonly<Record<string, Float32Array>>;

  constructor(weights: Weights) {
    this.labels = weights.labels;
    this.#width = weights.width;
    this.#memory = weights.memory;
    const features = weights.features.split('\n');
    this.#ids = new Map(features.map((feature, i) => [feature, i]));
    const bytes = Uint8Array.from(atob(weights.bytes), (each) => each.charCodeAt(0));
    const signed = new Int8Array(bytes.buffer);
    const blocks: Record<string, Float32Array> = {};
    let at = 0;
    for (const [b, [name, size]] of blocksOf(
      features.length,
      weights.width,
      weights.memory,
      weights.labels.length,
    ).entries()) {
      const scale = weights.scales[b] ?? 0;
      blocks[name] = Float32Array.from(signed.subarray(at, at + size), (each) => each * scale);
      at += size;
    }
    this.#blocks = blocks;
  }

  /** The probability of each label for each word, word by word. */
  read(features: readonly (readonly string[])[]): Float32Array {
    const count = features.length;
    const words = this.#words(features);
    const before = this.#pass(words, count, 'forward');
    const behind = this.#pass(words, count, 'backward');
    const { labels } = this;
    const width = this.#width;
    const memory = this.#memory;
    const out = this.#block('out');
    const bias = this.#block('outBias');
    const row = 2 * memory + width;
    const likely = new Float32Array(count * labels.length);
    for (let t = 0; t < count; t++) {
      let sum = 0;
      for (let l = 0; l < labels.length; l++) {
        let score = bias[l] ?? 0;
        const at = l * row;
        for (let i = 0; i < memory; i++)
          score +=
            (out[at + i] ?? 0) * (before[t * memory + i] ?? 0) +
            (out[at + memory + i] ?? 0) * (behind[t * memory + i] ?? 0);
        for (let d = 0; d < width; d++) score += (out[at + 2 * memory + d] ?? 0) * (words[t * width + d] ?? 0);
        const power = Math.exp(Math.min(score, 60));
        likely[t * labels.length + l] = power;
        sum += power;
      }
      for (let l = 0; l < labels.length; l++)
        likely[t * labels.length + l] = (likely[t * labels.length + l] ?? 0) / sum;
    }
    return likely;
  }

  #block(name: string): Float32Array {
    return this.#blocks[name] ?? new Float32Array(0);
  }

  #words(features: readonly (readonly string[])[]): Float32Array {
    const width = this.#width;
    const rows = this.#block('features');
    const words = new Float32Array(features.length * width);
    for (const [t, own] of features.entries()) {
      const at = t * width;
      for (const feature of own) {
        const id = this.#ids.get(feature);
        if (id === undefined) continue;
        const row = id * width;
        for (let d = 0; d < width; d++) words[at + d] = (words[at + d] ?? 0) + (rows[row + d] ?? 0);
      }
      for (let d = 0; d < width; d++) words[at + d] = Math.tanh(words[at + d] ?? 0);
    }
    return words;
  }

  #pass(words: Float32Array, count: number, side: 'forward' | 'backward'): Float32Array {
    const width = this.#width;
    const memory = this.#memory;
    const fromWord = this.#block(`${side}In`);
    const fromMemory = this.#block(`${side}Back`);
    const bias = this.#block(`${side}Bias`);
    const states = new Float32Array(count * memory);
    const gates = new Float32Array(4 * memory);
    // Where the state before stands in `states`; the first word has none.
    let previous = -1;
    for (let step = 0; step < count; step++) {
      const t = side === 'forward' ? step : count - 1 - step;
      const state = t * memory;
      gates.set(bias);
      for (let r = 0; r < 3 * memory; r++) {
        gates[r] = (gates[r] ?? 0) + product(fromWord, r * width, words, t * width, width);
        if (previous < 0) continue;
        // What the candidate takes from memory passes the reset gate first, so it is kept apart.
        const into = r < 2 * memory ? r : r + memory;
        gates[into] = (gates[into] ?? 0) + product(fromMemory, r * memory, states, previous, memory);
      }
      for (let i = 0; i < memory; i++) {
        const reset = sigmoid(gates[i] ?? 0);
        const keep = sigmoid(gates[memory + i] ?? 0);
        const candidate = Math.tanh((gates[2 * memory + i] ?? 0) + reset * (gates[3 * memory + i] ?? 0));
        states[state + i] = (1 - keep) * candidate + (previous < 0 ? 0 : keep * (states[previous + i] ?? 0));
      }
      previous = state;
    }
    return states;
  }
}

/** The sum of the products of two runs of numbers. */
function product(a: Float32Array, fromA: number, b: Float32Array, fromB: number, count: number): number {
  let sum = 0;
  for (let i = 0; i < count; i++) sum += (a[fromA + i] ?? 0) * (b[fromB + i] ?? 0);
  return sum;
}

function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
