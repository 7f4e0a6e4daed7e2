const UNITS = [
  'zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen', 'fourteen',
  'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen',
]; // prettier-ignore
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const WORDS = [...UNITS, ...TENS, 'single', 'pair', 'dozen', 'hundred', 'thousand', 'million', 'half', 'quarter'];

const STATED = new RegExp(`\\p{N}|\\b(?:${WORDS.join('|')})\\b`, 'iu');

/** True where a text states a number, in the digits of any script or in an English word. */
export function statesNumber(text: string): boolean {
  return STATED.test(text);
}

/**
 * Reads a number from zero to ninety-nine, or in digits: "14", "5.5", "fourteen", "twenty-one", "fourteen (14)". Undefined
 * where the text is anything else, and where words and digits differ.
 */
export function readNumber(text: string): number | undefined {
  const words = text.trim().toLowerCase();
  const twice = /^(.+?) ?\((.+)\)$/.exec(words);
  if (twice) {
    const [first, second] = [readNumber(twice[1] ?? ''), readNumber(twice[2] ?? '')];
    return first === second ? first : undefined;
  }
  if (/^\d{1,9}(?:\.\d{1,4})?$/.test(words)) return Number(words);
  const unit = UNITS.indexOf(words);
  if (unit >= 0) return unit;
  const [ten = '', one, ...more] = words.split(/[- ]/);
  const tens = TENS.indexOf(ten);
  if (tens < 0 || more.length > 0) return undefined;
  const ones = one === undefined ? 0 : UNITS.indexOf(one);
  return ones < 0 || ones > 9 || (one !== undefined && ones === 0) ? undefined : (tens + 2) * 10 + ones;
}
