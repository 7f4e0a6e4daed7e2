import type { SyntaxNode } from '../syntax/nodes';
import type { Step } from '../syntax/path';
import { nearest } from '../text/near';
import { problemAt } from './problem-at';
import type { PackProblem } from './read-pack';
import type { ClauseList, ClausePhrase, Pack, Regime, RequiredClause } from './types';

/** What is wrong with the clauses of a pack: parts that lead nowhere, and sentences that cannot be read. */
export function* reviewClauses(pack: Pack, root: SyntaxNode, base: Regime | undefined): Generator<PackProblem> {
  const objects = (pack.purposes ?? base?.purposes)?.objects.map(({ id }) => id) ?? [];
  for (const [i, clause] of (pack.clauses ?? []).entries()) {
    const at = ['clauses', i];
    const tell = (inside: readonly Step[], message: string, severity: PackProblem['severity'] = 'error') =>
      problemAt(root, [...at, ...inside], message, severity);
    const wordings = [clause.words, ...(clause.alternatives ?? [])].map(plain);
    for (const [k, wording] of wordings.entries())
      if (!HAS_WORDS.test(wording))
        yield tell(
          k === 0 ? ['words'] : ['alternatives', k - 1],
          'There is no word here that a certificate could say.',
        );
    if (wordings.length * (1 + (clause.optional?.length ?? 0)) > MAX_WORDINGS)
      yield tell(
        [clause.optional ? 'optional' : 'alternatives'],
        `A clause with more than ${MAX_WORDINGS} wordings is not compared. Leave some of the alternatives or optional words out.`,
      );
    if (clause.match === 'verbatim') {
      for (const key of ['elements', 'also', 'sentences', 'narrower', 'phrases'] as const)
        if (clause[key])
          yield tell(
            [key],
            `"${key}" belongs to a clause that is known by its elements. Take it out, or write "match: elements".`,
          );
    } else if (!clause.elements)
      yield tell(
        ['match'],
        'Without "elements" no other wording of this clause can be judged: it will be said not to be checked.',
        'warning',
      );
    for (const [k, list] of (clause.lists ?? []).entries()) {
      const fault = listFault(list, objects);
      if (fault !== undefined) yield tell(['lists', k], fault);
      for (const [n, entry] of (list.entries ?? []).entries())
        if (!wordings.some((wording) => wording.includes(plain(entry))))
          yield tell(['lists', k, 'entries', n], `"${entry}" does not stand in the words of this clause.`, 'warning');
    }
    for (const [k, { before, instead }] of (clause.optional ?? []).entries()) {
      if (before !== undefined && instead !== undefined)
        yield tell(['optional', k], 'Words stand before others or instead of them, not both. Take one out.');
      for (const [key, marked] of [['before', before] as const, ['instead', instead] as const])
        if (
          marked !== undefined &&
          ![clause.words, ...(clause.alternatives ?? [])].some((text) => text.includes(marked))
        )
          yield tell(['optional', k, key], `"${marked}" does not stand in the words of this clause.`, 'warning');
    }
    yield* notation(clause, tell);
  }
}

type Tell = (inside: readonly Step[], message: string) => PackProblem;

function listFault({ entries, of }: ClauseList, objects: readonly string[]): string | undefined {
  if (entries && of) return 'A list has its entries here or elsewhere, not both. Take "entries" or "of" out.';
  if (entries) return undefined;
  if (!of) return 'This list has no entries. Add "entries", or "of" with a list of what may be declared.';
  if (objects.includes(of.object)) return undefined;
  const near = nearest(of.object, objects);
  return `Nothing that may be declared is called "${of.object}". ${near === undefined ? 'Correct the name.' : `Did you mean "${near}"?`}`;
}

function* notation({ sentences, narrower, phrases = [] }: RequiredClause, tell: Tell): Generator<PackProblem> {
  const names = phrases.map(({ name }) => name);
  const lines: readonly (readonly [readonly Step[], string])[] = [
    ...(sentences ?? []).map((line, k) => [['sentences', k], line] as const),
    ...(narrower ?? []).map((line, k) => [['narrower', k], line] as const),
    ...phrases.flatMap(({ any }, k) => any.map((line, n) => [['phrases', k, 'any', n], line] as const)),
  ];
  for (const [inside, line] of lines) {
    const fault = lineFault(line, names);
    if (fault !== undefined) yield tell(inside, fault);
  }
  for (const [k, name] of names.entries()) {
    if (names.indexOf(name) < k) yield tell(['phrases', k], `The phrase "${name}" is stated twice. Keep one of them.`);
    else if (namesItself(name, phrases))
      yield tell(['phrases', k], `The phrase "${name}" is made of itself, by whatever way, so that it has no words.`);
  }
}

function lineFault(line: string, names: readonly string[]): string | undefined {
  if (line.length > MAX_LINE) return `A sentence of more than ${MAX_LINE} characters is not read. Make it shorter.`;
  let depth = 0;
  for (const sign of line.replace(/[^()]/g, '')) {
    depth += sign === '(' ? 1 : -1;
    if (depth < 0) return 'A bracket is closed here that was not opened. Take it out, or open it.';
  }
  if (depth > 0) return 'A bracket is opened here and not closed. Close it.';
  for (const token of line.replace(/[()]/g, ' ').split(/[\s|]+/)) {
    if (!/[{}]/.test(token)) continue;
    const name = /^\{([^{}]+)\}$/.exec(token)?.[1];
    if (name === undefined) return `"${token}" is no name of a phrase. Write it in braces, with a space on both sides.`;
    if (names.includes(name)) continue;
    const near = nearest(name, names);
    return `The clause has no phrase "${name}". ${near === undefined ? 'Add it to "phrases".' : `Did you mean "${near}"?`}`;
  }
  return /(?:^|[\s(|])\||\|(?:[\s)|]|$)/.test(line)
    ? 'A word is missing beside "|". Write it, or take the sign out.'
    : undefined;
}

function namesItself(name: string, phrases: readonly ClausePhrase[]): boolean {
  const seen = new Set<string>();
  const open = [name];
  for (let next = open.pop(); next !== undefined; next = open.pop())
    for (const { any } of phrases.filter((phrase) => phrase.name === next))
      for (const [, used = ''] of any.join(' ').matchAll(/\{([^{}]+)\}/g)) {
        if (used === name) return true;
        if (!seen.has(used)) open.push(used);
        seen.add(used);
      }
  return false;
}

/** Each alternative with each of the optional words is a wording to compare with. */
const MAX_WORDINGS = 400;

const MAX_LINE = 2000;

const HAS_WORDS = /[\p{L}\p{N}]/u;

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim().toLowerCase();
}
