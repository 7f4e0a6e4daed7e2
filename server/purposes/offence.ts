import type { PartedPurpose } from '../certificate/model';
import type { PurposeList, Regime } from '../regimes/types';
import { locate } from '../syntax/characters';
import type { PurposeRule } from './purpose-rule';
import { readWords } from './reader';
import type { PurposeDefect } from './reading';
import { wordingOf } from './wording';

/** An offence is read in a sentence in which nothing else can be wrong. */
const BEFORE = 'Investigation of ';
const BEHIND = ', punishable by life imprisonment.';

/** What the other parts say: the maximum and whether one is stated. */
const LEFT_TO_PARTS: ReadonlySet<PurposeRule> = new Set(['purpose-incomplete', 'purpose-below-threshold']);

/**
 * What is wrong with the offence of a purpose that is given by its parts, by its name: one that punishes opinion is none on
 * the list, whatever its maximum. None where the regime has no vocabulary to read it with.
 */
export function readOffence({ offence }: PartedPurpose, list: PurposeList, regime: Regime): readonly PurposeDefect[] {
  if (!offence || list.vocabulary === undefined || offence.text.trim() === '') return [];
  const { text } = offence;
  // A capital at its beginning makes no name of it.
  const name = /^\p{Lu}\p{Ll}/u.test(text) ? text.slice(0, 1).toLowerCase() + text.slice(1) : text;
  const flaws = readWords(`${BEFORE}${name}${BEHIND}`, list.vocabulary, 0)?.flaws ?? [];
  return flaws.flatMap((flaw) => {
    const start = Math.max(0, flaw.span.start - BEFORE.length);
    const end = Math.min(text.length, flaw.span.end - BEFORE.length);
    if (start >= end || LEFT_TO_PARTS.has(flaw.rule)) return [];
    return [
      {
        rule: flaw.rule,
        span: locate(offence.node, { start, end }),
        ...wordingOf(flaw, text.slice(start, end), list, regime),
      },
    ];
  });
}
