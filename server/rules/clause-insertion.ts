import { CERTIFICATE_FIELDS } from '../certificate/format';
import { applies } from '../regimes/condition';
import type { RequiredClause } from '../regimes/types';
import { fillEmpty, groupValue, insertAt, insertEntry, textValue } from '../syntax/insert';
import { entryOf } from '../syntax/nodes';
import type { Edit } from '../text/edit';
import type { Fix, Subject } from './rule';

/** The clauses that the regime requires here and the certificate does not have, or has empty. */
export function missingClauses({ certificate, regime }: Subject): readonly RequiredClause[] {
  const section = certificate.clausesSection?.node;
  return (regime?.clauses ?? []).filter(({ id, when }) => {
    if (!applies(when, certificate) || certificate.clauses.some((clause) => clause.id === id)) return false;
    const value = entryOf(section, id)?.value;
    // An alias or a list in its place is reported as such.
    return value === undefined || value.kind === 'text';
  });
}

/** The fix that inserts these clauses, each in its place among the others; none where there is no place for them. */
export function insertClauses(
  { certificate, lines, regime }: Subject,
  clauses: readonly RequiredClause[],
  title: string,
  preferred = true,
): readonly Fix[] {
  const order = regime?.clauses.map(({ id }) => id) ?? [];
  const orders = [CERTIFICATE_FIELDS.map(({ key }) => key), order];
  const section = certificate.clausesSection?.node;
  const edits: (Edit | undefined)[] = [];
  if (section && section.entries.length > 0) {
    for (const { id, words } of clauses) {
      const entry = entryOf(section, id);
      edits.push(
        entry
          ? fillEmpty(lines, entry.key, entry.value, textValue(words))
          : insertAt(lines, certificate.document, ['clauses'], id, textValue(words), orders),
      );
    }
  } else {
    const group = groupValue(clauses.map(({ id, words }) => [id, textValue(words)]));
    const entry = entryOf(certificate.root, 'clauses');
    if (entry) edits.push(fillEmpty(lines, entry.key, entry.value, group));
    else if (certificate.root) edits.push(insertEntry(lines, certificate.root, 'clauses', group, orders[0] ?? []));
  }
  if (edits.length === 0 || edits.some((edit) => edit === undefined)) return [];
  return [{ title, safe: false, preferred, edits: edits.filter((edit) => edit !== undefined) }];
}
