import { lemmasOf, type Word } from './words';

/** What a word mostly is in English: `person`, `place`, `act`, `thing`, `verb`, `adjective` … */
export type WordClass = string;

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

export const PREPOSITIONS = words(
  'of in on at by for with from to against under during through into between among amongst within without via over across before after concerning regarding about towards toward upon near inside outside around behind beyond along throughout pursuant per as than like until till since despite amid amidst beside onto off',
);
export const AUXILIARIES = words(
  'is are was were be been being am shall will may can must should would could might has have had do does did cannot',
);
export const DETERMINERS = words(
  'the a an any all some its their our his her my your this that these those such each every both no other another certain several many most more own said one two three four five',
);
export const COORDINATORS = words('and or & plus nor');
export const RELATIVES = words(
  'who which that whom whose where when why how while whereas because although though if unless until so what whether whoever whatever whichever',
);
export const FILLERS = words(
  'also likewise then further furthermore moreover finally additionally secondly thirdly firstly first second third subsequently equally similarly simultaneously namely in addition as well together with besides not only but again now too thereby therefore thereafter lastly last including',
);

/** The function words of English. */
export const FUNCTION_WORDS = new Set([
  ...PREPOSITIONS,
  ...AUXILIARIES,
  ...DETERMINERS,
  ...COORDINATORS,
  ...RELATIVES,
  ...FILLERS,
  ...words(
    'it they we he she i you them us him me itself themselves there here not never none very only just even still yet i.e e.g etc',
  ),
]);

/** Common English words by what they mostly are. */
export class Lexicon {
  readonly #classes = new Map<string, ReadonlySet<WordClass>>();

  /** `text`: a line for each set of classes, "person+verb: judge …". */
  constructor(text: string) {
    for (const line of text.split('\n')) {
      const colon = line.indexOf(': ');
      if (colon < 0) continue;
      const classes = new Set(line.slice(0, colon).split('+'));
      for (const word of line.slice(colon + 2).split(' ')) this.#classes.set(word, classes);
    }
  }

  /** True for a word that English has, in any of its forms. */
  has(form: string): boolean {
    return FUNCTION_WORDS.has(form) || lemmasOf(form).some((lemma) => this.#classes.has(lemma));
  }

  /** What the word mostly is; undefined for a word that is not common. */
  classes(word: Word): ReadonlySet<WordClass> | undefined {
    for (const lemma of word.lemmas) {
      const found = this.#classes.get(lemma);
      if (found) return found;
    }
    return undefined;
  }
}
