import { grouped } from '../text/group';
import type { Stretch } from './layout';
import { IMPOSES, isFormer, isOtherTime, PUNISHES, todayAt } from './other-time';
import type { Word } from './words';

/** A sentence that a statement gives for an offence or a class of offences. */
export interface Penalty {
  /** Word indices, `to` exclusive. */
  readonly from: number;
  readonly to: number;
  /** The longest imprisonment in months; Infinity for life and death, 0 for a fine alone. */
  readonly most: number;
  /** The lower end of a range; the same as `most` where there is none. */
  readonly least: number;
  /** The words before or after the number. */
  readonly bound: 'exact' | 'at-least' | 'more-than' | 'up-to' | 'less-than';
  /** True where the words say themselves that a punishment is meant. */
  readonly penal: boolean;
  /**
   * Which sentences are alternatives for one offence: "five years or, if armed, ten", "a fine or three years". Of these the
   * longest counts. The same number for all of them.
   */
  readonly offence: number;
}

const UNITS = [
  'zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen', 'fourteen',
  'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen',
]; // prettier-ignore
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const NUMBERS: ReadonlyMap<string, number> = new Map([
  ...UNITS.map((word, i) => [word, i] as const),
  ...TENS.map((word, i) => [word, (i + 2) * 10] as const),
]);

/** Months in a unit of time. */
const SPANS: Readonly<Record<string, number>> = {
  year: 12, years: 12, yr: 12, yrs: 12, y: 12, month: 1, months: 1, mo: 1, mos: 1, mth: 1, mths: 1, week: 12 / 52, weeks: 12 / 52, day: 12 / 365,
  days: 12 / 365, decade: 120, decades: 120, annum: 12,
}; // prettier-ignore

/** The words in which sentences are stated: what a slip of the pen in one of them may have been. */
export const SENTENCE_WORDS: readonly string[] = [
  ...NUMBERS.keys(),
  ...['year', 'years', 'month', 'months', 'imprisonment', 'maximum', 'hundred'],
];

interface Read {
  readonly value: number;
  readonly to: number;
}

/** A number in digits or words, "14", "fourteen (14)", "twenty-one", "a hundred and twenty", "five and a half". */
export function readNumber(words: readonly Word[], at: number): Read | undefined {
  const digits = words[at];
  let read: Read | undefined;
  if (digits?.kind === 'number') {
    const value = Number(digits.form.replace(/,(?=\d{3}\b)/g, '').replace(',', '.'));
    read = Number.isFinite(value) ? { value, to: at + 1 } : undefined;
  } else read = readWords(words, at) ?? readRoman(words, at);
  if (!read) return undefined;
  let { value, to } = read;
  // "fourteen (14)": the same again in digits.
  if (words[to]?.text === '(' && words[to + 1]?.kind === 'number' && words[to + 2]?.text === ')') {
    if (Number(words[to + 1]?.form) === value) to += 3;
  }
  if (words[to]?.form === 'and' && words[to + 1]?.form === 'a' && words[to + 2]?.form === 'half') {
    value += 0.5;
    to += 3;
  } else if (words[to]?.text === '½') {
    value += 0.5;
    to += 1;
  }
  return { value, to };
}

/** "XV years": in capitals, and before a unit of time. */
function readRoman(words: readonly Word[], at: number): Read | undefined {
  const unit = words[at + 1]?.text === '-' ? at + 2 : at + 1;
  if (words[at]?.capital !== true || SPANS[words[unit]?.form ?? ''] === undefined) return undefined;
  const { text } = words[at];
  if (!/^(?:XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/.test(text)) return undefined;
  let value = 0;
  for (let i = 0; i < text.length; i++) {
    const own = ROMAN[text.charAt(i)] ?? 0;
    value += own < (ROMAN[text.charAt(i + 1)] ?? 0) ? -own : own;
  }
  return { value, to: at + 1 };
}

const ROMAN: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50 };

function readWords(words: readonly Word[], at: number): Read | undefined {
  let i = at;
  let total = 0;
  let current = 0;
  let any = false;
  for (;;) {
    const form = words[i]?.form ?? '';
    const number = NUMBERS.get(form);
    if (number !== undefined) current += number;
    else if (form === 'dozen') current = (current === 0 ? 1 : current) * 12;
    else if (form === 'hundred') current = (current === 0 ? 1 : current) * 100;
    else if (form === 'thousand') {
      total += (current === 0 ? 1 : current) * 1000;
      current = 0;
    } else if (
      any &&
      (form === '-' || form === 'and') &&
      isNumberWord(words[i + 1]) &&
      (form === '-' || current >= 100 || total > 0)
    ) {
      i++;
      continue;
    } else if (
      !any &&
      (form === 'a' || form === 'an') &&
      /^(?:hundred|thousand|dozen)$/.test(words[i + 1]?.form ?? '')
    ) {
      i++;
      continue;
    } else break;
    any = true;
    i++;
  }
  return any ? { value: total + current, to: i } : undefined;
}

/** "six", "hundred": not the digits. */
export function isNumberWord(word: Word | undefined): boolean {
  const form = word?.form ?? '';
  return NUMBERS.has(form) || form === 'hundred' || form === 'thousand';
}

const QUARTER_CENTURY = ['a', 'quarter', 'of', 'a', 'century'];

/** "four years and six months", "a year", "eleven-month": in months, with the word behind it. */
export function readDuration(words: readonly Word[], at: number): Read | undefined {
  let number = readNumber(words, at);
  const article = words[at]?.form;
  // "a year", and "one year" by the number; "a day" and "a week" are no sentences.
  if (!number && (article === 'a' || article === 'per') && /^(?:years?|annum|decade)$/.test(words[at + 1]?.form ?? ''))
    number = { value: 1, to: at + 1 };
  if (matches(words, at, ['half', 'a', 'dozen'])) number = { value: 6, to: at + 3 };
  if (!number && article === 'half' && words[at + 1]?.form === 'a') number = { value: 0.5, to: at + 2 };
  if (number?.value === 0.5 && words[number.to]?.form === 'century') return { value: 600, to: number.to + 1 };
  if (matches(words, at, QUARTER_CENTURY)) return { value: 300, to: at + 5 };
  if (!number) return undefined;
  let i = number.to;
  if (words[i]?.text === '-') i++;
  const calendar = /^(?:full|whole|calendar|consecutive)$/.test(words[i]?.form ?? '');
  if (calendar) i++;
  // "6+ years"
  if (words[i]?.text === '+') i++;
  // "ten or more years"
  if (words[i]?.form === 'or' && /^(?:more|even)$/.test(words[i + 1]?.form ?? '')) i += 2;
  const unit = SPANS[words[i]?.form ?? ''];
  if (unit === undefined) return undefined;
  let months = number.value * unit;
  i++;
  if (words[i]?.form === 'and' && words[i + 1]?.form === 'a' && words[i + 2]?.form === 'half') {
    months += unit / 2;
    i += 3;
  }
  const joined = words[i]?.form === 'and' || words[i]?.text === ',' || words[i]?.text === '+' ? i + 1 : i;
  const more = readNumber(words, joined);
  const lesser = more && SPANS[words[more.to]?.form ?? ''];
  // "Respectively by fifteen years and fifteen days" are two.
  if (more && lesser !== undefined && lesser < unit && !isRespective(words, at, more.to)) {
    months += more.value * lesser;
    i = more.to + 1;
  }
  // "six years less a day" are no six years.
  if (words[i]?.form === 'less' && /^(?:a|one)$/.test(words[i + 1]?.form ?? '') && words[i + 2]?.form === 'day') {
    months -= SPANS['day'] ?? 0;
    i += 3;
  }
  return { value: months, to: i };
}

/** "respectively" stands shortly before or behind. */
function isRespective(words: readonly Word[], from: number, to: number): boolean {
  return words.slice(Math.max(0, from - 4), to + 5).some(({ form }) => form === 'respectively');
}

const RANGE = new Set(['to', '-', '–', '—', 'till', 'until', 'and', 'or', 'through']);

/** Every sentence of imprisonment, life, death and fine that the words state. `isProvision` tells numbers of articles apart. */
export function readPenalties(words: readonly Word[], isProvision: (index: number) => boolean): readonly Penalty[] {
  const found: Penalty[] = [];
  for (let i = 0; i < words.length; i++) {
    if (isProvision(i)) continue;
    const term = readTermAt(words, i);
    if (term && isOtherTime(words, term.from, term.to)) {
      i = term.to - 1;
      continue;
    }
    if (term && isFormer(words, term.from, term.to)) {
      const today = bareToday(words, term, isProvision);
      if (today) found.push({ ...widen(words, today), offence: 0 });
      i = (today ?? term).to - 1;
      continue;
    }
    const read = term ?? readWhole(words, i) ?? readAgain(words, i);
    if (!read) continue;
    found.push({ ...widen(words, read), offence: 0 });
    i = read.to - 1;
  }
  return withSame(joinAlternatives(words, withBareAlternatives(words, merge(words, found), isProvision)));
}

/** "treason (Art. 275, same maximum)": a sentence that is told by the one before it. */
function readAgain(words: readonly Word[], i: number): Core | undefined {
  if (words[i]?.form !== 'same' || !AGAIN.test(words[i + 1]?.form ?? '')) return undefined;
  const from = /^(?:the|for)$/.test(words[i - 1]?.form ?? '') ? i - 1 : i;
  return { from, to: i + 2, least: SAME, most: SAME, penal: true };
}

/** Stands for the length of such a sentence until those before it are known with their alternatives. */
const SAME = -1;

/** Gives each sentence that is "the same" the longest of those for the offence before; one with none before it is no sentence. */
function withSame(penalties: readonly Penalty[]): readonly Penalty[] {
  const all: Penalty[] = [];
  for (const penalty of penalties) {
    const last = all.at(-1);
    if (penalty.most !== SAME) all.push(penalty);
    else if (last) {
      const most = Math.max(...all.filter(({ offence }) => offence === last.offence).map((each) => each.most));
      all.push({ ...penalty, least: most, most });
    }
  }
  return all;
}

const AGAIN = /^(?:range|maximum|max|term|terms|penalty|penalties|sentence|punishment|tariff|ceiling|years)$/;

/** "used to be three years and is now twelve", "eight years until the reform and four since": the number that counts today. */
function bareToday(words: readonly Word[], { to }: Core, isProvision: (index: number) => boolean): Core | undefined {
  const today = todayAt(words, to);
  if (today === undefined) return undefined;
  for (let i = to; i < Math.min(words.length, today + REACH / 2); i++) {
    if (isProvision(i)) continue;
    const number = readNumber(words, i);
    if (!number) continue;
    // With a unit of its own it is read as any other.
    if (SPANS[words[number.to]?.form ?? ''] !== undefined) return undefined;
    const most = number.value * lastUnit(words, to);
    return { from: i, to: number.to, least: most, most, penal: true };
  }
  return undefined;
}

/** What sets an aggravated form, or another way of trial, beside the plain one. */
const ALTERNATIVE =
  /^(?:ordinar|particular|(?:or|if|when|where|but|alternatively|otherwise|aggravated|grave|graver|serious|severe|basic|simple|plain|general|worst|case|cases|form|forms|variant|armed|gang|band|organised|conviction|indictment|summary|summarily|doubled|raised|rising|rises|extend|extends|extendable|extensible|extending|even|minimum|maximum|max|min|most|least|less|nor|rather|not|else|fine)$)/;

/** "three months for the lesser form", "two years on summary conviction". */
const LESSER = /^(?:lesser|minor|summary|simple|basic|ordinary|plain)$/;

/** Words behind which a sentence is that of another offence. */
const OTHER_OFFENCE = /^(?:whose|offences?|crimes?)$/;

/** How far behind a sentence an alternative without a unit of its own may stand. */
const REACH = 22;

/**
 * "four years but ten when committed by an armed gang": a number without a unit, in the same sentence, behind words that
 * set an alternative beside the first. It is years where the first is.
 */
function withBareAlternatives(
  words: readonly Word[],
  penalties: readonly Penalty[],
  isProvision: (index: number) => boolean,
): readonly Penalty[] {
  const all: Penalty[] = [];
  for (const [p, penalty] of penalties.entries()) {
    all.push(penalty);
    const next = penalties[p + 1]?.from ?? words.length;
    const unit = Number.isFinite(penalty.most) && penalty.most > 0 ? lastUnit(words, penalty.to) : 0;
    if (unit === 0) continue;
    let alternative = false;
    let ended = false;
    let end = penalty.to + REACH;
    for (let i = penalty.to; i < Math.min(next, end); i++) {
      const form = words[i]?.form ?? '';
      alternative ||= setsBeside(words, i);
      ended ||= /^(?:\.|§|ss?|sec|sections?|arts?|articles?|no|clause|paragraph)$/.test(form);
      alternative ||= ALTERNATIVE.test(form);
      // "up to ten years for the one; for the other, up to five": a number of years as well.
      const bounded = /^(?:up to|maxim(?:um|a) of)$/.test(`${words[i - 2]?.form ?? ''} ${words[i - 1]?.form ?? ''}`);
      const number = isProvision(i) ? undefined : readNumber(words, i);
      const after = number && (words[number.to]?.form ?? '');
      if (!number || after === undefined) continue;
      const listed = !ended && isListed(words, penalty, i, after);
      const conditional = /^(?:if|when|where)$/.test(after);
      if (!bounded && !listed && (ended || !(alternative || conditional))) continue;
      // "ten kilograms", "two offences": a number of something else.
      if (!/^(?:[),;.:–—-]|when|where|if|for|on|in|as|and|or|should|with|but||at|by|under)$/.test(after)) break;
      all.push({
        from: i,
        to: number.to,
        least: number.value * unit,
        most: number.value * unit,
        bound: isUnder(words, i) ? 'less-than' : 'exact',
        penal: penalty.penal,
        offence: 0,
      });
      // Of a list there may be more.
      if (!listed) break;
      end = number.to + REACH;
    }
  }
  return all;
}

/** "fraud (ten years) and tax evasion (nine)", "robbery, twenty years; piracy, thirty.": told as the one before it. */
function isListed(words: readonly Word[], { from, to }: Stretch, i: number, after: string): boolean {
  const [opens, before] = [words[from - 1]?.form, words[i - 1]?.form];
  // "(2) fraud" is the mark of an entry, "two (2)" a number said again, "in Block, 4" none of its kind.
  if (opens !== before || words[from]?.kind !== words[i]?.kind) return false;
  if (words[i - 2]?.kind !== 'word' || isNumberWord(words[i - 2])) return false;
  if (before === '(') return after === ')' && words[to]?.form === ')';
  return before === ',' && /^[.;]?$/.test(after) && words[to]?.form === ';';
}

/** "five years; with violence, nine", "4 yrs; as a habit 8 yrs": the graver form of the same offence. */
function setsBeside(words: readonly Word[], i: number): boolean {
  if (!/^[,;]$/.test(words[i - 1]?.form ?? '')) return false;
  const graver = words[i + 1]?.form ?? '';
  if (words[i]?.form === 'with') return /^(?:violence|force|arms|weapons?|threats?|injury|aggravat\w+)$/.test(graver);
  const named = /^an?$/.test(graver) ? (words[i + 2]?.form ?? '') : graver;
  return words[i]?.form === 'as' && /^(?:habit|trade|business|profession|gang|band|group|recidivist)$/.test(named);
}

/** "above five years but under six" */
function isUnder(words: readonly Word[], i: number): boolean {
  const before = words[i - 1]?.form ?? '';
  return /^(?:under|below)$/.test(before) || (before === 'than' && words[i - 2]?.form === 'less');
}

/** Numbers the sentences so that alternatives for one offence bear one number. */
function joinAlternatives(words: readonly Word[], penalties: readonly Penalty[]): readonly Penalty[] {
  let offence = 0;
  return penalties.map((penalty, p) => {
    const before = penalties[p - 1];
    if (!before || !areAlternatives(words, before, penalty)) offence++;
    return { ...penalty, offence };
  });
}

/** True where nothing between two sentences names another offence, and something sets them beside each other. */
function areAlternatives(words: readonly Word[], first: Penalty, second: Penalty): boolean {
  const between = words.slice(first.to, second.from).map(({ form }) => form);
  const behind = words.slice(second.to, second.to + 4).map(({ form }) => form);
  if (between.length > REACH || between.includes('.')) return false;
  // "5 years, and of robbery, whose maximum is 14": of another offence.
  if (
    between.some(
      (form, k) =>
        (OTHER_OFFENCE.test(form) && between[k - 1] !== 'the') || (/^(?:and|;)$/.test(form) && between[k + 1] === 'of'),
    )
  )
    return false;
  const closes = between.indexOf(')');
  if (closes >= 0 && !(closes === 0 && /^(?:or|but)$/.test(between[1] ?? ''))) return false;
  return (
    between.some((form, k) => ALTERNATIVE.test(form) || setsBeside(words, first.to + k)) ||
    behind.some((form) => LESSER.test(form)) ||
    between.every((form) => !/\p{L}/u.test(form) || /^(?:and|a|an|the|plus|with|both|together|also|up|to)$/.test(form))
  );
}

type Core = Pick<Penalty, 'from' | 'to' | 'most' | 'least' | 'penal'>;
type Bounded = Omit<Penalty, 'offence'>;

function readTermAt(words: readonly Word[], i: number): Core | undefined {
  const single = readDuration(words, i);
  // A number alone is the lower end of a range that gives the unit at its end: "3 to 7 years".
  const lower = single ?? readNumber(words, i);
  if (!lower) return undefined;
  // "from eight down to two years"
  const down = words[lower.to]?.form === 'down' && words[lower.to + 1]?.form === 'to';
  const to = down ? lower.to + 1 : lower.to;
  if (RANGE.has(words[to]?.form ?? '')) {
    // "and" joins a range behind "between" alone.
    const joins =
      words[to]?.form !== 'and' || words[i - 1]?.form === 'between' || /^between$/.test(words[i - 2]?.form ?? '');
    let next = to + 1;
    if (/^(?:up|even|as|a)$/.test(words[next]?.form ?? '') && words[next + 1]?.form === 'to') next += 2;
    const upper = joins ? (readDuration(words, next) ?? readLife(words, next)) : undefined;
    if (upper) {
      const unit = single ? 1 : lastUnit(words, upper.to);
      return {
        from: i,
        to: upper.to,
        // "lowered from ten to four years": what it is now.
        least: isLowered(words, i) ? upper.value : lower.value * unit,
        most: isLowered(words, i) ? upper.value : Math.max(upper.value, lower.value * unit),
        penal: false,
      };
    }
    // "two years to eight": the unit stands at the lower end.
    const bare = single && /^(?:to|till|until|through)$/.test(words[to]?.form ?? '') && readNumber(words, next);
    if (bare && bare.value * lastUnit(words, to) > single.value)
      return { from: i, to: bare.to, least: single.value, most: bare.value * lastUnit(words, to), penal: false };
  }
  if (!single) return undefined;
  return { from: i, to: single.to, least: single.value, most: single.value, penal: false };
}

/** "lowered by the Act of 2019 from …", "was cut from …", "brought down from …" */
function isLowered(words: readonly Word[], i: number): boolean {
  if (words[i - 1]?.form !== 'from') return false;
  for (let k = i - 2; k > i - 9 && words[k]?.kind !== 'sign'; k--)
    if (
      /^(?:lowered|reduced|decreased|cut|down|lessened|shortened|softened|dropped|fell|fallen)$/.test(
        words[k]?.form ?? '',
      )
    )
      return true;
  return false;
}

/** The unit in which a range is stated: that of its upper end. */
function lastUnit(words: readonly Word[], to: number): number {
  for (let i = to - 1; i >= 0 && i > to - 4; i--) {
    const unit = SPANS[words[i]?.form ?? ''];
    if (unit !== undefined) return unit;
  }
  return 12;
}

function readLife(words: readonly Word[], i: number): Read | undefined {
  return words[i]?.form === 'life' || words[i]?.form === 'death' ? { value: Infinity, to: i + 1 } : undefined;
}

/** True where these words stand from `at` on. */
function matches(words: readonly Word[], at: number, parts: readonly string[]): boolean {
  return parts.every((part, k) => words[at + k]?.form === part);
}

const forms = (words: readonly Word[], from: number, count: number) =>
  words
    .slice(from, from + count)
    .map(({ form }) => form)
    .join(' ');

const WHOLE = [
  'life imprisonment', 'imprisonment for life', 'life sentence', 'life sentences', 'life term', 'prison for life', 'jail for life', 'detention for life', 'whole life', 'life in prison',
  'life behind bars', 'life without parole', 'life - long imprisonment', 'lifelong imprisonment', 'perpetual imprisonment', 'reclusion perpetua', 'perpetual reclusion', 'reclusion for life', 'perpetual confinement', 'perpetual detention', 'perpetual prison', 'penal servitude for life', 'hard labour for life',
  'lifelong confinement', 'confinement for life', 'confinement until death', 'lwop', 'death penalty', 'death sentence', 'punishable with death', 'punishable by death', 'punished with death', 'punished by death', 'capital punishment', 'capital offence', 'capital crime', 'sentence of death', 'the gallows', 'death by hanging', 'be hanged', 'be put to death', 'be shot for it', 'hangs for it', 'hang for it', 'hanging matter', 'sentenced to be shot', 'servitude in perpetuity', 'imprisonment in perpetuity', 'imprisonment until natural death', 'prison for ever', 'lifetime in prison', 'lifetime behind bars', 'penalty , hanging', 'penalty : hanging',
].map((phrase) => phrase.split(' ')); // prettier-ignore

/** Ways to die, and to spend one's life, that are a sentence where the words speak of punishing, and something else elsewhere. */
const EXECUTIONS = [
  ...['firing squad', 'lethal injection', 'electric chair', 'away for ever', 'rest of his days', 'rest of his life'],
  ...['rest of their days', 'rest of their lives', 'remainder of his life', 'remainder of their lives'],
].map((phrase) => phrase.split(' '));
const PUNISHING =
  /^(?:prison|gaol|jail|custody|law|locks?|risks?|punish\w*|penalt\w*|provid\w*|reserv\w*|prescrib\w*|sentenc\w*|impos\w*|carr(?:y|ies|ying))$/;

const WHOLE_BY_FIRST = grouped(WHOLE, ([first]) => first ?? '');

/** Life, death and fine. */
function readWhole(words: readonly Word[], i: number): Core | undefined {
  const whole = (count: number, most: number): Core => ({ from: i, to: i + count, least: most, most, penal: true });
  const phrase = WHOLE_BY_FIRST.get(words[i]?.form ?? '')?.find((parts) => matches(words, i, parts));
  if (phrase) return whole(phrase.length, Infinity);
  const execution = EXECUTIONS.find((parts) => matches(words, i, parts));
  if (execution && words.slice(Math.max(0, i - 5), i + execution.length + 2).some(({ form }) => PUNISHING.test(form)))
    return whole(execution.length, Infinity);
  const form = words[i]?.form ?? '';
  if ((form === 'life' || form === 'death' || form === 'lifelong') && standsAsPenalty(words, i))
    return whole(1, Infinity);
  if (form === 'fine' || form === 'fines') return readFine(words, i);
  return undefined;
}

/** "a fine of 500 dollars", "fine only", "administrative fine": no imprisonment at all. "Fine arts" and "fine wine" are something else. */
function readFine(words: readonly Word[], i: number): Core | undefined {
  const before = words[i - 1]?.form ?? '';
  const after = words[i + 1]?.form ?? '';
  const stands =
    /^(?:a|the|only|,|by|\(|:|–|—|or|plus|heavy|small|administrative|simple|no)?$/.test(before) &&
    /^(?:of|only|alone|or|and|\)|,|;|\.|:|–|—|up|not|for|which|is)?$/.test(after);
  if (!stands) return undefined;
  let to = i + 1;
  if (after === 'of') {
    to = i + 2;
    while (to < words.length && to < i + 9 && !/^[),;.:–—]$/.test(words[to]?.form ?? '') && !isJoint(words[to])) to++;
  }
  if (/^(?:only|alone)$/.test(words[to]?.form ?? '')) to++;
  return { from: i, to, least: 0, most: 0, penal: true };
}

function isJoint(word: Word | undefined): boolean {
  return /^(?:and|or|is|are|which|for|to|under)$/.test(word?.form ?? '');
}

/** How far before "life" the words stand that speak of punishment. */
const CLAUSE = 8;

/** True where words of the same clause speak of punishment. */
function isPunished(words: readonly Word[], i: number): boolean {
  for (let k = i - 1; k >= 0 && k >= i - CLAUSE && !/^[.;,]$/.test(words[k]?.form ?? ''); k--)
    if (PUNISHES.test(words[k]?.form ?? '') || IMPOSES.test(words[k]?.form ?? '')) return true;
  return false;
}

/** Before "life" where it is what somebody has, loses or puts at risk. */
const OWN =
  /^(?:human|his|her|their|its|whose|of|daily|public|family|private|political|night|to|cause|causing|loss|personal|economic|social|the)$/;
/** Before "life" and "death" where these may be a sentence. */
const STATES =
  /^(?:|\(|,|:|;|-|–|—|or|for|with|by|maximum|max|is|being|even|carries|carrying|to|carry|namely|=|of|provides?|provided|give|gives|gave|suffers?|get|gets|means|mean|face|faces|facing|fetch|fetches|imposes|impose|prescribes|prescribe|earns?|brings?|says?|knows?|fixes|demands?|reserves?|decrees?|allows?|orders?|imposed|sentence|penalty|punishment)$/;
/** Of these, those that nothing but a law does. */
const PROVIDES =
  /^(?:\(|maximum|max|carries|carrying|carry|provides?|provided|imposes?|prescribes?|sentence|penalty|punishment)$/;

/** "life" and "death" are a sentence where a sentence is spoken of: in brackets, behind a maximum, beside imprisonment. */
function standsAsPenalty(words: readonly Word[], i: number): boolean {
  const before = words[i - 1]?.form ?? '';
  const after = words[i + 1]?.form ?? '';
  // "Life is the maximum."
  if (/^(?:|[.;:])$/.test(before) && after === 'is')
    return /^(?:maximum|penalty|sentence|punishment|ceiling|price)$/.test(words[i + 3]?.form ?? '');
  // "records kept on the server for life"
  if (before === 'for' && words[i - 2]?.kind === 'word' && !isPunished(words, i)) return false;
  // "danger to life and limb", "ten years to life", "to death or to life"
  if (OWN.test(before) && !(/^(?:or|and)$/.test(after) && isPunished(words, i)))
    return before === 'to' && (words[i - 2]?.form === 'up' || readNumber(words, i - 2) !== undefined);
  if (STATES.test(before))
    return (
      /^(?:\)|\(|,|\.|;|:|or|and|imprisonment|sentence|maximum|max|–|—|-|under|in|for|at|with|\/|)$/.test(after) ||
      (PROVIDES.test(before) && /^(?:within|where|when|if|as|upon|on|by)$/.test(after))
    );
  if (before === '.') return /^(?:[.,;)]|imprisonment|sentence|)$/.test(after);
  return /^(?:or)$/.test(after) && /^(?:death|life)$/.test(words[i + 2]?.form ?? '');
}

const BEFORE: readonly (readonly [bound: Penalty['bound'], phrases: readonly string[]])[] = [
  [
    'at-least',
    [
      'at least',
      'not less than',
      'no less than',
      'not under',
      'not below',
      'minimum of',
      'a minimum of',
      'minimum',
      'from',
      'no fewer than',
      'not fewer than',
      'at the least',
      'at a minimum',
      'at minimum',
      'not be less than',
      'not be under',
      'not be below',
      'not be lower than',
      'not lower than',
      'no lower than',
      'not shorter than',
      'no shorter than',
    ],
  ],
  [
    'up-to',
    [
      'up to',
      'not more than',
      'no more than',
      'not exceeding',
      'not to exceed',
      'at most',
      'at the most',
      'maximum of',
      'a maximum of',
      'maximum',
      'max',
      'max.',
      'max .',
      'not above',
      'not over',
      'may extend to',
      'extend to',
      'extending to',
      'as much as',
      'as long as',
      'not longer than',
      'no longer than',
      'as far as',
      'ceiling of',
      'upper limit of',
      'liable to',
      'even',
      'of up to',
      'as high as',
      'not beyond',
      'upto',
      'reaching',
      'reach',
      'can reach',
      'capped at',
      'limited to',
      'until',
      'till',
      'does not exceed',
      'may reach',
    ],
  ],
  [
    'more-than',
    [
      'more than',
      'over',
      'exceeding',
      'exceeds',
      'exceed',
      'in excess of',
      'above',
      'greater than',
      'longer than',
      'higher than',
      'upwards of',
      'beyond',
      'lies above',
      'superior to',
      'surpassing',
    ],
  ],
  [
    'less-than',
    [
      'less than',
      'under',
      'below',
      'fewer than',
      'shorter than',
      'short of',
      'lower than',
      'inferior to',
      'not as much as',
      'not reach',
      'not attain',
      'not amount to',
      'not rise to',
      'fall short of',
      'falls short of',
      'beneath',
      'lighter than',
    ],
  ],
];

const AFTER: readonly (readonly [bound: Penalty['bound'], phrases: readonly string[]])[] = [
  [
    'at-least',
    [
      'or more',
      'and more',
      'or upwards',
      'and upwards',
      'or above',
      'and above',
      'or over',
      'and over',
      'or longer',
      'and longer',
      'upwards',
      'minimum',
      'at least',
      'or greater',
      'or higher',
      '+',
      'at the least',
      'at minimum',
      'and up',
      'or up',
      'and beyond',
      'or beyond',
    ],
  ],
  [
    'up-to',
    [
      'at most',
      'maximum',
      'max',
      'at the most',
      'tops',
      'and no more',
      'at the utmost',
      'at the outside',
      'at worst',
      'at the worst',
    ],
  ],
  [
    'less-than',
    ['or less', 'and less', 'or under', 'and under', 'or below', 'and below', 'or fewer', 'or lower', 'or shorter'],
  ],
];

/** The phrases before a term by their last word, longer ones first. */
const BEFORE_BY_LAST = grouped(
  BEFORE.flatMap(([kind, phrases]) => phrases.map((phrase) => ({ kind, parts: phrase.split(' ') }))).sort(
    (a, b) => b.parts.length - a.parts.length,
  ),
  ({ parts }) => parts.at(-1) ?? '',
);
const AFTER_PARTS = AFTER.map(([kind, phrases]) => [kind, phrases.map((phrase) => phrase.split(' '))] as const);

const AROUND =
  /^(?:a|an|the|term|terms|of|imprisonment|sentence|sentences|prison|custody|penalty|for|to|with|years|period)$/;

/** Takes in the words that bound a term, and those that say that it is a punishment. */
function widen(words: readonly Word[], core: Core): Bounded {
  let { from, to } = core;
  let bound: Penalty['bound'] = 'exact';
  let { penal } = core;
  let start = from;
  for (let steps = 0; steps < 5; steps++) {
    const hit = BEFORE_BY_LAST.get(words[start - 1]?.form ?? '')?.find(({ parts }) =>
      matches(words, start - parts.length, parts),
    );
    if (hit) {
      bound = hit.kind;
      from = start - hit.parts.length;
      break;
    }
    if (!AROUND.test(words[start - 1]?.form ?? '')) break;
    start--;
  }
  for (const [kind, phrases] of AFTER_PARTS) {
    const phrase = phrases.find((parts) => matches(words, to, parts));
    if (phrase !== undefined) {
      if (bound === 'exact' || kind === 'at-least' || kind === 'less-than') bound = kind;
      to += phrase.length;
    }
  }
  // "none of which carries less than ten years"
  if (bound === 'less-than' && isNeverLess(words, from)) bound = 'at-least';
  const near = words.slice(Math.max(0, from - 9), from).concat(words.slice(to, to + 7));
  penal ||= near.some(({ form }) => PENAL.test(form)) || (words[from - 1]?.form === '(' && words[to]?.form === ')');
  return { ...core, from, to, bound, penal };
}

/** What bounds a term from above is itself denied: "never punished with less than", "does not fall short of". */
function isNeverLess(words: readonly Word[], from: number): boolean {
  for (let i = from - 1; i >= 0 && i > from - 7 && words[i]?.kind === 'word'; i--) {
    if (/^(?:none|neither|nothing|never|nobody|not)$/.test(words[i]?.form ?? '')) return true;
    if (/^(?:and|or|but)$/.test(words[i]?.form ?? '')) return false;
  }
  return false;
}

/** Words that speak of punishment. */
const PENAL =
  /^(?:imprison|custod|sentence|penalt|punish|jail|incarcerat|attract|prescribe|provid|impos|threaten|fetch|earn|entail|incur|expos|foresee|envisage|stipulat|(?:prison|prisons|custody|sentencing|maximum|max|maxima|ceiling|carr(?:y|ies|ied|ying)|liable|term|terms|gaol|detention|deprivation|servitude|labour|bars|penal|fine|fined|minimum|threshold|upper|limit|laid|lays|sets?|statutory|face[sd]?|facing|worth|visited|visits|foreseen|range|tariff|serve|behind|reclusion|reclusión|confinement|years'|rigorous|simple|hard|for|up|ss?|sec|section|sections|art|arts|article|articles|§|code|act|ipc|law)$)/;

/** Two terms for one offence, "two years or, if armed, eight", count as one with the higher end; left as they are otherwise. */
function merge(words: readonly Word[], penalties: readonly Penalty[]): readonly Penalty[] {
  const merged: Penalty[] = [];
  for (const penalty of penalties) {
    const before = merged.at(-1);
    const between = before ? forms(words, before.to, penalty.from - before.to) : '';
    if (
      before &&
      !(between === 'and' && isRespective(words, before.from, penalty.to)) &&
      /^(?:or|or ,|, or|\/|and|to|, alternatively ,?|or a|or with|or by|or to|or with a|or to a|, or a|, or with a|, or to a|or \()$/.test(
        between,
      )
    ) {
      merged[merged.length - 1] = {
        ...before,
        to: penalty.to,
        most: Math.max(before.most, penalty.most),
        bound: before.most >= penalty.most ? before.bound : penalty.bound,
        penal: before.penal || penalty.penal,
      };
    } else merged.push(penalty);
  }
  return merged;
}
