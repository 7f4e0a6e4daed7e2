/** How long ten million additions of integers take here, the best of ten runs, in milliseconds: what figures of two machines are compared by. */
export function tenMillionAdditions() {
  return Math.min(
    ...Array.from({ length: 10 }, () => {
      const start = performance.now();
      // What is added up is asked for, so that nothing is left out.
      return added(1e7) === 0 ? NaN : performance.now() - start;
    }),
  );
}

/** @param {number} count */
function added(count) {
  let sum = 0;
  for (let i = 0; i < count; i++) sum = (sum + i) | 0;
  return sum;
}
