import { Kept } from '../text/kept';
import type { Span } from '../text/span';
import { evidenceOf, spanOf, type Evidence } from './evidence';
import { judge } from './judge';
import { languageOf, type Language } from './language';
import { passagesOf } from './passages';
import type { Picture } from './picture';
import type { PurposeRule } from './purpose-rule';
import type { Lack } from './reading';
import { flawsOf } from './verdict';

/** Words of a statement that break a rule. */
export interface StatementFlaw {
  readonly rule: PurposeRule;
  /** In the statement: UTF-16, end exclusive. */
  readonly span: Span;
  /** What is known to be lacking, where something is. */
  readonly lacks?: Lack;
}

/** What a statement says, as far as it was understood. */
export interface StatementReading {
  readonly flaws: readonly StatementFlaw[];
  readonly evidence: readonly Evidence[];
}

const kept = new Kept<StatementReading>(1_000_000);

/**
 * Reads a statement with the vocabulary of this name, against a threshold in months. Undefined where there is no such
 * vocabulary. The same text is read once.
 */
export function readWords(text: string, vocabulary: string, threshold: number): StatementReading | undefined {
  const language = languageOf(vocabulary);
  return language && kept.of(`${vocabulary}\n${String(threshold)}\n${text}`, () => read(text, language, threshold));
}

function read(text: string, language: Language, threshold: number): StatementReading {
  const passages = passagesOf(text);
  if (passages.length === 1) return readPassage(text, language, threshold);
  const readings = passages.map(({ start, end }) => {
    const { flaws, evidence } = readPassage(text.slice(start, end), language, threshold);
    const moved = <T extends { readonly span: Span }>(each: T): T => ({
      ...each,
      span: { start: each.span.start + start, end: each.span.end + start },
    });
    return { flaws: flaws.map(moved), evidence: evidence.map(moved) };
  });
  return {
    flaws: readings.flatMap(({ flaws }) => flaws),
    evidence: readings.flatMap(({ evidence }) => evidence),
  };
}

function readPassage(text: string, language: Language, threshold: number): StatementReading {
  const picture = language.painter.paint(text);
  const judgement = judge(picture, threshold);
  const flaws = flawsOf(picture, judgement, language).map(({ rule, from, to }): StatementFlaw => {
    if (rule === 'purpose-not-assessed') return { rule, span: { start: 0, end: text.length } };
    const lacks = rule === 'purpose-incomplete' ? lackOf(picture, from, to) : undefined;
    return { rule, span: spanOf(picture, { from, to }), ...(lacks && { lacks }) };
  });
  return { flaws, evidence: evidenceOf(picture, judgement) };
}

function lackOf({ mentions }: Picture, from: number, to: number): Lack | undefined {
  const mention = mentions.find((each) => each.from < to && from < each.to);
  if (!mention) return undefined;
  if (mention.kind === 'act') return mention.aim ? 'qualifier' : 'sentence-or-aim';
  return mention.kind === 'offence' ? 'sentence' : undefined;
}
