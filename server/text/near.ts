/**
 * How many single letters must be typed, removed, replaced or swapped with their neighbour to turn one word into the
 * other; `limit + 1` as soon as it is more than `limit`.
 */
export function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
      if (cost < least) least = cost;
    }
    if (least > limit) return limit + 1;
    before = last;
    last = row;
  }
  return last[b.length] ?? limit + 1;
}

/**
 * The candidate that a hurried writer most likely meant by `word`; undefined where none is near. Capitals, spaces,
 * underscores and hyphens make no difference, nor does a plural's s.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = plain(word);
  if (wanted === '') return undefined;
  let best: string | undefined;
  let least = wanted.length <= 4 ? 1 : wanted.length <= 8 ? 2 : 3;
  for (const candidate of candidates) {
    const other = plain(candidate);
    const cost = other === wanted ? 0 : distance(wanted, other, least);
    if (cost < least || (cost === least && best === undefined)) {
      best = candidate;
      least = cost;
    }
  }
  return best;
}

function plain(word: string): string {
  return word
    .toLowerCase()
    .replace(/[\s_-]+/g, '')
    .replace(/s$/, '');
}
