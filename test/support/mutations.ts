import type { Regime, RequiredClause } from '../../server/regimes/types';
import { wordsOf, type Word } from '../../server/clauses/words';
import type { Span } from '../../server/text/span';

/** A clause after a change, and where in the new text the change is. */
export interface Mutated {
  readonly text: string;
  /** Empty at the gap where words were left out. */
  readonly at: Span;
}

/** A number from 0 to one less than `below`. */
export type Pick = (below: number) => number;

/** A kind of change; undefined where the clause has no place for it. */
export type Mutation = (clause: RequiredClause, pick: Pick, regime: Regime) => Mutated | undefined;

const one = <T>(items: readonly T[], pick: Pick): T | undefined => items[pick(items.length)];

function put(words: string, start: number, end: number, newText: string): Mutated {
  const text = words.slice(0, start) + newText + words.slice(end);
  return { text, at: { start, end: start + newText.trimEnd().length } };
}

function leaveOut(words: string, start: number, end: number): Mutated {
  const left = words.slice(0, start).trimEnd();
  const right = words.slice(end).trimStart();
  const glue = left === '' || right === '' || /^[.,;:)]/.test(right) ? '' : ' ';
  return { text: left + glue + right, at: { start: left.length, end: left.length + glue.length } };
}

/** Puts words before a word of the clause. */
function insert(clause: RequiredClause, pick: Pick, texts: readonly string[], where?: RegExp): Mutated | undefined {
  const { words } = clause;
  const places = wordsOf(words).filter(({ start }) => !where || where.test(words.slice(start)));
  const place = one(places, pick);
  const text = one(texts, pick);
  return place && text !== undefined ? put(words, place.start, place.start, `${text} `) : undefined;
}

function insertAtStart({ words }: RequiredClause, pick: Pick, texts: readonly string[]): Mutated {
  const text = one(texts, pick) ?? '';
  return { text: text + words, at: { start: 0, end: text.trimEnd().length } };
}

/** Replaces one of the matches of a pattern. */
function swap({ words }: RequiredClause, pick: Pick, pattern: RegExp, texts: readonly string[]): Mutated | undefined {
  const found = one([...words.matchAll(pattern)], pick);
  const text = one(texts, pick);
  return found && text !== undefined ? put(words, found.index, found.index + found[0].length, text) : undefined;
}

function drop({ words }: RequiredClause, pick: Pick, pattern: RegExp): Mutated | undefined {
  const found = one([...words.matchAll(pattern)], pick);
  return found && leaveOut(words, found.index, found.index + found[0].length);
}

/**
 * Words whose loss is felt: all where the words are the regime's, those of substance where only the elements are; not what
 * joins the last entry of a list behind a stop.
 */
function felt(clause: RequiredClause): readonly Word[] {
  const free = new Set(clause.fillers ?? []);
  const joins = (start: number) => /;\s*$/.test(clause.words.slice(0, start));
  return wordsOf(clause.words).filter(({ form, start }) => !free.has(form) && !(form === 'or' && joins(start)));
}

function append({ words }: RequiredClause, pick: Pick, sentences: readonly string[]): Mutated {
  const sentence = one(sentences, pick) ?? '';
  return { text: `${words} ${sentence}`, at: { start: words.length + 1, end: words.length + 1 + sentence.length } };
}

/** The entries of an enumeration as they stand in the clause. */
function entriesIn(clause: RequiredClause, regime: Regime): readonly Span[] {
  return (clause.lists ?? []).slice(0, 2).flatMap(({ entries, of }) => {
    const object = regime.purposes?.objects.find(({ id }) => id === of?.object);
    const texts = entries ?? (of ? (object?.[of.list] ?? []).map(({ words }) => words) : []);
    if (texts.length < 4 && of?.list !== 'aims') return [];
    return texts.flatMap((text) => {
      const start = clause.words.indexOf(text);
      return start < 0 ? [] : [{ start, end: start + text.length }];
    });
  });
}

/** Changes of substance. */
export const MATTERING: Readonly<Record<string, Mutation>> = {
  'a word left out': (clause, pick) => {
    const word = one(felt(clause), pick);
    return word && leaveOut(clause.words, word.start, word.end);
  },
  'three words left out': (clause, pick) => {
    // A clause of elements can be shortened into another wording that is accepted.
    if (clause.match === 'elements') return undefined;
    const words = wordsOf(clause.words);
    const i = pick(words.length - 2);
    const [first, , last] = words.slice(i, i + 3);
    const matters = felt(clause).some(({ start }) => start >= (first?.start ?? 0) && start < (last?.end ?? 0));
    return first && last && matters ? leaveOut(clause.words, first.start, last.end) : undefined;
  },
  'everything after a word left out': (clause, pick) => {
    const words = wordsOf(clause.words);
    const i = 3 + pick(words.length - 4);
    return words[i] && leaveOut(clause.words, words[i].start, clause.words.length);
  },
  'a word in place of another': (clause, pick) => {
    const word = one(felt(clause), pick);
    return word && put(clause.words, word.start, word.end, one(['marmalade', 'gravel', 'teapot'], pick) ?? 'x');
  },
  'a duty made an option': (clause, pick) =>
    swap(clause, pick, /\b(?:shall|will)\b/g, ['may', 'should', 'might', 'shall endeavour to', 'could']),
  'a negation added': (clause, pick) => insert(clause, pick, ['not', 'never', 'no'], undefined),
  'a negation lost': (clause, pick) => drop(clause, pick, /\bnot\b/g),
  'a limit lost': (clause, pick) =>
    drop(clause, pick, /\b(?:only|solely|merely|under any circumstances|in and of itself|if so required|any)\b,?/g),
  'another number': (clause, pick) => swap(clause, pick, /\b6\b/g, ['5', 'five', '7', '16', '6.5', '60', 'five (5)']),
  'another unit': (clause, pick) => swap(clause, pick, /\byears\b/g, ['months', 'weeks', 'days']),
  'the other side of a bound': (clause, pick) => swap(clause, pick, /\bmore\b/g, ['less', 'fewer']),
  'excluding for including': (clause, pick) =>
    swap(clause, pick, /\bincluding\b/g, ['excluding', 'except', 'not including']),
  'wider than including': (clause, pick) =>
    swap(clause, pick, /\bincluding\b/g, ['including but not limited to', 'such as']),
  'a condition added': (clause, pick) =>
    insert(clause, pick, [
      'where practicable',
      'if possible',
      'reasonably',
      'as appropriate',
      'in principle',
      'normally',
    ]),
  'an exception added': (clause, pick) =>
    insert(clause, pick, [
      'except in cases of national security',
      'unless the Minister decides otherwise',
      'save in an emergency',
      'other than for the Palace of Quern',
    ]),
  'an exception at the end': (clause, pick) => {
    const text = clause.words.replace(/\.$/, '');
    const tail =
      one(
        [
          ', except in an emergency.',
          ', unless otherwise agreed.',
          ' where practicable.',
          ' or as the Minister sees fit.',
        ],
        pick,
      ) ?? '';
    return { text: text + tail, at: { start: text.length, end: text.length + tail.length } };
  },
  'a sentence that takes back': (clause, pick) =>
    append(clause, pick, [
      'This shall not apply in an emergency.',
      'The Minister may waive this requirement.',
      'Exceptions are decided by the competent authority.',
      'The system may also be used for public order.',
      'The end user shall decide when this is required.',
      'Nothing in this clause shall bind the Office.',
      'The foregoing is subject to operational needs.',
      'The system shall also be used to observe critics.',
      'National security shall prevail.',
      'The end user is not liable.',
      'In urgent matters prior approval is enough.',
      'The end user shall make reasonable efforts.',
    ]),
  'an entry left out': (clause, pick, regime) => {
    const entry = one(entriesIn(clause, regime), pick);
    if (!entry) return undefined;
    const { words } = clause;
    const after = /^[,;]? ?/.exec(words.slice(entry.end))?.[0].length ?? 0;
    const before = /(?:\(\w\) )?$/.exec(words.slice(0, entry.start))?.[0].length ?? 0;
    return leaveOut(words, entry.start - before, entry.end + after);
  },
  'an entry added': (clause, pick, regime) => {
    const entry = one(entriesIn(clause, regime), pick);
    return entry && put(clause.words, entry.start, entry.start, one(['eye colour, ', 'bad manners, '], pick) ?? '');
  },
  'another entry': (clause, pick, regime) => {
    const entry = one(entriesIn(clause, regime), pick);
    return entry && put(clause.words, entry.start, entry.end, one(['eye colour', 'bad manners'], pick) ?? '');
  },
  'an entry qualified': (clause, pick, regime) => {
    const entry = one(entriesIn(clause, regime), pick);
    const word = one(['alleged', 'lawful', 'so-called', 'certain'], pick) ?? '';
    return entry && put(clause.words, entry.start, entry.start, `${word} `);
  },
  'a limit weakened': (clause, pick) =>
    swap(clause, pick, /\b(?:only|solely|merely)\b/g, ['mainly', 'primarily', 'preferably', 'partly', 'also']),
  'a promise put in front': (clause, pick) =>
    insertAtStart(clause, pick, [
      'In peacetime, ',
      'Where practicable, ',
      'To the best of its ability, ',
      'It is hoped that ',
      'Unless otherwise agreed, ',
      'It is not the case that ',
    ]),
  'a sentence that takes back in front': (clause, pick) =>
    insertAtStart(clause, pick, [
      'Exceptions may be granted by the Minister. ',
      'What follows is a statement of intent. ',
      'This is without legal effect. ',
    ]),
  'a sentence that takes back among undertakings': ({ words }, pick) => {
    const before = `${words} The end user shall keep a record of every use for ten years. `;
    const sentence =
      one(['The Minister may grant exceptions.', 'This shall lapse in wartime.', 'Compliance is voluntary.'], pick) ??
      '';
    const after = ' The system shall not be transferred to a third party.';
    return { text: before + sentence + after, at: { start: before.length, end: before.length + sentence.length } };
  },
  'a phrase in place of another': (clause, pick) => {
    const words = wordsOf(clause.words);
    const i = 3 + pick(Math.max(1, words.length - 6));
    const [first, last] = [words[i], words[i + 1 + pick(3)]];
    if (clause.match === 'elements' || !first || !last || /[();]/.test(clause.words.slice(first.start, last.end)))
      return undefined;
    return put(clause.words, first.start, last.end, one(['purple marmalade', 'teapots of gravel'], pick) ?? 'x');
  },
  'a word said twice over with a "not"': (clause, pick) => insert(clause, pick, ['not so much as', 'if not', 'hardly']),
  'a limit moved': ({ words }, pick) => {
    const found = one([...words.matchAll(/\b(?:only|merely|solely|seriously|unduly) /g)], pick);
    const places = wordsOf(words).filter(({ start }) => found && Math.abs(start - found.index) > 25);
    const place = one(places, pick);
    if (!found || !place) return undefined;
    const out = (text: string, start: number) => text.slice(0, start) + text.slice(start + found[0].length);
    const first = place.start > found.index;
    const start = first ? place.start - found[0].length : place.start;
    const rest = out(words, found.index);
    const text = rest.slice(0, start) + found[0] + rest.slice(start);
    return { text, at: { start, end: start + found[0].length - 1 } };
  },
  'or for and': (clause, pick) => swap(clause, pick, /\band\b(?! of)/g, ['or', 'and/or']),
  'and for or': (clause, pick) => swap(clause, pick, /\bor\b/g, ['and']),
  'two words exchanged': (clause, pick) => {
    // Not two entries of one enumeration, whose order says nothing.
    const entries = new Set((clause.lists ?? []).flatMap((list) => list.entries ?? []));
    const words = felt(clause).filter(({ form }) => form.length > 6 && !entries.has(form));
    const a = one(words, pick);
    const b = words.find(({ start, form }) => a && start > a.end + 25 && form !== a.form);
    if (!a || !b) return undefined;
    const { words: text } = clause;
    const first = text.slice(b.start, b.end);
    const swapped = text.slice(0, a.start) + first + text.slice(a.end, b.start) + text.slice(a.start, a.end);
    return { text: swapped + text.slice(b.end), at: { start: a.start, end: a.start + first.length } };
  },
};

/** Changes of form. */
export const HARMLESS: Readonly<Record<string, (text: string, pick: Pick, clause: RequiredClause) => string>> = {
  'wider spaces': (text, pick) => text.replace(/ /g, () => (pick(4) === 0 ? '  ' : ' ')),
  'spaces that do not break': (text, pick) => text.replace(/ /g, () => (pick(3) === 0 ? '\u00a0' : ' ')),
  'spaces of other widths': (text, pick) => text.replace(/ /g, () => (pick(5) === 0 ? '\u2009' : ' ')),
  'curly apostrophes': (text) => text.replaceAll("'", '\u2019'),
  'terms in quotation marks': (text) => text.replace(/(Terrorist Acts?|Serious Crimes?)/g, '\u201c$1\u201d'),
  'terms in straight quotation marks': (text) => text.replace(/(Terrorist Acts?|Serious Crimes?)/g, '"$1"'),
  'other hyphens': (text, pick) => text.replace(/-/g, () => one(['\u2010', '\u2011', '\u2013', '\u2212'], pick) ?? '-'),
  'hyphens as spaces': (text) => text.replace(/-/g, ' '),
  'British spelling': (text) =>
    text
      .replace(/(organ|author)iz/g, '$1is')
      .replace(/destabilizing/g, 'destabilising')
      .replace(/licence/g, 'license'),
  'small letters': (text) => text.toLowerCase(),
  capitals: (text) => text.toUpperCase(),
  'terms in small letters': (text) =>
    text.replace(/Terrorist Act|Serious Crime|Government/g, (term) => term.toLowerCase()),
  'no stop at the end': (text) => text.replace(/\.$/, ''),
  'two stops at the end': (text) => `${text}.`,
  'a number in words': (text) => text.replace(/(?<!\()\b6\b/, 'six'),
  'a number in words and digits': (text) => text.replace(/(?<!\()\b6\b/, 'six (6)'),
  'other marks': (text, pick) => {
    const mark = one(
      [(m: string) => `${m}.`, (m: string) => `${m})`, (m: string) => `[${m}]`, () => '-', () => '\u2022'],
      pick,
    );
    return mark ? text.replace(/\((\w)\)/g, (_, m: string) => mark(m)) : text;
  },
  'Roman marks': (text) => {
    const roman = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix'];
    return text.replace(/\(([a-i])\)/g, (_, m: string) => `(${roman[m.charCodeAt(0) - 97] ?? 'x'})`);
  },
  'no marks': (text) => text.replace(/\(\w\) /g, ''),
  'entries on lines of their own': (text) => text.replace(/ (\(\w\))/g, '\n$1'),
  'bulleted lines': (text) => text.replace(/ \(\w\)/g, '\n-'),
  'an undertaking more': (text, pick) =>
    `${text.replace(/\.?$/, '.')} ${
      one(
        [
          'The end user shall keep a record of every use for ten years.',
          'The system shall not be transferred to a third party.',
          'The end user undertakes to notify the exporter of any loss of the system.',
          'The end user will permit inspections by the exporter.',
        ],
        pick,
      ) ?? ''
    }`,
  'entries in another order': (text, pick, clause) => {
    if (clause.id === 'terrorist-act') {
      const acts = /\(a\) (.*)\.$/s.exec(text)?.[1]?.split(/; \(\w\) /);
      if (!acts) return text;
      return (
        text.slice(0, text.indexOf('(a) ')) +
        `${shuffled(acts, pick)
          .map((act, i) => `(${String.fromCharCode(97 + i)}) ${act}`)
          .join('; ')}.`
      );
    }
    const grounds = /merely due to their (.*)\.$/s.exec(text)?.[1]?.split(/, | or (?!gender)/);
    if (!grounds) return text;
    const mixed = shuffled(grounds, pick);
    return (
      text.slice(0, text.indexOf('due to their ') + 13) + `${mixed.slice(0, -1).join(', ')} or ${mixed.at(-1) ?? ''}.`
    );
  },
  'a number in front': (text, pick) => `${one(['3. ', '(b) ', '\u00a7 4 ', '4.2 ', 'Article 5. '], pick) ?? ''}${text}`,
  'another beginning of a definition': (text, pick) =>
    text.replace(
      /^Terrorist Acts are (?=intentional)/,
      one(
        [
          'Terrorist Acts: ',
          'Terrorist Acts means ',
          '\u201cTerrorist Act\u201d means ',
          'The term Terrorist Acts shall mean ',
        ],
        pick,
      ) ?? '',
    ),
  'entries joined by nothing': (text) =>
    text.replace(/, or (?=personal)| or (?=personal)/, ', ').replace('; or (3)', '; (3)'),
  'sex and gender the other way round': (text) => text.replace('sex or gender', 'gender or sex'),
};

function shuffled<T>(items: readonly T[], pick: Pick): T[] {
  const left = [...items];
  const out: T[] = [];
  while (left.length > 0) out.push(...left.splice(pick(left.length), 1));
  return out;
}
