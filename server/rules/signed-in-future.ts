import { compareDays, readDate } from '../certificate/fields/date';
import { grounds } from '../regimes/types';
import type { Rule } from './rule';

export const signedInFuture: Rule = {
  id: 'signed-in-future',
  severity: 'warning',
  title: 'A signature with a day to come',
  *check({ certificate, regime, today }) {
    const rule = regime?.signing?.['not-in-future'];
    const date = certificate.signature?.date;
    const reading = date && readDate(date.text);
    if (!regime || !rule || !date || reading?.kind !== 'date' || compareDays(reading.day, today) <= 0) return;
    yield {
      span: date.span,
      at: date.at,
      message: `The signature bears ${date.text}, a day to come. ${grounds(regime, rule.words, rule.source)} Correct the date, or leave it open until it is signed.`,
      source: rule.source,
    };
  },
};
