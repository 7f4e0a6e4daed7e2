import { readCountry } from '../certificate/fields/country';
import { quoted } from './quoted';
import type { Rule } from './rule';

export const fieldForm: Rule = {
  id: 'field-form',
  severity: 'hint',
  title: 'A value that could be written in the usual form',
  *check({ certificate }) {
    for (const field of certificate.texts.values()) {
      if (field.kind !== 'country') continue;
      const reading = readCountry(field.text);
      if (reading.kind !== 'name') continue;
      const { code, name } = reading.country;
      yield {
        span: field.span,
        at: field.at,
        message: `${quoted(field.text)} is read as ${name}. The usual form is the code of ISO 3166-1: ${code}.`,
        fixes: () => [
          { title: `Write ${code}`, safe: true, preferred: true, edits: [{ span: field.span, newText: code }] },
        ],
      };
    }
  },
};
