import type { Clause } from '../certificate/model';
import type { RequiredClause } from '../regimes/types';
import { ownerOf } from '../clauses/misplaced';
import type { Edit } from '../text/edit';
import { insertClauses, missingClauses } from './clause-insertion';
import type { Fix, Subject } from './rule';

/**
 * The fix that puts the words of a clause under the id that they belong to: by giving them that id, or by exchanging the
 * ids where the other one is given too. None where that would give an id twice.
 */
export function moveClause({ certificate }: Subject, clause: Clause, owner: RequiredClause): readonly Fix[] {
  const other = certificate.clauses.find(({ id }) => id === owner.id);
  const to = { span: clause.key.span, newText: owner.id };
  if (!other) return [{ title: `Put these words under "${owner.id}"`, safe: false, edits: [to] }];
  return [
    {
      title: `Exchange "${clause.id}" and "${owner.id}"`,
      safe: false,
      edits: [to, { span: other.key.span, newText: clause.id }],
    },
  ];
}

/** The fix that takes words out of where they stand and inserts the clause that they belong to, where it is missing. */
export function moveOut(subject: Subject, owner: RequiredClause, takenOut: readonly Fix[]): readonly Fix[] {
  const [out] = takenOut;
  if (!out) return [];
  if (!missingClauses(subject).includes(owner)) return [{ ...out, title: `Take out what "${owner.id}" says already` }];
  const [inserted] = insertClauses(subject, [owner], '');
  if (!inserted) return [];
  return [{ title: `Move these words to "${owner.id}"`, safe: false, edits: [...out.edits, ...inserted.edits] }];
}

/** The fixes that move a missing clause from where its words stand: from a purpose, or from under an unknown id. */
export function moveHere(subject: Subject, missing: RequiredClause): readonly Fix[] {
  const { certificate, regime, lines } = subject;
  if (!regime) return [];
  const fixes: Fix[] = [];
  for (const clause of certificate.clauses) {
    if (regime.clauses.some(({ id }) => id === clause.id)) continue;
    if (ownerOf(clause.text.text, regime) !== missing) continue;
    const edits = [{ span: clause.key.span, newText: missing.id }];
    fixes.push({ title: `Change "${clause.id}" to "${missing.id}", whose words it has`, safe: false, edits });
  }
  for (const purpose of certificate.purposes) {
    if (purpose.kind !== 'stated' || ownerOf(purpose.statement.text, regime) !== missing) continue;
    const { span, parent } = purpose.statement.node;
    const [inserted] = insertClauses(subject, [missing], '');
    // The last entry of a list, or one in brackets, does not stand on lines of its own.
    if (!inserted || parent?.kind !== 'list' || parent.flow || parent.items.length < 2) continue;
    const start = lines.lineSpan(lines.lineOf(span.start)).start;
    const end = lines.lineSpan(lines.lineOf(span.end)).end + lines.ending.length;
    const taken: Edit = { span: { start, end: Math.min(end, lines.text.length) }, newText: '' };
    fixes.push({
      title: `Move the purpose that says it to "${missing.id}"`,
      safe: false,
      edits: [taken, ...inserted.edits],
    });
  }
  return fixes;
}
