import { cite } from '../regimes/types';
import { insertClauses, missingClauses } from './clause-insertion';
import { strayedWords } from './clause-moves';
import { headingOf, unreadable } from './places';
import type { Rule } from './rule';

export const clauseMissing: Rule = {
  id: 'clause-missing',
  severity: 'error',
  title: 'A clause that the regime requires is missing',
  *check(subject) {
    const { certificate, regime } = subject;
    const missing = missingClauses(subject);
    if (!regime || missing.length === 0 || unreadable(subject, ['clauses'])) return;
    if (certificate.misshapen.some(({ at }) => at.length === 1 && at[0] === 'clauses')) return;
    for (const clause of missing) {
      const strayed = strayedWords(subject, clause);
      const [first] = strayed;
      yield {
        span: headingOf(subject, 'clauses'),
        at: ['clauses', clause.id],
        message: `The clause "${clause.id}" (${clause.title}) is missing. ${clause.severity === 'information' ? 'Forms like this have one' : 'The regime requires it'} (${cite(regime, clause.source)}). ${first ? `Its words stand ${first.where}; move them.` : clause.match === 'elements' ? 'Insert the words on file, or those of your form.' : "Insert the regime's words."}`,
        source: clause.source,
        ...(clause.severity && { severity: clause.severity }),
        fixes: () => [
          ...strayed.map(({ fix }) => fix),
          ...insertClauses(subject, [clause], `Insert the clause "${clause.id}"`),
          ...(missing.length > 1
            ? insertClauses(subject, missing, `Insert all ${missing.length} missing clauses`, false)
            : []),
        ],
      };
    }
  },
};
