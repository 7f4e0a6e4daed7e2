import type { SyntaxNode } from '../syntax/nodes';
import { nearest } from '../text/near';
import type { Names } from './pack-names';
import { problemAt } from './problem-at';
import type { PackProblem } from './read-pack';
import type { Pack } from './types';

/** What is wrong with the examples of a pack: texts at places that a certificate has not, findings of rules that there are not. */
export function* reviewExamples(pack: Pack, root: SyntaxNode, { paths, rules }: Names): Generator<PackProblem> {
  for (const [i, { texts, expect, name }] of (pack.examples ?? []).entries()) {
    for (const path of Object.keys(texts)) {
      const at = ['examples', i, 'texts', path];
      if ([...path.matchAll(/\[(\d+)\]/g)].some(([, index]) => Number(index) > MAX_INDEX))
        yield problemAt(root, at, `An example has at most ${MAX_INDEX + 1} entries of a list. Count from 0.`);
      else if (!isPlace(path, paths)) {
        const near = nearest(path, paths);
        yield problemAt(
          root,
          at,
          `The certificate has no field "${path}". ${near === undefined ? 'Correct the name.' : `Did you mean "${near}"?`}`,
        );
      }
    }
    for (const [k, line] of expect.entries()) {
      const [rule = ''] = line.split(' at ');
      if (rules.includes(rule)) continue;
      const near = nearest(rule, rules);
      yield problemAt(
        root,
        ['examples', i, 'expect', k],
        `The checker has no rule "${rule}". ${near === undefined ? 'Correct the name.' : `Did you mean "${near}"?`}`,
      );
    }
    if (new Set(expect).size < expect.length)
      yield problemAt(root, ['examples', i], `The example "${name}" expects a finding twice. List it once.`);
  }
}

const MAX_INDEX = 49;

function isPlace(path: string, paths: readonly string[]): boolean {
  if (/^clauses\.[a-z0-9]+(?:-[a-z0-9]+)*$/.test(path)) return true;
  const listed = path.replace(/\[\d+\]/g, '[]');
  return paths.includes(listed) || paths.includes(listed.replace(/^(purposes)\[\]\.?/, '$1[].').replace(/\.$/, ''));
}
