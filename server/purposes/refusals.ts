import type { Form } from './words';

const FORBIDDING =
  /^(?:prohibited|forbidden|excluded|barred|banned|disallowed|impermissible|inadmissible|outlawed|precluded|refused|declined|rejected|renounced|forsworn|spared|untouched|exempt|exempted)$/;
/** Words that come between "is" and what it says: "are all strictly forbidden". */
const DEGREE =
  /^(?:all|also|both|hereby|strictly|expressly|explicitly|wholly|entirely|alike|likewise|always|therefore)$/;
/** What somebody is not: "no business of ours", "none of our concern", "no part of the purpose". */
const CONCERN =
  /^(?:business|concern|affair|affairs|interest|target|targets|quarry|part|purpose|purposes|object|objects|use)$/;
const BEING = /^(?:is|are|was|were|be|been|being|remains?|stands?|stays?)$/;

/** "leave journalists alone": where it ends; 0 where it does not begin here. */
export function endOfLeavingAlone(form: Form, i: number, to: number): number {
  if (!/^(?:leaves?|leaving)$/.test(form(i))) return 0;
  for (let k = i + 1; k < Math.min(to, i + 8); k++) {
    if (/^[,;:.]$/.test(form(k))) return 0;
    if (form(k) === 'alone' || (form(k) === 'peace' && form(k - 1) === 'in') || form(k) === 'untouched') return k;
  }
  return 0;
}

/** "are no business of ours", "is none of our concern", "concerns nobody here". */
export function isNoConcern(form: Form, i: number): boolean {
  if (/^(?:concerns?|interests?)$/.test(form(i - 1))) return true;
  if (!/^(?:no|none)$/.test(form(i)) || !(BEING.test(form(i - 1)) || /^(?:of|forms?)$/.test(form(i - 1)))) return false;
  for (let k = i + 1; k <= i + 4; k++) if (CONCERN.test(form(k))) return true;
  return false;
}

/** "to the exclusion of", "with the full exclusion of", which leave out; "the exclusion of" itself may be lifted. */
export function isWithExclusion(form: Form, i: number): boolean {
  return [1, 2, 3].some((k) => /^(?:to|with)$/.test(form(i - k)));
}

/** "rather than", "instead of", "as opposed to": what follows is not what is meant. */
export function isInsteadOf(form: Form, i: number): boolean {
  const next = form(i + 1);
  switch (form(i)) {
    case 'rather':
      return next === 'than';
    case 'instead':
      return next === 'of';
    case 'exclusion':
      return next === 'of' && isWithExclusion(form, i);
    case 'opposed':
      return next === 'to' && form(i - 1) === 'as';
    case 'distinct':
      return next === 'from' && form(i - 1) === 'as';
    default:
      return false;
  }
}

/** "… is strictly forbidden", "… is ruled out", "… will be left alone": where the words end that say so; `i` if they do not begin here. */
export function endOfRefusal(form: Form, i: number): number {
  const [here, next] = [form(i), form(i + 1)];
  if (here === 'ruled' && next === 'out') return i + 2;
  if (here === 'off' && (next === 'limits' || (next === '-' && form(i + 2) === 'limits'))) return i + 2;
  if (here === 'out' && next === 'of' && form(i + 2) === 'bounds') return i + 3;
  if (here === 'out' && next === 'of' && form(i + 2) === 'the' && form(i + 3) === 'question') return i + 4;
  if (here === 'left' && /^(?:alone|untouched|unmonitored|aside|out)$/.test(next)) return i + 2;
  if (here === 'left' && next === 'in' && form(i + 2) === 'peace') return i + 3;
  if (/^(?:unlawful|illegal)$/.test(here) && next === 'to' && BEING.test(form(i - 1))) return i + 2;
  if (here === 'excepted' && BEING.test(form(i - 1)) && next === 'from' && /^(?:all|any|every|use)$/.test(form(i + 2)))
    return i + 1;
  if (!FORBIDDING.test(here)) return i;
  // "a banned party" is a party; "parties are banned here" is an undertaking.
  let before = i - 1;
  while (DEGREE.test(form(before))) before--;
  const said =
    BEING.test(form(before)) &&
    !/^(?:can|could)$/.test(form(before - 1)) &&
    !/^(?:which|that|who|what|whose|where)$/.test(form(before - 1));
  const bare = /^(?:excluded|prohibited|forbidden)$/.test(here) && /^(?:[.,;)]|)$/.test(form(i + 1));
  return said || bare ? i + 1 : i;
}

/** "it would be untrue to say that …": where what is untrue begins; 0 where nothing is called so here. */
export function startOfUntruth(form: Form, i: number): number {
  if (!/^(?:untrue|false|wrong|mistaken|incorrect)$/.test(form(i)) || form(i + 1) !== 'to') return 0;
  const isSaid = /^(?:say|claim|suggest|think|assume|state|suppose|believe|conclude|write)$/.test(form(i + 2));
  return isSaid && form(i + 3) === 'that' ? i + 4 : 0;
}

/** "has given up …", "have ceased to …", said of no perpetrator: where what is no longer done begins; 0 where it does not. */
export function startOfGivenUp(form: Form, i: number): number {
  const to =
    form(i) === 'given' && form(i + 1) === 'up' ? i + 2 : /^(?:ceased|discontinued)$/.test(form(i)) ? i + 1 : 0;
  let before = i - 1;
  while (/^(?:now|since|long|also|already|wholly|entirely|completely|altogether)$/.test(form(before))) before--;
  return to > 0 && /^(?:has|have)$/.test(form(before)) && !/^(?:who|that|which)$/.test(form(before - 1)) ? to : 0;
}

/** What keeps something out: who gives that up, lets it in. */
const KEEPS_OUT =
  /^(?:ban|bans|prohibition|exemption|exemptions|exclusion|protection|opposition|restraint|exempt|spare|respect|protect|exclude)$/;

/** "has given up its ban on monitoring journalists": what begins there is done again. */
export function isLetIn(form: Form, from: number): boolean {
  for (let k = from; k < from + 4; k++) if (KEEPS_OUT.test(form(k))) return true;
  return false;
}

/** "Excluded:", "Prohibited uses:": where the list begins that is excluded; `i` where there is none. */
export function headOfExclusions(form: Form, i: number): number {
  if (!/^(?:excluded|prohibited|forbidden|banned|disallowed)$/.test(form(i))) return i;
  const colon = /^(?:uses?|purposes?|persons?|targets?|are|is)$/.test(form(i + 1)) ? i + 2 : i + 1;
  return form(colon) === ':' ? colon + 1 : i;
}
