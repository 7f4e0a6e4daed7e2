/** A day of the calendar. Months count from 1. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export type DateReading =
  | { readonly kind: 'date'; readonly day: Day }
  /** A date in another form than the certificate's; more than one day where day and month could be either. */
  | { readonly kind: 'other-form'; readonly days: readonly Day[] }
  | { readonly kind: 'none' };

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/**
 * Reads a date. The certificate's form is year-month-day in digits, `2026-11-20`; other usual forms are recognised so
 * that a fix can offer it. A day that no calendar has (30 February) is no date.
 */
export function readDate(text: string): DateReading {
  const words = text.trim();
  if (/^\d{4}-\d{2}-\d{2}$/.test(words)) {
    const day = dayOf(words.slice(0, 4), words.slice(5, 7), words.slice(8));
    return day ? { kind: 'date', day } : { kind: 'none' };
  }
  const days = otherForms(words);
  return days.length > 0 ? { kind: 'other-form', days } : { kind: 'none' };
}

function otherForms(words: string): readonly Day[] {
  if (words.length > 60) return [];
  // "2026-11-20T09:00:00Z": the time of day says nothing on a certificate, and neither does the day of the week.
  const parts = words
    .replace(/[T ]\d{1,2}:\d{2}.*$/, '')
    .replace(/^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?[,.]?\s+/i, '')
    .split(/[\s,./\u2010-\u2013-]+/)
    .filter((part) => part !== '' && !/^(?:of|the|day)$/i.test(part));
  const [first = '', b, c, ...more] = parts;
  const compact = /^(1[89]|2[01])(\d\d)(\d\d)(\d\d)$/.exec(first);
  if (compact && b === undefined)
    return known([dayOf(`${compact[1] ?? ''}${compact[2] ?? ''}`, compact[3] ?? '', compact[4] ?? '')]);
  if (b === undefined || c === undefined || more.length > 0) return [];
  const [a, second] = [ordinal(first), ordinal(b)];
  const [asMonth, secondAsMonth] = [monthNumber(a), monthNumber(second)];
  if (/^\d{4}$/.test(a)) return known([dayOf(a, secondAsMonth ?? second, c)]);
  const year = /^\d{2}$/.test(c) ? `20${c}` : c;
  if (asMonth !== undefined) return known([dayOf(year, asMonth, second)]);
  const yearFirst = /^\d{2}$/.test(c) && /^\d{2}$/.test(a);
  const candidates =
    secondAsMonth === undefined ? [dayOf(year, second, a), dayOf(year, a, second)] : [dayOf(year, secondAsMonth, a)];
  // Of two figures it cannot be known whether they are the year: 20/11/26.
  return known([...candidates, ...(yearFirst ? [dayOf(`20${a}`, secondAsMonth ?? second, c)] : [])]);
}

/** Those that are days, each once. */
function known(days: readonly (Day | undefined)[]): readonly Day[] {
  const found = days.filter((day): day is Day => day !== undefined);
  return found.filter((day, i) => found.findIndex((other) => compareDays(other, day) === 0) === i);
}

function ordinal(word: string): string {
  return word.replace(/(?<=\d)(?:st|nd|rd|th)$/i, '');
}

function monthNumber(word: string): string | undefined {
  if (!/^[a-z]{3,}$/i.test(word)) return undefined;
  const index = MONTHS.findIndex((month) => month.startsWith(word.toLowerCase()));
  return index < 0 ? undefined : String(index + 1);
}

function dayOf(yearText: string, monthText: string, dayText: string): Day | undefined {
  if (!/^\d{4}$/.test(yearText) || !/^\d{1,2}$/.test(monthText) || !/^\d{1,2}$/.test(dayText)) return undefined;
  const year = Number(yearText);
  const month = Number(monthText);
  const day = Number(dayText);
  const date = new Date(Date.UTC(year, month - 1, day));
  date.setUTCFullYear(year);
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year >= 1
    ? { year, month, day }
    : undefined;
}

/** The day in the certificate's form, `2026-11-20`. */
export function formatDay({ year, month, day }: Day): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

/** Negative where `a` is earlier, zero on the same day, positive where it is later. */
export function compareDays(a: Day, b: Day): number {
  return a.year - b.year || a.month - b.month || a.day - b.day;
}

/** The day of a moment, by the calendar of Greenwich. */
export function dayOfMoment(moment: Date): Day {
  return { year: moment.getUTCFullYear(), month: moment.getUTCMonth() + 1, day: moment.getUTCDate() };
}

/** The day that lies a period later. The day of the month is kept; where the month is too short for it, its last day counts. */
export function addPeriod(
  { year, month, day }: Day,
  { years = 0, months = 0, days = 0 }: { readonly years?: number; readonly months?: number; readonly days?: number },
): Day {
  const first = new Date(Date.UTC(year + years, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(day, last) + days);
  return dayOfMoment(first);
}

/** The day that a text states in the certificate's form; undefined where it states none. */
export function dayOfText(text: string): Day | undefined {
  const reading = readDate(text);
  return reading.kind === 'date' ? reading.day : undefined;
}
