import type { Stretch } from './layout';
import { FUNCTION_WORDS } from './lexicon';
import type { Picture } from './picture';
import { sumOf, type Word } from './words';

/** True where a statement has too little English in it to be judged. */
export function isUnreadable({ words, spoken, isEnglish }: Picture): boolean {
  const letters = sumOf(words, (word) => word.letters);
  // "2026/114-C": a number, and no word.
  if (
    !spoken.some((i) => (words[i]?.letters ?? 0) > 1) ||
    sumOf(words, (word) => (word.latin ? word.letters : 0)) < letters / 2
  )
    return true;
  return isForeign(words, spoken, isEnglish);
}

/**
 * A sentence in another language beside what can be judged, or so many words of one within a sentence; undefined where there is
 * none. Names of authorities are no sentence, and two or three words are a name or a quotation.
 */
export function foreignIn({ words, items, spoken, names, negated, isEnglish }: Picture): Stretch | undefined {
  const form = (i: number) => words[i]?.form ?? '';
  const own = spoken.filter((i) => names[i] === undefined && negated[i] !== 1);
  const isOther = (i: number) => words[i - 1]?.kind !== 'number' && (NEIGHBOURS.test(form(i)) || OTHER.test(form(i)));
  // With a capital it may be a name, and so few letters an abbreviation.
  const isUnknown = (i: number) => !isEnglish(i) && words[i]?.capital === false && form(i).length > SHORT;
  const isSaid = (run: readonly number[]) => run.filter((i) => isOther(i) || isUnknown(i)).length >= 2;
  if (items.length > 1) {
    const item = items.find(({ from, to }) => {
      const said = own.filter((i) => from <= i && i < to);
      return said.length >= FEW && isForeign(words, said, isEnglish) && isSaid(said);
    });
    if (item) return item;
  }
  const cited = own.filter((i) => !isCited(i));
  // Nearly every statement: none of its words in a row can be so.
  if (cited.filter(isOther).length < 2 || cited.filter(isUnknown).length < 2) return undefined;
  for (const [length, english] of RUNS)
    for (let k = 0; k + length <= cited.length; k++) {
      const run = cited.slice(k, k + length);
      if ((run.at(-1) ?? 0) - (run[0] ?? 0) > 2 * length) continue;
      if (run.filter((i) => isEnglish(i) && !isOther(i)).length > english) continue;
      if (run.filter(isOther).length >= 2 && run.filter(isUnknown).length >= 2)
        return { from: run[0] ?? 0, to: (run.at(-1) ?? 0) + 1 };
    }
  return undefined;

  /** In the brackets in which a law is cited: "(article 421-1 du code pénal)". */
  function isCited(i: number): boolean {
    let opens = i;
    while (opens > 0 && form(opens) !== '(' && form(opens) !== ')') opens--;
    return form(opens) === '(' && names[opens + 1] === 'provision';
  }
}

/** So few words say by their spelling alone what language they are; more than these need a word like "the" or "of". */
const FEW = 4;

/** So many words in a row, of which at most so many are English as well, are no name and no quotation. */
const RUNS = [
  [7, 2],
  [4, 0],
] as const;

/** Letters that an abbreviation may have. */
const SHORT = 3;

/** Words of other languages that English, or a list of its words, also has. */
const OTHER = /^(?:de|e|di|da|dei)$/;

/** Small words of the neighbours of English that are no English, though a list of English words has some of them. */
const NEIGHBOURS =
  /^(?:contra|el|la|los|las|del|le|les|et|y|para|por|der|das|des|und|von|zur|zum|gegen|il|gli|della|delle|voor|het|een|tegen|du|au|aux|sur|pour|con)$/;

function isForeign(words: readonly Word[], spoken: readonly number[], isKnown: (i: number) => boolean): boolean {
  const isEnglish = (i: number) => isKnown(i) && !NEIGHBOURS.test(words[i]?.form ?? '');
  const english = spoken.filter(isEnglish).length / spoken.length;
  if (english < 0.5) return true;
  // "Combating serious crime (user: Dirección Antinarcóticos)": English beside a name.
  const said = spoken.filter((i, k) => k === 0 || words[i]?.capital !== true || isEnglish(i));
  return (
    spoken.length >= FEW &&
    english < 0.75 &&
    (said.length < FEW || said.filter(isEnglish).length < 0.75 * said.length) &&
    !spoken.some((i) => {
      const form = words[i]?.form ?? '';
      return (
        FUNCTION_WORDS.has(form) &&
        form.length > 1 &&
        !/^(?:de|des|do|en|in|an|a|no|o|as|die|me|son|per|the)$/.test(form)
      );
    })
  );
}
