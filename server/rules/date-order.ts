import { compareDays, readDate, type Day } from '../certificate/fields/date';
import type { TextField } from '../certificate/model';
import type { Report, Rule } from './rule';

export const dateOrder: Rule = {
  id: 'date-order',
  severity: 'error',
  title: 'The dates contradict each other',
  *check({ certificate }) {
    const issued = dated(certificate.particulars?.issued);
    const expires = dated(certificate.particulars?.expires);
    const signed = dated(certificate.signature?.date);
    if (issued && expires && compareDays(expires.day, issued.day) < 0)
      yield report(
        expires,
        `The certificate expires on ${expires.field.text}, before its issue on ${issued.field.text}.`,
      );
    if (issued && signed && compareDays(signed.day, issued.day) < 0)
      yield report(
        signed,
        `The certificate is signed on ${signed.field.text}, before its issue on ${issued.field.text}.`,
      );
    if (expires && signed && compareDays(signed.day, expires.day) > 0)
      yield report(
        signed,
        `The certificate is signed on ${signed.field.text}, after its expiry on ${expires.field.text}.`,
      );
  },
};

interface Dated {
  readonly field: TextField;
  readonly day: Day;
}

function dated(field: TextField | undefined): Dated | undefined {
  const reading = field && readDate(field.text);
  return field && reading?.kind === 'date' ? { field, day: reading.day } : undefined;
}

function report({ field }: Dated, message: string): Report {
  return { span: field.span, at: field.at, message: `${message} Correct one of the dates.` };
}
