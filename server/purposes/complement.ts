import { DETERMINERS } from './lexicon';
import type { Stretch } from './layout';
import type { Picture } from './picture';

/** Between what excepts and the term that is excepted. */
const BETWEEN =
  /^(?:against|from|for|of|suspected|accused|convicted|guilty|involved|connected|with|in|preventing|prevention|investigating|investigation|being|be|actual|known)$/;
const ALL = /^(?:everyone|everybody|anyone|anybody|persons|people|those|citizens|individuals|others)$/;
const NONE = /^(?:no|not|none|nothing|nobody|never|neither|nor|only|without|cannot)$/;
/** Persons of a family or a circle, who are no terrorists for being of it. */
const KIN =
  /^(?:families|relatives|kin|children|sons|daughters|wives|husbands|spouses|mothers|fathers|parents|brothers|sisters|friends|neighbou?rs|colleagues|employers|visitors|lawyers|defenders|teachers|widows|cousins)$/;

/**
 * What the term of the list names only to leave it out ("all persons except terrorists", "persons who are not terrorists", "less
 * serious crimes"), or only to say whose family or friends are meant ("relatives of terrorists"). The list has neither. In words,
 * end exclusive; undefined where there is none.
 */
export function complementOf({ words, hits, mentions, has }: Picture): Stretch | undefined {
  const form = (i: number) => words[i]?.form ?? '';
  // What is denied elsewhere may turn it all: "nobody, be he a minister, may …", "not the lawyers of terrorists".
  if (words.some(({ form: each }) => NONE.test(each) && each !== 'not' && each !== 'only')) return undefined;
  // The family may be the victims of an act.
  const isOfAct = mentions.some(({ kind }) => kind === 'act' || kind === 'offence');
  for (const { concept, from, to } of hits) {
    if (!concept.startsWith('term-')) continue;
    let i = from - 1;
    while (DETERMINERS.has(form(i)) || BETWEEN.test(form(i))) i--;
    const excepted =
      exceptedFrom(i) ?? (/^(?:less|almost|nearly|non)$/.test(form(from - 1)) ? from - 1 : undefined) ?? deniedFrom(i);
    if (excepted !== undefined) return { from: excepted, to };
    if (isOfAct || concept !== 'term-terror-person') continue;
    const kin =
      form(from - 1) === 'of' ? from - 2 : DETERMINERS.has(form(from - 1)) && form(from - 2) === 'of' ? from - 3 : to;
    if (
      form(0) !== 'not' &&
      form(kin - 2) !== 'through' &&
      KIN.test(form(kin)) &&
      (kin < from || /['’]s?$/.test(words[to - 1]?.text ?? ''))
    )
      return { from: kin, to: kin + 1 };
  }
  return undefined;

  /** "everyone except", "all persons other than", "anything apart from", "everything but" */
  function exceptedFrom(i: number): number | undefined {
    const here = form(i);
    const start = /^(?:except|excepting|besides|save|but)$/.test(here)
      ? i - 1
      : here === 'than' && form(i - 1) === 'other'
        ? i - 2
        : here === 'apart' || here === 'aside'
          ? i - 1
          : undefined;
    if (start === undefined) return undefined;
    const before = [0, 1, 2, 3].map((k) => start - k).filter((k) => k >= 0);
    if (before.concat(start - 4, start - 5).some((k) => NONE.test(form(k)))) return undefined;
    return before.find((k) => ALL.test(form(k)));
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
