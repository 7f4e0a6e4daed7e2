import type { Clause, TextField } from '../certificate/model';
import { clausesIn, ownerOf } from '../clauses/misplaced';
import type { RequiredClause } from '../regimes/types';
import { cutOut } from '../syntax/rewrite';
import type { TextNode } from '../syntax/nodes';
import type { Edit } from '../text/edit';
import type { Lines } from '../text/lines';
import type { Span } from '../text/span';
import { insertClauses, missingClauses } from './clause-insertion';
import type { Fix, Subject } from './rule';

/** True where a required clause stands under its own id, with nothing of substance changed. */
export function isSaid({ clauses }: Subject, required: RequiredClause): boolean {
  return clauses.some((reading) => reading.required === required && reading.judged && reading.changes.length === 0);
}

/**
 * The fix that puts the words of a clause under the id that they belong to: by giving them that id, or by exchanging the
 * ids where the other one is given too. None where that would give an id twice, or where they stand there already.
 */
export function moveClause(subject: Subject, clause: Clause, owner: RequiredClause): readonly Fix[] {
  const other = subject.certificate.clauses.find(({ id }) => id === owner.id);
  const to = { span: clause.key.span, newText: owner.id };
  if (!other) return [{ title: `Put these words under "${owner.id}"`, safe: false, edits: [to] }];
  if (isSaid(subject, owner)) return [];
  return [
    {
      title: `Exchange "${clause.id}" and "${owner.id}"`,
      safe: false,
      edits: [to, { span: other.key.span, newText: clause.id }],
    },
  ];
}

/** The fix that takes words out of where they stand and puts them under the id that they belong to, where that is missing. */
export function moveOut(
  subject: Subject,
  owner: RequiredClause,
  words: string,
  takenOut: readonly Fix[],
): readonly Fix[] {
  const [out] = takenOut;
  if (!out) return [];
  if (!missingClauses(subject).includes(owner)) return [{ ...out, title: `Take out what "${owner.id}" says already` }];
  const inserted = insertedAs(subject, owner, words);
  if (inserted.length === 0) return [];
  return [{ title: `Move these words to "${owner.id}"`, safe: false, edits: [...out.edits, ...inserted] }];
}

/** The edits that insert a missing clause in the words given. */
function insertedAs(subject: Subject, owner: RequiredClause, words: string): readonly Edit[] {
  const text = words.replace(/\s+/g, ' ').trim();
  const ended = /[.;:!?]["'\u201d\u2019)]?$/.test(text) ? text : `${text}.`;
  return insertClauses(subject, [{ ...owner, words: ended }], '')[0]?.edits ?? [];
}

/** Words of a missing clause that stand elsewhere: in a purpose, or under an id that the regime does not know. */
export interface Strayed {
  /** Where, in a sentence: `under "general"`. */
  readonly where: string;
  readonly fix: Fix;
}

/** Where the words of a missing clause stand, and what moves them. */
export function strayedWords(subject: Subject, missing: RequiredClause): readonly Strayed[] {
  const { certificate, regime, lines } = subject;
  if (!regime) return [];
  const found: Strayed[] = [];
  for (const clause of certificate.clauses) {
    if (regime.clauses.some(({ id }) => id === clause.id)) continue;
    const where = `under "${clause.id}"`;
    if (ownerOf(clause.text.text, regime) === missing) {
      const edits = [{ span: clause.key.span, newText: missing.id }];
      const title = `Change "${clause.id}" to "${missing.id}", whose words it has`;
      found.push({ where, fix: { title, safe: false, edits } });
    } else found.push(...cutFrom(subject, clause.text, missing, where));
  }
  certificate.purposes.forEach(({ statement }, i) => {
    if (!statement) return;
    const where = `in purpose ${i + 1}`;
    const parts = cutFrom(subject, statement, missing, where);
    if (parts.length > 0 || ownerOf(statement.text, regime) !== missing) {
      found.push(...parts);
      return;
    }
    const lined = linesOf(statement, lines);
    const inserted = insertedAs(subject, missing, statement.text);
    if (!lined || inserted.length === 0) return;
    const title = `Move the purpose that says it to "${missing.id}"`;
    found.push({ where, fix: { title, safe: false, edits: [{ span: lined, newText: '' }, ...inserted] } });
  });
  return found;
}

/** Sentences of a text that are the missing clause, cut out of it. */
function cutFrom(subject: Subject, field: TextField, missing: RequiredClause, where: string): readonly Strayed[] {
  const { regime } = subject;
  const found = regime && clausesIn(field.text, regime).find(({ owner }) => owner === missing);
  if (!found) return [];
  const words = withStops(field.text, found.within);
  const inserted = insertedAs(subject, missing, field.text.slice(words.start, words.end));
  const cut = cutOut(field.node, words);
  if (!cut || inserted.length === 0) return [];
  const title = `Move what says it ${where} to "${missing.id}"`;
  return [{ where, fix: { title, safe: false, edits: [cut, ...inserted] } }];
}

/** A stretch with the stops behind it and the space on one side. */
function withStops(text: string, { start, end }: Span): Span {
  const stops = /^[.;:!?"'\u201d\u2019)]*/.exec(text.slice(end))?.[0].length ?? 0;
  const before = /\s*$/.exec(text.slice(0, start))?.[0].length ?? 0;
  if (start - before > 0) return { start: start - before, end: end + stops };
  const after = /^\s*/.exec(text.slice(end + stops))?.[0].length ?? 0;
  return { start, end: end + stops + after };
}

/** The lines that a text has to itself, with its dash or its key; undefined where other things stand on them. */
export function linesOf({ node, key }: TextField, lines: Lines): Span | undefined {
  const { span, parent }: TextNode = node;
  if (!parent || parent.flow) return undefined;
  const first = key?.span ?? span;
  const { start } = lines.lineSpan(lines.lineOf(first.start));
  const front = lines.text.slice(start, first.start);
  if (!(key ? /^[ \t]*$/ : /^[ \t]*-[ \t]+$/).test(front)) return undefined;
  const end = lines.lineSpan(lines.lineOf(span.end)).end + lines.ending.length;
  return { start, end: Math.min(end, lines.text.length) };
}
