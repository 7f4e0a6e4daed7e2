// One reading of a statement from one end, by gated recurrent units, and how it is taught.
import { placeOf } from './room.mjs';

export const sigmoid = (x) => 1 / (1 + Math.exp(-x));
const NUMBER = 4;

/**
 * Gates stand in the order reset, keep, candidate: three times `size` numbers a word. The candidate has a fourth bias, of
 * what it takes from the state before.
 */
export class Pass {
  /**
   * @param {import('./room.mjs').Room} room
   * @param {{ name: string, inputs: number, size: number, isBackward: boolean, longest: number }} shape
   * @param {{ weights: Record<string, Float32Array>, gradients: Record<string, Float32Array> }} blocks
   */
  constructor(room, { name, inputs, size, isBackward, longest }, { weights, gradients }) {
    Object.assign(this, { inputs, size, isBackward });
    this.products = room.products;
    this.own = { into: weights[`${name}In`], back: weights[`${name}Back`], bias: weights[`${name}Bias`] };
    this.taught = { into: gradients[`${name}In`], back: gradients[`${name}Back`], bias: gradients[`${name}Bias`] };
    const numbers = (n) => new Float32Array(longest * n);
    Object.assign(this, { r: numbers(size), z: numbers(size), n: numbers(size), q: numbers(size) });
    /** The states behind each word, and what they should have been otherwise. */
    this.h = room.of(longest * size);
    this.dh = room.of(longest * size);
    /** What comes from the word and from the state before, and then what of it should have been otherwise. */
    this.fromWord = room.of(longest * 3 * size);
    this.fromState = room.of(longest * 3 * size);
  }

  /** The words in the order of reading. */
  at(step, count) {
    return this.isBackward ? count - 1 - step : step;
  }

  /** Reads `count` words, `inputs` numbers each. */
  read(x, count) {
    const { inputs, size: H, r, z, n, q, h, fromWord, fromState, products } = this;
    const { into, back, bias } = this.own;
    for (let s = 0; s < count; s++) {
      const t = this.at(s, count);
      const before = this.at(s - 1, count) * H;
      const gates = t * 3 * H;
      for (let i = 0; i < 3 * H; i++) fromWord[gates + i] = bias[i];
      for (let i = 0; i < H; i++) {
        fromState[gates + i] = 0;
        fromState[gates + H + i] = 0;
        fromState[gates + 2 * H + i] = bias[3 * H + i];
      }
      products.multiply(placeOf(into), 3 * H, inputs, placeOf(x, t * inputs), placeOf(fromWord, gates));
      if (s > 0) products.multiply(placeOf(back), 3 * H, H, placeOf(h, before), placeOf(fromState, gates));
      for (let i = 0; i < H; i++) {
        const o = t * H + i;
        r[o] = sigmoid(fromWord[gates + i] + fromState[gates + i]);
        z[o] = sigmoid(fromWord[gates + H + i] + fromState[gates + H + i]);
        q[o] = fromState[gates + 2 * H + i];
        n[o] = Math.tanh(fromWord[gates + 2 * H + i] + r[o] * q[o]);
        h[o] = (1 - z[o]) * n[o] + (s > 0 ? z[o] * h[before + i] : 0);
      }
    }
  }

  /** From `dh`, what its states should have been otherwise, to the gradients and to `dx`. */
  teach(x, dx, count) {
    const { inputs, size: H, r, z, n, q, h, dh, fromWord: dWord, fromState: dState, products } = this;
    const { into, back } = this.own;
    const { bias, ...taught } = this.taught;
    for (let s = count - 1; s >= 0; s--) {
      const t = this.at(s, count);
      const before = this.at(s - 1, count) * H;
      const gates = t * 3 * H;
      for (let i = 0; i < H; i++) {
        const o = t * H + i;
        const e = dh[o];
        const dn = e * (1 - z[o]) * (1 - n[o] * n[o]);
        const dz = e * ((s > 0 ? h[before + i] : 0) - n[o]) * z[o] * (1 - z[o]);
        const dr = dn * q[o] * r[o] * (1 - r[o]);
        const dq = dn * r[o];
        bias[i] += dr;
        bias[H + i] += dz;
        bias[2 * H + i] += dn;
        bias[3 * H + i] += dq;
        dWord[gates + i] = dState[gates + i] = dr;
        dWord[gates + H + i] = dState[gates + H + i] = dz;
        dWord[gates + 2 * H + i] = dn;
        dState[gates + 2 * H + i] = dq;
        if (s > 0) dh[before + i] += e * z[o];
      }
      products.spread(placeOf(into), 3 * H, inputs, placeOf(dWord, gates), placeOf(dx, t * inputs));
      if (s > 0) products.spread(placeOf(back), 3 * H, H, placeOf(dState, gates), placeOf(dh, before));
    }
    const row = 3 * H * NUMBER;
    products.gather(placeOf(taught.into), 3 * H, inputs, placeOf(dWord), row, placeOf(x), inputs * NUMBER, count);
    if (count < 2) return;
    // Each word's gates beside the state that was read before them: the word's to the left, or to the right.
    const [gates, states] = this.isBackward ? [0, H] : [3 * H, 0];
    products.gather(
      placeOf(taught.back),
      3 * H,
      H,
      placeOf(dState, gates),
      row,
      placeOf(h, states),
      H * NUMBER,
      count - 1,
    );
  }
}
