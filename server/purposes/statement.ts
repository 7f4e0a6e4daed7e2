import type { TextField } from '../certificate/model';
import { cite, type PurposeList, type Regime } from '../regimes/types';
import { locate } from '../syntax/characters';
import type { PurposeDefect } from './reading';

/** Words that join and limit, and say nothing of their own. */
const JOINING = new Set(
  'the of and or to a an for in by as defined only solely exclusively both its their this that annex certificate'.split(
    ' ',
  ),
);

/**
 * Judges a purpose in words. Only what is recognised as inside the regime's list passes: the permitted uses and the
 * defined terms, with words that join them. Each stretch of other words is reported.
 */
export function readStatement(field: TextField, list: PurposeList, regime: Regime): readonly PurposeDefect[] {
  const known = new Set<string>(JOINING);
  for (const { words } of list.uses) for (const form of verbForms(words)) known.add(form);
  for (const { term } of list.objects)
    for (const word of term.toLowerCase().split(' ')) known.add(word).add(word.replace(/s$/, ''));
  const words = [...field.text.matchAll(/[\p{L}\p{N}'\u2019-]+/gu)];
  const stray = words.filter(([word]) => !known.has(word.toLowerCase()));
  const first = stray[0];
  const last = stray.at(-1);
  if (!first || !last) return [];
  const span = locate(field.node, { start: first.index, end: last.index + last[0].length });
  return [
    {
      rule: 'purpose-outside-list',
      span,
      message: `This is not recognised as a purpose on the regime's list: ${list.words} (${cite(regime, list.source)}). Declare the purpose in the regime's words or by its parts, or take it out.`,
      source: list.source,
    },
  ];
}

/** "prevention", "prevent", "preventing". */
function verbForms(noun: string): string[] {
  const stem = noun.replace(/(?:at)?ion$/, '');
  return [noun, stem, `${stem}ing`, `${stem}ate`, `${stem}ating`];
}
