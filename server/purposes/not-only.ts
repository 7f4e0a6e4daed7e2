import type { Stretch } from './layout';
import type { Picture } from './picture';

const LIMITER = /^(?:only|merely|just|solely|exclusively|simply)$/;
/** What answers "not only": "… but also to investigate them", "… they are investigated as well". */
const ANSWER = /^(?:but|also|too|well|rather|equally)$/;
/** "not only in the capital", "not only by night": where, when and by whom, not what for. */
const CIRCUMSTANCE = /^(?:in|at|by|on|during|under|within|from|when|where|while|after|before|because)$/;
const PRONOUN = /^(?:they|those|these|this|that|such|it|them)$/;

/**
 * "Not only for preventing terrorism", "terrorist acts, and not only those": more is meant, and nothing says what. In words, end
 * exclusive; undefined where there is none, or where something answers it.
 */
export function notOnlyOf({ words, mentions }: Picture): Stretch | undefined {
  const form = (i: number) => words[i]?.form ?? '';
  const isEnd = (i: number) => i >= words.length || /^[.;:,!?)]$/.test(form(i));
  for (let i = 0; i < words.length; i++) {
    if (form(i) !== 'not' || !LIMITER.test(form(i + 1)) || CIRCUMSTANCE.test(form(i + 2))) continue;
    if (words.slice(i + 2).some(({ form: each }) => ANSWER.test(each))) continue;
    let end = i + 2;
    while (!isEnd(end)) end++;
    const isAlone = end === i + 2 || (end === i + 3 && PRONOUN.test(form(i + 2)));
    if (isAlone || mentions.some(({ from }) => i < from && from < end)) return { from: i, to: i + 2 };
  }
  return undefined;
}
