import { addPeriod, compareDays, formatDay, readDate, type Day } from '../certificate/fields/date';
import type { TextField } from '../certificate/model';
import { applies, textsAt } from '../regimes/condition';
import { grounds } from '../regimes/types';
import type { Rule } from './rule';

export const periodExceeded: Rule = {
  id: 'period-exceeded',
  severity: 'error',
  title: 'A period that the regime sets has run out',
  *check({ certificate, regime, today }) {
    for (const { words, period, from, until, when, severity, source } of regime?.periods ?? []) {
      const start = dated(textsAt(certificate, from)[0]);
      if (!regime || !start || !applies(when, certificate)) continue;
      const end = until === undefined ? undefined : dated(textsAt(certificate, until)[0]);
      // A validity that the paper does not state has not been exceeded by anything.
      if (until === 'certificate.expires' && !end) continue;
      const last = addPeriod(start.day, period);
      const day = end?.day ?? today;
      // The dates of the paper itself are put in order elsewhere.
      if (end && until !== 'certificate.expires' && compareDays(day, start.day) < 0) {
        yield {
          span: end.field.span,
          at: end.field.at,
          message: `${formatDay(day)} is before ${formatDay(start.day)}, from which the period runs. ${grounds(regime, words, source)} Correct one of the dates, or have the paper signed anew.`,
          source,
          severity: severity === 'information' ? 'information' : 'warning',
        };
        continue;
      }
      if (compareDays(day, last) <= 0) continue;
      const shown = end ?? start;
      yield {
        span: shown.field.span,
        at: shown.field.at,
        message: end
          ? `${formatDay(day)} is after ${formatDay(last)}. ${grounds(regime, words, source)} Correct the date, or have the paper signed anew.`
          : `The period from ${formatDay(start.day)} ended on ${formatDay(last)}. ${grounds(regime, words, source)} Have the paper signed anew, unless it was used in time.`,
        source,
        // Whether the paper was used in time, the text does not say.
        severity: end ? (severity ?? 'error') : severity === 'information' ? 'information' : 'warning',
      };
    }
  },
};

function dated(field: TextField | undefined): { readonly field: TextField; readonly day: Day } | undefined {
  const reading = field && readDate(field.text);
  return field && reading?.kind === 'date' ? { field, day: reading.day } : undefined;
}
