/**
 * The word in Latin letters where it mixes them with letters of another alphabet that print alike, or is written in styled
 * Latin letters; undefined where it is plain, of one alphabet, or has a letter that passes for no other.
 */
export function inLatinLetters(word: string): string | undefined {
  if (!MIXED.test(word) || !/\p{Script=Latin}|[\u{1d400}-\u{1d6a5}]/u.test(word)) return undefined;
  const letters = Array.from(word)
    .map((letter) => LOOK_ALIKES[letter] ?? (STYLED.test(letter) ? letter.normalize('NFKC') : letter))
    .join('');
  if (letters === word || !/^[\p{Script=Latin}\p{N}\p{M}'\u2019-]+$/u.test(letters)) return undefined;
  // Letters of full width are usual between ideographs, in words of their own.
  return /^[\uff00-\uff5e\p{N}]+$/u.test(word) ? undefined : letters;
}

/** Mathematical letters and those of full width, which are styled Latin letters. */
const STYLED = /[\u{1d400}-\u{1d6a5}\uff21-\uff3a\uff41-\uff5a]/u;

/** What a Latin word does not have. */
const MIXED =
  /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}\u0251\u0261\u{1d400}-\u{1d6a5}\uff21-\uff3a\uff41-\uff5a]/u;

/** Letters of other alphabets, and of phonetic script, that print like a Latin one. */
const LOOK_ALIKES: Record<string, string> = {
  а: 'a', е: 'e', о: 'o', р: 'p', с: 'c', у: 'y', х: 'x', і: 'i', ј: 'j', ѕ: 's', һ: 'h', ԁ: 'd', ԛ: 'q', ԝ: 'w', ӏ: 'l', ѵ: 'v',
  А: 'A', В: 'B', Е: 'E', К: 'K', М: 'M', Н: 'H', О: 'O', Р: 'P', С: 'C', Т: 'T', Х: 'X', У: 'Y', І: 'I', Ј: 'J', Ѕ: 'S', Ӏ: 'I',
  ο: 'o', α: 'a', ν: 'v', ρ: 'p', ι: 'i', υ: 'u', Α: 'A', Β: 'B', Ε: 'E', Ζ: 'Z', Η: 'H', Ι: 'I', Κ: 'K', Μ: 'M', Ν: 'N', Ο: 'O',
  Ρ: 'P', Τ: 'T', Υ: 'Y', Χ: 'X', օ: 'o', ո: 'n', ս: 'u', հ: 'h', ց: 'g', յ: 'j', զ: 'q', Տ: 'S', Ս: 'U', Օ: 'O', ɑ: 'a', ɡ: 'g',
  Ꭺ: 'A', Ᏼ: 'B', Ꮯ: 'C', Ꭰ: 'D', Ꭼ: 'E', Ꮋ: 'H', Ꭻ: 'J', Ꮶ: 'K', Ꮮ: 'L', Ꮇ: 'M', Ꮲ: 'P', Ꮪ: 'S', Ꭲ: 'T', Ꮩ: 'V', Ꮃ: 'W', Ꮓ: 'Z',
}; // prettier-ignore
