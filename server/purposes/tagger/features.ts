import type { Judgement } from '../judge';
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
  readonly #concepts = new Map<string, string>();

  constructor(likeness: Likeness) {
    this.#likeness = likeness;
  }

  /** A description for each word, in order. */
  describe(picture: Picture, judgement: Judgement): readonly Description[] {
    const { words, concepts, names, negated, aims, penalties, mentions, segments, items, lexicon } = picture;
    const here: string[][] = words.map(() => []);
    const each = ({ from, to }: { from: number; to: number }, ...told: readonly string[]) => {
      for (let i = from; i < to; i++) here[i]?.push(...told);
    };
    const settled = new Uint8Array(words.length);
    for (const { rule, why, from, to } of judgement.flaws)
      for (let i = from; i < to; i++) {
        if (settled[i] === 1) continue;
        settled[i] = 1;
        here[i]?.push(`r=${rule.slice('purpose-'.length)}`, `why=${why}`);
      }
    for (const [i, told] of here.entries()) {
      if (settled[i] !== 1) told.push('r=O');
      for (const concept of concepts[i] ?? []) told.push(this.#toldOf(concept));
      const name = names[i];
      if (name) told.push(`name=${name}`);
      if (negated[i] === 1) told.push('neg');
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
        `m=${mention.kind}`,
        `ms=${judgement.states[m] ?? ''}`,
        `mq=${mention.qualifier}`,
        `ma=${String(mention.aim !== undefined)}`,
        `mp=${String(mention.penalties.length)}`,
        `mt=${String(mention.terror)}`,
      );
    for (const [s, segment] of segments.entries()) {
      each(
        segment,
        `h=${segment.head}`,
        `in=${String(judgement.inside[s] ?? false)}`,
        `ac=${String(judgement.accounted[s] ?? false)}`,
      );
      here[segment.from]?.push('segstart');
    }
    for (const item of items) here[item.from]?.push('itemstart');
    return words.map((word, i) => ({ own: this.#ownOf(word, lexicon), here: here[i] ?? [] }));
  }

  /** What a concept is told as: made once, since each word of a statement has some. */
  #toldOf(concept: string): string {
    let told = this.#concepts.get(concept);
    if (told === undefined) {
      told = `c=${concept}`;
      this.#concepts.set(concept, told);
    }
    return told;
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
