import type { PartedPurpose, TextField } from '../certificate/model';
import type { Listed, PurposeObject, Regime } from '../regimes/types';
import { gap, given, own } from './words';
import type { Line, Words } from './paper';

/** A purpose by its parts as a sentence, each part with the place it is from; then its statement, where it has one. */
export function purposeLines(purpose: PartedPurpose, regime: Regime | undefined): readonly Line[] {
  const list = regime?.purposes;
  const object = list?.objects.find(({ id }) => id === purpose.against?.text);
  const uses = purpose.uses.length > 0 ? listed(purpose.uses, list?.uses ?? [], 'and') : [gap('use')];
  const against = purpose.against ? given(purpose.against, object?.term) : gap('what it is directed against');
  const sentence: Words[] = [...capitalised(uses), own(' of '), against];
  sentence.push(...actsOf(purpose, object), ...offenceOf(purpose), own('.'));
  return purpose.statement ? [sentence, [given(purpose.statement)]] : [sentence];
}

function actsOf({ acts, aims }: PartedPurpose, object: PurposeObject | undefined): readonly Words[] {
  const words: Words[] = [];
  if (acts.length > 0) words.push(own(': '), ...listed(acts, object?.acts ?? [], 'and'));
  if (aims.length > 0) words.push(own(', committed with the aim of '), ...listed(aims, object?.aims ?? [], 'or'));
  return words;
}

function offenceOf({ offence, provision, maximum }: PartedPurpose): readonly Words[] {
  const words: Words[] = offence ? [own(': '), given(offence)] : [];
  const notes: Words[] = [];
  if (provision) notes.push(given(provision));
  if (maximum) {
    if (notes.length > 0) notes.push(own('; '));
    notes.push(own('maximum sentence: '), given(maximum));
  }
  return notes.length > 0 ? [...words, own(' ('), ...notes, own(')')] : words;
}

/** "a, b and c": each id in the regime's words, or as written where the regime does not list it. */
function listed(fields: readonly TextField[], entries: readonly Listed[], last: string): readonly Words[] {
  return fields.flatMap((field, i) => {
    const words = given(field, entries.find(({ id }) => id === field.text)?.words);
    if (i === 0) return [words];
    return [own(i === fields.length - 1 ? ` ${last} ` : ', '), words];
  });
}

function capitalised([first, ...rest]: readonly Words[]): readonly Words[] {
  return first ? [{ ...first, text: first.text.charAt(0).toUpperCase() + first.text.slice(1) }, ...rest] : [];
}
