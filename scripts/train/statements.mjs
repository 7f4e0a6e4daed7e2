// The labelled statements as the tagger sees them: a text, and the stretches of it with which something is wrong.
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pickerFrom, shuffle } from './random.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const DATA = join(ROOT, 'test/purposes/data');
const TRAINING = join(ROOT, 'training');
/** How many statements of dev.jsonl may be learned from; the others measure. */
const OPEN = 750;

/** @typedef {{ id: string, text: string, marks: readonly { rule: string, start: number, end: number }[] }} Statement */

/** The lines of a file that are not empty. @param {string} path */
const linesOf = async (path) => (await readFile(path, 'utf8')).split('\n').filter((line) => line.trim() !== '');

/** @param {string} path @returns {Promise<any[]>} */
const rows = async (path) => (await linesOf(path)).map((line) => JSON.parse(line));

/** All that may be learned from. @returns {Promise<Statement[]>} */
export async function allStatements() {
  const labelled = [
    ...(await rows(join(DATA, 'dev.jsonl'))).slice(0, OPEN),
    ...(await rows(join(DATA, 'pairs.jsonl'))),
  ];
  for (const { id, text } of await rows(join(DATA, 'roles.jsonl')))
    if (!id.startsWith('dev')) labelled.push({ id, text, findings: [] });
  for (const name of (await readdir(TRAINING)).filter((each) => each.endsWith('.jsonl')).sort())
    labelled.push(...(await rows(join(TRAINING, name))));
  return labelled.map(marked);
}

/** Of several possible rules the first. */
function marked({ id, text, findings }) {
  const marks = findings.map(({ rule, words }) => {
    const start = text.indexOf(words);
    if (start < 0) throw new Error(`${id}: "${words}" is not in the statement`);
    return { rule: [rule].flat()[0], start, end: start + words.length };
  });
  return { id, text, marks };
}

/** The label of each word: that of the mark in which it stands. */
export function labelsOf({ marks }, words, labels) {
  const own = new Uint8Array(words.length);
  for (const { rule, start, end } of marks) {
    const label = labels.indexOf(rule);
    if (label > 0)
      words.forEach((word, i) => {
        if (word.start < end && start < word.end) own[i] = label;
      });
  }
  return own;
}

/** How two purposes are joined, and how an undertaking not to do something begins. */
const JOINTS = [
  ' and ',
  ', and ',
  ' as well as ',
  ', as well as ',
  '; ',
  ', together with ',
  ' and also ',
  ', ',
  '. ',
  ' or ',
  '\n',
  '\n- ',
];
const UNDERTAKINGS = [
  'The system shall not be used for ',
  'It will never serve ',
  'The end user undertakes to refrain from ',
  'In no case may it be used for ',
];
/** Rules whose words can stand as a purpose of their own. */
const RIDING = new Set(['purpose-outside-list', 'purpose-too-broad', 'purpose-expression', 'purpose-use']);

/**
 * Statements put together from others, so that what rides along behind a permitted purpose is seen wherever it stands, and
 * what is undertaken not to be done is not: a permitted statement with the marked words of another behind it, or with an
 * undertaking not to do it; and two statements in one, in either order.
 *
 * @param {readonly Statement[]} statements @param {number} count @param {() => number} random @returns {Statement[]}
 */
export function joined(statements, count, random) {
  const pick = pickerFrom(random);
  const short = statements.filter(({ text }) => text.length < 300 && !text.includes('\n'));
  const permitted = short.filter(({ marks }) => marks.length === 0);
  const riders = statements.flatMap(({ text, marks }) =>
    marks
      .map(({ rule, start, end }) => ({ rule, words: text.slice(start, end) }))
      .filter(({ rule, words }) => RIDING.has(rule) && /^\p{Ll}+(?: \S+){1,5}$/u.test(words)),
  );
  return Array.from({ length: count }, (_, i) => {
    const id = `joined${i}`;
    if (i % 4 === 0) {
      const [first, second] = [pick(short), pick(short)];
      return joinedAll(id, [bare(first), second], '. ', '');
    }
    const head = bare(pick(permitted)).text;
    const { rule, words } = pick(riders);
    const undertaken = i % 4 === 1;
    const start = `${head}${undertaken ? `. ${pick(UNDERTAKINGS)}` : pick(JOINTS)}`;
    return {
      id,
      text: `${start}${words}.`,
      marks: undertaken ? [] : [{ rule, start: start.length, end: start.length + words.length }],
    };
  });
}

/** Lines of a file of parts, marked as `{code:words}` where something is wrong with them. @param {string} name */
async function parts(name) {
  return (await linesOf(join(TRAINING, 'parts', name))).map((line) => {
    const marks = [];
    let text = '';
    let read = 0;
    for (const { 0: mark, 1: code, 2: words, index } of line.matchAll(/\{([a-z]{2}):([^{}]+)\}/g)) {
      text += line.slice(read, index);
      const rule = CODES[code];
      if (!rule) throw new Error(`${name}: "${mark}" has no code that is known`);
      marks.push({ rule, start: text.length, end: text.length + words.length });
      text += words;
      read = index + mark.length;
    }
    return { text: text + line.slice(read), marks };
  });
}

const CODES = {
  ex: 'purpose-expression',
  di: 'purpose-discriminatory',
  be: 'purpose-below-threshold',
  us: 'purpose-use',
  in: 'purpose-incomplete',
  br: 'purpose-too-broad',
  op: 'purpose-open-ended',
  ou: 'purpose-outside-list',
};

/** Sentences of a declaration, at most. */
const MOST = 5;

/** What a declaration has beside its purpose, sentence by sentence and phrase by phrase. */
export async function allParts() {
  const [background, undertakings, further, riders, inside] = await Promise.all(
    ['background.txt', 'undertakings.txt', 'further.txt', 'riders.txt', 'inside.txt'].map(parts),
  );
  return { background, undertakings, further, riders, inside };
}

/**
 * Whole declarations: a statement amid sentences of background, undertakings not to do something, and here and there a further
 * purpose, in any order; or with a phrase joined to it that is inside the list, or is not.
 *
 * @param {readonly Statement[]} statements @param {Awaited<ReturnType<typeof allParts>>} parts @param {number} count
 * @param {() => number} random @returns {Statement[]}
 */
export function declared(statements, { background, undertakings, further, riders, inside }, count, random) {
  const pick = pickerFrom(random);
  const own = statements.filter(({ text }) => text.length < 260 && !/[\n\t]/.test(text));
  const permitted = own.filter(({ marks }) => marks.length === 0);
  return Array.from({ length: count }, (_, i) => {
    const id = `declared${i}`;
    if (i % 3 === 0) {
      const head = bare(pick(permitted));
      return joinedAll(
        id,
        [head, pick(i % 2 === 0 ? riders : inside)],
        pick([' and ', ', and ', ' as well as ', ', ', ' and ']),
        '.',
      );
    }
    const sentences = [pick(random() < 0.75 ? permitted : own)];
    if (random() < 0.45) sentences.push(pick(further));
    while (sentences.length < MOST && random() < 0.6) sentences.push(pick(random() < 0.65 ? background : undertakings));
    shuffle(sentences, random);
    const ended = sentences.map((each) =>
      /[.!?]["”’)]?$/.test(each.text) ? each : { ...each, text: `${each.text}.` },
    );
    return joinedAll(id, ended, pick([' ', ' ', ' ', ' ', '\n']), '');
  });
}

/**
 * Single statements as the guide itself puts them together: a use, and what it is directed against. An act with one of the aims,
 * with something that is none of them, or with none; an act that lacks its qualifier; an offence with a maximum or without.
 *
 * @param {Awaited<ReturnType<typeof allElements>>} elements @param {number} count @param {() => number} random @returns {Statement[]}
 */
export function composed(elements, count, random) {
  const pick = pickerFrom(random);
  const { uses, acts, actsLacking, aims, noAims, ties, offences, maxima, minima, limits } = elements;
  const { terms, objects, otherUses, otherObjects } = elements;
  const incomplete = ({ text }) => ({ text, marks: [{ rule: 'purpose-incomplete', start: 0, end: text.length }] });
  /** A use of the list, directed against what is given; what is done otherwise brings its own. */
  const used = (...object) => [pick(uses), ...object];
  const done = (goals) => {
    const [infinitive, gerund] = pick(goals).text.split('|');
    return { text: pick(ties).text.replace('+', infinitive).replace('~', gerund), marks: [] };
  };
  /** Two offences that have no word in common: "robbery" and "armed robbery" might be one. */
  const two = () => {
    const one = pick(offences);
    const own = new Set(one.text.split(' ').filter((word) => word.length > 3));
    return [
      one,
      pick(offences.filter(({ text }) => !text.split(' ').some((word) => own.has(word)) && one.text !== text)),
    ];
  };
  const kinds = [
    () => used(pick(acts), done(aims)),
    () => used(pick(acts), done(aims)),
    () => used(incomplete(pick(acts)), done(noAims)),
    () => used(incomplete(pick(acts))),
    () => used(incomplete(pick(actsLacking)), done(aims)),
    () => used(pick(terms)),
    () => used(pick(objects), pick(terms)),
    () => used(pick(otherObjects), pick(terms)),
    () => [pick(otherUses), pick(terms)],
    () => [pick(otherUses), pick(acts), done(aims)],
    () => [pick(otherUses), pick(offences), pick(maxima)],
    () => used(pick(offences), pick(maxima)),
    () => used(pick(offences), pick(minima)),
    () => used(incomplete(pick(offences))),
    () => {
      const [one, other] = two();
      return used(one, pick(maxima), pick(ALSO), other, pick(random() < 0.6 ? maxima : minima));
    },
    () => {
      const [one, other] = two();
      return used(one, pick(maxima), pick(ALSO), incomplete(other));
    },
  ];
  return Array.from({ length: count }, (_, i) => {
    const said = kinds[i % kinds.length]();
    if (random() < 0.25) said.push(pick(limits));
    const tight = tightened(joinedAll(`composed${i}`, said, ' ', random() < 0.6 ? '.' : ''));
    return random() < 0.7 ? { ...tight, text: tight.text[0].toUpperCase() + tight.text.slice(1) } : tight;
  });
}

const ALSO = ['and', 'and', ', and', 'as well as', ', as well as', 'or', ';'].map((text) => ({ text, marks: [] }));

/** The statement without blanks before the signs that stand behind a word. */
function tightened({ id, text, marks }) {
  const shift = (place) => place - (text.slice(0, place).match(/ (?=[,:;])/g)?.length ?? 0);
  return {
    id,
    text: text.replace(/ (?=[,:;])/g, ''),
    marks: marks.map(({ rule, start, end }) => ({ rule, start: shift(start), end: shift(end) })),
  };
}

/** What such statements are put together of. */
export async function allElements() {
  const names = [
    ...['uses', 'acts', 'acts-lacking', 'aims', 'no-aims', 'ties', 'offences', 'maxima', 'minima', 'limits'],
    ...['terms', 'objects', 'other-uses', 'other-objects'],
  ];
  const lists = await Promise.all(names.map((name) => parts(`${name}.txt`)));
  const named = names.map((name, i) => [name.replace(/-(.)/g, (_, letter) => letter.toUpperCase()), lists[i]]);
  return Object.fromEntries(named);
}

const bare = ({ text, marks }) => ({ text: text.replace(/[.\s]+$/, ''), marks });

/** One statement of several, with the marks of each where it stands now. */
function joinedAll(id, statements, joint, end) {
  const marks = [];
  let text = '';
  for (const [k, each] of statements.entries()) {
    if (k > 0) text += joint;
    for (const { rule, start, end: to } of each.marks)
      marks.push({ rule, start: start + text.length, end: to + text.length });
    text += each.text;
  }
  return { id, text: text + end, marks };
}

/**
 * Statements written otherwise, with the same said: in capitals, in small letters, with a letter mistyped, in lines.
 *
 * @param {readonly Statement[]} statements @param {number} count @param {() => number} random @returns {Statement[]}
 */
export function rewritten(statements, count, random) {
  const below = (n) => Math.floor(random() * n);
  const same = statements.filter(({ text }) => text.toUpperCase().length === text.length);
  return Array.from({ length: count }, (_, i) => {
    const { text, marks } = same[below(same.length)];
    return { id: `rewritten${i}`, text: WAYS[i % WAYS.length](text, below), marks };
  });
}

const WAYS = [(text) => text.toUpperCase(), (text) => text.toLowerCase(), mistyped, inLines];

/** Lines of some eight words, as they are pasted from a page. Marks keep their places. */
function inLines(text, below) {
  let left = 5 + below(6);
  return text.replace(/ /g, () => {
    if (--left > 0) return ' ';
    left = 5 + below(6);
    return '\n';
  });
}

/** Two letters of a long word change places. */
function mistyped(text, below) {
  const long = [...text.matchAll(/\p{Ll}{6,}/gu)];
  const word = long[below(long.length)];
  if (!word) return text;
  const at = word.index + 1 + below(word[0].length - 3);
  return text.slice(0, at) + text[at + 1] + text[at] + text.slice(at + 2);
}
