import type { Misshapen, TextField } from '../certificate/model';
import { locate } from '../syntax/characters';
import { isEmpty } from '../syntax/nodes';
import type { Span } from '../text/span';
import { quoted } from './quoted';
import type { Fix, Report, Rule, Subject } from './rule';

export const fieldPlaceholder: Rule = {
  id: 'field-placeholder',
  severity: 'error',
  title: 'A placeholder was left in',
  *check(subject) {
    for (const field of subject.certificate.texts.values()) {
      for (const within of placeholders(field.text))
        // A waiver may speak of a placeholder, and must not be one.
        if (field.at[0] !== 'waivers' || field.text.slice(within.start, within.end) === field.text.trim())
          yield report(subject, field, within);
    }
    for (const misshapen of subject.certificate.misshapen)
      if (isPlaceholderShape(misshapen)) yield shapeReport(misshapen, subject.tree.text);
  },
};

/** What writers leave in a form for later. Each pattern is linear: no repetition inside a repetition. */
const PATTERNS: readonly RegExp[] = [
  /\[[^[\]\n]{0,200}\]/gu,
  /<(?! )[^<>\n@]{1,120}(?<! )>/gu,
  /\$?\{[^{}\n]{0,120}\}/gu,
  /\b(?:TBD|TBC|TBA|TBN)\b/giu,
  /\bt\. ?b\. ?[dcan]\b\.?/giu,
  /\bto be (?:determined|confirmed|completed|advised|announced|inserted|filled in|provided later|specified later|agreed)\b/giu,
  /_{3,}|(?:_ ){2,}_/gu,
  /\.{5,}|…{2,}/gu,
  /\bX{3,}\b/giu,
  /\blorem ipsum\b[^.]{0,200}/giu,
  /\binsert (?:\p{L}+ ){1,4}here\b|\bclick (?:or tap )?here to enter\b[^.]{0,40}/giu,
  /^\s*(?:TODO|FIXME)\b/gu,
];

/**
 * What every placeholder has in it: most texts are done with after one look. Without the flag for code points, which would
 * make that look take ten times as long.
 */
const MAYBE = /[[<{_…?●•■□☐]|\.\.|xxx|tb[dcan]|t\. ?b\.|to be |lorem|here|todo|fixme/i;

/** An editor's bracket inside a quotation, or a footnote's number, is no placeholder. */
const EDITORIAL = /^\[(?:or|and|the|a|an|of|to|in|sic|i\.e\.|\d{1,4})\]$/iu;

/** "Title XXX" is a number. */
const NUMBERED = /\b(?:title|chapter|part|book|article|section|schedule|annex|volume|protocol|regulation|no\.?)\s*$/iu;

/** What is asked for where a form has a gap: "[name of the authority]". */
const ASKED =
  /\b(?:names?|dates?|day|month|year|insert|enter|add|fill|specify|state|address|country|city|town|place|number|no|title|position|rank|signature|signatory|organi[sz]ation|company|entity|authority|description|items?|quantity|value|amount|currency|model|person|contact|phone|telephone|e-?mail|here|your|blank|purpose|offence|provision|article|section|details|text|x+|tb[dcan]|to be)\b/iu;

/** Nobody fills in more gaps of one text than this before looking again. */
const MOST = 100;

/** The places of a text that wait to be filled in, in order, without overlap; no more than the first of very many. */
export function placeholders(text: string): readonly Span[] {
  if (!MAYBE.test(text)) return [];
  const found: Span[] = [];
  for (const pattern of PATTERNS)
    for (const match of text.matchAll(pattern)) {
      const span = { start: match.index, end: match.index + match[0].length };
      if (EDITORIAL.test(match[0]) || isMeant(text, span)) continue;
      if (found.length >= MOST) break;
      if (!found.some((other) => other.start < span.end && span.start < other.end)) found.push(span);
    }
  if (found.length === 0 && /^\s*(?:\.{2,}|…|\?+|[●•■□☐]+)\s*$/u.test(text)) found.push({ start: 0, end: text.length });
  return found.sort((a, b) => a.start - b.start);
}

/** True where what looks like a placeholder has a meaning of its own. */
function isMeant(text: string, { start, end }: Span): boolean {
  const words = text.slice(start, end);
  const before = text.slice(Math.max(0, start - 40), start);
  const after = text.slice(end, end + 40);
  if (/^x/i.test(words)) return NUMBERED.test(before);
  // "TBC Bank", "TBA Group": a name.
  if (/^TB[CAN]$/.test(words)) return /^ (?!By\b|On\b|In\b|With\b)\p{Lu}\p{Ll}/u.test(after);
  // "is to be confirmed by the Ministry": a duty.
  if (/^to be/i.test(words))
    return (
      /\b(?:is|are|was|were|has|have|had|needs?|ought|expected|required|supposed)\s+$/i.test(before) &&
      /^,?\s+(?:by|within|into|upon|under|through|before|after|at|in|on|for|and)\b/i.test(after)
    );
  // "Bundeskriminalamt [Federal Criminal Police Office]": a translation behind the name.
  if (words.startsWith('['))
    return (
      !ASKED.test(words) &&
      /\p{L}\p{Ll}*[)"\u2019\u201d]?\s+$/u.test(before) &&
      !/\b(?:of|the|by|in|at|from|to|and|for|a|an|with|on)\s+$/i.test(before) &&
      (/^\[\p{Lu}\p{Ll}*(?:[\s,'-]+[\p{L}\p{M}'.-]+)+\]$/u.test(words) ||
        /[^\u0000-\u007f\u2026\u2022\u25cf]/.test(words))
    );
  return false;
}

/** True where the text waits, in whole or in part, to be filled in. */
export function hasPlaceholder(text: string): boolean {
  return placeholders(text).length > 0;
}

/**
 * True where a placeholder in brackets or braces, `[name]` or `{name}`, was taken for a list or a group by the format
 * because no quotation marks stand around it.
 */
export function isPlaceholderShape({ node, expected }: Misshapen): boolean {
  if (expected.shape === 'group' || expected.shape === 'list' || expected.shape === 'clauses') return false;
  if (node.kind === 'group') return node.flow && node.entries.every(({ value }) => isEmpty(value));
  if (node.kind !== 'list' || !node.flow) return false;
  const words = node.items.map((item) => (item.kind === 'text' ? item.text : ':')).join(', ');
  return !words.includes(':') && (ASKED.test(words) || !/[\p{L}\p{N}]/u.test(words) || hasPlaceholder(words));
}

function shapeReport({ at, node: { span } }: Misshapen, text: string): Report {
  const words = text.slice(span.start, span.end);
  return {
    span,
    at,
    message: left(words),
    fixes: () => [emptied(span, words, true)],
  };
}

function left(words: string): string {
  return `${quoted(words)} was left in place of the real words. A certificate is signed as it stands. Fill it in.`;
}

function report(subject: Subject, field: TextField, within: Span): Report {
  const words = field.text.slice(within.start, within.end).trim();
  const span = locate(field.node, within);
  const whole = within.start === 0 && within.end === field.text.length;
  // A gap inside a required clause is filled by the regime's words; `clause-altered` offers that.
  const isRequired = field.at[0] === 'clauses' && subject.regime?.clauses.some(({ id }) => id === field.at[1]) === true;
  return { span, at: field.at, message: left(words), fixes: () => (isRequired ? [] : [emptied(span, words, whole)]) };
}

function emptied(span: Span, words: string, whole: boolean): Fix {
  return {
    title: whole ? 'Empty this field and fill it in' : 'Take it out and fill it in',
    // Not preferred: without a hand to fill it in, an empty field is no better than a placeholder.
    safe: false,
    edits: [{ span, newText: '' }],
    snippet: { span, newText: `\${1:${words.replace(/[\\$}]/g, '\\$&')}}` },
  };
}
