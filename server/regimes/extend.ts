import type { FieldRules, Pack, Regime, SourceKeys } from './types';

/**
 * The regime that a pack states together with the one on which it builds and the overlays that it names. Lists are the
 * base's and then the pack's; of two entries with the same id, or for the same field, the pack's counts.
 */
export function extend(pack: Pack, base: Regime | undefined, overlays: readonly Regime[] = []): Regime {
  const own = { ...pack, fields: pack.fields ?? NO_FIELDS, clauses: pack.clauses ?? [] };
  const built: Regime = base ? onto(own, base) : own;
  if (overlays.length === 0) return built;
  return {
    ...built,
    sources: Object.assign({}, ...overlays.map(({ sources }) => sources), built.sources) as Regime['sources'],
    questions: [...(built.questions ?? []), ...overlays.flatMap(({ questions }) => questions ?? [])],
  };
}

/** The regimes that packs make which build on each other, in the order of the packs. None may build on itself. */
export function extendAll(packs: readonly Pack[]): readonly Regime[] {
  const byId = new Map(packs.map((pack) => [pack.id, pack]));
  const done = new Map<string, Regime>();
  const regimeOf = (id: string): Regime | undefined => {
    const pack = byId.get(id);
    if (!pack || done.has(id)) return done.get(id);
    const base = pack.extends === undefined ? undefined : regimeOf(pack.extends);
    const overlays = (pack.overlays ?? []).flatMap((each) => regimeOf(each) ?? []);
    const regime = extend(pack, base, overlays);
    done.set(id, regime);
    return regime;
  };
  return packs.flatMap(({ id }) => regimeOf(id) ?? []);
}

const NO_FIELDS: FieldRules = { source: [], required: [] };

const IDENTITY = ['id', 'title', 'issuer', 'published', 'in-force', 'note', 'family', 'supersedes', 'extends'] as const;

function onto(pack: Regime, base: Regime): Regime {
  return {
    // Identity is never inherited, and what a pack says of itself is not true of another.
    ...without(base, [...IDENTITY, 'overlay', 'overlays', 'examples']),
    ...pack,
    sources: { ...base.sources, ...pack.sources },
    fields: fieldsOnto(pack.fields, base.fields),
    ...defined('parties', {
      ...base.parties,
      ...pack.parties,
      ...defined(
        'distinct',
        joined(base.parties?.distinct, pack.parties?.distinct, ({ party, from }) => `${party} ${from}`),
      ),
    }),
    ...defined(
      'periods',
      joined(base.periods, pack.periods, ({ from, until }) => `${from} ${until ?? ''}`),
    ),
    ...defined('signing', { ...base.signing, ...pack.signing }),
    ...defined('other-papers', { ...base['other-papers'], ...pack['other-papers'] }),
    clauses: joined(base.clauses, pack.clauses, byId) ?? [],
    ...defined(
      'severities',
      joined(base.severities, pack.severities, ({ rule }) => rule),
    ),
    ...defined('questions', joined(base.questions, pack.questions, byId)),
    ...defined('paper', joined(base.paper, pack.paper, byId)),
    ...defined('lists', joined(base.lists, pack.lists, byId)),
  };
}

function fieldsOnto(own: FieldRules, base: FieldRules): FieldRules {
  const dropped = new Set(own['not-required'] ?? []);
  const kept = base.required.filter((path) => !dropped.has(path) && !own.required.includes(path));
  const sourced: Record<string, SourceKeys> = { ...own.sourced };
  for (const path of kept) sourced[path] ??= base.sourced?.[path] ?? base.source;
  return {
    ...base,
    ...own,
    source: own.source.length > 0 ? own.source : base.source,
    required: [...kept, ...own.required],
    sourced,
    ...defined(
      'conditional',
      joined(base.conditional, own.conditional, ({ path, when }) => `${path} ${when.field}`),
    ),
    ...defined(
      'advised',
      joined(base.advised, own.advised, byPath)?.filter(({ path }) => !own.required.includes(path)),
    ),
    ...defined('not-asked', joined(base['not-asked'], own['not-asked'], byPath)),
    ...defined('further', joined(base.further, own.further, byPath)),
    ...defined(
      'agree',
      joined(base.agree, own.agree, ({ path, with: other }) => `${path} ${other}`),
    ),
    ...defined(
      'doubts',
      joined(base.doubts, own.doubts, ({ path, any }) => `${path} ${any.join()}`),
    ),
    ...defined('single', joined(base.single, own.single, byPath)),
    ...defined('exact', joined(base.exact, own.exact, byPath)),
  };
}

const byId = ({ id }: { readonly id: string }) => id;
const byPath = ({ path }: { readonly path: string }) => path;

/** Both lists one after the other, without the base's entries that the pack states anew. */
function joined<T>(base: readonly T[] | undefined, own: readonly T[] | undefined, key: (entry: T) => string) {
  if (!base || !own) return base ?? own;
  const stated = new Set(own.map(key));
  return [...base.filter((entry) => !stated.has(key(entry))), ...own];
}

function without<T extends object, K extends keyof T>(whole: T, names: readonly K[]): Omit<T, K> {
  return Object.fromEntries(Object.entries(whole).filter(([name]) => !names.includes(name as K))) as Omit<T, K>;
}

/** The entry under its name, or nothing where there is none. */
function defined<K extends string, T extends object>(name: K, value: T | undefined): Partial<Record<K, T>> {
  const given = value !== undefined && Object.keys(value).length > 0;
  return (given ? { [name]: value } : {}) as Partial<Record<K, T>>;
}
