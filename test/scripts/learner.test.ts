import { describe, expect, it } from 'vitest';
import { Learner } from '../../scripts/train/learner.mjs';
import { blocksOf } from '../../server/purposes/tagger/network';

const SHAPE = { width: 8, memory: 16, layers: 2 };
const LABELS = 2;

/** Four words, of which the third is wrong only behind the first. */
const STATEMENTS = [
  { x: [0, 1, 2, 3], y: [0, 0, 1, 0], wrong: 1 },
  { x: [1, 1, 2, 3], y: [0, 0, 0, 0], wrong: 0 },
  { x: [0, 3, 3, 2], y: [0, 0, 0, 1], wrong: 1 },
  { x: [3, 3, 2, 1], y: [0, 0, 0, 0], wrong: 0 },
].map(({ x, y, wrong }) => ({ x: x.map((feature) => Int32Array.of(feature)), y: Uint8Array.from(y), wrong }));

function learner(seed: number): Learner {
  const blocks = blocksOf(4, LABELS, SHAPE);
  const losses = { featureLoss: 0, wordLoss: 0, loss: 0, isSpelling: new Uint8Array(4) };
  return new Learner({ blocks, ...SHAPE, ...losses, labels: LABELS, seed });
}

describe('the training of the tagger', () => {
  it('learns what depends on the words before', () => {
    const taught = learner(7);
    const first = taught.learn(STATEMENTS, 1e-2);
    let last = first;
    for (let step = 0; step < 150; step++) last = taught.learn(STATEMENTS, 1e-2);
    expect(last).toBeLessThan(first / 20);
  });

  it('gives the same weights for the same seed, and others for another', () => {
    const [one, same, other] = [learner(3), learner(3), learner(4)].map((taught) => {
      for (let step = 0; step < 5; step++) taught.learn(STATEMENTS, 1e-2);
      return taught.mean;
    });
    expect(same).toEqual(one);
    expect(other).not.toEqual(one);
  });
});
