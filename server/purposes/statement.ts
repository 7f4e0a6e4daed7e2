import type { TextField } from '../certificate/model';
import type { PurposeList, Regime } from '../regimes/types';
import { locate } from '../syntax/characters';
import type { PurposeDefect } from './reading';
import { readWords, type StatementReading } from './reader';
import { hintsOf } from './hints';
import { wordingOf } from './wording';

/** What was read of a statement, and what is wrong with it. */
export interface StatedReading {
  readonly reading: StatementReading | undefined;
  readonly defects: readonly PurposeDefect[];
}

/**
 * Judges a purpose in words against the regime's list. Only what is recognised as inside the list passes. Without a
 * vocabulary for the regime nothing is judged, and that is said.
 */
export function readStatement(field: TextField, list: PurposeList, regime: Regime): StatedReading {
  const years = list.objects.find(({ threshold }) => threshold)?.threshold?.years;
  const reading = list.vocabulary === undefined ? undefined : readWords(field.text, list.vocabulary, (years ?? 0) * 12);
  if (!reading) {
    const rule = 'purpose-not-assessed';
    const span = { start: 0, end: field.text.length };
    return {
      reading,
      defects: [{ rule, span: locate(field.node, span), ...wordingOf({ rule, span }, field.text, list, regime) }],
    };
  }
  const defects = reading.flaws.map((flaw): PurposeDefect => {
    const words = field.text.slice(flaw.span.start, flaw.span.end);
    return {
      rule: flaw.rule,
      span: locate(field.node, flaw.span),
      statement: field,
      within: flaw.span,
      ...(flaw.lacks && { lacks: flaw.lacks }),
      ...wordingOf(flaw, words, list, regime),
    };
  });
  return { reading, defects: [...defects, ...hintsOf(field, reading, list, regime)] };
}
