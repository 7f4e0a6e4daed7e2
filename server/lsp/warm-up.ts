import type { Quiet } from './quiet';

/** After so many readings of a certificate of some length the engine that runs this has compiled what is slow. */
const ROUNDS = 25;

/**
 * Reads the same again and again while nobody is typing, until it is gone: what has run often is compiled, and the first
 * keys that are typed are answered as fast as the later ones.
 */
export async function warmUp(read: () => boolean, quiet: Quiet): Promise<void> {
  for (let round = 0; round < ROUNDS; round++) {
    await quiet.turn();
    if (!read()) return;
  }
}
