import type { Stretch } from './layout';
import type { Form } from './words';

/** Words that take a negation back when it stands before them: "is not excluded", "no one will be spared", "not unthinkable". */
const UNDOING =
  /^(?:excluded|excludes?|excluding|precluded?|prohibited|forbidden|barred|banned|exempt|exempted|immune|spared?|escapes?|escaped|refrains?|abstains?|desist|hesitates?|unthinkable|inconceivable|unlikely|unwatched|unmonitored|unpunished|unchecked|unseen|unread|unheard|unnoticed|unanswered|untouched|unaffected|excepted|forbids?|prohibits?|bars|fail|objects?|objected|objection|objections)$/;
/** What is not given, and so nothing is undertaken: "no promise can be made that …", "we cannot guarantee". */
const UNPROMISED =
  /^(?:promise|promises|undertaking|undertakings|guarantee|guarantees|assurance|assurances|commitment|obligation|restriction|restrictions|limit|limits|limitation|limitations|strings|bar|end)$/;
/** What is not done to somebody or something, before a negation: "excludes nobody", "refused to exclude". */
const EXCLUDING =
  /^(?:excludes?|excluded|excluding|spares?|spared|exempts?|overlooks?|overlook|omits?|omitted|misses|miss|forgets?)$/;
const FAILING = /^(?:refused?|refuses|omitted|omits|failed|fails|declined|declines|neglected|forgot|without|instead)$/;
const NEGATOR = /^(?:not|never|neither|nor|no|nobody|none|nothing|cannot|without|seldom|hardly)$/;
const END = /^[.;:]$/;
/** How far a word that takes a negation back stands from it. */
const REACH = 12;

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
    if (/^(?:without|excluding|barring|irrespective|regardless)$/.test(form(at))) return false;
    if (EXCLUDING.test(form(at - 1)) || (form(at - 1) === ':' && EXCLUDING.test(form(at - 2)))) return true;
    if (UNPROMISED.test(form(at + 1)) || this.#isUnsaid()) return true;
    let leaves = false;
    for (let k = at + 1; k < Math.min(this.#item.to, at + REACH); k++) {
      if (END.test(form(k)) || /^(?:but|unless|except|save|who|which|that|whom)$/.test(form(k))) return false;
      if (/^(?:objects?|objected|objections?)$/.test(form(k)))
        return /^(?:objected|objections?)$/.test(form(k)) && !/^(?:of|an|the|its|their)$/.test(form(k - 1));
      if (UNDOING.test(form(k)) || (form(k) === 'ruled' && form(k + 1) === 'out') || this.#rulesOut(k)) return true;
      if (/^(?:prevents?|stops?|limits?|hinders?)$/.test(form(k)) && form(at) === 'nothing') return true;
      leaves ||= /^(?:leaves?|left|leaving)$/.test(form(k));
      if (leaves && /^(?:alone|peace)$/.test(form(k))) return true;
      if (/^(?:apply|applies)$/.test(form(k))) return this.#isOfBan();
    }
    return false;
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
    let promised = false;
    for (let k = that - 1; k >= from && !END.test(form(k)); k--) {
      if (/^(?:wrong|untrue|false|mistaken|incorrect|impossible)$/.test(form(k))) return true;
      promised ||= UNPROMISED.test(form(k)) || /^(?:say|certify|confirm|assure)$/.test(form(k));
      if (promised && NEGATOR.test(form(k))) return true;
    }
    return false;
  }

  /** "The prohibition does not apply": what is taken back is an undertaking. */
  #isOfBan(): boolean {
    for (let k = this.#at - 1; k >= this.#item.from && !END.test(this.#form(k)); k--)
      if (/^(?:prohibition|ban|exclusion|undertaking|protection|exemption)$/.test(this.#form(k))) return true;
    return false;
  }

  #rulesOut(k: number): boolean {
    return this.#form(k) === 'rule' && this.#form(k + 1) === 'out';
  }
}
