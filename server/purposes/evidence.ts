import type { Span } from '../text/span';
import type { Judgement } from './judge';
import type { Picture } from './picture';
import type { Stretch } from './layout';

/** What a stretch of a statement was read as. */
export type Role =
  'use' | 'near-use' | 'term' | 'act' | 'aim' | 'offence' | 'class' | 'sentence' | 'provision' | 'undertaking';

/** Words of a statement and what they were read as. */
export interface Evidence {
  readonly role: Role;
  /** The id in the regime's list of uses, acts, aims or terms; or the months of a sentence. */
  readonly id?: string;
  readonly words: string;
  /** In the statement. */
  readonly span: Span;
}

/** The words that carry a reading, in the order of the statement. */
export function evidenceOf(picture: Picture, judgement: Judgement): readonly Evidence[] {
  const { hits, items, mentions, aims, penalties, names, negated, words, readings } = picture;
  const found: Evidence[] = [];
  const add = (role: Role, stretch: Stretch, id?: string) => {
    const span = spanOf(picture, stretch);
    const said = picture.text.slice(span.start, span.end);
    found.push(id === undefined ? { role, words: said, span } : { role, id, words: said, span });
  };
  for (const hit of hits) {
    if (negated[hit.from] === 1) continue;
    const use = readings.uses[hit.concept];
    const near = readings.nearUses[hit.concept];
    if (use !== undefined) add('use', hit, use);
    else if (near !== undefined) add('near-use', hit, near);
  }
  for (const [m, mention] of mentions.entries()) {
    if (judgement.states[m] === 'aside') continue;
    const act = mention.concepts.find((concept) => concept.startsWith('act-') && concept !== 'act-any');
    if (mention.kind === 'term')
      add('term', mention, mention.concepts.map((concept) => readings.terms[concept]).find(Boolean));
    else if (mention.kind === 'act') add('act', mention, act?.slice('act-'.length));
    else if (mention.kind === 'offence') add('offence', mention);
    else if (mention.penalties.length > 0) add('class', mention);
  }
  for (const aim of aims) add('aim', aim, aim.id);
  for (const penalty of penalties)
    add(
      'sentence',
      penalty,
      Number.isFinite(penalty.most) ? `${String(Math.round(penalty.most * 10) / 10)} months` : 'life',
    );
  for (const run of runs(words.length, (i) => names[i] === 'provision')) add('provision', run);
  // "by which nobody could die" undertakes nothing: it denies the danger that an act needs.
  const spared = mentions.filter(({ isSpared }) => isSpared).flatMap(({ item }) => items[item] ?? []);
  const denied = hits.filter(
    ({ concept, from, to }) =>
      /^qualifier-(?:life|loss|denied)$/.test(concept) && spared.some((item) => item.from <= from && to <= item.to),
  );
  for (const run of runs(words.length, (i) => negated[i] === 1))
    if (!denied.some(({ from, to }) => run.from <= from && to <= run.to)) add('undertaking', run);
  return found
    .filter((own) => !found.some((other) => other !== own && isWithin(own, other)))
    .sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
}

/** True of words that were read as the same thing as longer ones in which they stand: once is enough. */
function isWithin({ role, id, span }: Evidence, other: Evidence): boolean {
  return (
    role === other.role &&
    id === other.id &&
    other.span.start <= span.start &&
    span.end <= other.span.end &&
    other.span.end - other.span.start > span.end - span.start
  );
}

/** The stretch of the statement that words stand in, without the signs at its ends. */
export function spanOf({ words, text }: Picture, { from, to }: Stretch): Span {
  let first = from;
  let last = to - 1;
  while (first < last && words[first]?.kind === 'sign') first++;
  while (last > first && words[last]?.kind === 'sign') last--;
  return { start: words[first]?.start ?? 0, end: words[last]?.end ?? text.length };
}

function* runs(count: number, holds: (i: number) => boolean): Generator<Stretch> {
  for (let i = 0; i < count; i++) {
    if (!holds(i)) continue;
    const from = i;
    while (i + 1 < count && holds(i + 1)) i++;
    yield { from, to: i + 1 };
  }
}
