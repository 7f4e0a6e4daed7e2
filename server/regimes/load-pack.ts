import { valueOf } from '../syntax/nodes';
import { parse, type SyntaxTree } from '../syntax/parse';
import { extend } from './extend';
import { MAX_PROBLEMS, readPack, type PackProblem } from './read-pack';
import { reviewPack } from './review-pack';
import type { Pack, Regime } from './types';

/** A pack file, read. */
export interface LoadedPack {
  readonly tree: SyntaxTree;
  /** As the file states it; undefined where it has not the shape of a pack. */
  readonly pack: Pack | undefined;
  /** With all that it takes from others; undefined where a fault makes the pack unusable. */
  readonly regime: Regime | undefined;
  /** In the order of the file. */
  readonly problems: readonly PackProblem[];
}

/** The packs that others can build on, and the rules that they can speak of. */
export interface Library {
  readonly regimes: readonly Regime[];
  readonly ruleIds: readonly string[];
  /** Ids of packs whose place no other can take. */
  readonly taken?: readonly string[];
  /** Why a pack that is there cannot be built on, as the end of a sentence; undefined where nothing is known of it. */
  readonly whyNot?: (id: string) => string | undefined;
}

/** Loads one pack. Never throws, whatever the text. */
export function loadPack(text: string, library: Library): LoadedPack {
  return complete(open(text), library, []);
}

/** Loads packs that may build on each other, and on those of the library. The answers are in the order of the texts. */
export function loadPacks(texts: readonly string[], library: Library): readonly LoadedPack[] {
  const opened = texts.map(open);
  const byId = new Map(
    opened.flatMap((each) => {
      // One with a fault is there, too.
      const id = valueOf(each.tree.documents[0]?.root, 'id');
      return id?.kind === 'text' ? [[id.text.trim(), each] as const] : [];
    }),
  );
  const done = new Map<Opened, LoadedPack>();
  const finish = (each: Opened, path: readonly Opened[]): LoadedPack => {
    const known = done.get(each);
    if (known) return known;
    const needed = [each.pack?.extends, ...(each.pack?.overlays ?? [])];
    const siblings = needed.flatMap((id) => {
      const other = id === undefined ? undefined : byId.get(id);
      // A pack that builds on itself, by whatever way, finds nothing there.
      return !other || other === each || path.includes(other) ? [] : (finish(other, [...path, each]).regime ?? []);
    });
    const whyNot = (id: string) => {
      const other = byId.get(id);
      if (!other) return library.whyNot?.(id);
      return path.includes(other)
        ? 'it builds on this one in turn. Take one of the two out.'
        : 'it has a fault. Correct it first.';
    };
    const loaded = complete(each, { ...library, whyNot }, siblings);
    done.set(each, loaded);
    return loaded;
  };
  return opened.map((each) => finish(each, []));
}

interface Opened {
  readonly tree: SyntaxTree;
  readonly pack: Pack | undefined;
  readonly problems: readonly PackProblem[];
}

function open(text: string): Opened {
  const tree = parse(text);
  return { tree, ...readPack(tree) };
}

function complete({ tree, pack, problems }: Opened, library: Library, siblings: readonly Regime[]): LoadedPack {
  const root = tree.documents[0]?.root;
  if (!pack || !root) return { tree, pack, regime: undefined, problems: problems.slice(0, MAX_PROBLEMS) };
  const others = [...siblings, ...library.regimes].filter(({ id }) => id !== pack.id);
  const find = (id: string) => others.find((other) => other.id === id);
  const reviewed = reviewPack(pack, root, {
    find,
    packIds: others.map(({ id }) => id),
    taken: library.taken,
    whyNot: library.whyNot,
    ruleIds: library.ruleIds,
  });
  const all = [...problems, ...reviewed].sort((a, b) => a.span.start - b.span.start);
  const sound = all.every(({ severity }) => severity !== 'error');
  const overlays = (pack.overlays ?? []).flatMap((id) => find(id) ?? []);
  const base = pack.extends === undefined ? undefined : find(pack.extends);
  return { tree, pack, regime: sound ? extend(pack, base, overlays) : undefined, problems: all.slice(0, MAX_PROBLEMS) };
}
