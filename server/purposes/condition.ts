import type { Stretch } from './layout';
import type { Form } from './words';

/** Words by which an undertaking holds only for a time, a manner or a case, wherever they stand beside it. */
const CONDITION =
  /^(?:unless|except|excepting|save|until|till|while|whilst|provided|normally|ordinarily|generally|usually|mostly|mainly|primarily|chiefly|currently|temporarily|provisionally|presently|openly|officially|pending|otherwise|barring)$/;
/** Two words that say so, by the first: "in principle", "as long as", "for the time being". */
const PAIRS: Readonly<Record<string, RegExp>> = {
  in: /^(?:principle|general|theory|practice|most|normal|ordinary|public|daytime)$/,
  as: /^(?:long|far|yet)$/,
  so: /^(?:long|far)$/,
  a: /^(?:rule)$/,
  for: /^(?:now)$/,
  time: /^(?:being)$/,
  the: /^(?:moment)$/,
  at: /^(?:present|first)$/,
  under: /^(?:normal|ordinary|usual)$/,
  by: /^(?:day|night|default)$/,
  on: /^(?:duty|condition)$/,
};

/**
 * True where what is undertaken in an item may hold only on a condition: "no cartoonist is followed while Parliament sits", "in
 * principle not for immigration checks". Whether it opens the use is for the reader to tell from the whole. "If" and "when" are none:
 * they say as often what the conduct is that is renounced.
 */
export function hasCondition(form: Form, { from, to }: Stretch): boolean {
  for (let i = from; i < to; i++)
    if (CONDITION.test(form(i)) || PAIRS[form(i)]?.test(form(i + 1)) === true) return true;
  return false;
}
