import { Kept } from '../text/kept';

/** What a word, a number or a sign is wherever it stands. */
interface Spelling {
  /** As written. */
  readonly text: string;
  /** In small letters, one spelling, without an apostrophe's s. */
  readonly form: string;
  /** The form and all that it may be a form of: "investigating" is one of "investigate". The same list for the same word. */
  readonly lemmas: readonly string[];
  readonly kind: 'word' | 'number' | 'sign';
  readonly capital: boolean;
  /** How many letters it has, how many of them are capitals, and whether they are Latin. */
  readonly letters: number;
  readonly capitals: number;
  readonly latin: boolean;
}

/** A word, a number or a sign of a statement. */
export interface Word extends Spelling {
  /** UTF-16 offsets in the statement, end exclusive. */
  readonly start: number;
  readonly end: number;
}

/** The form of the word at an index; empty where there is none. */
export type Form = (i: number) => string;

const PIECE =
  /(?:[\p{L}]\.){2,}|[\p{L}\p{M}]+(?:['\u2019\u02bc][\p{L}]+)*['\u2019]?|\d+(?:[.,]\d+)*|[^\s\p{L}\p{M}\d]/gu;

/** The same for a text of nothing but ASCII, as most are, in a quarter of the time. */
const ASCII_PIECE = /(?:[A-Za-z]\.){2,}|[A-Za-z]+(?:'[A-Za-z]+)*'?|\d+(?:[.,]\d+)*|[^\sA-Za-z\d]/g;

/**
 * Cuts a statement into words. A word broken at the end of a line is joined again, "investi-gations"; two words that stand on
 * either side of the break are not, "arms-dealer". `isKnown` tells by the form.
 */
export function wordsOf(statement: string, isKnown: (form: string) => boolean = () => false): readonly Word[] {
  const words: Word[] = [];
  let behind = 0;
  for (const text of statement.match(/^[\t\n\r -~]*$/.test(statement) ? ASCII_PIECE : PIECE) ?? []) {
    // Nothing but white space stands between two pieces, and in none.
    const start = statement.indexOf(text, behind);
    const end = start + text.length;
    behind = end;
    const before = words.at(-1);
    const last = words.at(-2);
    if (
      before?.text === '-' &&
      last?.kind === 'word' &&
      last.end === before.start &&
      start > before.end &&
      /^[^\S\n]*\n\s*$/.test(statement.slice(before.end, start)) &&
      /^\p{Ll}/u.test(text)
    ) {
      const joined = spellingOf(last.text + text);
      if (isKnown(joined.form) || !isKnown(last.form) || !isKnown(formOf(text))) {
        words.length -= 2;
        words.push(placed(joined, last.start, end));
        continue;
      }
    }
    words.push(placed(spellingOf(text), start, end));
  }
  return words;
}

/** The sum of what is counted in each word. */
export function sumOf(words: readonly Word[], count: (word: Word) => number): number {
  let total = 0;
  for (const word of words) total += count(word);
  return total;
}

function placed(
  { text, form, lemmas, kind, capital, letters, capitals, latin }: Spelling,
  start: number,
  end: number,
): Word {
  return { text, form, lemmas, kind, capital, letters, capitals, latin, start, end };
}

/** The words of certificates come again and again. */
const spellings = new Kept<Spelling>(100_000);

/** What a piece of text is by itself. */
export function spellingOf(text: string): Spelling {
  return spellings.of(text, () => {
    const kind = /^\d/.test(text) ? 'number' : /^[\p{L}\p{M}]/u.test(text) ? 'word' : 'sign';
    const form = formOf(text);
    return {
      text,
      form,
      // Letters that stand for a name are entered in capitals and match nothing else: "WHO" is not "who".
      lemmas: /^\p{Lu}{2,}$/u.test(text) ? [...lemmasOf(form), text] : lemmasOf(form),
      kind,
      capital: /^\p{Lu}/u.test(text),
      letters: text.match(/\p{L}/gu)?.length ?? 0,
      capitals: text.match(/\p{Lu}/gu)?.length ?? 0,
      latin: /\p{Script=Latin}/u.test(text),
    };
  });
}

/** A word as it is compared: small letters, British spelling, no possessive ending. */
export function formOf(text: string): string {
  const small = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\u2019\u02bc]/g, "'");
  const bare = small.replace(/(?<=.)'s?$/, '');
  return british(bare);
}

const BRITISH: Readonly<Record<string, string>> = {
  defense: 'defence',
  defenses: 'defences',
  offense: 'offence',
  offenses: 'offences',
  license: 'licence',
  licenses: 'licences',
  center: 'centre',
  centers: 'centres',
  labor: 'labour',
  harbor: 'harbour',
  harbors: 'harbours',
  honor: 'honour',
  behavior: 'behaviour',
  rumor: 'rumour',
  rumors: 'rumours',
  neighbor: 'neighbour',
  neighbors: 'neighbours',
  neighborhood: 'neighbourhood',
  neighborhoods: 'neighbourhoods',
  favor: 'favour',
  color: 'colour',
  humor: 'humour',
  program: 'programme',
  programs: 'programmes',
  traveler: 'traveller',
  travelers: 'travellers',
  theater: 'theatre',
  tons: 'tonnes',
  jewelry: 'jewellery',
  plow: 'plough',
  gray: 'grey',
  instill: 'instil',
  instills: 'instils',
  analyze: 'analyse',
  analyzes: 'analyses',
  analyzed: 'analysed',
  analyzing: 'analysing',
  paralyze: 'paralyse',
  paralyzes: 'paralyses',
  paralyzed: 'paralysed',
  paralyzing: 'paralysing',
  enquire: 'inquire',
  enquires: 'inquires',
  enquired: 'inquired',
  enquiring: 'inquiring',
  enquiry: 'inquiry',
  enquiries: 'inquiries',
  artifact: 'artefact',
  artifacts: 'artefacts',
  skeptic: 'sceptic',
  maneuver: 'manoeuvre',
  ageing: 'aging',
  sulfur: 'sulphur',
};

function british(word: string): string {
  const known = BRITISH[word];
  if (known !== undefined) return known;
  return word.length > 5 && !BY_NATURE.test(word)
    ? word.replace(/iz(e|es|ed|ing|er|ers|ation|ations|ational)$/, 'is$1')
    : word;
}

/** Words that are written with a z everywhere: "seized", "capsizing". */
const BY_NATURE = /^(?:seiz|siz|priz|capsiz|resiz|downsiz|outsiz)/;

const IRREGULAR: Readonly<Record<string, string>> = {
  men: 'man', women: 'woman', children: 'child', people: 'person', lives: 'life', wives: 'wife', knives: 'knife', thieves: 'thief', selves: 'self', feet: 'foot', teeth: 'tooth',
  shot: 'shoot', shooting: 'shoot', fought: 'fight', caught: 'catch', found: 'find', sought: 'seek', kept: 'keep', held: 'hold', took: 'take', taken: 'take', slain: 'slay', slew: 'slay', stole: 'steal',
  stolen: 'steal', blew: 'blow', blown: 'blow', broke: 'break', broken: 'break', brought: 'bring', bought: 'buy', sold: 'sell', led: 'lead', left: 'leave', made: 'make', meant: 'mean', paid: 'pay', said: 'say',
  sent: 'send', set: 'set', spread: 'spread', struck: 'strike', swept: 'sweep', sank: 'sink', sunk: 'sink', threw: 'throw', thrown: 'throw', tore: 'tear', torn: 'tear', went: 'go', gone: 'go', wrote: 'write', written: 'write',
  drove: 'drive', driven: 'drive', drew: 'draw', drawn: 'draw', fell: 'fall', fallen: 'fall', gave: 'give', given: 'give', grew: 'grow', hid: 'hide', hidden: 'hide', knew: 'know', known: 'know', lit: 'light', burnt: 'burn', burned: 'burn',
  forced: 'force', died: 'die', dying: 'die', lying: 'lie', tied: 'tie', ran: 'run', rang: 'ring', rose: 'rise', risen: 'rise', saw: 'see', seen: 'see', spoke: 'speak', spoken: 'speak', stood: 'stand', taught: 'teach', told: 'tell',
  thought: 'think', understood: 'understand', won: 'win', withdrew: 'withdraw', withdrawn: 'withdraw', wrung: 'wring', fed: 'feed', felt: 'feel', met: 'meet', lost: 'lose', laid: 'lay', hung: 'hang', bent: 'bend', overthrew: 'overthrow', overthrown: 'overthrow', was: 'be', were: 'be', is: 'be', are: 'be', been: 'be', being: 'be', am: 'be', has: 'have', had: 'have', having: 'have', does: 'do', did: 'do', done: 'do', drowned: 'drown', fired: 'fire', firing: 'fire', cowed: 'cow',
}; // prettier-ignore

/** The form and the words of which it may be a form. English has few endings; a wrong guess finds no entry and does no harm. */
export function lemmasOf(form: string): readonly string[] {
  const found = new Set<string>([form]);
  const irregular = IRREGULAR[form];
  if (irregular !== undefined) found.add(irregular);
  const { length } = form;
  if (length > 3 && form.endsWith('s') && !form.endsWith('ss') && !form.endsWith('us') && !form.endsWith('is')) {
    found.add(form.slice(0, -1));
    if (form.endsWith('ies') && length > 4) found.add(`${form.slice(0, -3)}y`);
    if (/(?:s|x|z|ch|sh|o)es$/.test(form)) found.add(form.slice(0, -2));
  }
  if (length > 4 && form.endsWith('ed')) addStems(found, form.slice(0, -2));
  if (length > 5 && form.endsWith('ied')) found.add(`${form.slice(0, -3)}y`);
  if (length > 5 && form.endsWith('ing')) addStems(found, form.slice(0, -3));
  if (length > 6 && form.endsWith('ings')) {
    found.add(form.slice(0, -1));
    addStems(found, form.slice(0, -4));
  }
  return [...found];
}

/** The stem itself, with an e, and with a doubled consonant undone. */
function addStems(found: Set<string>, stem: string): void {
  found.add(stem).add(`${stem}e`);
  if (/([b-df-hj-np-tv-z])\1$/.test(stem)) found.add(stem.slice(0, -1));
}
