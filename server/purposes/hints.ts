import { readTerm } from '../certificate/fields/term';
import type { TextField } from '../certificate/model';
import { cite, type PurposeList, type Regime } from '../regimes/types';
import { locate } from '../syntax/characters';
import type { Evidence } from './evidence';
import type { StatementReading } from './reader';
import type { PurposeDefect } from './reading';

/** What is inside the list and could be said in the regime's own words. A hint never stops a certificate. */
export function hintsOf(
  field: TextField,
  { evidence, flaws }: StatementReading,
  list: PurposeList,
  regime: Regime,
): readonly PurposeDefect[] {
  const because = `(${cite(regime, list.source)})`;
  const free = ({ span }: Evidence) => !flaws.some((flaw) => flaw.span.start < span.end && span.start < flaw.span.end);
  const hint = ({ span }: Evidence, rule: PurposeDefect['rule'], message: string, better?: string): PurposeDefect => ({
    rule,
    message,
    span: locate(field.node, span),
    source: list.source,
    hint: true,
    statement: field,
    within: span,
    ...(better !== undefined && { better }),
  });
  const hints: PurposeDefect[] = [];
  for (const each of evidence.filter(free)) {
    if (each.role === 'near-use') {
      const use = list.uses.find(({ id }) => id === each.id);
      if (!use) continue;
      const better = inFormOf(each.words, use.words);
      hints.push(
        hint(
          each,
          'purpose-use',
          `"${each.words}" is read as ${use.words}, which is the regime's word ${because}. Say "${better ?? use.words}".`,
          better,
        ),
      );
    }
    const upper = each.role === 'sentence' ? upperEnd(each.words, list, regime) : undefined;
    if (upper) hints.push({ ...hint(each, 'purpose-below-threshold', upper.message), source: upper.source });
    if (
      each.role === 'offence' &&
      !evidence.some(({ role }) => role === 'provision') &&
      evidence.some(({ role }) => role === 'sentence')
    )
      hints.push(
        hint(
          each,
          'purpose-incomplete',
          `The provision of the national law for "${each.words}" is not cited ${because}. Add it, so that the maximum can be looked up.`,
        ),
      );
  }
  return hints;
}

/**
 * What to say of a sentence whose upper end alone reaches the regime's threshold; undefined where there is nothing to say. The
 * maximum under the national law is what counts, and a range can be another thing: what courts impose, say.
 */
export function upperEnd(
  sentence: string,
  list: PurposeList,
  regime: Regime,
): Pick<PurposeDefect, 'message' | 'source'> | undefined {
  const threshold = list.objects.find((object) => object.threshold)?.threshold;
  // A statement's "between" is no part of what was read as its sentence.
  const term = readTerm(sentence) ?? readTerm(`between ${sentence}`);
  if (!threshold || !term || term.least >= threshold.years * 12 || term.most < threshold.years * 12) return undefined;
  return {
    message: `"${sentence}" reaches the ${String(threshold.years)} years from which a crime is a serious one by its upper end only (${cite(regime, threshold.source)}). See to it that this is the maximum under the national law.`,
    source: threshold.source,
  };
}

/** The regime's noun for a use in the form of the words that it takes the place of; undefined where that is not clear. */
function inFormOf(words: string, use: string): string | undefined {
  const stem = use.replace(/(?:at)?ion$/, '');
  const verb = use.endsWith('ation') ? `${stem}ate` : stem;
  const capital = /^\p{Lu}/u.test(words);
  if (/\s/.test(words)) return undefined;
  const found = /ing$/i.test(words)
    ? `${verb.replace(/e$/, '')}ing`
    : /(?:tion|sion|ment|ance|ence)$/i.test(words)
      ? use
      : undefined;
  return found !== undefined && capital ? `${found.charAt(0).toUpperCase()}${found.slice(1)}` : found;
}
