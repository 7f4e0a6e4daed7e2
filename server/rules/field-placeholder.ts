import type { TextField } from '../certificate/model';
import { locate } from '../syntax/characters';
import type { Span } from '../text/span';
import type { Fix, Report, Rule, Subject } from './rule';

export const fieldPlaceholder: Rule = {
  id: 'field-placeholder',
  severity: 'error',
  title: 'A placeholder was left in',
  *check(subject) {
    for (const field of subject.certificate.texts.values()) {
      // A waiver may speak of a placeholder.
      if (field.at[0] === 'waivers') continue;
      for (const within of placeholders(field.text)) yield report(subject, field, within);
    }
  },
};

/** What writers leave in a form for later. Each pattern is linear: no repetition inside a repetition. */
const PATTERNS: readonly RegExp[] = [
  /\b(?:TBD|TBC|TBA|TBN)\b/giu,
  /\bto be (?:determined|confirmed|completed|advised|announced|inserted|filled in|provided later|specified later|agreed)\b/giu,
  /\[[^[\]\n]{0,200}\]/gu,
  /<(?! )[^<>\n@]{1,120}(?<! )>/gu,
  /_{3,}/gu,
  /\.{5,}/gu,
  /\bX{3,}\b/giu,
  /\blorem ipsum\b[^.]{0,200}/giu,
];

/** What every placeholder has in it: most texts are done with after one look. */
const MAYBE = /[[<_…?]|\.\.|xxx|\btb[dcan]\b|\bto be |lorem/iu;

/** An editor's bracket inside a quotation, or a footnote's number, is no placeholder. */
const EDITORIAL = /^\[(?:or|and|the|a|an|of|to|in|sic|i\.e\.|\d{1,3})\]$/iu;

/** "Title XXX" is a number. */
const NUMBERED = /\b(?:title|chapter|part|book|article|section|schedule|annex|volume|protocol|regulation|no\.?)\s*$/iu;

/** The places of a text that wait to be filled in, in order, without overlap. */
export function placeholders(text: string): readonly Span[] {
  if (!MAYBE.test(text)) return [];
  const found: Span[] = [];
  for (const pattern of PATTERNS)
    for (const match of text.matchAll(pattern)) {
      const span = { start: match.index, end: match.index + match[0].length };
      if (EDITORIAL.test(match[0])) continue;
      if (/^x/i.test(match[0]) && NUMBERED.test(text.slice(Math.max(0, span.start - 20), span.start))) continue;
      if (!found.some((other) => other.start < span.end && span.start < other.end)) found.push(span);
    }
  if (found.length === 0 && /^\s*(?:\.{2,}|…|\?+)\s*$/u.test(text)) found.push({ start: 0, end: text.length });
  return found.sort((a, b) => a.start - b.start);
}

/** True where the text waits, in whole or in part, to be filled in. */
export function hasPlaceholder(text: string): boolean {
  return placeholders(text).length > 0;
}

function report(subject: Subject, field: TextField, within: Span): Report {
  const words = field.text.slice(within.start, within.end).trim();
  return {
    span: locate(field.node, within),
    at: field.at,
    message: `"${words}" was left in place of the real words. A certificate is signed as it stands. Fill it in.`,
    fixes: () => replace(subject, field, within),
  };
}

function replace({ regime }: Subject, field: TextField, within: Span): readonly Fix[] {
  const span = locate(field.node, within);
  const clause = field.at[0] === 'clauses' ? regime?.clauses.find(({ id }) => id === field.at[1]) : undefined;
  // A gap inside a required clause is filled by the regime's words; `clause-altered` offers that.
  if (clause) return [];
  const words = field.text.slice(within.start, within.end).replace(/[\\$}]/g, '\\$&');
  const whole = within.start === 0 && within.end === field.text.length;
  return [
    {
      title: whole ? 'Empty this field and fill it in' : 'Take it out and fill it in',
      // Not preferred: without a hand to fill it in, an empty field is no better than a placeholder.
      safe: false,
      edits: [{ span, newText: '' }],
      snippet: { span, newText: `\${1:${words}}` },
    },
  ];
}
