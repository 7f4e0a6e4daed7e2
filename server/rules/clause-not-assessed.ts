import { contentSpan } from '../syntax/characters';
import { cite } from '../regimes/types';
import { restoreClause } from './clause-altered';
import type { ClauseReading } from '../clauses/reading';
import type { Rule } from './rule';

export const clauseNotAssessed: Rule = {
  id: 'clause-not-assessed',
  severity: 'warning',
  title: 'A clause in another wording, which could not be judged',
  *check(subject) {
    const { regime, clauses } = subject;
    if (!regime) return;
    for (const reading of clauses) {
      if (reading.judged) continue;
      const { clause, required } = reading;
      yield {
        span: contentSpan(clause.text.node),
        at: clause.text.at,
        message: `Whether this says what the regime asks for under "${required.id}" (${required.title}) was not checked: the regime's own words are not known, and ${because(reading)} (${cite(regime, required.source)}). Compare the two yourself, or take the words on file.`,
        source: required.source,
        ...(required.severity === 'information' && { severity: required.severity }),
        fixes: () => {
          const fix = restoreClause(subject, reading);
          return [{ ...fix, preferred: false }];
        },
      };
    }
  },
};

function because({ doubt }: ClauseReading): string {
  return doubt === undefined
    ? 'this is another wording than the one on file'
    : `it could not be told what "${doubt.replace(/\s+/g, ' ').replaceAll('"', "'")}" does there`;
}
