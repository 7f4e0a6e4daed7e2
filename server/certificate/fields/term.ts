import { readNumber } from './number';

/** A term of imprisonment, in months; life and death have no end. */
export interface Term {
  /** Where a range is stated, its lower end; otherwise the same as `most`. */
  readonly least: number;
  readonly most: number;
}

/** Months in a unit; of weeks and days as many as a year has. */
const UNITS: Readonly<Record<string, number>> = { year: 12, yr: 12, month: 1, week: 12 / 52, day: 12 / 365 };

const LIFE = new Set(
  'life|whole life|life imprisonment|life sentence|life in prison|lifelong imprisonment|imprisonment for life|death|death penalty|death sentence|capital punishment'.split(
    '|',
  ),
);

/** What says that imprisonment is meant, before the figure and behind it. */
const BEFORE =
  /^(?:for |(?:a |the )?(?:(?:statutory )?maximum|max\.?)(?: sentence| term| penalty)?(?: of)?[: ]\s*|(?:a )?(?:prison )?(?:sentence|term) of |imprisonment (?:of|for) )/;
const BEHIND = /(?:'s?)?(?: of)? (?:imprisonment|in prison|prison|in custody|custody|deprivation of liberty)$/;

/** The bounds that include what they name: a maximum up to it, a minimum from it. */
const BOUND =
  /^(?:up to (?:and including )?|not more than |no more than |not exceeding |at most |at least |not less than |no less than |(?:a )?minimum (?:of )?|from )/;
const ABOVE = /,? (?:or more|and more|and above|or above|and over|or longer|at most|at least|maximum|max\.?|minimum)$/;

/**
 * Reads a term of imprisonment: "14 years", "84 months", "life", "3 to 7 years", "10 years and 6 months", "fourteen (14)
 * years' imprisonment". Of two alternatives ("20 years or life") the longer is the upper end. A minimum ("at least 6
 * years") is read as what it names, for what may come above it is not said. Undefined where no term is stated, or where
 * more is said than can be read.
 */
export function readTerm(text: string): Term | undefined {
  // The longest that means a term, and no more than is read in no time.
  if (text.length > 200) return undefined;
  const words = text
    .toLowerCase()
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/\s*[.;]$/, '')
    .replace(/,? (?:and|or|and\/or|with or without)(?: a)? fine$/, '')
    .trim();
  const terms = words.split(/,? or (?!more|above|longer)/).map(readOne);
  const read = terms.filter((term) => term !== undefined);
  if (read.length === 0 || read.length < terms.length) return undefined;
  return { least: Math.min(...read.map(({ least }) => least)), most: Math.max(...read.map(({ most }) => most)) };
}

function readOne(text: string): Term | undefined {
  let words = text.trim();
  if (LIFE.has(words)) return { least: Infinity, most: Infinity };
  words = words.replace(BEFORE, '').replace(BEHIND, '').replace(BEFORE, '').trim();
  if (LIFE.has(words)) return { least: Infinity, most: Infinity };
  const range = /^(?:from )?(.+?)(?: (?:to|until) | ?- ?)(.+)$/.exec(words) ?? /^between (.+?) and (.+)$/.exec(words);
  const [, low = '', high = ''] = range ?? [];
  const whole = duration(words.replace(BOUND, '').replace(ABOVE, ''));
  if (whole !== undefined) return { least: whole, most: whole };
  const most = duration(high);
  // "3 to 7 years": the unit stands once, behind both.
  const unit = /(?:year|yr|month|week|day)s?'?$/.exec(high)?.[0];
  const least = duration(low) ?? (unit === undefined ? undefined : duration(`${low} ${unit}`));
  if (most === undefined || least === undefined) return undefined;
  return { least: Math.min(least, most), most: Math.max(least, most) };
}

/** "14 years", "six (6) years and 6 months", "life", in months. */
function duration(text: string): number | undefined {
  const words = text.trim().replace(BEHIND, '').replace(/'s?$/, '');
  if (LIFE.has(words)) return Infinity;
  let months = 0;
  let last = Infinity;
  const parts = words.split(/(?<=(?:year|yr|month|week|day)s?),? (?:and )?/);
  for (const part of parts) {
    const found = /^(.+?)[ -]?(year|yr|month|week|day)s?$/.exec(part.trim());
    const unit = UNITS[found?.[2] ?? ''];
    const number = found ? readNumber(found[1] ?? '') : undefined;
    // The smaller unit stands behind the greater one, and neither twice.
    if (unit === undefined || number === undefined || unit >= last) return undefined;
    last = unit;
    months += number * unit;
  }
  return months;
}
