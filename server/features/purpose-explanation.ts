import type { Evidence, Role } from '../purposes/evidence';
import type { PurposeReading } from '../purposes/reading';
import type { Listed, PurposeList, Regime } from '../regimes/types';
import { pathText } from '../syntax/path';

/** What one purpose was read as, and what stands in its way, for whoever asks why. */
export interface PurposeExplanation {
  /** Path of the purpose: `purposes[0]`. */
  readonly at: string;
  readonly verdict: 'inside' | 'outside' | 'not-checked';
  /** One line on the verdict. */
  readonly summary: string;
  /** What its words were read as, in their order. */
  readonly read: readonly { readonly words: string; readonly as: string; readonly listed?: Listed }[];
  /** What is wrong with it, each as its finding says it; hints are not among them. */
  readonly wrong: readonly string[];
}

const ROLES: Readonly<Record<Role, string>> = {
  use: 'a permitted use',
  'near-use': 'another word for a permitted use',
  term: 'a defined term',
  act: 'a listed act',
  aim: 'an aim of the regime',
  offence: 'an offence',
  class: 'a class of offences',
  sentence: 'a sentence of imprisonment',
  provision: 'a provision of the law',
  undertaking: 'an undertaking not to do something, which is no purpose',
};

/** Explains how a purpose was judged under its regime. */
export function explainPurpose({ purpose, defects, evidence }: PurposeReading, regime: Regime): PurposeExplanation {
  const wrong = defects.filter(({ hint }) => hint !== true);
  const judged = !wrong.some(({ rule }) => rule === 'purpose-not-assessed');
  const verdict = wrong.length === 0 ? 'inside' : judged ? 'outside' : 'not-checked';
  const summary = {
    inside: `Inside the list of ${regime.title}: all of it was recognised.`,
    outside: `Not inside the list of ${regime.title} as it stands.`,
    'not-checked': 'Not checked: it could not be read.',
  }[verdict];
  return {
    at: pathText(purpose.at),
    verdict,
    summary,
    read: evidence.map((each) => {
      const listed = regime.purposes && listedOf(each, regime.purposes);
      const as = `${ROLES[each.role]}${each.id === undefined ? '' : `, ${each.id}`}`;
      return { words: each.words, as, ...(listed && { listed }) };
    }),
    wrong: wrong.map(({ message }) => message),
  };
}

/** The entry of the regime's list that words were read as. */
function listedOf({ role, id }: Evidence, { uses, objects }: PurposeList): Listed | undefined {
  const lists: Partial<Record<Role, readonly Listed[]>> = {
    use: uses,
    'near-use': uses,
    term: objects,
    act: objects.flatMap(({ acts }) => acts ?? []),
    aim: objects.flatMap(({ aims }) => aims ?? []),
  };
  return lists[role]?.find((listed) => listed.id === id);
}
