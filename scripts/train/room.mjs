// Room for numbers in the memory of the WebAssembly module that multiplies them.
import { fileURLToPath } from 'node:url';
import { assembled } from '../wat.mjs';

const MODULE = await WebAssembly.compile(await assembled(fileURLToPath(new URL('products.wat', import.meta.url))));
const NUMBER = 4;

export class Room {
  #free = 0;

  constructor() {
    const { memory, ...products } = new WebAssembly.Instance(MODULE).exports;
    this.memory = memory;
    /** `multiply`, `spread` and `gather` of products.wat. */
    this.products = products;
  }

  /** So many numbers, all nought. Throws where there is no more room. @param {number} count */
  of(count) {
    const numbers = new Float32Array(this.memory.buffer, this.#free, count);
    // On whole vectors of four numbers.
    this.#free += Math.ceil(count / 4) * 4 * NUMBER;
    return numbers;
  }
}

/** Where the number at this index lies, in bytes. @param {Float32Array} numbers */
export const placeOf = (numbers, index = 0) => numbers.byteOffset + index * NUMBER;
