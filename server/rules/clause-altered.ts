import { describeChange, isMinor } from '../clauses/describe';
import type { ClauseChange, ClauseReading } from '../clauses/reading';
import { cite } from '../regimes/types';
import { replaceText } from '../syntax/insert';
import { rewrite } from '../syntax/rewrite';
import { isSaid, moveClause, moveOut } from './clause-moves';
import type { Fix, Rule, Subject } from './rule';

export const clauseAltered: Rule = {
  id: 'clause-altered',
  severity: 'error',
  title: "A clause differs from the regime's words in substance",
  *check(subject) {
    const { regime, clauses } = subject;
    if (!regime) return;
    for (const reading of clauses) {
      const { clause, required, changes, belongsTo } = reading;
      for (const change of changes) {
        const owner = belongsTo ?? change.owner;
        const what = owner
          ? `These are the words of the clause "${owner.id}" (${owner.title})`
          : describeChange(change, required.match);
        const minor = !owner && isMinor(change);
        yield {
          ...(required.severity && { severity: required.severity }),
          // Nobody's words in particular were read by their elements: a reading, which is a warning at most.
          ...(change.reading && required.severity !== 'information' && { severity: 'warning' as const }),
          ...(minor && { severity: 'information' as const }),
          span: change.span,
          at: clause.text.at,
          message: `${what} (${cite(regime, required.source)}). ${whatToDo(subject, reading, change)}.`,
          source: required.source,
          change: {
            kind: change.kind,
            was: change.was,
            now: change.now,
            ...(change.effect && { effect: change.effect }),
          },
          fixes: () => [
            ...(belongsTo ? moveClause(subject, clause, belongsTo) : []),
            ...(change.owner
              ? moveOut(subject, change.owner, change.now, restoreChange(subject, reading, change))
              : []),
            restoreClause(subject, reading),
            ...restoreChange(subject, reading, change),
          ],
        };
      }
    }
  },
};

function whatToDo(subject: Subject, { required, belongsTo }: ClauseReading, change: ClauseChange): string {
  const owner = belongsTo ?? change.owner;
  if (owner && isSaid(subject, owner)) return `They stand under "${owner.id}" already; restore "${required.id}"`;
  if (owner) return `Move them, and restore "${required.id}"`;
  if (change.effect === 'sentence-unjudged') return 'Read whether it takes something back';
  if (change.effect === 'said-twice') return 'Once is enough';
  return isMinor(change)
    ? 'The substance is there; ask whether the rest was meant to go'
    : required.match === 'elements'
      ? 'Say it, or take the words on file'
      : "Restore the regime's words";
}

const CONFIRM = "Restore the regime's words";

/** The fix that gives a clause the regime's words. */
export function restoreClause({ lines }: Subject, { clause, required }: ClauseReading): Fix {
  const edit = replaceText(lines, clause.key, clause.text.node, required.words.trim());
  const own = required.match === 'elements';
  const title = own ? `Take the words on file for "${required.id}"` : `Restore the regime's words of "${required.id}"`;
  return { title, safe: false, preferred: true, confirm: CONFIRM, edits: [edit] };
}

/** The fix that takes one change back; none where the clause can only be restored as a whole. */
export function restoreChange({ lines }: Subject, { clause }: ClauseReading, change: ClauseChange): readonly Fix[] {
  const { restored, was, now } = change;
  if (!restored) return [];
  const edit = rewrite(lines, clause.key, clause.text.node, restored.within, restored.text);
  const title = was === '' ? `Take out "${shortened(now)}"` : `Restore "${shortened(was)}" here`;
  return [{ title, safe: false, confirm: CONFIRM, edits: [edit] }];
}

function shortened(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim();
  return line.length <= 50 ? line : `${line.slice(0, 48).trimEnd()}…`;
}
