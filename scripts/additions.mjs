/** How long ten million additions of integers take here, the best of ten runs, in milliseconds: what figures of two machines are compared by. */
export function tenMillionAdditions() {
  let sum = 0;
  const runs = Array.from({ length: 10 }, () => {
    const start = performance.now();
    for (let i = 0; i < 1e7; i++) sum = (sum + i) | 0;
    return performance.now() - start;
  });
  return Math.min(...runs);
}
