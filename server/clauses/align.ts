/** A stretch of words that the one text has in place of a stretch of the other; either may be empty. */
export interface Difference {
  readonly was: { readonly from: number; readonly to: number };
  readonly now: { readonly from: number; readonly to: number };
}

/** What two rows of words have in common and what not. */
export interface Alignment {
  /** In order, none touching the next. */
  readonly differences: readonly Difference[];
  /** The weight of all words that differ, and a fixed part for each difference. */
  readonly cost: number;
}

/** A word to be aligned: what it is compared by, and what leaving it out weighs (a whole number, at least 1). */
export interface Weighed {
  readonly form: string;
  readonly weight: number;
}

/**
 * What it costs to begin a difference. More than a small word weighs twice and less than a word of substance does: two
 * differences with only a "the" or an "of" between them are one.
 */
const OPEN = 5;

/** More cells than this are not filled: the texts have too little in common for a comparison word by word. */
const MAX_CELLS = 4_000_000;

/** Words in no order: for each form what its words weigh, the heaviest first, and what all weigh together. */
export interface Bag {
  readonly forms: ReadonlyMap<string, readonly number[]>;
  readonly weight: number;
}

/** The words of a row in no order. */
export function bagOf(words: readonly Weighed[]): Bag {
  const forms = new Map<string, number[]>();
  let weight = 0;
  for (const word of words) {
    const weights = forms.get(word.form);
    if (weights) weights.push(word.weight);
    else forms.set(word.form, [word.weight]);
    weight += word.weight;
  }
  // The same word may weigh less where it only joins: those are the ones to be left over.
  for (const weights of forms.values()) if (weights.length > 1) weights.sort((a, b) => b - a);
  return { forms, weight };
}

/** What no way from `was` to `now` can cost less than: the weight of the words that only one of them has. */
export function leastCost(was: Bag, now: Bag): number {
  let cost = was.weight + now.weight;
  for (const [form, weights] of was.forms) {
    const others = now.forms.get(form);
    for (let i = 0; others && i < weights.length && i < others.length; i++)
      cost -= (weights[i] ?? 0) + (others[i] ?? 0);
  }
  return cost <= 0 ? 0 : cost + OPEN;
}

/**
 * The cheapest way from `was` to `now` by leaving out and adding words. The time is linear in the words times the cost:
 * only a band around the diagonal is filled, and widened while a cheaper way could lie outside. Undefined where that
 * would take too long, or where no way is cheaper than `most`. `least` is what it costs at least, where that is known.
 */
export function align(
  was: readonly Weighed[],
  now: readonly Weighed[],
  least = 0,
  most = Infinity,
): Alignment | undefined {
  let head = 0;
  while (head < was.length && head < now.length && was[head]?.form === now[head]?.form) head++;
  let tail = 0;
  while (
    head + tail < was.length &&
    head + tail < now.length &&
    was[was.length - 1 - tail]?.form === now[now.length - 1 - tail]?.form
  )
    tail++;
  const a = was.slice(head, was.length - tail);
  const b = now.slice(head, now.length - tail);
  if (a.length === 0 && b.length === 0) return { differences: [], cost: 0 };
  if (a.length === 0 || b.length === 0) {
    const cost = [...a, ...b].reduce((sum, { weight }) => sum + weight, OPEN);
    return { differences: [shifted(0, a.length, 0, b.length, head)], cost };
  }
  // What the difference in length costs in any case needs no room beside the diagonal.
  const inevitable = lightest(a.length < b.length ? b : a, Math.abs(a.length - b.length));
  for (let reach = Math.max(16, least + OPEN); ; reach *= 2) {
    const band = fill(a, b, Math.max(2, Math.min(reach, most) - OPEN - inevitable));
    if (!band) return undefined;
    if (band.cost <= reach || band.whole) return { differences: trace(a, b, band, head), cost: band.cost };
    if (reach >= most) return undefined;
  }
}

/** What so many words weigh together at least. */
function lightest(words: readonly Weighed[], count: number): number {
  return words
    .map(({ weight }) => weight)
    .sort((a, b) => a - b)
    .slice(0, count)
    .reduce((sum, weight) => sum + weight, 0);
}

function shifted(i: number, iTo: number, j: number, jTo: number, by: number): Difference {
  return { was: { from: i + by, to: iTo + by }, now: { from: j + by, to: jTo + by } };
}

/** Costs of a band of diagonals, and the way back through it. */
interface Band {
  readonly lowest: number;
  readonly width: number;
  /** For each cell three bits: a match came out of a difference; a difference came by leaving out; it began there. */
  readonly steps: Uint8Array;
  readonly cost: number;
  readonly endsInMatch: boolean;
  /** True where there is nothing beside the band. */
  readonly whole: boolean;
}

const FROM_DIFFERENCE = 1;
const BY_LEAVING_OUT = 2;
const BEGUN = 4;
const FAR = 0x3fffffff;

function fill(a: readonly Weighed[], b: readonly Weighed[], slack: number): Band | undefined {
  const n = a.length;
  const m = b.length;
  const ids = new Map<string, number>();
  const idsOf = (words: readonly Weighed[]) =>
    Int32Array.from(words, ({ form }) => ids.get(form) ?? (ids.set(form, ids.size), ids.size - 1));
  const lefts = idsOf(a);
  const rights = idsOf(b);
  const leftWeights = Int32Array.from(a, ({ weight }) => weight);
  const rightWeights = Int32Array.from(b, ({ weight }) => weight);
  const lowest = Math.max(Math.min(0, m - n) - slack, -n);
  const highest = Math.min(Math.max(0, m - n) + slack, m);
  const width = highest - lowest + 1;
  if ((n + 1) * width > MAX_CELLS) return undefined;
  const steps = new Uint8Array((n + 1) * width);
  let match = new Int32Array(width).fill(FAR);
  let edit = new Int32Array(width).fill(FAR);
  let nextMatch = new Int32Array(width);
  let nextEdit = new Int32Array(width);
  for (let i = 0; i <= n; i++) {
    const left = i > 0 ? (lefts[i - 1] ?? -1) : -1;
    const leftWeight = i > 0 ? (leftWeights[i - 1] ?? 0) : 0;
    nextMatch.fill(FAR);
    nextEdit.fill(FAR);
    for (let j = Math.max(0, i + lowest), end = Math.min(m, i + highest); j <= end; j++) {
      const k = j - i - lowest;
      let step = 0;
      if (i === 0 && j === 0) nextMatch[k] = 0;
      if (i > 0 && j > 0 && left === rights[j - 1]) {
        const straight = match[k] ?? FAR;
        const back = edit[k] ?? FAR;
        nextMatch[k] = Math.min(straight, back);
        if (back < straight) step |= FROM_DIFFERENCE;
      }
      let best = FAR;
      if (i > 0 && k + 1 < width) {
        const going = edit[k + 1] ?? FAR;
        const begun = (match[k + 1] ?? FAR) + OPEN;
        best = Math.min(going, begun) + leftWeight;
        step |= BY_LEAVING_OUT | (begun < going ? BEGUN : 0);
      }
      if (j > 0 && k > 0) {
        const going = nextEdit[k - 1] ?? FAR;
        const begun = (nextMatch[k - 1] ?? FAR) + OPEN;
        const cost = Math.min(going, begun) + (rightWeights[j - 1] ?? 0);
        if (cost < best) {
          best = cost;
          step = (step & FROM_DIFFERENCE) | (begun < going ? BEGUN : 0);
        }
      }
      nextEdit[k] = best;
      steps[i * width + k] = step;
    }
    [match, nextMatch] = [nextMatch, match];
    [edit, nextEdit] = [nextEdit, edit];
  }
  const last = m - n - lowest;
  const matched = match[last] ?? FAR;
  const edited = edit[last] ?? FAR;
  const whole = lowest === -n && highest === m;
  return { lowest, width, steps, cost: Math.min(matched, edited), endsInMatch: matched <= edited, whole };
}

function trace(
  a: readonly Weighed[],
  b: readonly Weighed[],
  { lowest, width, steps, endsInMatch }: Band,
  head: number,
): readonly Difference[] {
  const differences: Difference[] = [];
  let i = a.length;
  let j = b.length;
  let matching = endsInMatch;
  let end: { i: number; j: number } | undefined = matching ? undefined : { i, j };
  while (i > 0 || j > 0) {
    const step = steps[i * width + (j - i - lowest)] ?? 0;
    if (matching) {
      i--;
      j--;
      if (step & FROM_DIFFERENCE) {
        matching = false;
        end = { i, j };
      }
      continue;
    }
    if (step & BY_LEAVING_OUT) i--;
    else j--;
    if (step & BEGUN) {
      differences.unshift(shifted(i, end?.i ?? i, j, end?.j ?? j, head));
      matching = true;
    }
  }
  return differences;
}
