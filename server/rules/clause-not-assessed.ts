import { contentSpan } from '../syntax/characters';
import { cite } from '../regimes/types';
import { restoreClause } from './clause-altered';
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
        message: `Whether this says what the regime asks for under "${required.id}" (${required.title}) was not checked: the regime's own words are not known, and this is another wording than the one on file (${cite(regime, required.source)}). Compare the two yourself, or take the words on file.`,
        source: required.source,
        fixes: () => {
          const fix = restoreClause(subject, reading);
          return [{ ...fix, title: `Take the words on file for "${required.id}"`, preferred: false }];
        },
      };
    }
  },
};
