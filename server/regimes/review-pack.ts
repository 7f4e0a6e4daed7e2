import { readDate } from '../certificate/fields/date';
import { contentSpan } from '../syntax/characters';
import { entryOf, type SyntaxNode, type TextNode } from '../syntax/nodes';
import type { Step } from '../syntax/path';
import { nearest } from '../text/near';
import { fieldPaths } from './field-paths';
import { packFieldsOf, packShape, type PackShape, type PackText } from './pack-format';
import type { PackProblem } from './read-pack';
import type { Pack, Regime } from './types';

/** What a pack is judged by besides itself. */
export interface PackSurroundings {
  /** A pack by its id; undefined where there is none. */
  readonly find: (id: string) => Regime | undefined;
  readonly packIds: readonly string[];
  readonly ruleIds: readonly string[];
}

/** A text of a pack with what it stands for. */
export interface PackPlace {
  readonly node: TextNode;
  readonly at: readonly Step[];
  readonly of: PackText;
}

/** What is wrong with a pack that has the shape of one: names that lead nowhere, entries without source, and the like. */
export function reviewPack(pack: Pack, root: SyntaxNode, surroundings: PackSurroundings): readonly PackProblem[] {
  const base = pack.extends === undefined ? undefined : surroundings.find(pack.extends);
  const problems: PackProblem[] = [];
  const used = new Set<string>();
  const known = knownNames(pack, base, surroundings);
  for (const place of placesOf(root, packShape(), [])) {
    const { node, at, of } = place;
    if (of === 'SourceKey') used.add(node.text.trim());
    const problem = CHECKS[of]?.(node.text.trim(), at, known);
    if (problem) problems.push(misnamed(node, at, problem));
  }
  problems.push(
    ...identity(pack, root, base),
    ...repeats(root, []),
    ...groundless(root, [], { ...base?.sources, ...pack.sources }),
  );
  for (const key of Object.keys(pack.sources))
    if (!used.has(key))
      problems.push({
        ...problemAt(
          root,
          ['sources', key],
          'Nothing in this pack rests on this source. Cite it where it is used, or take it out.',
        ),
        severity: 'warning',
      });
  return problems;
}

/** Every text of a pack, in the order of the file. */
export function* placesOf(node: SyntaxNode, shape: PackShape, at: readonly Step[]): Generator<PackPlace> {
  if (node.kind === 'text') {
    const text = shape.shape === 'either' ? shape.of.map((one) => one()).find((one) => one.shape === 'text') : shape;
    if (text?.shape === 'text') yield { node, at, of: text.of };
  } else if (node.kind === 'list') {
    const list = shape.shape === 'either' ? shape.of.map((one) => one()).find((one) => one.shape === 'list') : shape;
    if (list?.shape === 'list')
      for (const [i, item] of node.items.entries()) yield* placesOf(item, list.of(), [...at, i]);
  } else if (node.kind === 'group') {
    const group = shape.shape === 'either' ? shape.of.map((one) => one()).find((one) => one.shape === 'group') : shape;
    for (const { key, value } of node.entries) {
      const inner =
        group?.shape === 'named'
          ? group.of()
          : packFieldsOf(group ?? shape)
              .find((field) => field.key === key.text)
              ?.shape();
      if (inner) yield* placesOf(value, inner, [...at, key.text]);
    }
  }
}

/** All that a name in a pack can lead to. */
interface Names {
  readonly paths: readonly string[];
  readonly rules: readonly string[];
  readonly packs: readonly string[];
  readonly sources: readonly string[];
}

function knownNames(pack: Pack, base: Regime | undefined, { packIds, ruleIds }: PackSurroundings): Names {
  const further = [...(base?.fields.further ?? []), ...(pack.fields?.further ?? [])].map(({ path }) => path);
  return {
    paths: [...fieldPaths(), ...further],
    rules: ruleIds,
    packs: packIds,
    sources: Object.keys({ ...base?.sources, ...pack.sources }),
  };
}

interface Misnamed {
  readonly message: string;
  readonly near?: string | undefined;
}

const CHECKS: Partial<Record<PackText, (text: string, at: readonly Step[], names: Names) => Misnamed | undefined>> = {
  FieldPath: (text, at, { paths }) => {
    // A field that the pack adds is stated by its own entry; its section must be there.
    if (at[1] === 'further') {
      const section = text.includes('.') ? text.slice(0, text.lastIndexOf('.')) : undefined;
      if (fieldPaths().includes(text))
        return { message: `The certificate format has the field "${text}" already. Take this entry out.` };
      return section === undefined || paths.includes(section)
        ? undefined
        : { message: `The certificate has no part "${section}". Name one that it has.` };
    }
    return unless(paths, text, 'The certificate has no field');
  },
  DayText: (text) =>
    readDate(text).kind === 'date'
      ? undefined
      : { message: `"${text}" is no date of the calendar. Write year, month and day in digits: 2026-11-20.` },
  RuleId: (text, _, { rules }) => unless(rules, text, 'The checker has no rule'),
  // The edition that is replaced need not have a pack.
  RegimeId: (text, at, { packs }) => (at[0] === 'supersedes' ? undefined : unless(packs, text, 'There is no pack')),
  SourceKey: (text, _, { sources }) => unless(sources, text, 'The pack lists no source'),
};

function unless(names: readonly string[], text: string, what: string): Misnamed | undefined {
  if (names.includes(text)) return undefined;
  const near = nearest(text, names);
  return {
    message: `${what} "${text}". ${near === undefined ? 'Correct the name.' : `Did you mean "${near}"?`}`,
    near,
  };
}

function misnamed(node: TextNode, at: readonly Step[], { message, near }: Misnamed): PackProblem {
  const span = contentSpan(node);
  const fix = near === undefined ? undefined : { title: `Change to "${near}"`, edits: [{ span, newText: near }] };
  return { span, at, message, severity: 'error', ...(fix && { fix }) };
}

function* identity(pack: Pack, root: SyntaxNode, base: Regime | undefined): Generator<PackProblem> {
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(pack.id))
    yield problemAt(root, ['id'], `"${pack.id}" cannot be an id. Write small letters, digits and hyphens.`);
  const { from, until } = pack['in-force'];
  if (from !== undefined && until !== undefined && until < from)
    yield problemAt(
      root,
      ['in-force', 'until'],
      `The regime ends on ${until}, before it begins on ${from}. Correct one of the days.`,
    );
  if (pack.extends === undefined && pack.overlay !== true && !pack.fields)
    yield problemAt(
      root,
      ['id'],
      'The pack says nothing of the fields that must be given. Add "fields", or "extends" with the pack on which it builds.',
    );
  for (const key of Object.keys(pack.sources))
    if (base && Object.hasOwn(base.sources, key))
      yield problemAt(
        root,
        ['sources', key],
        `The pack "${base.id}" has a source "${key}" already. Choose another name for this one.`,
      );
  for (const [i, { expect, name }] of (pack.examples ?? []).entries())
    if (new Set(expect).size < expect.length)
      yield problemAt(root, ['examples', i], `The example "${name}" expects a finding twice. List it once.`);
}

/** Ids that stand twice in one list. */
function* repeats(node: SyntaxNode, at: readonly Step[]): Generator<PackProblem> {
  if (node.kind === 'group') for (const { key, value } of node.entries) yield* repeats(value, [...at, key.text]);
  if (node.kind !== 'list') return;
  const seen = new Set<string>();
  for (const [i, item] of node.items.entries()) {
    const id = entryOf(item, 'id')?.value;
    if (id?.kind === 'text' && seen.has(id.text))
      yield {
        span: contentSpan(id),
        at: [...at, i, 'id'],
        message: `The id "${id.text}" stands twice in this list. Change one of them.`,
        severity: 'error',
      };
    if (id?.kind === 'text') seen.add(id.text);
    yield* repeats(item, [...at, i]);
  }
}

/** Entries that name no source, and errors that do not rest on an authority's own words. */
function* groundless(node: SyntaxNode, at: readonly Step[], sources: Pack['sources']): Generator<PackProblem> {
  if (node.kind === 'list') for (const [i, item] of node.items.entries()) yield* groundless(item, [...at, i], sources);
  if (node.kind !== 'group') return;
  const keys = entryOf(node, 'source');
  const cited =
    keys?.value.kind === 'list' ? keys.value.items.map((item) => (item.kind === 'text' ? item.text.trim() : '')) : [];
  if (keys?.value.kind === 'list' && cited.length === 0)
    yield {
      span: keys.key.span,
      at: [...at, 'source'],
      message: 'This entry names no source. Every entry says what it rests on.',
      severity: 'error',
    };
  const severity = entryOf(node, 'severity')?.value;
  if (severity?.kind === 'text' && severity.text.trim() === 'error' && !isCertain(cited, sources))
    yield {
      span: contentSpan(severity),
      at: [...at, 'severity'],
      message: 'An error must rest on an official source, or on two independent ones. Cite them, or write "warning".',
      severity: 'error',
    };
  for (const { key, value } of node.entries) yield* groundless(value, [...at, key.text], sources);
}

function isCertain(cited: readonly string[], sources: Pack['sources']): boolean {
  const told = cited.map((key) => sources[key]?.confidence);
  return told.includes('official') || told.filter((confidence) => confidence === 'reported').length > 1;
}

/** A problem at the key of a place, or at the nearest part of the pack around it. */
function problemAt(root: SyntaxNode, at: readonly Step[], message: string): PackProblem {
  let node: SyntaxNode = root;
  let span = root.span;
  for (const step of at) {
    const entry: { key: TextNode; value: SyntaxNode } | undefined =
      typeof step === 'string' ? entryOf(node, step) : undefined;
    const next: SyntaxNode | undefined =
      typeof step === 'number' && node.kind === 'list' ? node.items[step] : entry?.value;
    if (!next) break;
    span = entry?.key.span ?? (next.kind === 'group' ? (next.entries[0]?.key.span ?? next.span) : next.span);
    node = next;
  }
  return { span, at, message, severity: 'error' };
}
