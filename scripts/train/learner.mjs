// Teaches the network of server/purposes/tagger/network.ts: gated recurrent units that read a statement from either end,
// layer over layer, taught by gradient descent (Adam) with features and connections left out at random, so that no single word
// decides, and with the spelling of some words left out, so that a word which nobody taught is read by what it is like. Beside
// the label of each word it learns whether anything is wrong with the statement at all.

import { Pass, sigmoid } from './pass.mjs';
import { randomFrom } from './random.mjs';
import { Room } from './room.mjs';

/** Words that a statement has, at most. */
const LONGEST = 2000;
/** What the whole statement weighs beside its words. */
const WHOLE = 0.3;
const DECAY = 0.01;
const CLIP = 5;

export class Learner {
  /**
   * @param {{ blocks: readonly (readonly [string, number])[], width: number, memory: number, layers: number, labels: number, seed: number, featureLoss: number, wordLoss: number, isSpelling: Uint8Array, loss: number }} settings
   */
  constructor({ blocks, width, memory, layers, labels, seed, featureLoss, wordLoss, isSpelling, loss }) {
    Object.assign(this, { blocks, D: width, H: memory, L: labels, featureLoss, wordLoss, isSpelling, loss });
    this.random = randomFrom(seed);
    const gauss = () => Math.sqrt(-2 * Math.log(this.random() + 1e-12)) * Math.cos(2 * Math.PI * this.random());
    const room = new Room();
    this.weights = {};
    this.gradients = {};
    this.first = {};
    this.second = {};
    this.mean = {};
    for (const [name, size] of blocks) {
      const isProduct = /(?:In|Back)$/.test(name);
      for (const each of ['weights', 'gradients'])
        this[each][name] = isProduct ? room.of(size) : new Float32Array(size);
      for (const each of ['first', 'second', 'mean']) this[each][name] = new Float32Array(size);
      const spread = /^(?:features|out|whole)$/.test(name) ? 0.1 : name.endsWith('Bias') ? 0 : 1 / Math.sqrt(memory);
      for (let i = 0; i < size; i++) this.weights[name][i] = gauss() * spread;
    }
    const numbers = (n) => new Float32Array(LONGEST * n);
    this.word = numbers(width);
    this.wordMask = numbers(width);
    this.likely = new Float32Array(labels);
    /** What each layer reads, with some of it left out, and what of it was kept. The first reads the words, the last is read by the labels. */
    this.inputs = [room.of(LONGEST * width)];
    this.masks = [this.wordMask];
    this.inputGradients = [room.of(LONGEST * width)];
    this.layers = [];
    for (let layer = 0; layer < layers; layer++) {
      const size = layer === 0 ? width : 2 * memory;
      this.layers.push(
        [false, true].map((isBackward) => {
          const name = `${isBackward ? 'backward' : 'forward'}${layer}`;
          return new Pass(room, { name, inputs: size, size: memory, isBackward, longest: LONGEST }, this);
        }),
      );
      this.inputs.push(room.of(LONGEST * 2 * memory));
      this.masks.push(numbers(2 * memory));
      this.inputGradients.push(room.of(LONGEST * 2 * memory));
    }
    this.touched = new Set();
    this.steps = 0;
  }

  /** Learns from a batch of `{ x: Int32Array[], y: Uint8Array, wrong: 0 | 1 }`; gives the loss summed over the words. */
  learn(batch, rate) {
    const loss = this.look(batch, sizeOf(batch));
    this.update(rate);
    return loss;
  }

  /**
   * Sees what is wrong about statements, without learning from it yet. `size`: that of the batch that they are of.
   * @returns {number} the loss summed over the words
   */
  look(statements, size) {
    let loss = 0;
    for (const { x, y, wrong } of statements) {
      const kept = this.#forward(x);
      loss += this.#backward(kept, y, wrong, 1 / size.words, WHOLE / size.statements);
    }
    return loss;
  }

  #drop() {
    return this.random() > this.loss ? 1 / (1 - this.loss) : 0;
  }

  #forward(x) {
    const { D, H, word, wordMask, inputs, masks } = this;
    const rows = this.weights.features;
    const T = x.length;
    const keptFeatures = [];
    for (let t = 0; t < T; t++) {
      const o = t * D;
      word.fill(0, o, o + D);
      const isUnknown = this.random() < this.wordLoss;
      const features = x[t].filter((f) => this.random() > this.featureLoss && !(isUnknown && this.isSpelling[f] === 1));
      keptFeatures.push(features);
      for (const f of features) for (let d = 0; d < D; d++) word[o + d] += rows[f * D + d];
      for (let d = 0; d < D; d++) {
        word[o + d] = Math.tanh(word[o + d]);
        wordMask[o + d] = this.#drop();
        inputs[0][o + d] = word[o + d] * wordMask[o + d];
      }
    }
    for (const [layer, passes] of this.layers.entries()) {
      const [next, mask] = [inputs[layer + 1], masks[layer + 1]];
      for (const [side, pass] of passes.entries()) {
        pass.read(inputs[layer], T);
        for (let t = 0; t < T; t++)
          for (let i = 0; i < H; i++) {
            const o = t * 2 * H + side * H + i;
            mask[o] = this.#drop();
            next[o] = pass.h[t * H + i] * mask[o];
          }
      }
    }
    return keptFeatures;
  }

  #backward(x, y, wrong, scale, wholeScale) {
    const { D, H, L, inputs, inputGradients, masks, likely } = this;
    const { out, outBias } = this.weights;
    const { out: outGradient, outBias: biasGradient } = this.gradients;
    const T = x.length;
    const [words, top] = [inputs[0], inputs.at(-1)];
    const [wordGradient, topGradient] = [inputGradients[0], inputGradients.at(-1)];
    for (const [i, gradient] of inputGradients.entries()) gradient.fill(0, 0, T * (i === 0 ? D : 2 * H));
    const row = 2 * H + D;
    let loss = 0;
    for (let t = 0; t < T; t++) {
      const states = t * 2 * H;
      const word = t * D;
      let most = -Infinity;
      for (let l = 0; l < L; l++) {
        let a = outBias[l];
        const o = l * row;
        for (let i = 0; i < 2 * H; i++) a += out[o + i] * top[states + i];
        for (let d = 0; d < D; d++) a += out[o + 2 * H + d] * words[word + d];
        likely[l] = a;
        most = Math.max(most, a);
      }
      let sum = 0;
      for (let l = 0; l < L; l++) sum += likely[l] = Math.exp(likely[l] - most);
      loss -= Math.log(likely[y[t]] / sum + 1e-9);
      for (let l = 0; l < L; l++) {
        const e = (likely[l] / sum - (l === y[t] ? 1 : 0)) * scale;
        if (Math.abs(e) < 1e-8) continue;
        biasGradient[l] += e;
        const o = l * row;
        for (let i = 0; i < 2 * H; i++) {
          outGradient[o + i] += e * top[states + i];
          topGradient[states + i] += e * out[o + i];
        }
        for (let d = 0; d < D; d++) {
          outGradient[o + 2 * H + d] += e * words[word + d];
          wordGradient[word + d] += e * out[o + 2 * H + d];
        }
      }
    }
    this.#backwardWhole(top, topGradient, T, wrong, wholeScale);
    for (let layer = this.layers.length - 1; layer >= 0; layer--)
      for (const [side, pass] of this.layers[layer].entries()) {
        const [gradient, mask] = [inputGradients[layer + 1], masks[layer + 1]];
        for (let t = 0; t < T; t++)
          for (let i = 0; i < H; i++) {
            const o = t * 2 * H + side * H + i;
            pass.dh[t * H + i] = gradient[o] * mask[o];
          }
        pass.teach(inputs[layer], inputGradients[layer], T);
      }
    this.#backwardWords(x);
    return loss;
  }

  /** The most that each number of the last layer reaches in the statement says whether anything is wrong with it. */
  #backwardWhole(top, topGradient, T, wrong, scale) {
    const { H, weights: W, gradients: G } = this;
    const places = new Int32Array(2 * H);
    let score = W.wholeBias[0];
    for (let i = 0; i < 2 * H; i++) {
      for (let t = 1; t < T; t++) if (top[t * 2 * H + i] > top[places[i] * 2 * H + i]) places[i] = t;
      score += W.whole[i] * top[places[i] * 2 * H + i];
    }
    const e = (sigmoid(score) - wrong) * scale;
    G.wholeBias[0] += e;
    for (let i = 0; i < 2 * H; i++) {
      const o = places[i] * 2 * H + i;
      G.whole[i] += e * top[o];
      topGradient[o] += e * W.whole[i];
    }
  }

  #backwardWords(x) {
    const { D, gradients: G, word, wordMask, inputGradients } = this;
    for (const [t, features] of x.entries()) {
      for (let d = 0; d < D; d++) {
        const v = word[t * D + d];
        inputGradients[0][t * D + d] *= wordMask[t * D + d] * (1 - v * v);
      }
      for (const feature of features) {
        this.touched.add(feature);
        for (let d = 0; d < D; d++) G.features[feature * D + d] += inputGradients[0][t * D + d];
      }
    }
  }

  /** Learns from what was seen since the last time. */
  update(rate) {
    const { D, touched, weights, gradients, first, second, mean } = this;
    this.steps++;
    const c1 = 1 - 0.9 ** this.steps;
    const c2 = 1 - 0.999 ** this.steps;
    const stretches = (name, size) =>
      name === 'features' ? [...touched].map((f) => [f * D, (f + 1) * D]) : [[0, size]];
    let norm = 0;
    for (const [name, size] of this.blocks) {
      const g = gradients[name];
      for (const [from, to] of stretches(name, size)) for (let i = from; i < to; i++) norm += g[i] * g[i];
    }
    const clip = Math.min(1, CLIP / Math.sqrt(norm + 1e-9));
    const step = rate / c1;
    for (const [name, size] of this.blocks) {
      const [w, g, m, v] = [weights[name], gradients[name], first[name], second[name]];
      for (const [from, to] of stretches(name, size))
        for (let i = from; i < to; i++) {
          const e = g[i] * clip;
          g[i] = 0;
          m[i] = 0.9 * m[i] + 0.1 * e;
          v[i] = 0.999 * v[i] + 0.001 * e * e;
          w[i] -= (step * m[i]) / (Math.sqrt(v[i] / c2) + 1e-8) + rate * DECAY * w[i];
        }
    }
    touched.clear();
    // The mean of the last steps generalises better than the last step.
    const keep = Math.min(0.998, this.steps / (this.steps + 10));
    for (const [name, size] of this.blocks) {
      if (name === 'features' && this.steps % 20 !== 0) continue;
      const own = name === 'features' ? keep ** 20 : keep;
      const [m, w] = [mean[name], weights[name]];
      for (let i = 0; i < size; i++) m[i] = own * m[i] + (1 - own) * w[i];
    }
  }
}

/** How large a batch is. @returns {{ statements: number, words: number }} */
export const sizeOf = (batch) => ({
  statements: batch.length,
  words: batch.reduce((sum, { x }) => sum + x.length, 0),
});
