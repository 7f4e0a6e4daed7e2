/** What a change does to an undertaking. */
export type Effect =
  | 'entry-left-out'
  | 'entry-added'
  | 'entry-changed'
  | 'negation-lost'
  | 'negation-added'
  | 'duty-weakened'
  | 'duty-changed'
  | 'exception-added'
  | 'limit-lost'
  | 'number-changed'
  | 'bound-changed'
  | 'reference-changed'
  | 'qualifier-added'
  | 'scope-widened'
  | 'scope-turned'
  | 'joining-changed'
  | 'words-moved'
  | 'sentence-added'
  | 'sentence-unjudged'
  | 'said-twice'
  | 'element-missing'
  | 'element-denied';

/** Finds out what putting `now` in the place of `was` does; both as forms with single spaces. Undefined where it is not known. */
export function effectOf(was: string, now: string): Effect | undefined {
  const came = (pattern: RegExp) => pattern.test(now) && !pattern.test(was);
  const went = (pattern: RegExp) => pattern.test(was) && !pattern.test(now);
  if (INCLUDING.test(was) && came(EXCLUDING)) return 'scope-turned';
  if (came(OPEN_ENDED)) return 'scope-widened';
  if (came(EXCEPTION)) return 'exception-added';
  if (came(NEGATION)) return 'negation-added';
  if (went(NEGATION)) return 'negation-lost';
  if (came(WIDENING)) return 'scope-widened';
  // Where much is left out, the duty is the least of it.
  if (went(DUTY) && ((now === '' && was.split(' ').length <= 3) || came(OPTION))) return 'duty-weakened';
  if (came(ENDEAVOUR)) return 'duty-weakened';
  if (came(DUTY) && (went(OPTION) || went(DUTY))) return 'duty-changed';
  if (REFERENCE.test(now) && (was === '' || REFERENCE.test(was) || PLACE.test(now))) return 'reference-changed';
  if (went(RESTRICTION)) return 'limit-lost';
  if (came(QUALIFIER)) return 'qualifier-added';
  if (went(LIMIT)) return 'limit-lost';
  if ((NUMBER.test(was) && NUMBER.test(now)) || (UNIT.test(was) && UNIT.test(now))) return 'number-changed';
  if (BOUND.test(was) || came(BOUND)) return 'bound-changed';
  if (was === '' && /^(?:or|as well as|and also) /.test(now)) return 'scope-widened';
  if (OPTION.test(was) && OPTION.test(now)) return 'duty-changed';
  if (/^(?:and|or)$/.test(was) && /^(?:and|or| )+$/.test(now)) return 'joining-changed';
  return undefined;
}

/** True where words leave a list open: "such as", "and others". */
export function isOpenEnded(now: string): boolean {
  return OPEN_ENDED.test(now);
}

const any = (words: string) => new RegExp(`(?<![\\p{L}'])(?:${words})(?![\\p{L}'])`, 'u');

const NEGATION = any("not|no|never|neither|nor|none|cannot|without|fail(?:s|ed|ing)? to|untrue|[a-z]+n't");
const DUTY = any('shall|will|must');
const OPTION = any('may|should|might|can|could|would|ought|need');
const ENDEAVOUR = any(
  'endeavor(?:s|ed|ing)?|(?:try|tries|aims?|aimed|aiming|intends?|intended|strives?|seeks?|attempts?) to|best efforts|reasonable efforts',
);
const EXCEPTION = any(
  'except(?:ing|ed|ion|ions)?|excluding|exempt(?:ed|ion|ions)?|unless|save|saving|other than|apart from|aside from|barring|notwithstanding|provided that|subject to|however|but|waived?|derogation|in (?:case|cases|the event) of|in (?:an )?emergenc(?:y|ies)|if necessary|when necessary|where necessary|does not apply|(?:is|are|be) suspended|insofar|(?:so|as) long as|on condition|whereas',
);
const QUALIFIER = any(
  'reasonabl[ye]|practicabl[ye]|practical|appropriate|possible|possibly|feasible|necessarily|always|substantial|general|expected|preferably|ideally|generally|normally|usually|ordinarily|typically|mainly|primarily|mostly|chiefly|largely|substantially|principally|predominantly|in principle|in general|as far as|so far as|to the extent|where|when|whenever|if|materially|unduly|necessary|directly|manifestly|knowingly|intentionally|desirable|convenient|applicable|relevant|sometimes|often|as a rule|hardly|seldom|rarely|almost|in theory|routinely|deliberately|wil+fully|expressly|best of|knowledge of|peace ?time|times of peace|for the time being|until|hopes?|intention|determined by|defined by|may (?:define|determine|designate)|in the opinion of|deems?|considers?|sees fit|directs?|decides?|discretion|designates?|desired',
);
const OPEN_ENDED = any(
  'not limited to|without limitation|etc|et cetera|among (?:other|others)|inter alia|such as|for example|and others|or others|or similar|and similar|in particular',
);
const WIDENING = any('(?:any |and |or |all )?other|also|additionally|as well as for|any purpose|or any|and any');
const RESTRICTION = any('only|merely|solely|exclusively|under any circumstances|in and of itself|if so required');
const LIMIT = any(
  'only|merely|solely|exclusively|just|alone|strictly|under any circumstances|any|in and of itself|itself|if so required|intentional|seriously|unduly|major',
);
const NUMBER = /(?<!\p{L})\d/u;
const BOUND = any('more|less|fewer|greater|least|most|minimum|maximum|exceeding|up to');
const REFERENCE = any(
  'above|below|listed|herein|hereof|annex|appendix|schedule|paragraphs?|articles?|sections?|items?|elsewhere',
);
const PLACE = any('annex|appendix|schedule|paragraphs?|articles?|elsewhere');
const UNIT = any('years?|months?|weeks?|days?|hours?');
const INCLUDING = any('including|includes?|together with');
const EXCLUDING = any('excluding|except|without|excludes?|other than|save for');
