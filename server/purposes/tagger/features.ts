import type { Judgement } from '../judge';
import { beginsLine } from '../layout';
import type { Likeness } from '../likeness';
import type { Lexicon } from '../lexicon';
import type { Picture } from '../picture';
import type { Word } from '../words';

/** What the tagger is told of one word. */
export interface Description {
  /** What it is wherever it stands. The same list for the same word as long as it is remembered. */
  readonly own: readonly string[];
  /** Where it stands, and what the grammar made of it here. */
  readonly here: readonly string[];
}

/** What is told of words by a value of one kind: put together once, since the same is told again and again. */
class Told {
  readonly #kind: string;
  readonly #told = new Map<string, string>();

  constructor(kind: string) {
    this.#kind = kind;
  }

  of(value: string): string {
    let told = this.#told.get(value);
    if (told === undefined) {
      told = `${this.#kind}=${value}`;
      this.#told.set(value, told);
    }
    return told;
  }
}

const RULE = new Told('r');
const WHY = new Told('why');
const CONCEPT = new Told('c');
const NAME = new Told('name');
const KIND = new Told('m');
const STATE = new Told('ms');
const QUALIFIER = new Told('mq');
const PENALTIES = new Told('mp');
const HEAD = new Told('h');

/** The threshold of imprisonment behind the features, in months: just under six years, so that six years reach it and six years less a day do not. */
const LONG = 71.99;

/**
 * What the tagger is told of each word of a statement: how it is written, what words it is like, the concepts it belongs to,
 * where it stands, and what the grammar made of it. Training and reading use this same description.
 */
export class Describer {
  readonly #likeness: Likeness;
  /** By the words that a word may be a form of, which are the same list for the same word, and by whether it has a capital. */
  readonly #own = {
    small: new WeakMap<readonly string[], readonly string[]>(),
    capital: new WeakMap<readonly string[], readonly string[]>(),
  };

  constructor(likeness: Likeness) {
    this.#likeness = likeness;
  }

  /** A description for each word, in order. */
  describe(picture: Picture, judgement: Judgement): readonly Description[] {
    const { text, words, concepts, names, aims, penalties, mentions, segments, items, lexicon } = picture;
    const { negated, conditional, undone } = picture;
    const here: string[][] = words.map(() => []);
    const each = ({ from, to }: { from: number; to: number }, ...told: readonly string[]) => {
      for (let i = from; i < to; i++) here[i]?.push(...told);
    };
    const settled = new Uint8Array(words.length);
    for (const { rule, why, from, to } of judgement.flaws) {
      const told = [RULE.of(rule.slice('purpose-'.length)), WHY.of(why)];
      for (let i = from; i < to; i++) {
        if (settled[i] === 1) continue;
        settled[i] = 1;
        here[i]?.push(...told);
      }
    }
    for (const [i, told] of here.entries()) {
      if (settled[i] !== 1) told.push('r=O');
      for (const concept of concepts[i] ?? []) told.push(CONCEPT.of(concept));
      const name = names[i];
      if (name) told.push(NAME.of(name));
      if (negated[i] === 1) told.push('neg');
      if (conditional[i] === 1) told.push('cond');
      if (undone[i] === 1) told.push('undone');
    }
    for (const aim of aims) each(aim, 'aim');
    for (const penalty of penalties) {
      // Of alternatives for one offence the longest counts.
      const best = Math.max(...penalties.filter(({ offence }) => offence === penalty.offence).map(({ most }) => most));
      each(
        penalty,
        'pen',
        penalty.most < LONG ? 'penlow' : 'penhigh',
        best < LONG ? 'pensetlow' : 'pensethigh',
        `pen${penalty.bound}_${String(penalty.penal)}`,
      );
    }
    for (const [m, mention] of mentions.entries())
      each(
        mention,
        KIND.of(mention.kind),
        STATE.of(judgement.states[m] ?? ''),
        QUALIFIER.of(mention.qualifier),
        mention.aim ? 'ma=true' : 'ma=false',
        PENALTIES.of(String(mention.penalties.length)),
        mention.terror ? 'mt=true' : 'mt=false',
      );
    for (const [s, segment] of segments.entries()) {
      each(
        segment,
        HEAD.of(segment.head),
        judgement.inside[s] === true ? 'in=true' : 'in=false',
        judgement.accounted[s] === true ? 'ac=true' : 'ac=false',
      );
      here[segment.from]?.push('segstart');
    }
    // A line that begins no item is the rest of a sentence: where its lines end must not matter.
    for (const { from } of items)
      here[from]?.push(...(beginsLine(text, words, from) ? ['itemstart', 'linestart'] : ['itemstart']));
    return words.map((word, i) => ({ own: this.#ownOf(word, lexicon), here: here[i] ?? [] }));
  }

  /** What a word is by itself. Its spelling as written tells it: a capital counts, and so does what a wrong letter was read as. */
  #ownOf(word: Word, lexicon: Lexicon): readonly string[] {
    const known = word.capital ? this.#own.capital : this.#own.small;
    let own = known.get(word.lemmas);
    if (!own) {
      own = this.#read(word, lexicon);
      known.set(word.lemmas, own);
    }
    return own;
  }

  #read(word: Word, lexicon: Lexicon): readonly string[] {
    const own = [`k=${word.kind}`, `l=${word.lemmas.at(-1) ?? ''}`];
    if (word.form.length > 4) own.push(`s3=${word.form.slice(-3)}`, `p4=${word.form.slice(0, 4)}`);
    if (word.capital) own.push('cap');
    const classes = lexicon.classes(word);
    if (classes) for (const each of classes) own.push(`x=${each}`);
    else own.push('x=unk');
    const signs = this.#likeness.of(word);
    for (let i = 0; i < signs.length; i++) own.push(`q${String(i)}=${signs.charAt(i)}`);
    return own;
  }
}
