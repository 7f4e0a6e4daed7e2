import type { Certificate, Clause } from '../certificate/model';
import type { Regime, RequiredClause } from '../regimes/types';
import { contentSpan, locate } from '../syntax/characters';
import type { Span } from '../text/span';
import type { Change } from './change';
import { changesOf } from './changes';
import { readElements, readSentence } from './elements';
import type { Effect } from './effect';
import type { TemplateWord } from './enumeration';
import { isFree, readFreely } from './free-wording';
import { undertakingsFrom } from './further';
import { clausesIn, ownerOf } from './misplaced';
import type { ClauseChange, ClauseReading } from './reading';
import { bestMatch, templateOf, wordsUnder, type Match, type Template } from './template';
import { formsOf, type Word } from './words';

/** A clause that is this much longer than what it should say, in characters, is not compared word by word. */
const MAX_LENGTH = 20_000;

/** Where less of the regime's words is left, a clause may be one of another id, or another wording of its elements. */
const FREE_WORDING = 0.6;

/** The part of a clause's own words that must be new for that. */
const NEW_WORDS = 0.3;

/** Where less of the regime's words is left, the clause is said to be another text rather than an altered one. */
const OTHER_TEXT = 0.35;

/** So many words on either side of an addition are shown with it where each could as well be the added one. */
const MAX_EITHER = 2;

/** What turns a clause around whatever its words. */
const TURNS: ReadonlySet<Effect> = new Set([
  'negation-lost',
  'negation-added',
  'exception-added',
  'duty-weakened',
  'scope-turned',
  'scope-widened',
]);

/** Compares every clause that the regime requires, and the certificate has, with the regime's words. */
export function readClauses(certificate: Certificate, regime: Regime): readonly ClauseReading[] {
  const others = [certificate.exporter, certificate.consignee].flatMap((party) => party?.name?.text ?? []);
  return regime.clauses.flatMap((required) => {
    const clause = certificate.clauses.find(({ id }) => id === required.id);
    return clause ? [readClause(clause, required, regime, certificate.endUser?.name?.text, others)] : [];
  });
}

/**
 * Compares one clause with the regime's words. `endUser` is the name under which the end user may speak of himself,
 * `others` are the names of the other parties, which a clause in free words may name.
 */
export function readClause(
  clause: Clause,
  required: RequiredClause,
  regime: Regime,
  endUser: string | undefined,
  others: readonly string[] = [],
): ClauseReading {
  const { text } = clause.text;
  const template = templateOf(required, regime);
  if (text.length > required.words.length + MAX_LENGTH) return another(clause, required);
  const all = wordsUnder(template, text);
  const { now, body } = withoutUndertakings(all, text, endUser);
  const match = bestMatch(template, now);
  if (!match) return another(clause, required);
  const changes = match.cost === 0 ? [] : changesOf(match, now, body, template, endUser);
  if (changes.length === 0) return { clause, required, changes: unintroduced(now, template, clause), judged: true };
  const told = (some: readonly Change[]) => some.map((change) => describe(change, match, now, body, clause));
  if (isFree(required)) {
    const free = readFreely(clause, template, endUser, others);
    const read = { clause, required, judged: true };
    if (free.met) return { ...read, changes: [] };
    const near = sharedPart(match) >= FREE_WORDING;
    // A text that keeps to the words on file is one that somebody changed there: what the change does is known.
    const telling = changes.filter(({ effect }) => effect && (free.missing.length > 0 || TURNS.has(effect)));
    if (near && telling.length > 0) return { ...read, changes: told(telling) };
    const owner = near ? undefined : ownerOf(body, regime, required);
    if (owner) return { ...another(clause, required), belongsTo: owner };
    const doubted = [...free.missing, ...free.denied];
    return doubted.length > 0
      ? { ...read, changes: doubted }
      : { ...read, changes: [], judged: false, doubt: free.doubt };
  }
  const known = readSentence(clause, template, endUser);
  if (known) {
    const minor = (known.narrower ? told(changes) : []).map((change) => ({ ...change, minor: true }));
    return { clause, required, changes: known.further.length > 0 ? known.further : minor, judged: true };
  }
  const shared = sharedPart(match);
  const added = match.differences.reduce((sum, { now: { from, to } }) => sum + to - from, 0) / now.length;
  if (shared < FREE_WORDING && added > NEW_WORDS) {
    const owner = ownerOf(body, regime, required);
    if (owner) return { ...another(clause, required), belongsTo: owner };
    if (required.match === 'elements') return readElements(clause, template, endUser);
  }
  if (shared < OTHER_TEXT && changes.length > 1) return another(clause, required);
  const described = changes.flatMap((change) =>
    byOwner(change, now, body, regime, required).map(({ piece, owner }) => {
      const told = describe(piece, match, now, body, clause);
      return owner && owner !== required ? { ...told, owner } : told;
    }),
  );
  return { clause, required, changes: described, judged: true };
}

/** The change that a definition does not name what it defines, which is to be known, and no fault: its id names it. */
function unintroduced(now: readonly Word[], template: Template, { text: { node } }: Clause): readonly ClauseChange[] {
  const { own } = template.introduction;
  const first = now[0];
  const begun = now[own.length];
  if (own.length === 0 || !first || !begun || first.end > first.start) return [];
  if (` ${formsOf(now.slice(own.length))} `.includes(` ${own.join(' ')} `)) return [];
  const words = template.wordings[0]?.plain.words.slice(0, own.length) ?? [];
  const was = (template.wordings[0]?.text ?? '').slice(words[0]?.start ?? 0, words.at(-1)?.end ?? 0);
  const restored = { within: { start: begun.start, end: begun.start }, text: `${was} ` };
  const span = locate(node, begun);
  return [{ kind: 'left-out', effect: undefined, noun: undefined, was, now: '', minor: true, span, restored }];
}

/** The words, and the text, up to the further undertakings at the end. */
function withoutUndertakings(
  all: readonly Word[],
  text: string,
  endUser: string | undefined,
): { readonly now: readonly Word[]; readonly body: string } {
  const end = undertakingsFrom(all, text, endUser);
  const last = all[end - 1];
  if (end === all.length || !last) return { now: all, body: text };
  const stops = /^[\p{P}\p{S}]*/u.exec(text.slice(last.end))?.[0] ?? '';
  return { now: all.slice(0, end), body: text.slice(0, last.end + stops.length) };
}

/** The part of the regime's words that the clause has, by weight. */
function sharedPart({ arrangement: { words }, differences }: Match): number {
  const gone = new Set(differences.flatMap(({ was }) => words.slice(was.from, was.to)));
  const whole = words.reduce((sum, { weight }) => sum + weight, 0);
  return words.reduce((sum, word) => sum + (gone.has(word) ? 0 : word.weight), 0) / whole;
}

/** The clause as one change: nothing of it is what it should be, or there is too much of it to tell. */
function another(clause: Clause, required: RequiredClause): ClauseReading {
  const { text, node } = clause.text;
  const change: ClauseChange = {
    kind: 'clause-replaced',
    effect: undefined,
    noun: undefined,
    was: required.words,
    now: text,
    span: contentSpan(node),
    restored: undefined,
  };
  return { clause, required, changes: [change], judged: true };
}

function describe(
  change: Change,
  match: Match,
  now: readonly Word[],
  text: string,
  { text: { node } }: Clause,
): ClauseChange {
  const { words } = match.arrangement;
  const came = now.slice(change.now.from, change.now.to);
  const gone = words.slice(change.was.from, change.was.to);
  // Where words were left out, the words around the gap are shown, up to the stop where nothing follows.
  const { left, right } = change.slack;
  const around = change.moved
    ? now.slice(Math.max(0, change.now.from - left), change.now.to + right)
    : now.slice(Math.max(0, change.now.from - 1 - left), change.now.from + 1 + right);
  // Of "not not" nobody can tell which was added.
  const either = came.length <= left + right && left + right <= MAX_EITHER;
  const doubled = either ? now.slice(change.now.from - left, change.now.to + right) : came;
  const shown = came.length === 0 || change.moved ? around : doubled;
  const open = came.length === 0 && change.now.from >= now.length;
  const within = {
    start: shown[0]?.start ?? 0,
    end: open ? text.trimEnd().length : (shown.at(-1)?.end ?? text.length),
  };
  const written = (some: readonly Word[]) =>
    some.length === 0 ? '' : text.slice(some[0]?.start ?? 0, some.at(-1)?.end ?? text.length);
  return {
    kind: kindOf(change.effect === 'words-moved', gone.length, came.length),
    effect: change.effect,
    noun: change.noun,
    was: textOf(gone, match),
    now: written(came),
    ...(change.moved && { moved: written(now.slice(change.moved.from, change.moved.to)) }),
    span: shown.length > 0 ? locate(node, within) : contentSpan(node),
    restored: restoration(change, match, now, text),
  };
}

function kindOf(moved: boolean, gone: number, came: number): ClauseChange['kind'] {
  if (moved) return 'moved';
  return came === 0 ? 'left-out' : gone > 0 ? 'replaced' : 'added';
}

/** An addition in pieces: the words of other clauses, or of this one once more, and what stands between. */
function byOwner(
  change: Change,
  now: readonly Word[],
  text: string,
  regime: Regime,
  required: RequiredClause,
): readonly { readonly piece: Change; readonly owner: RequiredClause | undefined }[] {
  const { from, to } = change.now;
  const first = now[from];
  const last = now[to - 1];
  if (change.was.to > change.was.from || !first || !last) return [{ piece: change, owner: undefined }];
  const found = clausesIn(text.slice(first.start, last.end), regime, required);
  if (found.length === 0) return [{ piece: change, owner: undefined }];
  const wordAt = (place: number) => {
    const i = now.findIndex(({ start }, k) => k >= from && k < to && start >= first.start + place);
    return i < 0 ? to : i;
  };
  const pieces: { piece: Change; owner: RequiredClause | undefined }[] = [];
  const add = (start: number, end: number, owner: RequiredClause | undefined) => {
    if (end <= start) return;
    const effect = owner === required ? 'said-twice' : owner ? undefined : change.effect;
    const piece = { ...change, now: { from: start, to: end }, effect, slack: { left: 0, right: 0 } };
    pieces.push({ piece, owner });
  };
  let done = from;
  for (const { owner, within } of found) {
    const start = wordAt(within.start);
    const end = wordAt(within.end);
    add(done, start, undefined);
    add(start, end, owner);
    done = end;
  }
  add(done, to, undefined);
  return pieces;
}

/** The words as the wording has them; entries that another order has torn apart are set one after the other. */
function textOf(words: readonly TemplateWord[], { wording }: Match): string {
  const first = words[0];
  const last = words.at(-1);
  if (!first || !last) return '';
  const { plain } = wording;
  const at = plain.words.indexOf(first);
  if (words.every((word, i) => plain.words[at + i] === word)) return wording.text.slice(first.start, last.end);
  return words.map(({ start, end }) => wording.text.slice(start, end)).join(' ');
}

/** What to write between the words on both sides of a change, with the wording's punctuation where they stand so there. */
function restoration(
  { was, now: { from, to } }: Change,
  match: Match,
  now: readonly Word[],
  text: string,
): { readonly within: Span; readonly text: string } {
  const { arrangement, wording } = match;
  const left = arrangement.words[was.from - 1];
  const right = arrangement.words[was.to];
  const before = now[from - 1];
  const after = now[to];
  const start = before?.end ?? text.length - text.trimStart().length;
  const end = after?.start ?? text.trimEnd().length;
  const words = arrangement.words.slice(was.from, was.to);
  const outer = [...(left ? [left] : []), ...words, ...(right ? [right] : [])];
  const place = outer[0] ? wording.plain.words.indexOf(outer[0]) : -1;
  const own = wording.plain.words;
  const atEnds = (left !== undefined || place <= 0) && (right !== undefined || place + outer.length === own.length);
  if (atEnds && outer.every((word, i) => own[place + i] === word)) {
    // Further undertakings may stand before the wording's first word and behind its last.
    const further = { before: before && !left ? '. ' : '', after: after && !right ? ' ' : '' };
    const between = wording.text.slice(
      left && before ? left.end : 0,
      right && after ? right.start : wording.text.length,
    );
    return { within: { start, end }, text: further.before + between + further.after };
  }
  const written = textOf(words, match);
  const first = now[from];
  const last = now[to - 1];
  if (!first || !last || to === from) return { within: { start, end: start }, text: before ? `, ${written}` : written };
  if (words.length > 0 || !before) return { within: { start: first.start, end: last.end }, text: written };
  // An entry goes with its mark, and with one of the stops around it.
  if (!after) return { within: { start, end: last.end }, text: '' };
  const leading = text.slice(before.end, first.start);
  return { within: { start, end }, text: leading.includes(':') ? leading : text.slice(last.end, after.start) };
}
