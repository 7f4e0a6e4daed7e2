import kernel from './recurrence.wat';
import type { Description } from './features';

/** The weights of a tagger as they are kept: eight bits each, with a scale for every block; of those of the features the root of the size. */
export interface Weights {
  /** What a word can be labelled as; the first is "nothing wrong". */
  readonly labels: readonly string[];
  /** Numbers that stand for one word; a multiple of eight. */
  readonly width: number;
  /** Numbers that stand for what was read up to a word from either side; a multiple of sixteen. */
  readonly memory: number;
  /** How often the statement is read from both ends, each time over what was read before. */
  readonly layers: number;
  /** The features it knows, separated by line feeds, in the order of their rows. */
  readonly features: string;
  /** Block by block in the order of `blocksOf`. */
  readonly scales: readonly number[];
  /** Signed bytes. */
  readonly bytes: Uint8Array;
}

export type Shape = Pick<Weights, 'width' | 'memory' | 'layers'>;

/** The blocks of weights and their sizes. */
export function blocksOf(features: number, labels: number, shape: Shape): readonly (readonly [string, number])[] {
  const { width, memory, layers } = shape;
  return [
    ['features', features * width],
    ...Array.from({ length: layers }, (_, layer) => ['forward', 'backward'].map((side) => `${side}${String(layer)}`))
      .flat()
      .flatMap((pass): [string, number][] => {
        const inputs = pass.endsWith('0') ? width : 2 * memory;
        return [
          [`${pass}Bias`, 4 * memory],
          [`${pass}In`, 3 * memory * inputs],
          [`${pass}Back`, 3 * memory * memory],
        ];
      }),
    ['out', labels * (2 * memory + width)],
    ['outBias', labels],
    ['whole', 2 * memory],
    ['wholeBias', 1],
  ];
}

/** What the network makes of a statement. */
export interface Likelihood {
  /** The probability of each label for each word, word by word. */
  readonly words: Float32Array;
  /** The probability that something is wrong with the statement as a whole. */
  readonly whole: number;
}

/** One reading from one end: where its weights lie in the kernel's memory, and where in a word's row its states go. */
interface Pass {
  readonly weights: number;
  readonly inputs: number;
  readonly offset: number;
  readonly backward: boolean;
}

interface Kernel {
  readonly memory: WebAssembly.Memory;
  readonly products: (...places: readonly number[]) => void;
  readonly gather: (list: number, words: number, width: number, output: number) => void;
  readonly squash: (numbers: number, count: number) => void;
  readonly raise: (most: number, numbers: number, count: number) => void;
  readonly read: (...places: readonly number[]) => void;
}

const PAGE = 65_536;
const NUMBER = 4;
const BLOCK = 16;
/** The kernel's scratch space, in multiples of the memory. */
const SCRATCH = 8;
/** What a product's weights take: their scale, and two bytes each. */
const sizeOf = (rows: number, inputs: number) => 16 + 2 * rows * inputs;

/**
 * A small recurrent network that reads a statement from both ends (gated recurrent units, Cho et al. 2014), twice over, and
 * gives for each word how likely each label is. It is trained by `npm run train`; here it only reads. What takes the time runs
 * in WebAssembly, which does the same on every machine.
 */
export class Network {
  readonly labels: readonly string[];
  readonly #shape: Shape;
  /** Where the row of each feature lies in the kernel's memory. */
  readonly #rows: ReadonlyMap<string, number>;
  /** The same for the features that depend on where a word stands: of all there are these are few, and asked for most. Nought where it has none. */
  readonly #hereRows = new Map<string, number>();
  /** Where the rows of a word's own features lie: words come again. */
  readonly #ownRows = new WeakMap<readonly string[], readonly number[]>();
  readonly #outBias: Float32Array;
  readonly #whole: { readonly weights: Float32Array; readonly bias: number };
  readonly #kernel: Kernel;
  readonly #passes: readonly (readonly Pass[])[];
  /** Where the weights lie by which the labels read the states of a word, and the word itself. In bytes. */
  readonly #out: { readonly states: number; readonly word: number };
  /** Where the weights end in the kernel's memory. In bytes. */
  readonly #free: number;

  /** Throws where there is no WebAssembly with SIMD, which every Node and browser has since 2021 or, Safari, 2023. */
  constructor(weights: Weights) {
    const { labels, width, memory, layers } = weights;
    this.labels = labels;
    this.#shape = { width, memory, layers };
    const features = weights.features.split('\n');
    const blocks = unpacked(weights, blocksOf(features.length, labels.length, weights));
    const block = (name: string) => scaled(blocks[name]);
    this.#outBias = block('outBias');
    this.#whole = { weights: block('whole'), bias: at(block('wholeBias'), 0) };
    const module = new WebAssembly.Module(bytesOf(kernel));
    this.#kernel = new WebAssembly.Instance(module).exports as unknown as Kernel;
    let next = 0;
    const passes: Pass[][] = [];
    for (let layer = 0; layer < layers; layer++) {
      const inputs = layer === 0 ? width : 2 * memory;
      const both = [false, true].map((backward): Pass => {
        const pass = { weights: next, inputs, offset: backward ? memory * NUMBER : 0, backward };
        next += NUMBER * 4 * memory + sizeOf(3 * memory, inputs) + sizeOf(3 * memory, memory);
        return pass;
      });
      passes.push(both);
    }
    this.#passes = passes;
    this.#out = { states: next, word: next + sizeOf(BLOCK, 2 * memory) };
    const rows = this.#out.word + sizeOf(BLOCK, width);
    this.#rows = new Map(features.map((feature, i) => [feature, rows + i * width * NUMBER]));
    this.#free = rows + features.length * width * NUMBER;
    this.#makeRoom(64, 0);
    for (const [layer, both] of passes.entries())
      for (const pass of both) this.#place(pass, `${pass.backward ? 'backward' : 'forward'}${String(layer)}`, blocks);
    new Float32Array(this.#kernel.memory.buffer, rows).set(squared(blocks['features']));
    const out = blocks['out'];
    const row = 2 * memory + width;
    this.#placeRows(this.#out.states, out, labels.length, row, 0, 2 * memory);
    this.#placeRows(this.#out.word, out, labels.length, row, 2 * memory, width);
  }

  /** Reads a statement by the descriptions of its words. Those that are left out of `whole` are read, and not judged with it. */
  read(words: readonly Description[], isLeftOut: (word: number) => boolean = () => false): Likelihood {
    const count = words.length;
    if (count === 0) return { words: new Float32Array(0), whole: 0 };
    const list = this.#listOf(words);
    this.#makeRoom(count, list.length);
    const { width, memory } = this.#shape;
    const { gather, read, squash } = this.#kernel;
    const scratch = this.#free;
    const inputs = scratch + SCRATCH * memory * NUMBER;
    // The list is read before the states are written in its place.
    new Int32Array(this.#kernel.memory.buffer).set(list, (inputs + count * width * NUMBER) / NUMBER);
    gather(inputs + count * width * NUMBER, count, width, inputs);
    squash(inputs, count * width);
    let from = inputs;
    let states = inputs + count * width * NUMBER;
    const stride = 2 * memory * NUMBER;
    for (const both of this.#passes) {
      for (const { weights, inputs: size, offset, backward } of both)
        read(
          from,
          count,
          size,
          memory,
          weights,
          states + offset,
          stride,
          backward ? count - 1 : 0,
          backward ? -1 : 1,
          scratch,
        );
      from = states;
      states += count * stride;
    }
    return { words: this.#label(count, inputs, from, states), whole: this.#judge(count, from, isLeftOut) };
  }

  /**
   * The probabilities of the labels, word by word, from the words and the states of the last layer. `scores`: where there is room
   * for two blocks of numbers a word.
   */
  #label(count: number, words: number, states: number, scores: number): Float32Array {
    const { width, memory } = this.#shape;
    const { products, memory: pages } = this.#kernel;
    const { length } = this.labels;
    const rounded = this.#free + 7 * memory * NUMBER;
    products(this.#out.states, states, 2 * memory, BLOCK, scores, rounded, count);
    products(this.#out.word, words, width, BLOCK, scores + count * BLOCK * NUMBER, rounded, count);
    const ofStates = new Float32Array(pages.buffer, scores, count * BLOCK);
    const ofWords = new Float32Array(pages.buffer, scores + count * BLOCK * NUMBER, count * BLOCK);
    const likely = new Float32Array(count * length);
    for (let t = 0; t < count; t++) {
      let sum = 0;
      for (let l = 0; l < length; l++) {
        const score = at(this.#outBias, l) + at(ofStates, t * BLOCK + l) + at(ofWords, t * BLOCK + l);
        const power = Math.exp(Math.min(score, 60));
        likely[t * length + l] = power;
        sum += power;
      }
      for (let l = t * length; l < (t + 1) * length; l++) likely[l] = at(likely, l) / sum;
    }
    return likely;
  }

  /** The probability that something is wrong with the whole, from the most that each number of the states reaches in it. */
  #judge(count: number, states: number, isLeftOut: (word: number) => boolean): number {
    const size = 2 * this.#shape.memory;
    const { raise, memory } = this.#kernel;
    const { weights, bias } = this.#whole;
    const most = new Float32Array(memory.buffer, this.#free, size).fill(-1);
    let isJudged = false;
    for (let t = 0; t < count; t++) {
      if (isLeftOut(t)) continue;
      isJudged = true;
      raise(this.#free, states + t * size * NUMBER, size);
    }
    // What is left out of all is still judged, as nothing else is there.
    if (!isJudged) for (let t = 0; t < count; t++) raise(this.#free, states + t * size * NUMBER, size);
    let score = bias;
    for (let i = 0; i < size; i++) score += at(weights, i) * at(most, i);
    return 1 / (1 + Math.exp(-score));
  }

  /** Where the rows of the features of each word lie, with a nought behind the last of each word. */
  #listOf(words: readonly Description[]): readonly number[] {
    const list: number[] = [];
    for (const { own, here } of words) {
      let rows = this.#ownRows.get(own);
      if (!rows) {
        rows = own.flatMap((feature) => this.#rows.get(feature) ?? []);
        this.#ownRows.set(own, rows);
      }
      for (const row of rows) list.push(row);
      for (const feature of here) {
        let row = this.#hereRows.get(feature);
        if (row === undefined) {
          row = this.#rows.get(feature) ?? 0;
          this.#hereRows.set(feature, row);
        }
        if (row > 0) list.push(row);
      }
      list.push(0);
    }
    return list;
  }

  /** Sees to it that the kernel's memory holds the weights and a statement of so many words, with a list of so many rows. */
  #makeRoom(words: number, listed: number): void {
    const { width, memory, layers } = this.#shape;
    const { memory: pages } = this.#kernel;
    const read = words * (2 * memory * layers + 2 * BLOCK);
    const needed = this.#free + NUMBER * (SCRATCH * memory + words * width + Math.max(listed, read));
    const missing = Math.ceil((needed - pages.buffer.byteLength) / PAGE);
    if (missing > 0) pages.grow(missing);
  }

  /** Lays the weights of a pass out as the kernel wants them. */
  #place({ weights, inputs }: Pass, name: string, blocks: Blocks): void {
    const { memory } = this.#shape;
    new Float32Array(this.#kernel.memory.buffer, weights).set(scaled(blocks[`${name}Bias`]));
    const into = weights + 4 * memory * NUMBER;
    this.#placeRows(into, blocks[`${name}In`], 3 * memory, inputs, 0, inputs);
    this.#placeRows(into + sizeOf(3 * memory, inputs), blocks[`${name}Back`], 3 * memory, memory, 0, memory);
  }

  /**
   * Lays rows out behind their scale in blocks of sixteen, by pairs of columns; `from` and `count` give the columns. Rows that
   * lack are nought.
   */
  #placeRows(place: number, block: Block, rows: number, length: number, from: number, count: number): void {
    const { buffer } = this.#kernel.memory;
    new Float32Array(buffer, place)[0] = block?.scale ?? 0;
    const numbers = new Int16Array(buffer, place + 16);
    let i = 0;
    for (let row = 0; row < rows; row += BLOCK)
      for (let column = from; column < from + count; column += 2)
        for (let r = row; r < row + BLOCK; r++)
          for (const c of [column, column + 1]) numbers[i++] = r < rows ? (block?.signed[r * length + c] ?? 0) : 0;
  }
}

/** Weights as they are kept: signed bytes, which have one scale. */
type Block = { readonly scale: number; readonly signed: Int8Array } | undefined;
type Blocks = Readonly<Record<string, Block>>;

/** The weights by the names of their blocks. */
function unpacked({ scales, bytes }: Weights, blocks: readonly (readonly [string, number])[]): Blocks {
  const signed = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let start = 0;
  return Object.fromEntries(
    blocks.map(([name, size], b) => {
      const block = { scale: scales[b] ?? 0, signed: signed.subarray(start, start + size) };
      start += size;
      return [name, block];
    }),
  );
}

function scaled(block: Block): Float32Array {
  return block ? Float32Array.from(block.signed, (each) => each * block.scale) : new Float32Array(0);
}

/** The features' weights, of whose sizes the roots are kept. */
function squared(block: Block): Float32Array {
  return block ? Float32Array.from(block.signed, (each) => each * Math.abs(each) * block.scale) : new Float32Array(0);
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (each) => each.charCodeAt(0));
}

/** A number that is there: every index is within the block by how it is made. */
function at(numbers: Float32Array, index: number): number {
  return numbers[index] ?? 0;
}
