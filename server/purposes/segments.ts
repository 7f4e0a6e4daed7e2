import type { Aim } from './aims';
import { AUXILIARIES, COORDINATORS, DETERMINERS, FILLERS, PREPOSITIONS, RELATIVES, type Lexicon } from './lexicon';
import type { Stretch } from './layout';
import type { HasConcept } from './names';
import type { Word } from './words';

/** A part of an item that has a head of its own: one thing that is to be done, or one thing that it is done against. */
export interface Segment extends Stretch {
  /** Index of its item. */
  readonly item: number;
  /** By what it was recognised as new. */
  readonly head: string;
}

export interface SegmentContext {
  readonly words: readonly Word[];
  readonly items: readonly Stretch[];
  readonly aims: readonly Aim[];
  readonly has: HasConcept;
  readonly lexicon: Lexicon;
  /** Concepts that begin at a word, longest first. */
  readonly concepts: (i: number) => readonly string[];
  readonly isName: (i: number) => boolean;
  readonly capital: (i: number) => boolean;
  readonly inPenalty: (i: number) => boolean;
  /** Inside an expression of the vocabulary that goes on behind this word. */
  readonly inPhrase: (i: number) => boolean;
}

/** Participles and nouns in -ing that head no purpose of their own. */
const NO_GERUND =
  /^(?:during|including|according|concerning|regarding|pending|being|having|following|excluding|relating|belonging|building|evening|morning|meaning|bearing|remaining|existing|involving|depending|corresponding|acting|serving|wishing|considering|notwithstanding|carrying|causing|endangering|threatening|intending|resulting|planning|preparing|seeking|aiming|hoping|wanting|demanding|willing|using|containing|representing|leading|running|standing|attracting|exceeding|neighbouring|outstanding|underlying|ongoing|living|working|residing|studying|travelling|speaking|claiming|putting|leaving|making|obliging|forcing|compelling|taking|holding|charging|governing|applying|owing|pertaining|starting|beginning|amounting|totalling|ranging|opening|closing|wedding|clothing|shipping|mining|fishing|farming|housing|string|spring|ceiling|feeling|nothing|anything|something|everything|coming|going|lasting|competent|sitting|ending)$/;

/** Cuts the items into segments. A list of victims, places or demands does not begin a new one. */
export function findSegments(context: SegmentContext): readonly Segment[] {
  const { words, items, aims, has, lexicon, concepts, isName, capital, inPenalty, inPhrase } = context;
  const form = (i: number) => words[i]?.form ?? '';
  const segments: Segment[] = [];
  items.forEach(({ from, to }, item) => {
    let start = from;
    let head = 'start';
    for (let i = from + 1; i < to; i++) {
      if (!separates(i) || isName(i) || inPenalty(i) || inPhrase(i)) continue;
      const first = skipFillers(/^(?:as|together|along)$/.test(form(i)) ? i + 2 : i + 1, to);
      if (first >= to) break;
      const kind = headKind(first, i, start, to);
      if (kind === undefined) continue;
      if (start < i) segments.push({ from: start, to: i, item, head });
      start = i;
      head = kind;
      i = Math.max(i, first - 1);
    }
    segments.push({ from: start, to, item, head });
  });
  return segments;

  function separates(i: number): boolean {
    const here = form(i);
    if (here === ',' || here === '–' || here === '—' || here === ':' || here === '/' || here === '(' || here === '+')
      return true;
    if (COORDINATORS.has(here) || /^(?:but|while|whilst|besides|also|then)$/.test(here)) return true;
    if (here === '-') return words[i] !== undefined && (words[i - 1]?.end ?? 0) < words[i].start;
    return (
      (here === 'as' && form(i + 1) === 'well') || ((here === 'together' || here === 'along') && form(i + 1) === 'with')
    );
  }

  function isGerund(i: number): boolean {
    const here = form(i);
    return here.endsWith('ing') && here.length > 5 && !NO_GERUND.test(here);
  }

  /** Past articles, "also", "for the purpose of" and the like. */
  function skipFillers(from: number, to: number): number {
    let i = from;
    while (
      i < to &&
      (DETERMINERS.has(form(i)) ||
        FILLERS.has(form(i)) ||
        has(i, 'limiter') ||
        /^(?:for|in|to|of|on|by|through|,|purpose|purposes|use|against|and|or|&|\(|"|“|”|'|‘|’|-|–|—|into|with|well|as)$/.test(
          form(i),
        ))
    )
      i++;
    return i;
  }

  function phraseEnd(from: number, to: number): number {
    let i = from;
    while (
      i < to &&
      words[i]?.kind !== 'sign' &&
      !PREPOSITIONS.has(form(i)) &&
      !AUXILIARIES.has(form(i)) &&
      !COORDINATORS.has(form(i)) &&
      !RELATIVES.has(form(i))
    )
      i++;
    return i;
  }

  /** A noun of doing: "mapping", "collection". */
  function isActivity(i: number): boolean {
    const word = words[i];
    if (word?.kind !== 'word' || capital(i)) return false;
    if (isGerund(i)) return true;
    const classes = lexicon.classes(word);
    if (
      classes?.has('person') ||
      classes?.has('place') ||
      classes?.has('thing') ||
      classes?.has('group') ||
      classes?.has('time')
    )
      return false;
    if (classes?.has('act')) return true;
    return word.form.length > 6 && /(?:tions?|ments?|ances?|ences?|sis|age|ship|ure)$/.test(word.form);
  }

  function objectIn(from: number, to: number): string | undefined {
    let act: string | undefined;
    for (let i = from; i < to; i++)
      for (const concept of concepts(i)) {
        if (/^(?:term-|offence|broad|open$|expression-|status-|class-word)/.test(concept)) return concept;
        if (concept.startsWith('act-')) act ??= concept;
      }
    return act;
  }

  function clauseAhead(from: number, to: number): boolean {
    for (let i = from; i < Math.min(to, from + 12); i++) {
      if (/^[,;:.()]$/.test(form(i)) || RELATIVES.has(form(i))) return false;
      if (i > from && AUXILIARIES.has(form(i)) && !/^(?:be|been|being)$/.test(form(i))) return true;
    }
    return false;
  }

  /** True where what stands right before `i` is the victim, the place or the means of an act. */
  function behindAct(i: number, from: number): boolean {
    for (let k = i - 1; k >= from && k > i - 9; k--) {
      if (/^[;:.]$/.test(form(k))) return false;
      if (
        /^(?:of|on|upon|against|at|in|to|by|from|with|into)$/.test(form(k)) &&
        (has(k - 1, 'act-*', 'offence', 'term-terror') || has(k - 2, 'act-*'))
      )
        return true;
      if (has(k, 'use-*') && !has(k, 'act-*')) return false;
      if (has(k, 'act-*') && k < i - 1 && !COORDINATORS.has(form(k + 1)) && form(k + 1) !== ',') return true;
    }
    return false;
  }

  function isListLike(from: number, to: number): boolean {
    return to - from < 9 && !words.slice(from, to).some(({ form: each }) => AUXILIARIES.has(each));
  }

  function headKind(first: number, separator: number, from: number, to: number): string | undefined {
    const sign = form(separator);
    const coordinates = /^(?:and|or|&|plus|nor|as|together|along|besides|also|while|whilst|but|\+|then)$/.test(sign);
    const end = phraseEnd(first, to);
    if (
      aims.some((aim) => aim.from <= first && first < aim.to) ||
      has(first, 'qualifier-life', 'qualifier-loss', 'purpose-link')
    )
      return undefined;
    if (has(first, 'use-prevention', 'use-investigation')) return 'use';
    const afterAim = aims.some((aim) => aim.to <= separator && aim.from >= from);
    const infinitive = form(first - 1) === 'to';
    if (has(first, 'use-near*', 'use-step')) {
      if (isGerund(first) || infinitive || isActivity(end - 1) || (coordinates && !afterAim)) return 'use';
    }
    if (isGerund(first)) {
      // Behind a comma a participle goes on with what was said, unless a gerund stands at the head of the list.
      const list = sign !== ',' || [from, from + 1, from + 2, from + 3].some((k) => k < separator && isGerund(k));
      return list ? 'gerund' : undefined;
    }
    const classes = words[first] && lexicon.classes(words[first]);
    if (coordinates && infinitive && (classes?.has('verb') === true || has(first, 'use-*')) && !afterAim)
      return 'infinitive';
    if (has(first, 'use-other*') && (isActivity(end - 1) || isActivity(first))) return 'use-other';
    const behind = behindAct(separator, from);
    const object = objectIn(first, end);
    if (object !== undefined) {
      if (/^(?:expression-person|status-person)/.test(object) && behind) return undefined;
      if (object.startsWith('act-')) {
        if (behind && !isActivity(end - 1)) return undefined;
        if (!coordinates && !isActivity(end - 1) && !isActivity(first)) return undefined;
      }
      if (
        sign === ',' &&
        /^(?:class-word|expression-person|status-person)/.test(object) &&
        !isListLike(from, separator)
      )
        return undefined;
      return object;
    }
    const heading = sign === ':' || sign === '–' || sign === '—' || sign === '-';
    if (clauseAhead(first, to) && (coordinates || heading)) return 'clause';
    if (behind || afterAim)
      return coordinates && !afterAim && isActivity(end - 1) && !has(end - 1, 'act-*') ? 'activity' : undefined;
    if (coordinates && (isActivity(end - 1) || has(end - 1, 'outside'))) return 'activity';
    if (sign === ',' && (has(end - 1, 'outside') || (isActivity(end - 1) && isListLike(from, separator))))
      return 'activity';
    return heading ? 'after-sign' : undefined;
  }
}
