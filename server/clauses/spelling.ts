import { inLatinLetters } from '../text/look-alikes';

/**
 * The form in which a word is compared: small letters, one kind of hyphen and apostrophe, American spelling, numbers in
 * digits. Two words with the same form say the same. Characters that cannot be seen, and letters that pass for others,
 * are a finding of their own and make no other word.
 */
export function formOf(word: string): string {
  const known = forms.get(word);
  if (known !== undefined) return known;
  const seen = word.replace(IGNORED, '');
  const form = spell(
    (inLatinLetters(seen) ?? seen)
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[\u2019\u02bc\u2018]/g, "'"),
  );
  if (forms.size > MAX_KNOWN) forms.clear();
  forms.set(word, form);
  return form;
}

/** Words met before: a certificate has few different ones. A pure memory, emptied when it grows. */
const forms = new Map<string, string>();
const MAX_KNOWN = 4000;

/** Characters of no width inside a word. */
const IGNORED = /\p{Default_Ignorable_Code_Point}+/gu;

/** British endings and their American form; what a rule takes in beyond that is changed the same way on both sides. */
const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/^(.{2,})is(ation|ations|ational|e|ed|er|ers|es|ing|able)$/, '$1iz$2'],
  [/^(anal|paral|catal)ys(e|ed|es|er|ing)$/, '$1yz$2'],
  [/^(arm|behavi|col|endeav|fav|harb|hon|hum|lab|neighb|rig|rum|val|vig)our/, '$1or'],
  [/^(defen|licen|offen|preten)c(e|es|ed|ing|eless|or)$/, '$1s$2'],
  [/^practis(e|es|ed|ing)$/, 'practic$1'],
  [/^practiz(e|es|ed|ing)$/, 'practic$1'],
  [/^(calib|cent|fib|lit|met|theat)re(s?)$/, '$1er$2'],
  [/^programme(s?)$/, 'program$1'],
  [/^(abridg|acknowledg|judg)ement/, '$1ment'],
  [/^(.*(?:cance|channe|counse|fue|labe|leve|mode|signa|trave))ll(ed|er|ers|ing)$/, '$1l$2'],
  [/^(analog|catalog|dialog)ue(s?)$/, '$1$2'],
];

const VARIANTS: ReadonlyMap<string, string> = new Map([
  ['&', 'and'],
  ['amongst', 'among'],
  ['enrol', 'enroll'],
  ['fulfil', 'fulfill'],
  ['grey', 'gray'],
  ['towards', 'toward'],
  ['whilst', 'while'],
  ...'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'
    .split(' ')
    .map((word, number) => [word, String(number)] as const),
  ...'thirty forty fifty sixty seventy eighty ninety'
    .split(' ')
    .map((word, tens) => [word, String(10 * (tens + 3))] as const),
]);

function spell(word: string): string {
  const variant = VARIANTS.get(word);
  if (variant !== undefined) return variant;
  return ENDINGS.reduce((form, [ending, american]) => form.replace(ending, american), word);
}
