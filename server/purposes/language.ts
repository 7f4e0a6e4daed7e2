import { inflateSync, strFromU8 } from 'fflate';
import language from 'purpose-language';
import { Lexicon } from './lexicon';
import { Painter } from './picture';
import { Network } from './tagger/network';
import { Vocabulary, type Concepts } from './vocabulary';

/** What it takes to read statements with the words of one vocabulary. */
export interface Language {
  readonly painter: Painter;
  /** The learned second reader; a vocabulary may do without. */
  readonly network: Network | undefined;
}

const known = new Map<string, Language>();
let english: Lexicon | undefined;

/** The vocabulary of this name, unpacked on first use; undefined where the project has none of the name. */
export function languageOf(name: string): Language | undefined {
  const ready = known.get(name);
  if (ready) return ready;
  const packed = Object.hasOwn(language.vocabularies, name) ? language.vocabularies[name] : undefined;
  if (!packed) return undefined;
  english ??= new Lexicon(unpack(language.lexicon));
  const { tagger } = packed;
  const made: Language = {
    painter: new Painter(new Vocabulary(JSON.parse(unpack(packed.concepts)) as Concepts), english, packed.readings),
    network: tagger && new Network({ ...tagger, features: unpack(tagger.features) }),
  };
  known.set(name, made);
  return made;
}

function unpack(packed: string): string {
  return strFromU8(inflateSync(Uint8Array.from(atob(packed), (each) => each.charCodeAt(0))));
}
