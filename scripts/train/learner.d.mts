/** What is to be learned from: for each word the numbers of its features, its label, and whether anything is wrong with the whole. */
export interface Lesson {
  readonly x: readonly Int32Array[];
  readonly y: Uint8Array;
  readonly wrong: number;
}

export interface LearnerSettings {
  readonly blocks: readonly (readonly [string, number])[];
  readonly width: number;
  readonly memory: number;
  readonly layers: number;
  readonly labels: number;
  readonly seed: number;
  readonly featureLoss: number;
  readonly wordLoss: number;
  readonly isSpelling: Uint8Array;
  readonly loss: number;
}

export class Learner {
  constructor(settings: LearnerSettings);
  readonly mean: Readonly<Record<string, Float32Array>>;
  /** Learns from a batch; gives the loss summed over the words. */
  learn(batch: readonly Lesson[], rate: number): number;
  /** Sees what is wrong about statements of a batch of that size, for the next update; gives the loss summed over the words. */
  look(statements: readonly Lesson[], size: BatchSize): number;
  /** Learns from what was seen since the last time. */
  update(rate: number): void;
}

export interface BatchSize {
  readonly statements: number;
  readonly words: number;
}

export function sizeOf(batch: readonly Lesson[]): BatchSize;
