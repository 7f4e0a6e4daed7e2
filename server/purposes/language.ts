import { inflateSync, strFromU8 } from 'fflate';
import language from 'purpose-language';
import { Lexicon } from './lexicon';
import { Likeness } from './likeness';
import { Painter } from './picture';
import { Describer } from './tagger/features';
import { Network } from './tagger/network';
import { Vocabulary, type Concepts } from './vocabulary';

/** What it takes to read statements with the words of one vocabulary. */
export interface Language {
  readonly painter: Painter;
  readonly describer: Describer;
  /** The learned second reader; a vocabulary may do without. */
  readonly network: Network | undefined;
}

const known = new Map<string, Language>();
let english: { readonly lexicon: Lexicon; readonly likeness: Likeness } | undefined;

/** The vocabulary of this name, unpacked on first use; undefined where the project has none of the name. */
export function languageOf(name: string): Language | undefined {
  const ready = known.get(name);
  if (ready) return ready;
  const packed = Object.hasOwn(language.vocabularies, name) ? language.vocabularies[name] : undefined;
  if (!packed) return undefined;
  english ??= {
    lexicon: new Lexicon(unpack(language.lexicon)),
    likeness: new Likeness(unpack(language.likeness.words), unpack(language.likeness.signs)),
  };
  const { tagger } = packed;
  const made: Language = {
    painter: new Painter(
      new Vocabulary(JSON.parse(unpack(packed.concepts)) as Concepts),
      english.lexicon,
      packed.readings,
    ),
    describer: new Describer(english.likeness),
    network: tagger && new Network({ ...tagger, features: unpack(tagger.features), bytes: unpackBytes(tagger.bytes) }),
  };
  known.set(name, made);
  return made;
}

function unpack(packed: string): string {
  return strFromU8(unpackBytes(packed));
}

function unpackBytes(packed: string): Uint8Array {
  return inflateSync(Uint8Array.from(atob(packed), (each) => each.charCodeAt(0)));
}
