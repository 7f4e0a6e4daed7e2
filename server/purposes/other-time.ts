import type { Word } from './words';

/** Behind a time: "nine years old", "six years ago", "12 years of experience". */
const AGE = /^(?:old|ago|earlier|hence|afterwards)$/;
/** What runs or is counted in years and is no punishment. */
const RUNS =
  /^(?:duration|validity|valid|warranty|warranties|guarantee|guarantees|lease|amnesty|retention|retain|retained|kept|keeps|stored|stores|archived|experience|subscription|maintenance|expires?|expiry|renewable|tenure|limitations?|lapses?|aged|ages?|girls|boys|rising|growing|falling|missing|barred|delivery|archives?|limited|mandate|stay|stays|waits?|waiting|frequent|lasts)$/;
const TIME_OF =
  /^(?:age|experience|service|operation|warranty|support|existence|use|data|records|drought|war|peace|marriage|friendship|probation|community|exile|banishment|disqualification|parole|supervision|salary|wages|income|suspension|electronic|monitoring|debate|waiting|practice|silence|history|study|research|work|negotiations?|exclusion|residence)$/;
/** Right behind a time: a punishment that is no imprisonment, or what a fine is counted in. */
const AT_LARGE =
  /^(?:driving|ban|probation|exile|banishment|disqualification|parole|salary|wages|suspension|curfew|community)$/;
/** Words that speak of punishment in the same clause, so that a time there is one. */
export const PUNISHES =
  /^(?:imprison\w*|prison|custody|custodial|sentenc\w*|penalt\w*|punish\w*|jail\w*|gaol\w*|maximum|max|maxima|liable|detention|confinement|servitude|labour|culprits?|immured|cells?|arrest|ceiling|carries|carry|carrying|carried|liberty|freedom|reclusion|transportation)$/;
/** Before "for" and a time that is a sentence: "put away for ten years", "the Code provides for twelve". */
export const IMPOSES = /^(?:away|up|down|inside|bars|sits?|serves?|provid(?:e|es|ed|ing)|good)$/;
/** Between "for" and a time: "for up to six years", "for some twenty years". */
const ABOUT =
  /^(?:up|to|some|about|over|nearly|almost|roughly|another|a|the|full|term|period|of|at|least|not|more|than|no|less|well|as|many|long)$/;
/** A law that is no more: what stands there is not the sentence of today. */
const FORMERLY = /^(?:formerly|previously|erstwhile|colonial|repealed|hitherto)$/;
const TODAY = /^(?:now|since|today|nowadays|currently)$/;
/** How far behind what an offence used to carry it is said what it carries today. */
const SINCE = 14;
/** What an earlier court did with somebody; and what he did himself. */
const JUDGED = /^(?:given|condemned|sentenced|jailed|imprisoned|convicted|handed)$/;
const SUFFERED = /^(?:served|serving|got|received|earned)$/;
/** Between "was" and "given": "was already", "had been twice", "was last year". */
const MEANWHILE = /^(?:\w+ly|already|once|twice|last|year|since|before|ever|both|all)$/;
/** What was done to somebody for so long; and behind "after the", what such a time is counted from. */
const HELD = /^(?:held|kept|detained|captive|hostage|hidden|missing|lasted|lasting|lived|waited)$/;
const EVENT =
  /^(?:expiry|expiration|delivery|manufacture|harvest|election|elections|war|death|birth|departure|retirement|sale|purchase|event|deed|attack)$/;
/** At the end of what stands before a time: "during the licence period of", "whose term of office is". */
const RUNNING =
  /(?:^| )(?:(?:licen[cs]e|licensing|contract|lease|warranty|guarantee|retention|storage|project|trial|service) (?:period|term)|term of (?:office|the licence|the contract|the lease|this licence))(?: (?:is|of|being|lasts|runs|for|to|up|now|or|a|the|\(|:)){0,4}$/;
/** The fields of a form behind whose colon a time is how long the licence runs; a "term" is one where no offence is stated. */
const FIELD = /^(?:term|period|duration|validity|licence|license|contract)$/;
const OFFENCE = /^(?:offences?|penalty|s|ss|sections?|arts?|articles?|§)$/;
/** How far before a time the words stand that say what it is the time of. */
const REACH = 8;

/**
 * True for a time that is no sentence: how old somebody is, how long records are kept, a licence is valid, a case lies open.
 * Word indices, `to` exclusive.
 */
export function isOtherTime(words: readonly Word[], from: number, to: number): boolean {
  const form = (i: number) => words[i]?.form ?? '';
  if (AGE.test(form(to)) || (form(to) === '-' && form(to + 1) === 'old')) return true;
  if (form(to) === 'of' && TIME_OF.test(form(to + 1))) return true;
  // "a ten-year driving ban", "72 months' probation", "six years' wages"
  if ([to, to + 1].some((i) => AT_LARGE.test(form(i)) && (i === to || words[to]?.kind === 'sign'))) return true;
  if (/^(?:aged|age|ages)$/.test(form(from - 1))) return true;
  // "the victim was held longer than ten years", "ten years after their expiry date"
  const before = clauseBefore(words, from);
  const isSaid = before.some((each) => PUNISHES.test(each) || IMPOSES.test(each));
  if (!isSaid && form(to) === 'in' && /^(?:service|office|use|power|post)$/.test(form(to + 1))) return true;
  if (form(from - 1) === 'than' && /^(?:longer|more)$/.test(form(from - 2)) && HELD.test(form(from - 3))) return true;
  if (!isSaid && form(to) === 'after' && /^(?:the|its|his|her|their)$/.test(form(to + 1)) && EVENT.test(form(to + 2)))
    return true;
  // "murders older than ten years"
  if (form(from - 1) === 'than' && /^(?:older|younger|earlier|later)$/.test(form(from - 2))) return true;
  if (/^(?:past|last|next|previous|coming|every|within|after|once|twice|times)$/.test(form(from - 1))) return true;
  if (isField(words, from) || isConviction(words, from)) return true;
  if (
    form(from - 1) === 'for' &&
    /^(?:has|have|had|been|rising|growing|running|run|kept|missing)$/.test(form(from - 2))
  )
    return true;
  if (RUNNING.test(before.join(' '))) return true;
  // "cut off for five days": a sentence in days is one where the words speak of punishment. So is one that lasts: "the trade
  // has flourished for ten years", "he loses his licence for eight years".
  const short = /^(?:days?|weeks?)$/.test(form(to - 1)) && /^(?:for|in|during|over)$/.test(form(measured(words, from)));
  if (!short && !lasts(words, from) && !before.some((each) => RUNS.test(each))) return false;
  let end = to;
  while (end < words.length && !/^(?:[.;,]|and|but)$/.test(form(end))) end++;
  return !before.concat(words.slice(to, end).map(({ form: each }) => each)).some((each) => PUNISHES.test(each));
}

/**
 * "had already served nine years", "was last year given eleven years", "twice sentenced to twelve years": what somebody got is
 * not what the law provides. "Who robs is sentenced to ten years" is the law.
 */
function isConviction(words: readonly Word[], from: number): boolean {
  const form = (i: number) => words[i]?.form ?? '';
  const about = measured(words, from);
  const verb = /^(?:to|for|his|her|their)$/.test(form(from - 1))
    ? from - 2
    : form(about) === 'serving'
      ? about
      : from - 1;
  if (SUFFERED.test(form(verb))) return true;
  if (form(verb) === 'sentence' || (form(verb) === 'of' && form(verb - 1) === 'sentence'))
    return /^(?:prior|previous|earlier)$/.test(form(verb - (form(verb) === 'of' ? 2 : 1)));
  if (!JUDGED.test(form(verb))) return false;
  let i = verb - 1;
  while (MEANWHILE.test(form(i))) i--;
  return /^(?:was|were|been)$/.test(form(i)) || /^(?:already|once|twice|previously)$/.test(form(verb - 1));
}

/** "Period: five years", "Licence term: ten years" */
function isField(words: readonly Word[], from: number): boolean {
  const form = (i: number) => words[i]?.form ?? '';
  if (!/^[:|–-]$/.test(form(from - 1)) || !FIELD.test(form(from - 2)) || form(from - 3) === '(') return false;
  // In the line before may stand anything: a label begins with a capital letter.
  const begins =
    words[from - 3]?.kind !== 'word' ||
    words[from - 2]?.capital === true ||
    [from - 3, from - 4].some((i) => FIELD.test(form(i)));
  return begins && !(form(from - 2) === 'term' && words.slice(0, from).some(({ form: each }) => OFFENCE.test(each)));
}

/** "for ten years", "for a term of up to eight years" */
function lasts(words: readonly Word[], from: number): boolean {
  const i = measured(words, from);
  return words[i]?.form === 'for' && !IMPOSES.test(words[i - 1]?.form ?? '');
}

/** The word before a time and all that says how much of it: "for" in "for a term of up to eight years". */
function measured(words: readonly Word[], from: number): number {
  let i = from - 1;
  while (i >= 0 && ABOUT.test(words[i]?.form ?? '')) i--;
  return i;
}

/** True for what an offence used to carry: "used to be three years", "eight years until the reform and four since". */
export function isFormer(words: readonly Word[], from: number, to: number): boolean {
  const before = clauseBefore(words, from);
  if (
    before.some(
      (each, k) =>
        FORMERLY.test(each) || (each === 'used' && /^(?:be|carry|cost|mean|fetch|bring)$/.test(before[k + 2] ?? '')),
    )
  )
    return !before.some((each) => TODAY.test(each));
  const dated =
    /^(?:until|till)$/.test(words[to]?.form ?? '') || before.some((each) => /^(?:before|until|till)$/.test(each));
  return dated && todayAt(words, to) !== undefined;
}

/** Where, behind what an offence used to carry, the word stands that says "today". */
export function todayAt(words: readonly Word[], to: number): number | undefined {
  for (let i = to; i < Math.min(words.length, to + SINCE); i++) if (TODAY.test(words[i]?.form ?? '')) return i;
  return undefined;
}

/** The words of the clause that stand before it. */
function clauseBefore(words: readonly Word[], from: number): readonly string[] {
  let start = from;
  while (start > 0 && from - start < REACH && !/^[.;]$/.test(words[start - 1]?.form ?? '')) start--;
  return words.slice(start, from).map(({ form }) => form);
}
