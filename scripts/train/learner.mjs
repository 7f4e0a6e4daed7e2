// Teaches the network of server/purposes/tagger/network.ts: gated recurrent units that read a statement from either end,
// layer over layer, taught by gradient descent (Adam) with features and connections left out at random, so that no single word
// decides. Beside the label of each word it learns whether anything is wrong with the statement at all.

/** Random numbers from a seed (mulberry32). */
export function randomFrom(seed) {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const sigmoid = (x) => 1 / (1 + Math.exp(-x));
const LONGEST = 2000;
/** What the whole statement weighs beside its words. */
const WHOLE = 0.3;
const DECAY = 0.01;
const CLIP = 5;

/** One reading from one end. */
class Pass {
  constructor(name, inputs, size, backward) {
    Object.assign(this, { name, inputs, size, backward });
    const room = () => new Float32Array(LONGEST * size);
    Object.assign(this, { r: room(), z: room(), n: room(), q: room(), h: room(), dh: room() });
  }

  at(step, count) {
    return this.backward ? count - 1 - step : step;
  }

  forward(x, count, { [`${this.name}In`]: I, [`${this.name}Back`]: B, [`${this.name}Bias`]: b }) {
    const { inputs, size: H, r, z, n, q, h } = this;
    for (let s = 0; s < count; s++) {
      const t = this.at(s, count);
      const ox = t * inputs;
      const oh = t * H;
      const op = this.at(s - 1, count) * H;
      for (let i = 0; i < H; i++) {
        let [ar, az, an, aq] = [b[i], b[H + i], b[2 * H + i], b[3 * H + i]];
        const [or, oz, on] = [i * inputs, (H + i) * inputs, (2 * H + i) * inputs];
        for (let d = 0; d < inputs; d++) {
          const v = x[ox + d];
          ar += I[or + d] * v;
          az += I[oz + d] * v;
          an += I[on + d] * v;
        }
        if (s > 0) {
          const [pr, pz, pn] = [i * H, (H + i) * H, (2 * H + i) * H];
          for (let d = 0; d < H; d++) {
            const v = h[op + d];
            ar += B[pr + d] * v;
            az += B[pz + d] * v;
            aq += B[pn + d] * v;
          }
        }
        const R = sigmoid(ar);
        const Z = sigmoid(az);
        const N = Math.tanh(an + R * aq);
        r[oh + i] = R;
        z[oh + i] = Z;
        q[oh + i] = aq;
        n[oh + i] = N;
        h[oh + i] = (1 - Z) * N + (s > 0 ? Z * h[op + i] : 0);
      }
    }
  }

  /** From `dh`, what its states should have been otherwise, to the weights and to `dx`. */
  backwardFrom(x, dx, count, weights, gradients) {
    const { inputs, size: H, r, z, n, q, h, dh, name } = this;
    const [I, B] = [weights[`${name}In`], weights[`${name}Back`]];
    const [gI, gB, gb] = [gradients[`${name}In`], gradients[`${name}Back`], gradients[`${name}Bias`]];
    for (let s = count - 1; s >= 0; s--) {
      const t = this.at(s, count);
      const ox = t * inputs;
      const oh = t * H;
      const op = this.at(s - 1, count) * H;
      for (let i = 0; i < H; i++) {
        const e = dh[oh + i];
        if (e === 0) continue;
        const R = r[oh + i];
        const Z = z[oh + i];
        const N = n[oh + i];
        const dn = e * (1 - Z) * (1 - N * N);
        const dz = e * ((s > 0 ? h[op + i] : 0) - N) * Z * (1 - Z);
        const dr = dn * q[oh + i] * R * (1 - R);
        const dq = dn * R;
        gb[i] += dr;
        gb[H + i] += dz;
        gb[2 * H + i] += dn;
        gb[3 * H + i] += dq;
        const [or, oz, on] = [i * inputs, (H + i) * inputs, (2 * H + i) * inputs];
        for (let d = 0; d < inputs; d++) {
          const v = x[ox + d];
          gI[or + d] += dr * v;
          gI[oz + d] += dz * v;
          gI[on + d] += dn * v;
          dx[ox + d] += dr * I[or + d] + dz * I[oz + d] + dn * I[on + d];
        }
        if (s === 0) continue;
        dh[op + i] += e * Z;
        const [pr, pz, pn] = [i * H, (H + i) * H, (2 * H + i) * H];
        for (let d = 0; d < H; d++) {
          const v = h[op + d];
          gB[pr + d] += dr * v;
          gB[pz + d] += dz * v;
          gB[pn + d] += dq * v;
          dh[op + d] += dr * B[pr + d] + dz * B[pz + d] + dq * B[pn + d];
        }
      }
    }
  }
}

export class Learner {
  /**
   * @param {{ blocks: readonly (readonly [string, number])[], width: number, memory: number, layers: number, labels: number, seed: number, featureLoss: number, loss: number }} settings
   */
  constructor({ blocks, width, memory, layers, labels, seed, featureLoss, loss }) {
    Object.assign(this, { blocks, D: width, H: memory, L: labels, featureLoss, loss });
    this.random = randomFrom(seed);
    const gauss = () => Math.sqrt(-2 * Math.log(this.random() + 1e-12)) * Math.cos(2 * Math.PI * this.random());
    this.weights = {};
    this.gradients = {};
    this.first = {};
    this.second = {};
    this.mean = {};
    for (const [name, size] of blocks) {
      for (const each of ['weights', 'gradients', 'first', 'second', 'mean']) this[each][name] = new Float32Array(size);
      const spread = /^(?:features|out|whole)$/.test(name) ? 0.1 : name.endsWith('Bias') ? 0 : 1 / Math.sqrt(memory);
      for (let i = 0; i < size; i++) this.weights[name][i] = gauss() * spread;
    }
    const room = (n) => new Float32Array(LONGEST * n);
    this.word = room(width);
    this.wordMask = room(width);
    this.wordGradient = room(width);
    this.likely = room(labels);
    /** What each layer reads, with some of it left out, and what of it was kept. The first reads the words, the last is read by the labels. */
    this.inputs = [room(width)];
    this.masks = [this.wordMask];
    this.inputGradients = [room(width)];
    this.layers = [];
    for (let layer = 0; layer < layers; layer++) {
      const size = layer === 0 ? width : 2 * memory;
      this.layers.push([
        new Pass(`forward${layer}`, size, memory, false),
        new Pass(`backward${layer}`, size, memory, true),
      ]);
      this.inputs.push(room(2 * memory));
      this.masks.push(room(2 * memory));
      this.inputGradients.push(room(2 * memory));
    }
    this.touched = new Set();
    this.steps = 0;
  }

  /** Learns from a batch of `{ x: Int32Array[], y: Uint8Array, wrong: 0 | 1 }`; gives the loss summed over the words. */
  learn(batch, rate) {
    const words = batch.reduce((sum, { x }) => sum + x.length, 0);
    let loss = 0;
    for (const { x, y, wrong } of batch) {
      const kept = this.#forward(x);
      loss += this.#backward(kept, y, wrong, 1 / words, WHOLE / batch.length);
    }
    this.#update(rate);
    return loss;
  }

  #drop() {
    return this.random() > this.loss ? 1 / (1 - this.loss) : 0;
  }

  #forward(x) {
    const { D, H, weights, word, wordMask, inputs, masks } = this;
    const T = x.length;
    const keptFeatures = [];
    for (let t = 0; t < T; t++) {
      const o = t * D;
      word.fill(0, o, o + D);
      const features = x[t].filter(() => this.random() > this.featureLoss);
      keptFeatures.push(features);
      for (const f of features) for (let d = 0; d < D; d++) word[o + d] += weights.features[f * D + d];
      for (let d = 0; d < D; d++) {
        word[o + d] = Math.tanh(word[o + d]);
        wordMask[o + d] = this.#drop();
        inputs[0][o + d] = word[o + d] * wordMask[o + d];
      }
    }
    for (const [layer, passes] of this.layers.entries()) {
      const [next, mask] = [inputs[layer + 1], masks[layer + 1]];
      for (const [side, pass] of passes.entries()) {
        pass.forward(inputs[layer], T, weights);
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
    const { D, H, L, weights: W, gradients: G, inputs, inputGradients, masks, likely } = this;
    const T = x.length;
    const top = inputs.at(-1);
    const topGradient = inputGradients.at(-1);
    for (const [i, gradient] of inputGradients.entries()) gradient.fill(0, 0, T * (i === 0 ? D : 2 * H));
    const row = 2 * H + D;
    let loss = 0;
    for (let t = 0; t < T; t++) {
      let most = -Infinity;
      for (let l = 0; l < L; l++) {
        let a = W.outBias[l];
        const o = l * row;
        for (let i = 0; i < 2 * H; i++) a += W.out[o + i] * top[t * 2 * H + i];
        for (let d = 0; d < D; d++) a += W.out[o + 2 * H + d] * inputs[0][t * D + d];
        likely[l] = a;
        most = Math.max(most, a);
      }
      let sum = 0;
      for (let l = 0; l < L; l++) sum += likely[l] = Math.exp(likely[l] - most);
      loss -= Math.log(likely[y[t]] / sum + 1e-9);
      for (let l = 0; l < L; l++) {
        const e = (likely[l] / sum - (l === y[t] ? 1 : 0)) * scale;
        if (Math.abs(e) < 1e-8) continue;
        G.outBias[l] += e;
        const o = l * row;
        for (let i = 0; i < 2 * H; i++) {
          G.out[o + i] += e * top[t * 2 * H + i];
          topGradient[t * 2 * H + i] += e * W.out[o + i];
        }
        for (let d = 0; d < D; d++) {
          G.out[o + 2 * H + d] += e * inputs[0][t * D + d];
          inputGradients[0][t * D + d] += e * W.out[o + 2 * H + d];
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
        pass.backwardFrom(inputs[layer], inputGradients[layer], T, W, G);
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

  #update(rate) {
    const { D, touched, weights, gradients, first, second, mean } = this;
    this.steps++;
    const c1 = 1 - 0.9 ** this.steps;
    const c2 = 1 - 0.999 ** this.steps;
    const stretches = (name, size) =>
      name === 'features' ? [...touched].map((f) => [f * D, (f + 1) * D]) : [[0, size]];
    let norm = 0;
    for (const [name, size] of this.blocks)
      for (const [from, to] of stretches(name, size)) for (let i = from; i < to; i++) norm += gradients[name][i] ** 2;
    const clip = Math.min(1, CLIP / Math.sqrt(norm + 1e-9));
    for (const [name, size] of this.blocks) {
      const [w, g, m, v] = [weights[name], gradients[name], first[name], second[name]];
      for (const [from, to] of stretches(name, size))
        for (let i = from; i < to; i++) {
          const e = g[i] * clip;
          g[i] = 0;
          m[i] = 0.9 * m[i] + 0.1 * e;
          v[i] = 0.999 * v[i] + 0.001 * e * e;
          w[i] -= rate * (m[i] / c1 / (Math.sqrt(v[i] / c2) + 1e-8) + DECAY * w[i]);
        }
    }
    touched.clear();
    // The mean of the last steps generalises better than the last step.
    const keep = Math.min(0.998, this.steps / (this.steps + 10));
    for (const [name, size] of this.blocks) {
      if (name === 'features' && this.steps % 20 !== 0) continue;
      const own = name === 'features' ? keep ** 20 : keep;
      for (let i = 0; i < size; i++) mean[name][i] = own * mean[name][i] + (1 - own) * weights[name][i];
    }
  }
}
