import { checkAll } from '../../server/check-all';
import type { Outcome } from '../../server/cli/outcome';
import { SURROUNDINGS } from './surroundings';

/** The folder in which the texts of an outcome are said to lie. */
export const FOLDER = '/register';

/** What `euc check` would have found in texts of these names. */
export function outcomeOf(texts: Readonly<Record<string, string>>, unreadable: Outcome['unreadable'] = []): Outcome {
  const named = Object.entries(texts).map(([path, text]) => ({ path, text }));
  const analyses = checkAll(named, SURROUNDINGS);
  return { files: named.map(({ path }, i) => ({ path, analysis: analyses[i]! })), unreadable, folder: FOLDER };
}
