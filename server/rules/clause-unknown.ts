import { ownerOf } from '../clauses/misplaced';
import type { RequiredClause } from '../regimes/types';
import { nearest } from '../text/near';
import { isSaid, linesOf } from './clause-moves';
import { quoted } from './quoted';
import type { Fix, Rule, Subject } from './rule';

export const clauseUnknown: Rule = {
  id: 'clause-unknown',
  severity: 'information',
  title: 'A clause that the regime does not know',
  *check(subject) {
    const { certificate, regime } = subject;
    if (!regime) return;
    for (const { id, key, text } of certificate.clauses) {
      if (regime.clauses.some((required) => required.id === id)) continue;
      const owner = ownerOf(text.text, regime);
      yield {
        span: key.span,
        at: text.at,
        message: owner
          ? isSaid(subject, owner)
            ? `The regime has no clause ${quoted(id)}; these are the words of "${owner.id}" (${owner.title}), which stand there already. Once is enough.`
            : `The regime has no clause ${quoted(id)}; these are the words of "${owner.id}" (${owner.title}). Put them under that id.`
          : `The regime has no clause ${quoted(id)}. Further undertakings are allowed; this one was not checked.`,
        fixes: () => (owner && isSaid(subject, owner) ? takeOut(subject, id) : rename(subject, id, owner)),
      };
    }
  },
};

function takeOut({ certificate, lines }: Subject, id: string): readonly Fix[] {
  const field = certificate.clauses.find((clause) => clause.id === id)?.text;
  const lined = field && linesOf(field, lines);
  return lined ? [{ title: `Take "${id}" out`, safe: false, edits: [{ span: lined, newText: '' }] }] : [];
}

function rename({ certificate, regime }: Subject, id: string, owner: RequiredClause | undefined): readonly Fix[] {
  const given = new Set(certificate.clauses.map((clause) => clause.id));
  const free = (regime?.clauses ?? []).map((required) => required.id).filter((other) => !given.has(other));
  const meant = owner && free.includes(owner.id) ? owner.id : nearest(id, free);
  const key = certificate.clauses.find((clause) => clause.id === id)?.key;
  if (meant === undefined || !key) return [];
  return [{ title: `Change to "${meant}"`, safe: true, preferred: true, edits: [{ span: key.span, newText: meant }] }];
}
