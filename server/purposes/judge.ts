import { isUnreadable } from './foreign';
import { beginsLine } from './layout';
import { AUXILIARIES, COORDINATORS, FUNCTION_WORDS, PREPOSITIONS } from './lexicon';
import { namesOffence, type Mention } from './mention';
import type { Picture } from './picture';
import { readDuration, type Penalty } from './penalty';
import type { PurposeRule } from './purpose-rule';
import type { Segment } from './segments';
import type { Hit } from './vocabulary';

/** Words that break a rule. Word indices, `to` exclusive. */
export interface Flaw {
  readonly rule: PurposeRule;
  readonly from: number;
  readonly to: number;
  readonly why: string;
}

/** What the grammar says of a statement. */
export interface Judgement {
  readonly flaws: readonly Flaw[];
  /** For each segment: something inside the list is in it. */
  readonly inside: readonly boolean[];
  /** For each segment: all of it is accounted for. */
  readonly accounted: readonly boolean[];
  /** For each mention, what it is. */
  readonly states: readonly string[];
  /** For each sentence of imprisonment: it stays below the threshold, and so do its alternatives. */
  readonly short: readonly boolean[];
}

/** Words that say of a sentence that it is one, beside its length. */
const OF_SENTENCE =
  /^(?:imprisonment|prison|gaol|jail|confinement|custody|custodial|sentences?|terms?|maximum|maxima|max|minimum|penalty|penalties|punishments?|punishable|punished|tariff|deprivation|liberty|freedom|detention|reclusion|servitude|labour|ceiling|conviction|indictment|statutory|capital|face|faces|carries|carry|carrying|fixes|provides|provided|sets|prescribes|prescribed|knows|rigorous|penal)$/;

/** Who uses the system, and what it is used for. */
const USER =
  /^(?:we|us|buyer|user|licensee|purchaser|applicant|consignee|holder|importer|ministry|office|bureau|agency|service|police|directorate|use|uses|used|purpose|purposes|there|licence|certificate|list)$/;

/** Words for persons that say nothing of what they did. */
const ANYBODY =
  /^(?:people|persons|individuals|users|residents|citizens|subscribers|callers|everyone|everybody|anyone|anybody)$/;

/** Judges a statement by its picture. `threshold` in months. */
export function judge(picture: Picture, threshold: number): Judgement {
  const { words, hits, has, names, negated, segments, aims, mentions, penalties, lexicon, capital, readings } = picture;
  const flaws: Flaw[] = [];
  const inside: boolean[] = segments.map(() => false);
  const flawed: boolean[] = segments.map(() => false);
  const form = (i: number) => words[i]?.form ?? '';
  const segmentOf = (i: number) => segments.findIndex(({ from, to }) => from <= i && i < to);
  if (isUnreadable(picture)) {
    return {
      flaws: [{ rule: 'purpose-not-assessed', from: 0, to: words.length, why: 'language' }],
      inside,
      accounted: inside,
      states: [],
      short: [],
    };
  }
  const flag = (rule: PurposeRule, from: number, to: number, why: string) => {
    const segment = segmentOf(from);
    if (segment >= 0) flawed[segment] = true;
    if (flaws.some((other) => other.rule === rule && other.from < to && from < other.to)) return;
    flaws.push({ rule, from, to, why });
  };
  const isNegated = (hit: { from: number; to: number }) => {
    for (let i = hit.from; i < hit.to; i++) if (negated[i] === 1) return true;
    return false;
  };
  // A sentence that belongs to an offence is judged with it.
  const attached = new Set(mentions.flatMap(({ penalties: own }) => own));
  const labels = hits.filter(({ concept }) => concept === 'label' || concept === 'field');
  const inAim = (i: number) => aims.some(({ from, to }) => from <= i && i < to);

  const states = mentions.map((mention) => stateOf(mention));
  for (const [m, mention] of mentions.entries()) {
    const state = states[m] ?? '';
    const { segment } = mention;
    if (state === 'inside' && segment >= 0) inside[segment] = true;
    if (state === 'below' && segment >= 0) flawed[segment] = true;
    if (state === 'too-broad')
      flag(
        'purpose-too-broad',
        mention.from,
        mention.definition?.to ?? mention.to,
        mention.definition?.isNew === true ? 'redefined' : 'term',
      );
    if (state === 'incomplete')
      flag(
        'purpose-incomplete',
        mention.from,
        mention.to,
        mention.aim ? (mention.isSpared ? 'spared' : 'qualifier') : mention.kind,
      );
    for (const penalty of state === 'below' || state === 'inside' ? mention.penalties : [])
      if (isShort(penalty)) flag('purpose-below-threshold', penalty.from, penalty.to, 'mention');
    if (state === 'crime') flag('purpose-too-broad', mention.from, mention.to, 'crime');
  }
  // A sentence without a known offence: the words before it are the offence.
  for (const penalty of penalties) {
    if (attached.has(penalty)) continue;
    const segment = segmentOf(penalty.from);
    if (negated[penalty.from] === 1 || segment < 0 || !penalty.penal || isDuration(penalty)) continue;
    if (isShort(penalty)) flag('purpose-below-threshold', penalty.from, penalty.to, 'unknown offence');
    else if (!penalties.some((other) => other !== penalty && isShort(other))) inside[segment] = true;
  }
  for (const hit of hits) {
    // "No intention to confine" is a negation itself.
    if (isNegated(hit) && hit.concept !== 'unlimited') continue;
    const segment = segmentOf(hit.from);
    const aside = inAim(hit.from) || inDemand(hit, segment);
    switch (hit.concept) {
      case 'expression-offence':
        if (!aside && !(hit.to - hit.from === 1 && isVictim(hit.from, segment)))
          flag('purpose-expression', hit.from, hit.to, hit.concept);
        break;
      case 'expression-conduct':
        if (!aside && !isVictim(hit.from, segment)) flag('purpose-expression', hit.from, hit.to, hit.concept);
        break;
      case 'expression-person':
        if (!aside && !isVictim(hit.from, segment) && !isQualified(segment))
          flag('purpose-expression', hit.from, hit.to, hit.concept);
        break;
      case 'status-person':
      case 'status-ground':
        if (
          !aside &&
          !isVictim(hit.from, segment) &&
          !(hit.concept === 'status-person' && (isQualified(segment) || isOfTerrorists(hit)))
        )
          flag('purpose-discriminatory', hit.from, hit.to, hit.concept);
        break;
      case 'demonym':
        if (!aside && !isVictim(hit.from, segment) && !isQualified(segment) && namesPersons(hit))
          flag('purpose-discriminatory', hit.from, hit.to, hit.concept);
        break;
      case 'broad':
        if (!aside && !isVictim(hit.from, segment) && !isQualified(segment) && !isMeasured(hit))
          flag('purpose-too-broad', hit.from, hit.to, hit.concept);
        break;
      case 'open':
        if (!isClosed(hit)) flag('purpose-open-ended', hit.from, hit.to, hit.concept);
        break;
      case 'unlimited':
        if (!aside && isOfUser(hit)) flag('purpose-open-ended', hit.from, hit.to, hit.concept);
        break;
      case 'open-partial':
        if (!aside && opensPartly(hit)) flag('purpose-open-ended', hit.from, hit.to, hit.concept);
        break;
      case 'use-near':
        if (segment >= 0) inside[segment] = true;
        break;
      default:
        if (hit.concept.startsWith('use-other') && isUseHere(hit, segment))
          flag('purpose-use', hit.from, hit.to, hit.concept);
    }
  }
  const anyInside = inside.some(Boolean);
  const accounted = segments.map((segment, s) => (inside[s] ?? false) || (flawed[s] ?? false) || isNeutral(segment));
  for (const [s, segment] of segments.entries()) {
    if (accounted[s] === true) continue;
    const outside = hits.filter(
      (hit) => hit.concept === 'outside' && hit.from >= segment.from && hit.to <= segment.to && !isNegated(hit),
    );
    const first = outside[0];
    const last = outside.at(-1);
    if (first && last)
      flag('purpose-outside-list', first.from, last.to - first.from > 8 ? first.to : last.to, 'outside');
    else {
      const lexical = lexicalOf(segment);
      const from = lexical[0];
      const to = lexical.at(-1);
      if (from !== undefined && to !== undefined) flag('purpose-outside-list', from, to + 1, 'not recognised');
    }
  }
  const onlyUndertakings = segments.every((segment) => lexicalOf(segment).length === 0);
  if (flaws.length === 0 && !anyInside && !onlyUndertakings)
    flag('purpose-outside-list', 0, words.length, 'nothing recognised');
  return { flaws, inside, accounted, states, short: penalties.map(isShort) };

  function isBelow(penalty: Penalty): boolean {
    if (penalty.bound === 'less-than') return penalty.most <= threshold;
    if (penalty.bound === 'more-than') return penalty.most < threshold;
    return penalty.most < threshold - 0.001;
  }

  /** "members of a terrorist cell" */
  function isOfTerrorists({ to }: Hit): boolean {
    return form(to - 1) === 'of' && [to, to + 1].some((i) => has(i, 'term-terror-person'));
  }

  /** "crimes whose upper limit is ten years", "serious-crime investigations": broad words that are a class inside the list. */
  function isMeasured({ from, to }: Hit): boolean {
    if (form(from - (form(from - 1) === '-' ? 2 : 1)) === 'serious') return true;
    return mentions.some(
      (mention, m) =>
        mention.kind === 'class' &&
        states[m] === 'inside' &&
        mention.from < to &&
        from < mention.to &&
        mention.penalties.some(
          (penalty) => !mentions.some((other) => mention.to <= other.from && other.from < penalty.from),
        ),
    );
  }

  /** Below the threshold together with all its alternatives: of two maxima the higher counts. */
  function isShort(penalty: Penalty): boolean {
    return penalties.every(
      (other) => other.offence !== penalty.offence || isBelow(other) || areOfOthers(penalty, other),
    );
  }

  /** "people smuggling (seven years) and desertion, the maximum of which is five": each has its own. */
  function areOfOthers(one: Penalty, other: Penalty): boolean {
    const [owners, others] = [ownersOf(one), ownersOf(other)];
    if (owners.length === 0 || others.length === 0) return false;
    return owners.every((owner) => others.every((each) => each !== owner && areTwo(owner, each)));
  }

  function ownersOf(penalty: Penalty): readonly Mention[] {
    return mentions.filter(({ penalties: own }) => own.includes(penalty));
  }

  /** False for "robbery" and "armed robbery", and for "five years; if armed, ten": one offence in two forms. */
  function areTwo(one: Mention, other: Mention): boolean {
    if ([one, other].some(({ kind, concepts }) => kind === 'act' && !concepts.includes('offence'))) return false;
    const own = new Set(words.slice(one.from, one.to).map(({ form: each }) => each));
    return !words.slice(other.from, other.to).some(({ form: each }) => each.length > 3 && own.has(each));
  }

  /** "for one year", "renewed every thirty days": how long something else lasts. */
  function isDuration(penalty: Penalty): boolean {
    return (
      /^(?:for|every|within|past|last|next|aged?|since|during|after|ago|each)$/.test(form(penalty.from - 1)) &&
      !/^(?:imprisonment|prison|custody|jail|detention)$/.test(form(penalty.to))
    );
  }

  function stateOf(mention: Mention): string {
    const { kind, concepts } = mention;
    if (mention.aside || negated[mention.from] === 1) return 'aside';
    const own = mention.penalties;
    const best = own.length > 0 ? Math.max(...own.map((penalty) => (isShort(penalty) ? 0 : 1))) : undefined;
    if (kind === 'term') {
      if (concepts.includes('term-crime-other') && !concepts.includes('term-crime')) return 'too-broad';
      if (mention.definition) return mention.definition.inside ? 'inside' : 'too-broad';
      if (namesOffence(mention)) return best === undefined ? 'incomplete' : best === 1 ? 'inside' : 'below';
      return 'inside';
    }
    if (isVictim(mention.from, mention.segment)) return 'aside';
    // "such killings", "these murders": what was spoken of before.
    if (
      /^(?:such|these|those|said|its|their|next|further|same|more|aforesaid)$/.test(form(mention.from - 1)) &&
      mentions.some((other) => other.from < mention.from && other.kind !== 'class')
    )
      return 'aside';
    if (kind === 'class') {
      if (best !== undefined) return best === 1 ? 'inside' : 'below';
      return concepts.includes('crime') && form(mention.from).startsWith('crim') && !anotherIn(mention)
        ? 'crime'
        : 'aside';
    }
    if (kind === 'act') {
      if (mention.terror) return 'inside';
      if (best === 1) return 'inside';
      const flagged = hits.some(
        ({ concept, from }) => concept === 'expression-offence' && segmentOf(from) === mention.segment,
      );
      if (flagged) return 'aside';
      if (mention.aim) return isComplete(mention) && !isHarmless(mention) ? 'inside' : 'incomplete';
      if (best === 0) return 'below';
      // An example of the defined term, or one of its perpetrators' deeds.
      if (
        mentions.some(
          (other) =>
            other.kind === 'term' &&
            other.segment === mention.segment &&
            other.from < mention.from &&
            !other.definition,
        )
      )
        return 'aside';
      if (earlierAct(mention)) return 'aside';
      return 'incomplete';
    }
    if (best !== undefined) return best === 1 ? 'inside' : 'below';
    if (mentions.some((other) => other.kind === 'act' && other.segment === mention.segment && other.aim))
      return 'aside';
    if (earlierAct(mention)) return 'aside';
    return 'incomplete';
  }

  function anotherIn({ segment, from }: Mention): boolean {
    return mentions.some((other) => other.segment === segment && other.from !== from && other.kind !== 'class');
  }

  /** One act in a segment is enough to say that something is missing. */
  function earlierAct(mention: Mention): boolean {
    return mentions.some(
      (other) =>
        other.segment === mention.segment &&
        other.from < mention.from &&
        (other.kind === 'act' || other.kind === 'offence') &&
        !other.aside,
    );
  }

  /** "Attacks upon a person's life which could not cause death": the list has only those that may. */
  function isHarmless({ concepts, isSpared, from }: Mention): boolean {
    return isSpared && concepts.includes('act-attack-on-life') && /^at(?:tack|tempt)/.test(form(from));
  }

  function isComplete(mention: Mention): boolean {
    const { concepts, item } = mention;
    const acts = mentions
      .filter((other) => other.kind === 'act' && other.item === item && !other.aside)
      .flatMap((other) => other.concepts)
      .concat(concepts);
    const stands = (concept: string) => readings.acts[concept] === 'nothing';
    if (concepts.some(stands) || mention.qualifier === 'present') return true;
    return (
      acts.some((concept) => stands(concept) && mention.qualifier !== 'denied') &&
      concepts.every((concept) => stands(concept) || readings.acts[concept] === undefined)
    );
  }

  /** A group that a listed act with a public aim qualifies. */
  function isQualified(segment: number): boolean {
    return mentions.some(
      (mention) => mention.kind === 'act' && mention.segment === segment && mention.aim !== undefined && !mention.aside,
    );
  }

  /** "Nigerians", "a Nigerian", "Portuguese speakers"; not "the Nigerian Police" or "the Belgian Code". */
  function namesPersons({ from, to }: Hit): boolean {
    if (names[from] !== undefined || names[to] !== undefined) return false;
    for (let i = to; i < to + 3; i++) {
      if (has(i, 'person-noun', 'person', 'status-person')) return true;
      const word = words[i];
      if (word?.kind !== 'word' || FUNCTION_WORDS.has(word.form)) break;
      const classes = lexicon.classes(word);
      if (classes?.has('person') === true) return true;
      if (classes?.has('adjective') !== true) return false;
    }
    const here = form(from);
    return (
      here.endsWith('s') ||
      (/^(?:a|an|the)$/.test(form(from - 1)) && (words[to]?.kind !== 'word' || FUNCTION_WORDS.has(form(to))))
    );
  }

  function inDemand(hit: Hit, segment: number): boolean {
    const at = segments[segment];
    return (
      at !== undefined &&
      aims.some(
        (aim) =>
          aim.to <= hit.from &&
          aim.from >= at.from &&
          mentions.some(
            (mention) => mention.segment === segment && mention.kind === 'act' && mention.from < aim.from + 1,
          ),
      )
    );
  }

  /** The object of an act, or held captive: never what is aimed at. */
  function isVictim(i: number, segment: number): boolean {
    const start = segments[segment]?.from ?? 0;
    for (let k = i - 1; k >= start && k > i - 10; k--) {
      if (/^[;:.]$/.test(form(k))) return false;
      // "blackmail of an editor (ten years)", "fraud against pensioners, up to eight years"
      if (
        /^(?:of|against|on|upon|to|from|in)$/.test(form(k + 1)) &&
        mentions.some(({ kind, penalties: own, to }) => kind === 'offence' && own.length > 0 && to === k + 1)
      )
        return !words
          .slice(k + 1, i)
          .some(({ form: each }) => /^(?:by|for|through|who|while|that|which|and|,)$/.test(each));
      if (has(k, 'act-*', 'term-terror', 'term-crime') && !inAim(k)) {
        let next = k + 1;
        while (next < i && /^(?:committed|perpetrated|directed|aimed|planned|launched|carried|out)$/.test(form(next)))
          next++;
        const between = words.slice(next, i).map((word) => word.form);
        if (between.some((each) => /^(?:by|for|through|who|while|that|which)$/.test(each))) return false;
        const first = between[0] ?? '';
        if (/^(?:on|upon|against|at)$/.test(first)) return true;
        if (!has(k, 'act-*')) continue;
        if (/^(?:of|to|in)$/.test(first)) return true;
        const word = words[k];
        if (word && (lexicon.classes(word)?.has('verb') === true || /(?:ed|ing)$/.test(word.form))) return true;
      }
      if (has(k, 'use-step', 'use-near*', 'use-other*') && !has(k, 'act-*')) return false;
    }
    return /^(?:captives?|hostages?)$/.test(form(i + 1)) || /^(?:captive|hostage)$/.test(form(i + 2));
  }

  function isClosed(hit: Hit): boolean {
    const before = words.slice(Math.max(0, hit.from - 3), hit.from).map((word) => word.form);
    return (
      before.some((each) => /^(?:no|not|nor|without|nothing|never|any)$/.test(each)) && !/not|^any/.test(hit.entry)
    );
  }

  function opensPartly(hit: Hit): boolean {
    if (
      /^(?:particularly|especially|in particular|notably|generally|usually|often|at least|minimum|includes?|normally|ordinarily|typically|first|some of|most of|essentially|above all|in general|part of|several of|not least)$/.test(
        hit.entry,
      )
    )
      return false;
    return !penalties.some((penalty) => penalty.from <= hit.from && hit.to <= penalty.to);
  }

  function isUseHere(hit: Hit, segment: number): boolean {
    const at = segments[segment];
    if (!at || inAim(hit.from) || inDemand(hit, segment) || isVictim(hit.from, segment)) return false;
    // "Investigating retaliatory killings": why somebody kills, and nothing that is to be done.
    if (/(?:ory|ive)$/.test(form(hit.to - 1)) && has(hit.to, 'act-*') && isUsed(at.from, hit.from)) return false;
    // "blackmail (ten years)" is the offence, not what is to be done with the system.
    if (mentions.some(({ from, to, penalties: own }) => own.length > 0 && from <= hit.from && hit.from < to))
      return false;
    const head = hit.from - at.from;
    if (has(hit.from, 'act-*')) {
      const directed = hits.some(
        (other) => other.concept.startsWith('term-terror') && other.from >= hit.to && other.from - hit.to < 8,
      );
      return (
        directed &&
        head < 4 &&
        !(
          inside[segment] === true &&
          !/^(?:destruction|destroy|sabotage|elimination|killing|killing)/.test(form(hit.from))
        )
      );
    }
    if (
      head <= 2 &&
      !(
        hit.concept === 'use-other-prosecution' &&
        penalties.some((penalty) => hit.to >= penalty.from - 4 && hit.from <= penalty.to + 3)
      )
    )
      return true;
    // "liable to imprisonment of …": the words of a sentence are no use.
    if (
      hit.concept === 'use-other-prosecution' &&
      penalties.some((penalty) => hit.to >= penalty.from - 4 && hit.from <= penalty.to + 3)
    )
      return false;
    const before = form(hit.from - 1);
    if (
      !COORDINATORS.has(before) &&
      !PREPOSITIONS.has(before) &&
      !AUXILIARIES.has(before) &&
      !/^(?:,|their|its|also|then|the|a)$/.test(before)
    )
      return false;
    return (
      hit.to - hit.from > 1 ||
      /(?:ing|ion|ment|al|ure|ity|nce|ge|ial|ship|ale|ics)$|^(?:prosecute|punish|deport|try|sale|trial|evidence|museum|thesis|debate|film|study|game|sell|revenge|reprisals?|souvenirs?)/.test(
        form(hit.from),
      )
    );
  }

  function isUsed(from: number, to: number): boolean {
    for (let i = from; i < to; i++) if (has(i, 'use-prevention', 'use-investigation', 'use-near*')) return true;
    return false;
  }

  /** Who is limited no longer is the user or the system, not "the victim" or "groups that do not limit themselves". */
  function isOfUser({ from }: Hit): boolean {
    if (/^(?:no|there|without|prevention|investigation)$/.test(form(from)) && from < 3) return true;
    for (let i = from - 1; i >= 0 && i > from - 9 && !/^[.;]$/.test(form(i)); i--)
      if (USER.test(form(i)) || has(i, 'system')) return true;
    return false;
  }

  /** The words of a segment that say something of their own. */
  function lexicalOf(segment: Segment): readonly number[] {
    const found: number[] = [];
    const isPunished = [...attached].some(({ from }) => segment.from <= from && from < segment.to);
    for (let i = segment.from; i < segment.to; i++) {
      const word = words[i];
      // "Term: 24 months", "kept for five years": how long something lasts is no purpose.
      const time = readDuration(words, i);
      if (time) {
        i = time.to - 1;
        continue;
      }
      if (word?.kind !== 'word' || negated[i] === 1 || names[i] !== undefined || FUNCTION_WORDS.has(word.form))
        continue;
      if (
        has(
          i,
          'system',
          'declare',
          'limiter',
          'negation',
          'person',
          'organisation-head',
          'law-head',
          'definition-verb',
          'definition-inside',
          'anaphor',
          'use-prevention',
          'use-investigation',
          'use-near*',
          'class-word',
        )
      )
        continue;
      if (capital(i) && i > segment.from) continue;
      if ((isPunished && OF_SENTENCE.test(word.form)) || isOfAttached(i) || isLabel(i, segment)) continue;
      found.push(i);
    }
    // "Trace and arrest the culprits.": steps of an investigation, directed at nobody but those who were spoken of.
    return found.every((i) => has(i, 'use-step')) && !namesAnybody(segment) ? [] : found;
  }

  /** "Locating people", "tracing Maria Sanchez": not those who were spoken of. */
  function namesAnybody({ from, to }: Segment): boolean {
    for (let i = from + 1; i < to; i++)
      if (
        (capital(i) && names[i] === undefined) ||
        (ANYBODY.test(form(i)) && !/^(?:the|those|these|such)$/.test(form(i - 1)))
      )
        return true;
    return false;
  }

  function isOfAttached(i: number): boolean {
    for (const { from, to } of attached) if (from <= i && i < to) return true;
    return false;
  }

  /** "End user:", "Yes.", "…, please, …": what a field is called or answered, and what is said to whoever reads it. */
  function isLabel(i: number, segment: Segment): boolean {
    return labels.some(({ concept, from, to }) => {
      if (i < from || to <= i) return false;
      // "Staff:" is a field; "…, staff, …" is a purpose.
      if (concept === 'field') return form(to) === ':';
      const isEnded = words[to]?.kind !== 'word' || beginsLine(picture.text, words, to);
      return form(to) === ':' || ((from === segment.from || words[from - 1]?.kind === 'sign') && isEnded);
    });
  }

  function isNeutral(segment: Segment): boolean {
    const lexical = lexicalOf(segment);
    if (lexical.length === 0) return true;
    const outside = hits.some(
      (hit) => hit.concept === 'outside' && hit.from >= segment.from && hit.to <= segment.to && !isNegated(hit),
    );
    if (outside) return false;
    for (let i = segment.from; i < segment.to; i++) if (negated[i] === 1) return true;
    if (aims.some((aim) => aim.from < segment.to && segment.from < aim.to)) return true;
    if (!inside.some(Boolean)) return false;
    if (segment.head !== 'start' && segment.head !== 'clause' && segment.head !== 'after-sign') return false;
    // A sentence about the paper, the user or the occasion says nothing of the use; a heading or an entry does.
    const item = segments.filter((other) => other.item === segment.item);
    const recognised = item.some(
      (other) => inside[segments.indexOf(other)] === true || flawed[segments.indexOf(other)] === true,
    );
    if (segment.head === 'clause' || !recognised) {
      for (let i = segment.from; i < segment.to; i++)
        if (has(i, 'use-step') && negated[i] !== 1 && !inside[segments.indexOf(segment)])
          return recognised && segment.head !== 'clause';
    }
    if (recognised) return true;
    return words
      .slice(segment.from, segment.to)
      .some(({ form: each }) => AUXILIARIES.has(each) || /^(?:whereas|considering|having)$/.test(each));
  }
}
