import { readCountry } from '../certificate/fields/country';
import { readDate, type Day } from '../certificate/fields/date';
import { PARTY_TYPES } from '../certificate/format';
import type { TextField } from '../certificate/model';
import { pathText } from '../syntax/path';
import type { Words } from './paper';
import { printable } from './printable';

/** The form's own words. */
export function own(text: string): Words {
  return { text };
}

/** Words that say that something is missing. */
export function gap(what: string): Words {
  return { text: `[${what}: not given]`, tone: 'gap' };
}

/** What a field says, or `words` for it where the paper says it in other words than the file. */
export function given(field: TextField, words = field.text): Words {
  return { text: printable(words), origin: { span: field.span, at: pathText(field.at) } };
}

/** A country by its name and code; as written where it is none. */
export function countryWords(field: TextField): Words {
  const reading = readCountry(field.text);
  return reading.kind === 'none' || reading.kind === 'unlisted'
    ? given(field)
    : given(field, `${reading.country.name} (${reading.country.code})`);
}

/** A party's type in words; as written where it is none. */
export function typeWords(field: TextField): Words {
  const words = PARTY_TYPES.find(({ id }) => id === field.text)?.words;
  return given(field, words === undefined ? undefined : words.charAt(0).toUpperCase() + words.slice(1));
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** A date with its month in words, which no reader takes for another; as written where it is none. */
export function dateWords(field: TextField): Words {
  const reading = readDate(field.text);
  return given(field, reading.kind === 'date' ? inWords(reading.day) : undefined);
}

function inWords({ year, month, day }: Day): string {
  return `${day} ${MONTHS[month - 1] ?? ''} ${year}`;
}
