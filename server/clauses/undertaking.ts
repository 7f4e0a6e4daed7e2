import { cutBetween, type Word } from './words';

/**
 * True where every sentence among these words is a further undertaking that takes nothing away from the clause: it
 * binds someone to do, or not to do, something of a kind that undertakings are about, without condition or exception.
 * Where that cannot be told the answer is false.
 */
export function isUndertaking(text: string, words: readonly Word[]): boolean {
  return sentencesOf(text, words).every(isBinding);
}

function sentencesOf(text: string, words: readonly Word[]): readonly string[] {
  const sentences: string[][] = [];
  words.forEach(({ form, start }, i) => {
    const before = words[i - 1];
    if (!before || cutBetween(text, before.end, start) === 2) sentences.push([]);
    sentences.at(-1)?.push(form);
  });
  return sentences.map((forms) => forms.join(' '));
}

const BINDING =
  /^(?:[\p{L}' ]+? )?(?:shall|will|must|undertakes? to|agrees? to|commits? to|(?:undertakes?|agrees?|confirms?|certif(?:y|ies)) that .+? (?:shall|will|must)) (?:also |further |at all times |promptly |immediately )?(?<verb>(?:not |never )?(?:be )?\p{L}+)/u;

/** What an undertaking binds to do. */
const DOING = new Set(
  (
    'keep maintain record retain store document report notify inform provide supply submit return cooperate ensure train protect ' +
    'secure safeguard audit log preserve deliver disclose furnish permit allow grant confirm certify install comply observe ' +
    'kept maintained recorded retained stored documented reported notified informed provided submitted returned protected ' +
    'secured safeguarded audited logged preserved delivered installed operated'
  ).split(' '),
);

/** What an undertaking binds not to do. */
const LEAVING =
  /^(?:not|never) (?:be )?(?:transfer|re|resell|sell|sold|resold|lend|lent|lease|copy|copie|modif|revers|disclos|shar|export|assign|divert|us|sublicens|pass|hand|given|give|make|mad|connect|remov|alter|reproduc|replicat|decompil|lo|releas)/;

/** Words that take something away, widen it, or speak of the clause itself. */
const TAKING_AWAY =
  /(?<!\p{L})(?:except\w*|unless|save|other than|apart from|notwithstanding|provided that|provided however|subject to|however|but|although|though|despite|may|might|can|could|should|if|when|whenever|where|wherever|until|only|insofar|extent|discretion\w*|decid\w*|determin\w*|deem\w*|consider\w*|waiv\w*|derogat\w*|exempt\w*|overrid\w*|prevail\w*|suspend\w*|appl(?:y|ies|ied|icable)|bind\w*|bound|void|invalid|effect|required|requirement\w*|obligat\w*|liab\w*|clause|provision|paragraph|sentence|above|foregoing|preceding|aforementioned|this|these|undertaking|restriction\w*|limitation\w*|condition\w*|emergenc\w*|necess\w*|practicab\w*|reasonab\w*|appropriate|possible|feasible|instead|alternatively|also be used|interpret\w*|constru\w*|understood|mean|means|include|includes|including|regard\w*|criti\w*|right|rights|entitle\w*|free|freely|permitted|allowed|authorized|without|suffic\w*)(?!\p{L})/u;

function isBinding(sentence: string): boolean {
  if (TAKING_AWAY.test(sentence)) return false;
  const verb = BINDING.exec(sentence)?.groups?.['verb'];
  if (verb === undefined) return false;
  if (LEAVING.test(`${verb} `)) return true;
  return !/^(?:not|never) /.test(verb) && DOING.has(verb.replace(/^be /, ''));
}
