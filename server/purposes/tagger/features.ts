import type { Judgement } from '../judge';
import type { Picture } from '../picture';

/** The threshold of imprisonment behind the features, in months: just under six years, so that six years reach it. */
const LONG = 71.9;

/**
 * What the tagger is told of each word of a statement: how it is written, the concepts it belongs to, where it stands, and
 * what the grammar made of it. One list of features a word; training and reading use this same description.
 */
export function describe(picture: Picture, judgement: Judgement): readonly (readonly string[])[] {
  const { words, concepts, names, negated, aims, penalties, mentions, segments, items, lexicon } = picture;
  const features: string[][] = words.map((word) => {
    const own = [`k=${word.kind}`, `l=${word.lemmas.at(-1) ?? ''}`];
    if (word.form.length > 4) own.push(`s3=${word.form.slice(-3)}`, `p4=${word.form.slice(0, 4)}`);
    if (word.capital) own.push('cap');
    const classes = lexicon.classes(word);
    if (classes) for (const each of classes) own.push(`x=${each}`);
    else own.push('x=unk');
    return own;
  });
  const each = ({ from, to }: { from: number; to: number }, ...told: readonly string[]) => {
    for (let i = from; i < to; i++) features[i]?.push(...told);
  };
  const settled = new Uint8Array(words.length);
  for (const { rule, why, from, to } of judgement.flaws)
    for (let i = from; i < to; i++) {
      if (settled[i] === 1) continue;
      settled[i] = 1;
      features[i]?.push(`r=${rule.slice('purpose-'.length)}`, `why=${why}`);
    }
  for (const [i, own] of features.entries()) {
    if (settled[i] !== 1) own.push('r=O');
    for (const concept of concepts[i] ?? []) own.push(`c=${concept}`);
    const name = names[i];
    if (name) own.push(`name=${name}`);
    if (negated[i] === 1) own.push('neg');
  }
  for (const aim of aims) each(aim, 'aim');
  for (const penalty of penalties)
    each(penalty, 'pen', penalty.most < LONG ? 'penlow' : 'penhigh', `pen${penalty.bound}_${String(penalty.penal)}`);
  for (const [m, mention] of mentions.entries())
    each(
      mention,
      `m=${mention.kind}`,
      `ms=${judgement.states[m] ?? ''}`,
      `mq=${mention.qualifier}`,
      `ma=${String(mention.aim !== undefined)}`,
      `mp=${String(mention.penalties.length)}`,
      `mt=${String(mention.terror)}`,
    );
  for (const [s, segment] of segments.entries()) {
    each(
      segment,
      `h=${segment.head}`,
      `in=${String(judgement.inside[s] ?? false)}`,
      `ac=${String(judgement.accounted[s] ?? false)}`,
    );
    features[segment.from]?.push('segstart');
  }
  for (const item of items) features[item.from]?.push('itemstart');
  return features;
}
