// Chance that is the same for the same seed.

/** Random numbers from a seed (mulberry32). */
export function randomFrom(seed) {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Takes one of a list. @param {() => number} random */
export const pickerFrom = (random) => (list) => list[Math.floor(random() * list.length)];

/** Puts a list in another order, in its place (Fisher and Yates). @param {unknown[]} list @param {() => number} random */
export function shuffle(list, random) {
  for (let i = list.length - 1; i > 0; i--) {
    const k = Math.floor(random() * (i + 1));
    [list[i], list[k]] = [list[k], list[i]];
  }
}
