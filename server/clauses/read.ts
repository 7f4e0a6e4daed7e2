import type { Certificate } from '../certificate/model';
import type { Regime } from '../regimes/types';
import { contentSpan, locate } from '../syntax/characters';
import { compare, wordsOf } from './compare';
import type { ClauseChange, ClauseReading } from './reading';

/** More words than this are not compared one by one. */
const MAX_WORDS = 2000;

/** Compares every clause that the regime requires, and the certificate has, with the regime's words. */
export function readClauses(certificate: Certificate, regime: Regime): readonly ClauseReading[] {
  return regime.clauses.flatMap((required) => {
    const clause = certificate.clauses.find(({ id }) => id === required.id);
    if (!clause) return [];
    const was = wordsOf(required.words);
    const now = wordsOf(clause.text.text);
    const { node } = clause.text;
    if (now.length > MAX_WORDS) {
      const whole = { kind: 'replaced', was: required.words, now: clause.text.text, span: contentSpan(node) } as const;
      return [{ clause, required, changes: [whole] }];
    }
    const changes = compare(was, now).map((difference): ClauseChange => {
      const gone = required.words.slice(was[difference.was.from]?.start, was[difference.was.to - 1]?.end);
      const came = now.slice(difference.now.from, difference.now.to);
      const lost = difference.was.to > difference.was.from;
      // Where words were left out, the words around the gap are shown.
      const shown = came.length > 0 ? came : now.slice(Math.max(0, difference.now.from - 1), difference.now.from + 1);
      const start = shown[0]?.start ?? 0;
      const end = shown.at(-1)?.end ?? clause.text.text.length;
      return {
        kind: came.length === 0 ? 'left-out' : lost ? 'replaced' : 'added',
        was: lost ? gone : '',
        now: came.length > 0 ? clause.text.text.slice(start, end) : '',
        span: locate(node, { start, end }),
      };
    });
    return [{ clause, required, changes }];
  });
}
