// Teaches the network of server/purposes/tagger/network.ts: two gated recurrent units that read a statement from either
// end, taught by gradient descent (Adam) with features and connections left out at random, so that no single word decides.

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

export class Learner {
  /** @param {{ blocks: readonly [string, number][], width: number, memory: number, labels: number, seed: number, featureLoss: number, loss: number }} settings */
  constructor({ blocks, width, memory, labels, seed, featureLoss, loss }) {
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
      const spread = name === 'features' || name === 'out' ? 0.1 : name.endsWith('Bias') ? 0 : 1 / Math.sqrt(memory);
      for (let i = 0; i < size; i++) this.weights[name][i] = gauss() * spread;
    }
    const room = (n) => new Float32Array(LONGEST * n);
    this.word = room(width);
    this.kept = room(width);
    this.wordGradient = room(width);
    this.likely = room(labels);
    this.sides = ['forward', 'backward'].map((side) => ({
      side,
      r: room(memory),
      z: room(memory),
      n: room(memory),
      q: room(memory),
      h: room(memory),
      dh: room(memory),
      mask: room(memory),
    }));
    this.touched = new Set();
    this.steps = 0;
  }

  /** Learns from a batch of `{ x: Int32Array[], y: Uint8Array }`; gives the loss summed over the words. */
  learn(batch, rate) {
    const words = batch.reduce((sum, { x }) => sum + x.length, 0);
    let loss = 0;
    for (const { x, y } of batch) {
      const kept = this.#forward(x);
      loss += this.#backward(kept, y, 1 / words);
    }
    this.#update(rate);
    return loss;
  }

  #forward(x) {
    const { D, H, L, weights: W, random, word, kept } = this;
    const T = x.length;
    const keptFeatures = [];
    for (let t = 0; t < T; t++) {
      const o = t * D;
      word.fill(0, o, o + D);
      const features = x[t].filter(() => random() > this.featureLoss);
      keptFeatures.push(features);
      for (const f of features) for (let d = 0; d < D; d++) word[o + d] += W.features[f * D + d];
      for (let d = 0; d < D; d++) {
        word[o + d] = Math.tanh(word[o + d]);
        kept[o + d] = random() > this.loss ? word[o + d] / (1 - this.loss) : 0;
      }
    }
    for (const { side, r, z, n, q, h, mask } of this.sides) {
      const I = W[`${side}In`];
      const B = W[`${side}Back`];
      const b = W[`${side}Bias`];
      for (let s = 0; s < T; s++) {
        const t = side === 'forward' ? s : T - 1 - s;
        const ox = t * D;
        const oh = t * H;
        const op = (side === 'forward' ? t - 1 : t + 1) * H;
        for (let i = 0; i < H; i++) {
          let ar = b[i];
          let az = b[H + i];
          let an = b[2 * H + i];
          let aq = b[3 * H + i];
          for (let d = 0; d < D; d++) {
            const v = kept[ox + d];
            ar += I[i * D + d] * v;
            az += I[(H + i) * D + d] * v;
            an += I[(2 * H + i) * D + d] * v;
          }
          if (s > 0)
            for (let d = 0; d < H; d++) {
              const v = h[op + d];
              ar += B[i * H + d] * v;
              az += B[(H + i) * H + d] * v;
              aq += B[(2 * H + i) * H + d] * v;
            }
          const R = sigmoid(ar);
          const Z = sigmoid(az);
          const N = Math.tanh(an + R * aq);
          r[oh + i] = R;
          z[oh + i] = Z;
          q[oh + i] = aq;
          n[oh + i] = N;
          h[oh + i] = (1 - Z) * N + (s > 0 ? Z * h[op + i] : 0);
          mask[oh + i] = random() > this.loss ? 1 / (1 - this.loss) : 0;
        }
      }
    }
    const [f, g] = this.sides;
    const row = 2 * H + D;
    for (let t = 0; t < T; t++) {
      let most = -Infinity;
      for (let l = 0; l < L; l++) {
        let a = W.outBias[l];
        const o = l * row;
        for (let i = 0; i < H; i++)
          a +=
            W.out[o + i] * f.h[t * H + i] * f.mask[t * H + i] + W.out[o + H + i] * g.h[t * H + i] * g.mask[t * H + i];
        for (let d = 0; d < D; d++) a += W.out[o + 2 * H + d] * kept[t * D + d];
        this.likely[t * L + l] = a;
        most = Math.max(most, a);
      }
      let sum = 0;
      for (let l = 0; l < L; l++) sum += this.likely[t * L + l] = Math.exp(this.likely[t * L + l] - most);
      for (let l = 0; l < L; l++) this.likely[t * L + l] /= sum;
    }
    return keptFeatures;
  }

  #backward(x, y, scale) {
    const { D, H, L, weights: W, gradients: G, word, kept, wordGradient, likely } = this;
    const T = x.length;
    const row = 2 * H + D;
    let loss = 0;
    wordGradient.fill(0, 0, T * D);
    for (const { dh } of this.sides) dh.fill(0, 0, T * H);
    const [f, g] = this.sides;
    for (let t = 0; t < T; t++) {
      loss -= Math.log(likely[t * L + y[t]] + 1e-9);
      for (let l = 0; l < L; l++) {
        const e = (likely[t * L + l] - (l === y[t] ? 1 : 0)) * scale;
        if (Math.abs(e) < 1e-7) continue;
        G.outBias[l] += e;
        const o = l * row;
        for (const [at, { h, dh, mask }] of [
          [o, f],
          [o + H, g],
        ])
          for (let i = 0; i < H; i++) {
            const m = mask[t * H + i];
            G.out[at + i] += e * h[t * H + i] * m;
            dh[t * H + i] += e * W.out[at + i] * m;
          }
        for (let d = 0; d < D; d++) {
          G.out[o + 2 * H + d] += e * kept[t * D + d];
          wordGradient[t * D + d] += e * W.out[o + 2 * H + d];
        }
      }
    }
    for (const { side, r, z, n, q, h, dh } of this.sides) {
      const I = W[`${side}In`];
      const B = W[`${side}Back`];
      const gI = G[`${side}In`];
      const gB = G[`${side}Back`];
      const gb = G[`${side}Bias`];
      for (let s = T - 1; s >= 0; s--) {
        const t = side === 'forward' ? s : T - 1 - s;
        const ox = t * D;
        const oh = t * H;
        const op = (side === 'forward' ? t - 1 : t + 1) * H;
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
          for (let d = 0; d < D; d++) {
            const v = kept[ox + d];
            gI[i * D + d] += dr * v;
            gI[(H + i) * D + d] += dz * v;
            gI[(2 * H + i) * D + d] += dn * v;
            wordGradient[ox + d] += dr * I[i * D + d] + dz * I[(H + i) * D + d] + dn * I[(2 * H + i) * D + d];
          }
          if (s === 0) continue;
          dh[op + i] += e * Z;
          for (let d = 0; d < H; d++) {
            const v = h[op + d];
            gB[i * H + d] += dr * v;
            gB[(H + i) * H + d] += dz * v;
            gB[(2 * H + i) * H + d] += dq * v;
            dh[op + d] += dr * B[i * H + d] + dz * B[(H + i) * H + d] + dq * B[(2 * H + i) * H + d];
          }
        }
      }
    }
    for (let t = 0; t < T; t++) {
      for (let d = 0; d < D; d++) {
        const v = word[t * D + d];
        wordGradient[t * D + d] *= v === 0 ? 0 : (kept[t * D + d] / v) * (1 - v * v);
      }
      for (const feature of x[t]) {
        this.touched.add(feature);
        for (let d = 0; d < D; d++) G.features[feature * D + d] += wordGradient[t * D + d];
      }
    }
    return loss;
  }

  #update(rate) {
    const { D, touched, weights, gradients, first, second, mean } = this;
    this.steps++;
    const c1 = 1 - 0.9 ** this.steps;
    const c2 = 1 - 0.999 ** this.steps;
    let norm = 0;
    const each = (work) => {
      for (const [name, size] of this.blocks)
        if (name === 'features') for (const f of touched) for (let d = 0; d < D; d++) work(name, f * D + d);
        else for (let i = 0; i < size; i++) work(name, i);
    };
    each((name, i) => (norm += gradients[name][i] ** 2));
    const clip = Math.min(1, 5 / Math.sqrt(norm + 1e-9));
    each((name, i) => {
      const g = gradients[name][i] * clip;
      gradients[name][i] = 0;
      const m = (first[name][i] = 0.9 * first[name][i] + 0.1 * g);
      const v = (second[name][i] = 0.999 * second[name][i] + 0.001 * g * g);
      weights[name][i] -= rate * (m / c1 / (Math.sqrt(v / c2) + 1e-8) + 0.01 * weights[name][i]);
    });
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
