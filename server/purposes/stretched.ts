import type { Stretch } from './layout';
import type { Picture } from './picture';

/** Before "terrorism" and "terrorists", what makes of it something that is said, written or shown. */
const OF_WORDS =
  /^(?:information|informational|media|press|verbal|literary|intellectual|opinion|keyboard|pen|editorial|journalistic|artistic|cultural|academic|satirical|twitter|facebook)$/;
/** Behind "the terrorism of the". */
const BY_WORDS = /^(?:pen|pens|word|words|press|keyboard|keyboards|tongue|media|page|pages|pulpit|lecture)$/;
/** What those who are called terrorists do, where it is none of the acts. */
const SAYS =
  /^(?:publish\w*|criticis\w+|criticiz\w+|mock(?:s|ed|ing)?|ridicul\w+|blog\w*|tweet\w*|protest(?:s|ed|ing)?|petition\w*|sues?|sued)$/;

/**
 * A term of the list that is stretched to what somebody says: "information terrorism", "terrorists of the pen", "terrorists who
 * publish casualty figures". To be called a terrorist makes no act of the list of it (the list is closed), and opinion and
 * criticism are none. In words, end exclusive; undefined where there is none.
 */
export function stretchedOf({ words, hits, negated, aims, mentions }: Picture): Stretch | undefined {
  const form = (i: number) => words[i]?.form ?? '';
  // "Terrorists who publish threats to kill in order to …" threaten.
  if (aims.length > 0 || mentions.some(({ kind }) => kind === 'act')) return undefined;
  for (const { concept, from, to } of hits) {
    if (!concept.startsWith('term-terror') || negated[from] === 1) continue;
    if (OF_WORDS.test(form(from - 1))) return { from: from - 1, to };
    if (form(to) === 'of' && form(to + 1) === 'the' && BY_WORDS.test(form(to + 2))) return { from, to: to + 3 };
    const isSaid = /^(?:who|that)$/.test(form(to)) && SAYS.test(form(to + 1)) && negated[to + 1] !== 1;
    if (isSaid) return { from: to + 1, to: to + 2 };
  }
  return undefined;
}
