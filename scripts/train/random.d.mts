/** Random numbers from nought to one that are the same for the same seed. */
export function randomFrom(seed: number): () => number;
