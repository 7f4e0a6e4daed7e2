import { COORDINATORS, DETERMINERS, PREPOSITIONS, AUXILIARIES, RELATIVES, type Lexicon } from './lexicon';
import type { Word } from './words';

/** What a word is part of when it is part of a name; its own meaning then says nothing. */
export type NameKind = 'provision' | 'law' | 'organisation' | 'date';

/** Answers whether the words at an index stand for a concept. */
export type HasConcept = (index: number, ...concepts: string[]) => boolean;

const MARKERS =
  /^(?:s|ss|sec|secs|sect|section|sections|subsection|art|arts|article|articles|§|§§|no|nos|number|chapter|chapters|ch|cap|chap|para|paras|paragraph|paragraphs|part|title|annex|act|law|schedule|clause|rule|regulation|order|decree|resolution|directive|circular|book|ley|loi|artículo|artigo)$/;
const INSIDE_NUMBER = /^(?:[a-z]|bis|ter|quater|quinquies|[ivxlc]+|\(|\)|-|–|\/|\.|,|:|and|to|or|§|[a-z]{0,2}\d+)$/;
const UNIT = /^(?:years?|yrs?|y|months?|mos?|mths?|weeks?|days?)$/;

/** Marks the numbers of sections, articles, laws and years, so that none is taken for a term of imprisonment. */
export function markProvisions(words: readonly Word[], names: (NameKind | undefined)[]): void {
  const form = (i: number) => words[i]?.form ?? '';
  const isNumber = (i: number) => words[i]?.kind === 'number';
  for (let i = 0; i < words.length; i++) {
    if (isNumber(i) && /^(?:1[6-9]|20)\d\d$/.test(form(i)) && !UNIT.test(form(i + 1))) names[i] ??= 'provision';
    if (!MARKERS.test(form(i))) continue;
    let j = i + 1;
    if (form(j) === '.') j++;
    if (/^(?:no|nos|nr|n)$/.test(form(j))) j += form(j + 1) === '.' ? 2 : 1;
    const first = j;
    while (j < words.length && (isNumber(j) || INSIDE_NUMBER.test(form(j)))) {
      const here = form(j);
      const next = form(j + 1);
      const more = isNumber(j + 1) || (here === '(' && /^(?:[a-z]|\d+|[ivx]+)$/.test(next));
      const letter = /^[-.(]$/.test(here) && /^(?:[a-z]|bis|ter|quater|quinquies)$/.test(next);
      if (/^(?:,|and|to|or|\.|-|–|\(|:|\/)$/.test(here) && !more && !letter) break;
      // "article 12, 5 years": the second number is a term.
      if (
        /^[,:(.]$/.test(here) &&
        (UNIT.test(form(j + 2)) ||
          (/^(?:-|–|to|till|\+)$/.test(form(j + 2)) && (isNumber(j + 3) || UNIT.test(form(j + 3)))))
      )
        break;
      if (here === ')' && !names[j - 1] && form(j - 2) !== '(' && form(j - 3) !== '(') break;
      if (/^(?:a|i|or|and|to)$/.test(here) && !more && !/[(.-]/.test(form(j - 1))) break;
      j++;
    }
    if (j > first && isNumber(j - 1) && UNIT.test(form(j)) && j - 1 > first) j--;
    if (words.slice(first, j).some(({ kind, form: each }) => kind === 'number' || /^[ivxlc]+$/.test(each)))
      for (let k = i; k < j; k++) names[k] = 'provision';
  }
}

const MONTH =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)$/;

/** Marks the months of dates, "3 March 2024", "May 2023": a march is something else, and so is what may be done. */
export function markDates(
  words: readonly Word[],
  names: (NameKind | undefined)[],
  capital: (i: number) => boolean,
): void {
  const isNumber = (i: number) => words[i]?.kind === 'number';
  for (const [i, { form }] of words.entries()) {
    if (!MONTH.test(form)) continue;
    const named =
      capital(i) &&
      (isNumber(i - 1) ||
        (words[i - 1]?.form === 'of' && isNumber(i - 2)) ||
        /^(?:in|since|last|next)$/.test(words[i - 1]?.form ?? ''));
    if (isNumber(i + 1) || named) names[i] ??= 'date';
  }
}

const LAW =
  /^(?:act|acts|law|laws|code|codes|código|ordinance|decree|regulation|regulations|statute|constitution|convention|treaty|protocol|proclamation|charter|circular|edict|directive|rules|agreement|initiative|strategy|programme|memorandum|accord|plan)$/;
const BEFORE_LAW =
  /^(?:penal|criminal|national|domestic|labour|tax|customs|fiscal|security|emergency|military|electoral|civil|traffic|procedure|revised)$/;

/** Words before what a law in small letters is called, at most. */
const LONGEST_IN_SMALL = 5;

/** Laws that are named as such in small letters as well, where a section or a bracket says that they are laws. */
const LAW_IN_SMALL = /^(?:act|code|law|ordinance|decree|statute|constitution)$/;

/** Marks the names of laws: "the Anti-Terrorism Act 2009", "our Criminal Procedure Code", "Law on Operative Activity", "(wildlife act, s. 8)". */
export function markLaws(
  words: readonly Word[],
  names: (NameKind | undefined)[],
  has: HasConcept,
  capital: (i: number) => boolean,
): void {
  const form = (i: number) => words[i]?.form ?? '';
  for (let i = 0; i < words.length; i++) {
    if (!LAW.test(form(i))) continue;
    // "Terrorist Acts" is a defined term however it is written, "the Terrorist Acts 2001" a law.
    if (has(i, 'term-terror', 'term-crime') && !/^\d{4}$/.test(form(i + 1))) continue;
    if (/^acts?$/.test(form(i)) && /^(?:terrorist|criminal)$/.test(form(i - 1)) && i <= 3) continue;
    if (!capital(i) && (/^acts?$/.test(form(i)) || !BEFORE_LAW.test(form(i - 1)))) {
      const a = startInSmall(i);
      for (let k = a; k <= i; k++) names[k] ??= 'law';
      continue;
    }
    let a = i;
    for (;;) {
      const joined = /^(?:-|–|of|on|and|against|for|to|the|&)$/.test(form(a - 1)) && capital(a - 2) && a > 2;
      if (a > 0 && words[a - 1]?.kind === 'word' && (capital(a - 1) || BEFORE_LAW.test(form(a - 1)))) a--;
      else if (joined) a -= 2;
      else break;
    }
    while (
      a < i &&
      (DETERMINERS.has(form(a)) ||
        PREPOSITIONS.has(form(a)) ||
        (a === 0 && has(a, 'use-prevention', 'use-investigation', 'use-near*', 'use-step')))
    )
      a++;
    let b = i + 1;
    while (b < words.length) {
      if (capital(b) && words[b]?.kind === 'word') b++;
      else if (names[b] === 'provision') b++;
      else if (/^(?:of|on|against|for|to|no|-|in)$/.test(form(b)) && (capital(b + 1) || names[b + 1] === 'provision'))
        b += 2;
      else break;
    }
    for (let k = a; k < b; k++) names[k] ??= 'law';
  }

  /** "wildlife act, s. 8", "section 371 of the criminal code", "(international crimes act, life)": behind `i` where it is no law. */
  function startInSmall(i: number): number {
    if (!LAW_IN_SMALL.test(form(i))) return i + 1;
    const next = form(i + 1) === ',' ? i + 2 : i + 1;
    let a = i;
    while (a > 0 && i - a < LONGEST_IN_SMALL && isDescribing(a - 1)) a--;
    if (a === i) return i + 1;
    // "section 5 of the misuse of drugs act"
    if (/^(?:of|on|against)$/.test(form(a - 1)) && isDescribing(a - 2) && isOfProvision(a - 2)) return a - 2;
    const described = words.slice(a, i).filter(({ kind }, k) => kind === 'word' && form(a + k - 1) !== '-').length;
    if (form(a - 1) !== '(' && described > 3) return i + 1;
    const isInBrackets = form(a - 1) === '(' && /^[,;)]$/.test(form(i + 1));
    return names[next] === 'provision' || isOfProvision(a) || isInBrackets ? a : i + 1;
  }

  /** "section 371 of the" stands before it. */
  function isOfProvision(i: number): boolean {
    return form(i - 1) === 'the' && form(i - 2) === 'of' && names[i - 3] === 'provision';
  }

  function isDescribing(i: number): boolean {
    const here = form(i);
    if (here === '-') return words[i - 1]?.kind === 'word' && words[i - 1]?.end === words[i]?.start;
    return (
      words[i]?.kind === 'word' &&
      !DETERMINERS.has(here) &&
      !PREPOSITIONS.has(here) &&
      !AUXILIARIES.has(here) &&
      !RELATIVES.has(here) &&
      !COORDINATORS.has(here) &&
      (!here.endsWith('ing') || form(i - 1) === '-') &&
      !has(i, 'use-*', 'expression-*', 'status-*') &&
      !/^(?:terrorist|criminal|unlawful|wrongful|overt)$/.test(here)
    );
  }
}

const ORGANISATION =
  /^(?:police|constabulary|gendarmerie|carabinieri|garda|gardaí|guardia|services?|agency|agencies|bureau|bureaux|directorates?|departments?|division|units?|squad|section|branch|wing|office|ministr(?:y|ies)|authority|commission|committee|command|centre|forces?|guards?|brigade|inspectorate|prosecution|tribunal|council|prefecture|headquarters|desk|team|taskforce|corps|institute|administration|customs|secretariat|commissariat|rangers|detectives|academy|registry|laboratory|detachment|patrol|group|cell|company|judiciary|court|chambers|board|battalion|regiment|army|navy|troop|platoon|kriminalamt|landeskriminalamt|gendarmes|sûreté|polizei|politi|tullinspektion|fiscalía|procuratorate|dpp|cid|fiu|branchs|bureaus|post|station|college|university)$/;
/** Heads that name an organisation only in a proper name. */
const COMMON =
  /^(?:prosecution|judiciary|chambers|tribunal|detectives|group|cell|company|force|team|patrol|command|section|service|services|guard|guards|army|court|board|office|customs|authority|centre|administration|department|forces|services|post|station|college|university|commission|committee|council)$/;

/** Before "service", what makes a body of it in small letters too. */
const SECRET = /^(?:intelligence|security|secret)$/;

/** Before the colon of a form: who uses it, and where. */
const LABEL = /^(?:user|users|operator|operators|applicant|buyer|purchaser|consignee|place|location|seat|agency|unit)$/;

/** Words of a body that heads a statement, at most. */
const HEADING = 14;

/** Marks the names of organisations, whatever their words mean elsewhere: "the State Security Service". */
export function markOrganisations(
  words: readonly Word[],
  names: (NameKind | undefined)[],
  has: HasConcept,
  capital: (i: number) => boolean,
  lexicon: Lexicon,
): void {
  const form = (i: number) => words[i]?.form ?? '';
  const isName = (i: number) => capital(i) && words[i]?.kind === 'word';
  for (let i = 0; i + 1 < words.length; i++)
    if (LABEL.test(form(i)) && form(i + 1) === ':')
      for (
        let k = i + 2;
        isName(k) || (k > i + 2 && /^(?:of|and|&|for|the|de|del|do|da)$/.test(form(k)) && isName(k + 1));
        k++
      )
        names[k] ??= 'organisation';
  const head = headEnd();
  for (let k = 0; k < head; k++) names[k] ??= 'organisation';
  for (let i = 0; i < words.length; i++) {
    if (!ORGANISATION.test(form(i)) || names[i]) continue;
    if (has(i, 'term-terror-person')) continue;
    // "Prosecution of terrorists": what is done to them.
    if (/^prosecution$/.test(form(i)) && form(i + 1) === 'of') continue;
    const proper = capital(i) || capital(i - 1);
    if (COMMON.test(form(i)) && !proper && !isSecretService(i)) continue;
    let a = i;
    for (;;) {
      const word = words[a - 1];
      if (a > 1 && /^(?:-|–)$/.test(form(a - 1)) && words[a - 2]?.kind === 'word' && words[a - 2]?.end === word?.start)
        a -= 2;
      else if (
        a > 1 &&
        /^(?:and|&|of|for)$/.test(form(a - 1)) &&
        isName(a - 2) &&
        capital(a) &&
        !has(a - 2, 'use-prevention', 'use-investigation')
      )
        a -= 2;
      else if (a > 0 && word?.kind === 'word' && isPart(a - 1, i - a)) a--;
      else break;
    }
    while (
      a < i &&
      (DETERMINERS.has(form(a)) || (a === 0 && has(a, 'use-prevention', 'use-investigation', 'use-step', 'use-near*')))
    )
      a++;
    let b = i + 1;
    for (;;) {
      if (isName(b)) b++;
      else if (
        /^(?:of|for|against|on|in|and|&|to)$/.test(form(b)) &&
        (isName(b + 1) || (DETERMINERS.has(form(b + 1)) && isName(b + 2)))
      ) {
        // "the Unit for Combating Corruption" is a name; "the Unit for Investigation" of something may not be.
        if (form(b) !== 'of' && !capital(b - 1)) break;
        if (/^(?:and|&|to|for)$/.test(form(b)) && has(b + 1, 'use-prevention', 'use-investigation', 'term-*')) break;
        b += isName(b + 1) ? 2 : 3;
      } else if (
        form(b) === 'of' &&
        b === i + 1 &&
        /^(?:ministry|department|directorate|office|bureau|authority)$/.test(form(i))
      ) {
        b += 2;
        while (words[b]?.kind === 'word' && b - i < 5 && has(b, 'broad', 'outside') && !isBoundary(b)) b++;
      } else break;
    }
    b = behindNumber(behindList(i, b));
    for (let k = a; k < b; k++) names[k] ??= 'organisation';
  }

  /** "the intelligence service"; not "prevention of terrorist acts and intelligence services". */
  function isSecretService(i: number): boolean {
    return (
      /^services?$/.test(form(i)) &&
      SECRET.test(form(i - 1)) &&
      (DETERMINERS.has(form(i - 2)) || /^(?:by|state|national|federal|foreign|domestic|military)$/.test(form(i - 2)))
    );
  }

  /** "organised crime and tax police unit, border guard: …": where a body ends that heads the statement before a colon; nought where none does. */
  function headEnd(): number {
    const colon = words.findIndex(({ form: each }) => each === ':');
    if (colon < 2 || colon > HEADING || !ORGANISATION.test(form(colon - 1))) return 0;
    if (!words.slice(0, colon).some(({ form: each }) => ORGANISATION.test(each) && !COMMON.test(each))) return 0;
    for (let i = 0; i < colon; i++) {
      const here = form(i);
      if (has(i, 'use-*', 'term-*', 'expression-*', 'status-*')) return 0;
      if (AUXILIARIES.has(here) || RELATIVES.has(here)) return 0;
      if (/^[.;(]$/.test(here) || (PREPOSITIONS.has(here) && here !== 'of')) return 0;
    }
    return colon;
  }

  /** "the Directorate of Public Order, Migration and Tobacco": what a body is for, to the last thing that it is named after. */
  function behindList(head: number, b: number): number {
    if (!/^(?:of|for)$/.test(form(head + 1)) || form(b) !== ',') return b;
    // "the Ministry of Women, Youth and Veterans", and not "the Ministry of Interior, Muslims and Christians included".
    const groups = ['status-*', 'expression-*', 'demonym', 'person'];
    const isOther = (i: number) => has(i, 'term-*') || (has(i, ...groups) && !has(head + 2, ...groups));
    let end = b;
    while (form(end) === ',' || (isName(end) && !form(end).endsWith('ing') && !isOther(end))) end++;
    return form(end) === 'and' && isName(end + 1) && form(end - 1) !== ',' && !form(end + 1).endsWith('ing')
      ? end + 2
      : b;
  }

  /** "Unit 7 (Organised Crime and National Security)": the unit's number, and what it is called in brackets. */
  function behindNumber(b: number): number {
    if (words[b]?.kind !== 'number' && !/^[A-Z]$/.test(words[b - 1]?.text ?? '')) return b;
    const opens = words[b]?.kind === 'number' ? b + 1 : b;
    if (form(opens) !== '(') return b;
    let closes = opens + 1;
    while ((isName(closes) && !form(closes).endsWith('ing')) || /^(?:and|&|,)$/.test(form(closes))) closes++;
    return form(closes) === ')' && closes > opens + 1 ? closes + 1 : b;
  }

  function isBoundary(i: number): boolean {
    const each = form(i);
    return PREPOSITIONS.has(each) || AUXILIARIES.has(each) || COORDINATORS.has(each) || RELATIVES.has(each);
  }

  /** A word before the head that belongs to the name; in small letters only what describes it. */
  function isPart(i: number, distance: number): boolean {
    if (isBoundary(i)) return false;
    // "Training customs officers": what is done to them, not the Training Command. A capital begins the statement.
    if (i === 0 && /.{2}ing$/.test(form(i)) && !capital(i + 1)) return false;
    if (capital(i) || (distance === 0 && isSecretService(i + 1))) return true;
    if (DETERMINERS.has(form(i)) || distance >= 3) return false;
    if (has(i, 'use-prevention', 'use-investigation', 'use-near*')) return false;
    // "from shooting police officers": the deed, not what the police is called.
    if (has(i, 'act-*') && form(i).endsWith('ing') && PREPOSITIONS.has(form(i - 1))) return false;
    const word = words[i];
    const classes = word && lexicon.classes(word);
    return (
      classes === undefined ||
      classes.has('adjective') ||
      has(i, 'broad', 'term-*', 'crime', 'act-*', 'offence', 'outside', 'organisation-head', 'use-*')
    );
  }
}
