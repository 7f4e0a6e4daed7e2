import type { Form } from './words';

/** The words by which a ground makes no difference, and those that do so behind "of". */
const BEGINS = /^(?:of|whatever|whichever|whether)$/;
const ANY = /^(?:any|every|whatever|whichever|all)$/;
/** Whose ground makes no difference. */
const PERSON =
  /^(?:terrorists?|suspects?|persons?|people|individuals?|offenders?|perpetrators?|anybody|anyone|somebody|culprits?|criminals?|gunmen|bombers?|killers?|attackers?|victims?|fugitives|members|separatists?|extremists?|fanatics?|inhabitants|residents|citizens|men|cells?|groups?|gangs?)$/;
/** Grounds that name no persons: "of any creed", and not "of all women" or "of any church". */
const GROUND =
  /^(?:races?|colours?|sex(?:es)?|genders?|religions?|faiths?|creeds?|beliefs?|denominations?|confessions?|nationalit(?:y|ies)|nations?|origins?|descent|ethnicit(?:y|ies)|castes?|ages?|orientations?|opinions?|languages?|tribes?|clans?)$/;
/** Words of a clause that says so, at most. */
const LONGEST = 9;

/** True for a word with which it may be said that a ground makes no difference. */
export function beginsNoDifference(form: string): boolean {
  return BEGINS.test(form);
}

/**
 * "Terrorists of any creed", "whatever the suspect's faith", "whether born abroad or not": where the words end that say of a ground
 * that it makes no difference; `i` where they do not. `isGround` tells grounds with the persons who have them.
 */
export function endOfNoDifference(form: Form, i: number, to: number, isGround: (i: number) => boolean): number {
  switch (form(i)) {
    case 'of':
      // "Monitoring of all religions" is what is done.
      return ANY.test(form(i + 1)) && GROUND.test(form(i + 2)) && PERSON.test(form(i - 1))
        ? endOfList(form, i + 2, to)
        : i;
    case 'whether':
      return endOfWhether(form, i, to, isGround);
    default:
      return endOfWhatever(form, i, to);
  }
}

/** Between commas: "to find out whether he is a believer or not" is what is asked for. */
function endOfWhether(form: Form, i: number, to: number, isGround: (i: number) => boolean): number {
  if (!/^(?:|[,;:(.])$/.test(form(i - 1))) return i;
  let end = i + 1;
  while (isGoingOn(form, i, end, to) && !(form(end) === 'not' && form(end - 1) === 'or')) end++;
  return form(end) === 'not' && isAny(i, end, isGround) ? end + 1 : i;
}

/** "Whatever their faith", to the end of the clause; "whatever Muslims write" is what is asked for. */
function endOfWhatever(form: Form, i: number, to: number): number {
  if (!GROUND.test(form(i + 1)) && !/^(?:the|their|his|her|its|an?|party)$/.test(form(i + 1))) return i;
  let end = i + 1;
  while (isGoingOn(form, i, end, to)) end++;
  const isEnded = /^(?:[,;:.()]|)$/.test(form(end)) || end === to;
  return isEnded && isAny(i, end, (k) => /^(?:party|passport)$/.test(form(k)) || GROUND.test(form(k))) ? end : i;
}

function isGoingOn(form: Form, from: number, i: number, to: number): boolean {
  return i < to && i < from + LONGEST && !/^[,;:.()]$/.test(form(i));
}

function isAny(from: number, to: number, is: (i: number) => boolean): boolean {
  for (let k = from; k < to; k++) if (is(k)) return true;
  return false;
}

/** No farther than the grounds: "persons of any religion, Muslims and Jews". */
function endOfList(form: Form, i: number, to: number): number {
  const isNamed = (k: number) => GROUND.test(form(k)) || (/^(?:or|and)$/.test(form(k)) && GROUND.test(form(k + 1)));
  let end = i + 1;
  while (end < to && (/^(?:,|or|and)$/.test(form(end)) ? isNamed(end + 1) : isNamed(end))) end++;
  return end;
}
