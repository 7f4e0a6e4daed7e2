import type { LearnerSettings, Lesson } from './learner.mjs';

export class TwoLearners {
  /** @param batch the most examples that are learned from at once */
  constructor(settings: LearnerSettings, examples: readonly Lesson[], batch: number);
  readonly mean: Readonly<Record<string, Float32Array>>;
  readonly random: () => number;
  readonly steps: number;
  /** Learns from the examples of those numbers; gives the loss summed over their words, and how many these are. */
  learn(listed: readonly number[], rate: number): { readonly loss: number; readonly words: number };
  /** Ends the second thread. */
  end(): Promise<void>;
}
