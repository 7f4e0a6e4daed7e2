import { afterEach, describe, expect, it } from 'vitest';
import { Learner, type LearnerSettings } from '../../scripts/train/learner.mjs';
import { TwoLearners } from '../../scripts/train/two-learners.mjs';
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

function settings(seed: number): LearnerSettings {
  const blocks = blocksOf(4, LABELS, SHAPE);
  const losses = { featureLoss: 0, wordLoss: 0, loss: 0, isSpelling: new Uint8Array(4) };
  return { blocks, ...SHAPE, ...losses, labels: LABELS, seed };
}

const learner = (seed: number) => new Learner(settings(seed));

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

  describe('in two threads', () => {
    const begun: TwoLearners[] = [];
    const two = (seed: number, losses?: Partial<LearnerSettings>) => {
      const started = new TwoLearners({ ...settings(seed), ...losses }, STATEMENTS, STATEMENTS.length);
      begun.push(started);
      return started;
    };
    afterEach(async () => {
      for (const each of begun.splice(0)) await each.end();
    });

    it('learns the same as in one, where nothing is left out by chance', () => {
      const one = learner(5);
      const both = two(5);
      for (let step = 0; step < 20; step++) {
        const loss = one.learn(STATEMENTS, 1e-2);
        const seen = both.learn([0, 1, 2, 3], 1e-2);
        expect(seen.words).toBe(16);
        expect(seen.loss).toBeCloseTo(loss, 3);
      }
      for (const [name, weights] of Object.entries(one.mean))
        for (const [i, weight] of weights.entries()) expect(both.mean[name]?.[i]).toBeCloseTo(weight, 3);
    });

    it('gives the same weights for the same seed, whatever chance leaves out', () => {
      const losses = { featureLoss: 0.2, wordLoss: 0.2, loss: 0.2 };
      const [one, same, other] = [two(3, losses), two(3, losses), two(4, losses)].map((taught) => {
        for (let step = 0; step < 5; step++) taught.learn([3, 0, 2, 1], 1e-2);
        return taught.mean;
      });
      expect(same).toEqual(one);
      expect(other).not.toEqual(one);
    });
  });
});
