import type { Clause } from '../certificate/model';
import type { RequiredClause } from '../regimes/types';
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
