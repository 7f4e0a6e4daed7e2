import type { ClauseList, PeriodRule, Regime } from './types';

/** One way in which a regime differs from another. */
export interface RegimeChange {
  readonly kind: 'added' | 'removed' | 'changed';
  /** What it is, as a path through the pack; entries of lists go by their id or their words. */
  readonly at: string;
  readonly was?: string;
  readonly now?: string;
}

/** What distinguishes two regimes, in the order of the first; what only the second has comes last in its place. */
export function diffRegimes(was: Regime, now: Regime): readonly RegimeChange[] {
  const changes: RegimeChange[] = [];
  compare(leaves(was), leaves(now), changes);
  return changes;
}

function compare(was: ReadonlyMap<string, string>, now: ReadonlyMap<string, string>, changes: RegimeChange[]): void {
  for (const [at, text] of was) {
    const other = now.get(at);
    if (other === undefined) changes.push({ kind: 'removed', at, was: text });
    else if (other !== text) changes.push({ kind: 'changed', at, was: text, now: other });
  }
  for (const [at, text] of now) if (!was.has(at)) changes.push({ kind: 'added', at, now: text });
}

/** All that a regime states, one entry a line, each under a path that stays the same when entries are moved. */
export function inventory(regime: Regime): readonly string[] {
  const found = new Map<string, string>();
  walk({ ...regime, examples: undefined }, '', found);
  return [...found].map(([at, text]) => `${at} = ${text}`);
}

/** What a regime says of itself rather than of certificates. */
const OWN = new Set(['extends', 'examples']);

/** Every text of a regime under a path that stays the same when entries are moved. */
function leaves(regime: Regime): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  walk(Object.fromEntries(Object.entries(regime).filter(([key]) => !OWN.has(key))), '', found);
  return found;
}

function walk(value: unknown, at: string, found: Map<string, string>): void {
  if (Array.isArray(value)) {
    const seen = new Map<string, number>();
    for (const entry of value) {
      const name = nameOf(entry);
      const again = (seen.get(name) ?? 0) + 1;
      seen.set(name, again);
      walk(entry, `${at}[${again === 1 ? name : `${name} (${again})`}]`, found);
    }
  } else if (typeof value === 'object' && value !== null && Object.keys(value).length === 0) found.set(at, 'not known');
  else if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value)) walk(inner, at === '' ? key : `${at}.${key}`, found);
  else if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    found.set(at, String(value));
}

function nameOf(entry: unknown): string {
  if (typeof entry !== 'object' || entry === null) return String(entry);
  if (Array.isArray(entry)) return entry.join(', ');
  if ('period' in entry) {
    const { from, until } = entry as PeriodRule;
    return `${from} to ${until ?? 'today'}`;
  }
  const { id, path, party, rule, field, name, noun, words, title } = entry as Readonly<Record<string, unknown>>;
  if (noun !== undefined) return nameOfList(entry as ClauseList);
  return String(id ?? path ?? party ?? rule ?? field ?? name ?? words ?? title);
}

/** Of a clause, several lists may be of the same things: what is listed tells them apart. */
function nameOfList({ noun, of, entries = [] }: ClauseList): string {
  return `${noun}: ${of ? `${of.object}.${of.list}` : entries.join(', ')}`;
}
