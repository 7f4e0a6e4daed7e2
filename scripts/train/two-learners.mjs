// Two learners in two threads that share each batch: each sees what is wrong about its half, and one learns from both. As each
// has chance of its own and the halves are added in one order, the same seed gives the same weights.
import { fileURLToPath } from 'node:url';
import { isMainThread, Worker, workerData } from 'node:worker_threads';
import { Learner, sizeOf } from './learner.mjs';

/** What the second thread is to do, or has done. */
const [IDLE, ASKED, ENDED, FAILED] = [0, 1, 2, 3];
/** What the first shared numbers say: the state, the size of the whole batch, and how many of the numbers behind count. */
const [STATE, STATEMENTS, WORDS, LISTED, TOUCHED, FIRST] = [0, 1, 2, 3, 4, 5];
/** So far is the chance of the second learner from that of the first. */
const APART = 7919;

/** What both threads see: weights and gradients block by block in one row, and numbers about the batch. */
function sharedRoom(blocks, batch, features) {
  const size = blocks.reduce((sum, [, count]) => sum + count, 0);
  return {
    weights: new Float32Array(new SharedArrayBuffer(4 * size)),
    gradients: new Float32Array(new SharedArrayBuffer(4 * size)),
    loss: new Float64Array(new SharedArrayBuffer(8)),
    // Behind the first: the examples that are asked about, and the features that they have.
    numbers: new Int32Array(new SharedArrayBuffer(4 * (FIRST + batch + features))),
  };
}

function eachBlock(blocks, act) {
  let from = 0;
  for (const [name, size] of blocks) {
    act(name, from, from + size);
    from += size;
  }
}

function tell(numbers, state) {
  Atomics.store(numbers, STATE, state);
  Atomics.notify(numbers, STATE);
}

export class TwoLearners {
  /** @param {object} settings those of a learner @param {readonly object[]} examples @param {number} batch the most examples of a batch */
  constructor(settings, examples, batch) {
    this.own = new Learner(settings);
    this.examples = examples;
    this.batch = batch;
    this.room = sharedRoom(settings.blocks, batch, settings.isSpelling.length);
    this.worker = new Worker(fileURLToPath(import.meta.url), {
      workerData: { settings: { ...settings, seed: settings.seed + APART }, examples, batch, room: this.room },
    });
  }

  get random() {
    return this.own.random;
  }

  get mean() {
    return this.own.mean;
  }

  get steps() {
    return this.own.steps;
  }

  /** Learns from those examples, by their numbers. @param {readonly number[]} listed @returns {{ loss: number, words: number }} */
  learn(listed, rate) {
    const { own, examples, room, batch } = this;
    const { weights, gradients, loss, numbers } = room;
    const all = listed.map((number) => examples[number]);
    const size = sizeOf(all);
    const half = Math.ceil(listed.length / 2);
    eachBlock(own.blocks, (name, from) => weights.set(own.weights[name], from));
    numbers[STATEMENTS] = size.statements;
    numbers[WORDS] = size.words;
    numbers[LISTED] = listed.length - half;
    numbers.set(listed.slice(half), FIRST);
    tell(numbers, ASKED);
    let sum = own.look(all.slice(0, half), size);
    Atomics.wait(numbers, STATE, ASKED);
    if (Atomics.load(numbers, STATE) === FAILED) throw new Error('The second thread of the training failed.');
    sum += loss[0];
    const touched = numbers.subarray(FIRST + batch, FIRST + batch + numbers[TOUCHED]);
    eachBlock(own.blocks, (name, from, to) => {
      const gradient = own.gradients[name];
      const add = (start, end) => {
        for (let i = start; i < end; i++) gradient[i] += gradients[from + i];
      };
      if (name !== 'features') add(0, to - from);
      else
        for (const feature of touched) {
          own.touched.add(feature);
          add(feature * own.D, (feature + 1) * own.D);
        }
    });
    own.update(rate);
    return { loss: sum, words: size.words };
  }

  /** Nothing more is to be learned. */
  async end() {
    tell(this.room.numbers, ENDED);
    await this.worker.terminate();
  }
}

/** The second learner: waits, looks at its half, and lays down what is wrong about it. */
function help({ settings, examples, batch, room: { weights, gradients, loss, numbers } }) {
  const learner = new Learner(settings);
  for (;;) {
    Atomics.wait(numbers, STATE, IDLE);
    if (Atomics.load(numbers, STATE) === ENDED) return;
    eachBlock(learner.blocks, (name, from, to) => learner.weights[name].set(weights.subarray(from, to)));
    const half = Array.from(numbers.subarray(FIRST, FIRST + numbers[LISTED]), (number) => examples[number]);
    loss[0] = learner.look(half, { statements: numbers[STATEMENTS], words: numbers[WORDS] });
    eachBlock(learner.blocks, (name, from) => {
      const gradient = learner.gradients[name];
      const give = (start, end) => {
        gradients.set(gradient.subarray(start, end), from + start);
        gradient.fill(0, start, end);
      };
      if (name !== 'features') give(0, gradient.length);
      else for (const feature of learner.touched) give(feature * learner.D, (feature + 1) * learner.D);
    });
    numbers[TOUCHED] = learner.touched.size;
    numbers.set([...learner.touched], FIRST + batch);
    learner.touched.clear();
    tell(numbers, IDLE);
  }
}

if (!isMainThread && workerData?.room) {
  try {
    help(workerData);
  } catch (error) {
    console.error(error);
    // The other thread waits, and would wait for ever.
    tell(workerData.room.numbers, FAILED);
  }
}
