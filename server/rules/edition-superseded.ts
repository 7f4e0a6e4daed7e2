import { compareDays, dayOfText, formatDay } from '../certificate/fields/date';
import { cite, type Regime } from '../regimes/types';
import type { Edit } from '../text/edit';
import { insertClauses, missingClauses } from './clause-insertion';
import type { Fix, Report, Rule, Subject } from './rule';

export const editionSuperseded: Rule = {
  id: 'edition-superseded',
  severity: 'warning',
  title: 'An edition that was not in force on the day of issue',
  *check(subject) {
    const { certificate, regime, catalogue, today } = subject;
    const { regime: field, particulars } = certificate;
    // A certificate that names the family has the edition of its date.
    if (!regime || field?.text.trim() !== regime.id) return;
    const issued = particulars?.issued && dayOfText(particulars.issued.text);
    const day = issued ?? today;
    const on = issued ? `on the day of issue, ${formatDay(issued)}` : 'today';
    const successor = catalogue.successor(regime);
    const from = dayOfText(regime['in-force'].from ?? '');
    const until = dayOfText(regime['in-force'].until ?? '');
    const next = successor && dayOfText(successor['in-force'].from ?? '');
    const source = sourcesOf(successor ?? regime);
    const report = (message: string, replacement: Regime | undefined, preferred = true): Report => ({
      span: field.span,
      at: field.at,
      message,
      source: sourcesOf(regime),
      fixes: () => (replacement ? migrate(subject, replacement, preferred) : []),
    });
    if (from && compareDays(day, from) < 0) {
      const before = catalogue.all().find(({ id }) => id === regime.supersedes);
      const instead = before
        ? `Use "${before.id}", which was.`
        : 'Use the form of that day, or issue the certificate anew.';
      yield report(
        `This edition was not yet in force ${on}: it holds from ${formatDay(from)} (${cite(regime, sourcesOf(regime))}). ${instead}`,
        before,
      );
    } else if (successor && next && compareDays(day, next) >= 0)
      yield report(
        `This edition was no longer in force ${on}: "${successor.id}" replaces it from ${formatDay(next)} (${cite(successor, source)}). Move the certificate to the new edition.`,
        successor,
      );
    else if (until && compareDays(day, until) > 0)
      yield report(
        `This edition was no longer in force ${on}: it ended on ${formatDay(until)} (${cite(regime, sourcesOf(regime))}). Use the form of that day.`,
        undefined,
      );
    else if (successor && next && compareDays(today, next) >= 0)
      yield {
        ...report(
          `This edition was in force ${on}. Since ${formatDay(next)} "${successor.id}" replaces it (${cite(successor, source)}); a new certificate follows that one.`,
          successor,
          // It was issued under the right edition: whoever mends everything at once does not mean this.
          false,
        ),
        severity: 'information',
      };
  },
};

/** What a regime rests on as a whole: what its list of fields rests on. */
function sourcesOf({ fields }: Regime): readonly string[] {
  return fields.source;
}

/** The certificate under the other edition: its name, and the clauses that it requires and the certificate does not have. */
function migrate(subject: Subject, regime: Regime, preferred: boolean): readonly Fix[] {
  const { regime: field } = subject.certificate;
  if (!field) return [];
  const under = { ...subject, regime };
  const missing = missingClauses(under);
  const clauses = missing.length > 0 ? (insertClauses(under, missing, '')[0]?.edits ?? []) : [];
  const edits: readonly Edit[] = [{ span: field.span, newText: regime.id }, ...clauses];
  const also =
    missing.length > 0 ? `, with ${missing.length === 1 ? 'its clause' : `its ${missing.length} clauses`}` : '';
  return [{ title: `Move to ${regime.id}${also}`, safe: false, preferred, edits }];
}
