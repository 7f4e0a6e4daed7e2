import { cite, type PurposeList, type Regime, type SourceKeys } from '../regimes/types';
import { orList } from './or-list';
import type { PurposeRule } from './purpose-rule';
import type { StatementFlaw } from './reader';

/** What to tell the signatory of words that break a rule: what is wrong, why, and what to do. */
export function wordingOf(
  { rule, lacks }: StatementFlaw,
  words: string,
  list: PurposeList,
  regime: Regime,
): { readonly message: string; readonly source: SourceKeys } {
  const threshold = list.objects.find((object) => object.threshold)?.threshold;
  const aims = list.objects.find((object) => object.aims);
  const source = rule === 'purpose-below-threshold' && threshold ? threshold.source : list.source;
  const because = `(${cite(regime, source)})`;
  const said = `"${shorten(words)}"`;
  const years = threshold === undefined ? 'the threshold' : `${String(threshold.years)} years`;
  const terms = orList(list.objects.map(({ id, term, source: of }) => ({ id, words: term, source: of })));
  const uses = orList(list.uses);
  const byRule: Readonly<Record<PurposeRule, () => string>> = {
    'purpose-expression': () =>
      `${said} is aimed at opinion, criticism or those who voice it. Expressing an opinion or criticism is neither a terrorist act nor a serious crime ${because}. Take it out.`,
    'purpose-discriminatory': () =>
      `${said} aims at persons because of who they are. The system may not be used in a discriminatory way ${because}. Name the act, not the group, or take it out.`,
    'purpose-below-threshold': () =>
      `${said} does not reach the ${years} of imprisonment from which a crime is a serious one ${because}. State the maximum under the national law if it is higher, or take the offence out.`,
    'purpose-use': () =>
      `${said} is another use than ${uses}; no other is permitted ${because}. Declare one of these, or take it out.`,
    'purpose-incomplete': () => incomplete(),
    'purpose-too-broad': () =>
      `${said} is wider than the list. Permitted are ${terms} as the certificate defines them ${because}. Name the acts or offences that are meant.`,
    'purpose-open-ended': () =>
      `${said} leaves the list of purposes open. The list is closed ${because}. Take it out, or name each purpose.`,
    'purpose-outside-list': () =>
      `${said} is not recognised as a purpose on the list: ${list.words.replace(/\.$/, '')} ${because}. Take it out, or declare the purpose in the regime's words.`,
    'purpose-not-assessed': () =>
      `This was not checked: it is not a statement in English that can be read. The regime's list is in English ${because}. State the purpose in English, or by its parts.`,
  };
  return { message: byRule[rule](), source };

  function incomplete(): string {
    const aim = aims?.aims ? `one of the regime's aims: ${orList(aims.aims)}` : 'its aim';
    switch (lacks) {
      case 'sentence':
        return `The longest imprisonment for ${said} is not stated. A crime is a serious one from ${years} ${because}. Add the provision and the maximum, for instance "(Criminal Code, section …, up to … years)".`;
      case 'qualifier':
        return `${said} is on the list only where it is likely to endanger human life or, for destruction, to result in major economic loss ${because}. Add that, if it is so, or take it out.`;
      case 'sentence-or-aim':
        return `${said} is a terrorist act only with ${aim} ${because}. Add the aim; or state the provision and a maximum of ${years} or more.`;
      default:
        return `${said} is not complete: an act needs ${aim}; an offence its provision and a maximum of ${years} or more ${because}. Add what is missing.`;
    }
  }
}

function shorten(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim();
  return line.length <= 80 ? line : `${line.slice(0, 77)}…`;
}
