import { readDate } from '../certificate/fields/date';
import { fieldAt } from '../certificate/format';
import { contentSpan } from '../syntax/characters';
import { entryOf, type SyntaxNode, type TextNode } from '../syntax/nodes';
import { pathSteps, type Step } from '../syntax/path';
import { nearest } from '../text/near';
import { fieldPaths } from './field-paths';
import { packFieldsOf, packShape, type PackShape, type PackText } from './pack-format';
import type { Names } from './pack-names';
import { problemAt } from './problem-at';
import type { PackProblem } from './read-pack';
import { reviewClauses } from './review-clauses';
import { reviewExamples } from './review-examples';
import type { Pack, Regime } from './types';

/** What a pack is judged by besides itself. */
export interface PackSurroundings {
  /** A pack by its id; undefined where there is none. */
  readonly find: (id: string) => Regime | undefined;
  readonly packIds: readonly string[];
  /** Ids of packs whose place this one cannot take. */
  readonly taken?: readonly string[] | undefined;
  /** Why a pack that is there cannot be built on, as the end of a sentence. */
  readonly whyNot?: ((id: string) => string | undefined) | undefined;
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
    ...identity(pack, root, base, surroundings),
    ...edition(pack, root, surroundings),
    ...empty(root, []),
    ...further(pack, root),
    ...sourced(pack, root, base),
    ...periods(pack, root, base),
    ...reviewClauses(pack, root, base),
    ...reviewExamples(pack, root, known),
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

function knownNames(pack: Pack, base: Regime | undefined, { packIds, ruleIds, whyNot }: PackSurroundings): Names {
  const further = [...(base?.fields.further ?? []), ...(pack.fields?.further ?? [])].map(({ path }) => path);
  return {
    paths: [...fieldPaths(), ...further],
    rules: ruleIds,
    packs: packIds,
    own: pack.id,
    whyNot: whyNot ?? (() => undefined),
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
  RegimeId: (text, at, { packs, own, whyNot }) => {
    if (at[0] === 'supersedes') return undefined;
    if (text === own) return { message: 'A pack cannot build on itself. Name another one, or take this out.' };
    const why = packs.includes(text) ? undefined : whyNot(text);
    return why === undefined
      ? unless(packs, text, 'There is no pack')
      : { message: `The pack "${text}" cannot be built on: ${why}` };
  },
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

function* identity(
  pack: Pack,
  root: SyntaxNode,
  base: Regime | undefined,
  { taken = [], find }: PackSurroundings,
): Generator<PackProblem> {
  if (taken.includes(pack.id))
    yield problemAt(
      root,
      ['id'],
      `The checker has a regime "${pack.id}" of its own, whose place no pack takes. Choose another id, and build on it with "extends".`,
    );
  if (base?.overlay && !pack.overlay)
    yield problemAt(
      root,
      ['extends'],
      `"${base.id}" holds questions that are laid over other packs, and nothing to build on. Name it under "overlays".`,
    );
  for (const [i, id] of (pack.overlays ?? []).entries()) {
    const other = find(id);
    if (other && !other.overlay)
      yield problemAt(
        root,
        ['overlays', i],
        `"${id}" is a regime of its own, and not one to lay over others. Name it under "extends", or take it out.`,
      );
  }
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
}

/** What an edition says of the one before it. */
function* edition(pack: Pack, root: SyntaxNode, { find }: PackSurroundings): Generator<PackProblem> {
  const { supersedes, family } = pack;
  if (supersedes === undefined) return;
  if (supersedes === pack.id)
    yield problemAt(root, ['supersedes'], 'An edition cannot replace itself. Correct the name.');
  const before = find(supersedes);
  if (!before) return;
  if (before.family !== family)
    yield problemAt(
      root,
      [family === undefined ? 'supersedes' : 'family'],
      `"${before.id}" is ${before.family === undefined ? 'of no family' : `of the family "${before.family}"`}. Give both editions the same "family", so that a certificate can name it and have the edition of its day.`,
      'warning',
    );
  const from = pack['in-force'].from;
  if (from === undefined || (before['in-force'].from ?? '') > from)
    yield problemAt(
      root,
      ['in-force'],
      `An edition that replaces another is told by its first day, after that of "${before.id}". Write it behind "from".`,
      'warning',
    );
}

/** Lists that need an entry and have none. */
function* empty(node: SyntaxNode, at: readonly Step[]): Generator<PackProblem> {
  if (node.kind === 'list') for (const [i, item] of node.items.entries()) yield* empty(item, [...at, i]);
  if (node.kind !== 'group') return;
  for (const { key, value } of node.entries) {
    if (value.kind === 'list' && value.items.length === 0 && NOT_EMPTY.has(key.text))
      yield {
        span: key.span,
        at: [...at, key.text],
        message: `"${key.text}" has no entry, so that nothing can be found by it. Write one, or take it out.`,
        severity: 'error',
      };
    yield* empty(value, [...at, key.text]);
  }
}

const NOT_EMPTY: ReadonlySet<string> = new Set([
  'any',
  'entries',
  'types',
  'uses',
  'objects',
  'values',
  'is',
  'is-not',
]);

/** Fields that the pack adds where no text can stand, or under names that none can have. */
function* further(pack: Pack, root: SyntaxNode): Generator<PackProblem> {
  for (const [i, { path }] of (pack.fields?.further ?? []).entries()) {
    const steps = path.split('.');
    const at = ['fields', 'further', i, 'path'];
    if (steps.some((step) => !/^[a-z][a-z0-9-]*(?:\[\])?$/.test(step)) || path.endsWith('[]'))
      yield problemAt(
        root,
        at,
        `"${path}" cannot be a field. Write small letters, digits and hyphens, with dots between.`,
      );
    else if (steps.length > 1 && !fieldPaths().some((other) => other.startsWith(`${steps.slice(0, -1).join('.')}.`)))
      yield problemAt(
        root,
        at,
        `Nothing can be added to "${steps.slice(0, -1).join('.')}". Add it to a part that has fields of its own, such as "end-user" or "items[]".`,
      );
  }
}

/** Sources of required fields that are none. */
function* sourced(pack: Pack, root: SyntaxNode, base: Regime | undefined): Generator<PackProblem> {
  const required = [...(base?.fields.required ?? []), ...(pack.fields?.required ?? [])];
  for (const path of Object.keys(pack.fields?.sourced ?? {}))
    if (!required.includes(path))
      yield problemAt(
        root,
        ['fields', 'sourced', path],
        `"${path}" is not among the required fields, so that nothing rests on this. Add it there, or take this out.`,
      );
}

/** Periods without a length, and those that do not run between dates. */
function* periods(pack: Pack, root: SyntaxNode, base: Regime | undefined): Generator<PackProblem> {
  const added = [...(base?.fields.further ?? []), ...(pack.fields?.further ?? [])];
  const isDate = (path: string) => {
    const own = added.find((field) => field.path === path);
    const form = fieldAt(pathSteps(path.replaceAll('[]', '[0]')))?.form;
    return own ? own.date === true : form === undefined || (form.shape === 'text' && form.value === 'date');
  };
  for (const [i, { period, from, until }] of (pack.periods ?? []).entries()) {
    const { years = 0, months = 0, days = 0 } = period;
    const length = years * 366 + months * 31 + days;
    if (length === 0 || length > MAX_DAYS)
      yield problemAt(
        root,
        ['periods', i, 'period'],
        length === 0
          ? 'This period has no length. Write "years", "months" or "days" with a number.'
          : 'No paper is used for more than a hundred years. Correct the number.',
      );
    for (const [key, path] of [['from', from] as const, ['until', until] as const])
      if (path !== undefined && !isDate(path))
        yield problemAt(
          root,
          ['periods', i, key],
          `"${path}" holds no date. Name a field that does, such as "signature.date".`,
        );
  }
}

const MAX_DAYS = 36_600;

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
  // What is refused, and a period, is an error where nothing else is said.
  const silent = severity === undefined ? (entryOf(node, 'refused') ?? entryOf(node, 'period')) : undefined;
  if (silent && cited.length > 0 && !isCertain(cited, sources))
    yield {
      span: silent.key.span,
      at: [...at, silent.key.text],
      message:
        'This is found as an error, which must rest on an official source, or on two independent ones. Cite them, or add "severity: warning".',
      severity: 'error',
    };
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
