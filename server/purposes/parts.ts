import { readTerm } from '../certificate/fields/term';
import type { PartedPurpose } from '../certificate/model';
import { cite, type PurposeList, type PurposeObject, type Regime } from '../regimes/types';
import { entryOf } from '../syntax/nodes';
import { nearest } from '../text/near';
import { touches } from '../text/span';
import { upperEnd } from './hints';
import { orList } from './or-list';
import type { PurposeDefect } from './reading';
import type { StatedReading } from './statement';

/**
 * Judges a purpose that is given by its parts. Ids outside their lists are left to the field rules. `stated`: how the
 * statement beside the parts was read.
 */
export function readParts(
  purpose: PartedPurpose,
  list: PurposeList,
  regime: Regime,
  stated?: StatedReading,
): readonly PurposeDefect[] {
  const defects: PurposeDefect[] = [];
  for (const use of purpose.uses) {
    if (list.uses.some(({ id }) => id === use.text)) continue;
    // A slip of the keyboard is a field outside its list; another use altogether is a use outside the regime's.
    if (
      nearest(
        use.text,
        list.uses.map(({ id }) => id),
      ) !== undefined
    )
      continue;
    defects.push({
      rule: 'purpose-use',
      span: use.span,
      message: `"${use.text}" is not a permitted use. The regime permits ${orList(list.uses)} only (${cite(regime, list.source)}). Declare one of these, or take the purpose out.`,
      source: list.source,
    });
  }
  const object = list.objects.find(({ id }) => id === purpose.against?.text);
  if (object) {
    const maximum = sentenceDefect(purpose, object, list, regime, defects);
    if (!maximum) elementDefect(purpose, object, regime, defects);
  }
  defects.push(...(stated?.defects ?? []).filter((defect) => !isLeftToParts(purpose, object, defect, stated)));
  return defects;
}

/** True where the parts say what the statement leaves open: it need not be complete in itself. Another offence than theirs it must be. */
function isLeftToParts(
  { offence }: PartedPurpose,
  object: PurposeObject | undefined,
  { rule, within }: PurposeDefect,
  stated: StatedReading | undefined,
): boolean {
  if (rule !== 'purpose-incomplete') return false;
  const read = stated?.reading?.evidence.filter(({ span }) => within && touches(span, within)) ?? [];
  const isOffence = read.some(({ role }) => role === 'offence') && !read.some(({ role }) => role === 'act');
  if (!isOffence || !object) return true;
  const own = new Set(offence?.text.toLowerCase().match(/\p{L}{4,}/gu) ?? []);
  const words = read.flatMap(({ words: each }) => each.toLowerCase().match(/\p{L}{4,}/gu) ?? []);
  return object.threshold !== undefined && (own.size === 0 || words.some((word) => own.has(word)));
}

/** Judges the sentence; true where one is stated that reaches the threshold. */
function sentenceDefect(
  purpose: PartedPurpose,
  object: PurposeObject,
  list: PurposeList,
  regime: Regime,
  defects: PurposeDefect[],
): boolean {
  const threshold = object.threshold ?? list.objects.find((other) => other.threshold)?.threshold;
  if (!threshold) return false;
  const { maximum, offence } = purpose;
  if (!maximum) {
    if (object.threshold && offence)
      defects.push({
        rule: 'purpose-incomplete',
        span: offence.span,
        message: `The longest imprisonment for "${offence.text}" is not stated. ${object.term} are those with ${threshold.years} years or more (${cite(regime, threshold.source)}). Add "maximum-sentence" and the provision of the national law.`,
        source: threshold.source,
      });
    return false;
  }
  const term = readTerm(maximum.text);
  if (!term) return false;
  const upper = upperEnd(maximum.text, list, regime);
  if (upper) defects.push({ rule: 'purpose-below-threshold', span: maximum.span, hint: true, ...upper });
  if (term.most >= threshold.years * 12) return true;
  defects.push({
    rule: 'purpose-below-threshold',
    span: maximum.span,
    message: `"${maximum.text}" is below the ${threshold.years} years from which a crime is a serious one (${cite(regime, threshold.source)}). Correct the sentence, or take the purpose out.`,
    source: threshold.source,
  });
  return false;
}

/** An act is a terrorist one by its aim, and an aim is one of an act: either alone says half. */
function elementDefect(purpose: PartedPurpose, object: PurposeObject, regime: Regime, defects: PurposeDefect[]): void {
  const [act] = purpose.acts;
  const [aim] = purpose.aims;
  const begun = entryOf(purpose.node, 'act')?.key.span;
  const source = object.source;
  if (object.aims && act && !aim)
    defects.push({
      rule: 'purpose-incomplete',
      span: act.span,
      message: `The aim is missing. An act is a terrorist one only with one of the regime's aims: ${orList(object.aims)} (${cite(regime, source)}). Add "aim".`,
      source,
    });
  // Without either, the purpose names the regime's own term, which is enough; an act that was begun is to be finished.
  const span = aim?.span ?? begun;
  if (object.acts && !act && span)
    defects.push({
      rule: 'purpose-incomplete',
      span,
      message: `The act is missing. ${aim ? `"${aim.text}" is the aim of an act that is not named` : 'No act is named here'}; the regime lists the acts that count (${cite(regime, source)}). Add "act", or take out what is left of it.`,
      source,
    });
}
