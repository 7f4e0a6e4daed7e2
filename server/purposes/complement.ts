import { DETERMINERS } from './lexicon';
import type { Stretch } from './layout';
import type { Picture } from './picture';

/** Between what excepts and the term that is excepted. */
const BETWEEN =
  /^(?:against|from|for|of|suspected|accused|convicted|guilty|involved|connected|with|in|preventing|prevention|investigating|investigation|being|be|actual|known)$/;
const ALL = /^(?:everyone|everybody|anyone|anybody|persons|people|those|citizens|individuals|others)$/;
/** Words that deny something of the whole; and those that deny it of what is named. */
const DENIES = /^(?:no|none|nothing|nobody|never|neither|nor|without|cannot)$/;
const LIMITS = /^(?:not|only)$/;
/** Persons of a family or a circle, who are no terrorists for being of it. */
const KIN =
  /^(?:families|relatives|kin|children|sons|daughters|wives|husbands|spouses|mothers|fathers|parents|brothers|sisters|friends|neighbou?rs|colleagues|employers|visitors|lawyers|defenders|teachers|widows|cousins|aunts|uncles|nieces|nephews|grandparents|landlords|landladies|biographers|admirers|heirs|classmates)$/;

/**
 * What the term of the list names only to leave it out ("all persons except terrorists", "persons who are not terrorists", "less
 * serious crimes"), or only to say whose family or friends are meant ("relatives of terrorists"). The list has neither. In words,
 * end exclusive; undefined where there is none.
 */
export function complementOf({ words, hits, mentions, has }: Picture): Stretch | undefined {
  const form = (i: number) => words[i]?.form ?? '';
  // What is denied elsewhere may turn it all: "nobody, be he a minister, may …", "not the lawyers of terrorists".
  if (words.some(({ form: each }) => DENIES.test(each))) return undefined;
  // The family may be the victims of an act.
  const isOfAct = mentions.some(({ kind }) => kind === 'act' || kind === 'offence');
  for (const { concept, from, to } of hits) {
    if (!concept.startsWith('term-')) continue;
    let i = from - 1;
    while (DETERMINERS.has(form(i)) || BETWEEN.test(form(i))) i--;
    const excepted = exceptedFrom(i) ?? lessened(from - 1) ?? deniedFrom(i);
    if (excepted !== undefined) return { from: excepted, to };
    if (isOfAct || concept !== 'term-terror-person') continue;
    const kin = kinOf({ from, to });
    if (kin !== undefined && form(0) !== 'not' && form(kin - 2) !== 'through') return { from: kin, to: kin + 1 };
  }
  return undefined;

  /** "everyone except", "all persons other than", "citizens apart from" */
  function exceptedFrom(i: number): number | undefined {
    const isOtherThan = form(i) === 'than' && form(i - 1) === 'other';
    if (!isOtherThan && !/^(?:except|excepting|besides|save|but|apart|aside)$/.test(form(i))) return undefined;
    const start = isOtherThan ? i - 2 : i - 1;
    if ([0, 1, 2, 3, 4, 5].some((k) => LIMITS.test(form(start - k)))) return undefined;
    return [0, 1, 2, 3].map((k) => start - k).find((k) => ALL.test(form(k)));
  }

  /** "less serious crimes" */
  function lessened(i: number): number | undefined {
    return /^(?:less|almost|nearly|non)$/.test(form(i)) ? i : undefined;
  }

  /** "families of terrorists", "the wives of the terrorists", "terrorists' wives" */
  function kinOf({ from, to }: Stretch): number | undefined {
    const of = DETERMINERS.has(form(from - 1)) ? from - 2 : from - 1;
    if (form(of) === 'of') return KIN.test(form(of - 1)) ? of - 1 : undefined;
    return KIN.test(form(to)) && /['’]s?$/.test(words[to - 1]?.text ?? '') ? to : undefined;
  }

  /** "persons who are not", "those not suspected of", "persons acquitted of" */
  function deniedFrom(i: number): number | undefined {
    const here = form(i);
    if (/^(?:acquitted|cleared|innocent)$/.test(here)) return i;
    if (here !== 'not') return undefined;
    const start = /^(?:are|is|were|was|be)$/.test(form(i - 1)) ? i - 2 : i - 1;
    const who = /^(?:who|that|which)$/.test(form(start)) ? start - 1 : start;
    const isSaid = who < start || /^(?:persons|people|those|citizens)$/.test(form(who));
    return isSaid && !has(who, 'system') ? who : undefined;
  }
}
