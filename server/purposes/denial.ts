import type { Stretch } from './layout';
import type { Form } from './words';

/** Words that take a negation back when it stands before them: "is not excluded", "no one will be spared", "not unthinkable". */
const UNDOING =
  /^(?:excluded|excludes?|excluding|precluded?|prohibited|forbidden|barred|banned|exempt|exempted|immune|spared?|escapes?|escaped|refrains?|abstains?|desist|hesitates?|unthinkable|inconceivable|unlikely|unwatched|unmonitored|unpunished|unchecked|unseen|unread|unheard|unnoticed|unanswered|untouched|unaffected|excepted|forbids?|prohibits?|bars|fail|objects?|objected|objection|objections)$/;
/** The same right behind the negation alone: "will not neglect to", "does not decline to". */
const UNDOING_NEAR = /^(?:shrinks?|neglects?|omits?|declines?|refuses?|ceases?|fails?)$/;
/** The same behind "has" or "was": "has not given up", "were not refused". */
const UNDOING_DONE = /^(?:neglected|omitted|refused|declined|ceased|discontinued|abandoned|relinquished)$/;
/** The same in two words: "nobody is let off", "are not ruled out". */
const UNDOING_BEHIND: Readonly<Record<string, RegExp>> = {
  left: /^(?:off|out)$/,
  leave: /^(?:off|out)$/,
  let: /^(?:off)$/,
  given: /^(?:up)$/,
  ruled: /^(?:out)$/,
  rule: /^(?:out)$/,
};
/** The same behind "is": "no one is out of our reach", "does not lie outside the purpose", "it is not unlawful to". */
const AWAY = /^(?:out|beyond|outside|safe|impermissible|inadmissible|unlawful|illegal|wrong|amiss|improper)$/;
/** Where something else begins to be said: what is denied there denies nothing of this. */
const CLAUSE =
  /^(?:but|unless|except|save|who|which|that|whom|whose|because|since|where|when|once|after|before|if|though|although|while|as)$/;
const IS = /^(?:is|are|was|were|be|been|lies?|stands?|falls?|remains?|stays?)$/;
/** Before "from": what somebody is not kept from. */
const KEPT =
  /^(?:prevent|prevents|prevented|hinder|hinders|hindered|keeps?|kept|stop|stops|stopped|restrains?|restrained|debarred|disables?|estop(?:s|ped)?)$/;
/** What is not given, and so nothing is undertaken: "no promise can be made that …", "we cannot guarantee". */
const UNPROMISED =
  /^(?:promise|promises|undertaking|undertakings|undertake|undertakes|guarantee|guarantees|warrant|warrants|warranty|warranties|pledge|pledges|assurance|assurances|commitment|obligation|restriction|restrictions|limit|limits|limitation|limitations|strings|bar|end)$/;
/** What is not done to somebody or something, before a negation: "excludes nobody", "declines no request". */
const EXCLUDING =
  /^(?:excludes?|excluded|excluding|spares?|spared|exempts?|overlooks?|overlook|omits?|omitted|misses|miss|forgets?|declines?|decline|refuses?|refuse|rejects?)$/;
const FAILING = /^(?:refused?|refuses|omitted|omits|failed|fails|declined|declines|neglected|forgot|without|instead)$/;
const NEGATOR = /^(?:not|never|neither|nor|no|nobody|none|nothing|cannot|without|seldom|hardly)$/;
const END = /^[.;:]$/;
/** How far a word that takes a negation back stands from it. */
const REACH = 12;

/** True for a word by which a negation before it is taken back, or by which somebody is kept out. */
export function isUndoing(form: Form, i: number): boolean {
  return UNDOING.test(form(i)) || UNDOING_BEHIND[form(i)]?.test(form(i + 1)) === true;
}

/** A negation or a refusal in its clause: whether another one takes it back. */
export class Denial {
  readonly #form: Form;
  readonly #item: Stretch;
  readonly #at: number;

  /** `at`: the word that negates or refuses. */
  constructor(form: Form, item: Stretch, at: number) {
    this.#form = form;
    this.#item = item;
    this.#at = at;
  }

  /** "It is not excluded that …", "No promise is made", "excludes nobody": the negation undertakes nothing. */
  isUndone(): boolean {
    const form = this.#form;
    const at = this.#at;
    // "Not without recording", "not excluding".
    if (/^(?:without|excluding|barring|irrespective|regardless)$/.test(form(at)))
      return form(at - 1) === 'not' && form(at) !== 'irrespective' && form(at) !== 'regardless';
    // "We can no longer promise never to trace": a promise that is not given.
    if (form(at) !== 'nor' && UNPROMISED.test(form(at - 1)) && [2, 3, 4].some((k) => NEGATOR.test(form(at - k))))
      return true;
    if (EXCLUDING.test(form(at - 1)) || (form(at - 1) === ':' && EXCLUDING.test(form(at - 2)))) return true;
    const next = form(at + 1) === 'longer' ? at + 2 : at + 1;
    if (next > at + 1 && /^(?:restricted|limited|confined|reserved)$/.test(form(next))) return true;
    if (this.#isPromise(next) || this.#isUnsaid()) return true;
    for (let k = at + 1; k < Math.min(this.#item.to, at + REACH); k++) {
      if (END.test(form(k)) || CLAUSE.test(form(k)) || this.#isSecond(k)) return false;
      if (/^(?:objects?|objected|objections?)$/.test(form(k)))
        return /^(?:objected|objections?)$/.test(form(k)) && !/^(?:of|an|the|its|their)$/.test(form(k - 1));
      if (isUndoing(form, k) || this.#isUndoneBy(k)) return true;
      if (/^(?:apply|applies)$/.test(form(k))) return this.#isOfBan();
    }
    return false;
  }

  /** "is not foreseen, and is prohibited", "is not done, as it is forbidden": a second thing is said, which denies the same again. */
  #isSecond(k: number): boolean {
    const next = this.#form(k + 1);
    return /^(?:and|,)$/.test(this.#form(k)) && (IS.test(next) || /^(?:it|this|they|their|even|these|we)$/.test(next));
  }

  /** The word at `k` takes the negation back where it stands as it does. */
  #isUndoneBy(k: number): boolean {
    const form = this.#form;
    const at = this.#at;
    const here = form(k);
    if (UNDOING_NEAR.test(here)) return k <= at + 2;
    if (UNDOING_DONE.test(here)) return k <= at + 3 && (k === at + 1 || /^(?:been|being)$/.test(form(k - 1)));
    if (AWAY.test(here)) return IS.test(form(form(k - 1) === 'not' ? k - 2 : k - 1));
    if (/^(?:alone|peace)$/.test(here)) return this.#isLeft(k);
    const isNothing = /^(?:nothing|none|nobody|neither|nor)$/.test(form(at));
    if (/^(?:limits?|prevents?|stops?|hinders?)$/.test(here) && /^(?:nothing|none)$/.test(form(at))) return true;
    // "Nothing stops us from", "is not prevented by anything from"; not "is not used to keep voters from the polls".
    const isKept = isNothing || IS.test(form(k - 1)) || IS.test(form(k - 2));
    return KEPT.test(here) && isKept && this.#isBefore('from', k);
  }

  /** "No lawyer is left alone." */
  #isLeft(to: number): boolean {
    for (let k = this.#at + 1; k < to; k++) if (/^(?:leaves?|left|leaving)$/.test(this.#form(k))) return true;
    return false;
  }

  /** "promise" and its like; of what is also done, as "undertake surveillance", only with what is promised behind it. */
  #isPromise(i: number): boolean {
    const form = this.#form;
    if (!UNPROMISED.test(form(i))) return false;
    return !/^(?:undertakes?|warrants?|pledge)$/.test(form(i)) || /^(?:to|that|not|never)$/.test(form(i + 1));
  }

  /** "in order that the Government may not be forced": what somebody means to bring about, and no undertaking. */
  isWished(): boolean {
    const form = this.#form;
    // "so that it is not used against journalists": an undertaking all the same.
    for (let k = this.#at + 1; k <= this.#at + 3; k++)
      if (/^(?:used?|turned|employed|applied|directed|extended|deployed|aimed|monitor|watch)$/.test(form(k)))
        return false;
    for (let k = this.#at - 1; k > Math.max(this.#item.from, this.#at - REACH); k--) {
      if (/^[.;:,]$/.test(form(k))) return false;
      if (form(k) === 'that' && /^(?:so|order|it|sure|ensure|ensuring|check|checking|certain)$/.test(form(k - 1)))
        return true;
    }
    return false;
  }

  /** "is not excluded", "refused to exclude", "nothing is ruled out": the refusal refuses nothing. */
  isDenied(): boolean {
    const form = this.#form;
    for (let k = this.#at - 1; k >= Math.max(this.#item.from, this.#at - REACH); k--) {
      if (form(k) === 'that') return this.#isUnsaid();
      // "We do not monitor journalists, it is out of the question": the same twice.
      if (form(k) === ',' && /^(?:it|this|that|these|they|which)$/.test(form(k + 1))) return false;
      if (END.test(form(k)) || /^(?:but|and|which|who)$/.test(form(k))) return false;
      if (NEGATOR.test(form(k)) || FAILING.test(form(k))) return true;
    }
    return false;
  }

  /** "We cannot promise that we will not …", "it would be wrong to say that …": what is denied before "that" denies what follows. */
  #isUnsaid(): boolean {
    const form = this.#form;
    const from = Math.max(this.#item.from, this.#at - REACH);
    let that = this.#at - 1;
    while (that > from && form(that) !== 'that' && !END.test(form(that))) that--;
    if (form(that) !== 'that') return false;
    let promised = -1;
    for (let k = that - 1; k >= from && !END.test(form(k)); k--) {
      if (/^(?:wrong|untrue|false|mistaken|incorrect|impossible)$/.test(form(k))) return true;
      if (UNPROMISED.test(form(k)) || /^(?:say|certify|confirm|assure)$/.test(form(k))) promised = k;
      if (promised - k < 5 && promised > k && NEGATOR.test(form(k))) return true;
    }
    return false;
  }

  /** "The prohibition does not apply": what is taken back is an undertaking. */
  #isOfBan(): boolean {
    for (let k = this.#at - 1; k >= this.#item.from && !END.test(this.#form(k)); k--)
      if (/^(?:prohibition|ban|exclusion|undertaking|protection|exemption)$/.test(this.#form(k))) return true;
    return false;
  }

  /** A word stands behind another in the same clause. */
  #isBefore(word: string, at: number): boolean {
    for (let k = at + 1; k < Math.min(this.#item.to, at + REACH) && !/^[.;:,]$/.test(this.#form(k)); k++)
      if (this.#form(k) === word) return true;
    return false;
  }
}
