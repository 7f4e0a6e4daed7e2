import type { ClauseChange, ClauseReading } from '../clauses/reading';
import { cite } from '../regimes/types';
import { replaceText } from '../syntax/insert';
import type { Fix, Rule, Subject } from './rule';

export const clauseAltered: Rule = {
  id: 'clause-altered',
  severity: 'error',
  title: "A clause differs from the regime's words in substance",
  *check(subject) {
    const { regime, clauses } = subject;
    if (!regime) return;
    for (const reading of clauses) {
      const { clause, required, changes } = reading;
      for (const change of changes) {
        yield {
          span: change.span,
          at: clause.text.at,
          message: `${describe(change)} (${cite(regime, required.source)}). Restore the regime's words.`,
          source: required.source,
          fixes: () => restore(subject, reading),
        };
      }
    }
  },
};

function describe({ kind, was, now }: ClauseChange): string {
  switch (kind) {
    case 'left-out':
      return `The regime's words "${was}" are left out here`;
    case 'added':
      return `The words "${now}" are not the regime's`;
    case 'replaced':
      return `"${now}" stands where the regime says "${was}"`;
  }
}

function restore({ lines }: Subject, { clause, required }: ClauseReading): readonly Fix[] {
  const edit = replaceText(lines, clause.key, clause.text.node, required.words);
  const title = `Restore the regime's words of "${required.id}"`;
  return [{ title, safe: false, preferred: true, edits: [edit] }];
}
