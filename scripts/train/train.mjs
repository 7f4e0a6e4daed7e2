// Trains the tagger of the purpose reader and writes its weights.  node scripts/train/train.mjs [--seed N] [--epochs N] [--out FILE]
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { loadReader } from './load-reader.mjs';
import { keptWeights } from './kept-weights.mjs';
import { randomFrom, shuffle } from './random.mjs';
import {
  allElements,
  allParts,
  allStatements,
  composed,
  declared,
  joined,
  labelsOf,
  rewritten,
} from './statements.mjs';
import { TwoLearners } from './two-learners.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const VOCABULARY = 'crime-and-terrorism';
/** In months, as the regime that the statements are labelled by has it. */
const THRESHOLD = 72;
const SHAPE = { width: 24, memory: 64, layers: 2 };
/** A feature that is rarer teaches nothing that lasts. */
const RAREST = 60;
/** Statements that are put together from others, and statements written otherwise. */
const JOINED = 4000;
const REWRITTEN = 2400;
/** Whole declarations, put together of a statement and sentences beside it. */
const DECLARED = 10_000;
/** Single statements, put together of a use and what it is directed against. */
const COMPOSED = 5000;
const BATCH = 16;
const RATE = 4e-3;
const LABELS = [
  'nothing',
  'purpose-expression',
  'purpose-discriminatory',
  'purpose-below-threshold',
  'purpose-use',
  'purpose-incomplete',
  'purpose-too-broad',
  'purpose-open-ended',
  'purpose-outside-list',
];

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    epochs: { type: 'string', default: '14' },
    out: { type: 'string', default: join(ROOT, 'server/regimes/vocabularies', VOCABULARY, 'tagger.json') },
  },
});
const seed = Number(values.seed);
const epochs = Number(values.epochs);
console.log(`seed ${seed}, ${epochs} epochs`);

const { languageOf, judge, blocksOf, ordersOf } = await loadReader();
const { painter, describer } = languageOf(VOCABULARY);
const learned = await allStatements();
const read = [
  ...learned,
  ...joined(learned, JOINED, randomFrom(seed)),
  ...rewritten(learned, REWRITTEN, randomFrom(seed + 1)),
  ...declared(learned, await allParts(), DECLARED, randomFrom(seed + 2)),
  ...composed(await allElements(), COMPOSED, randomFrom(seed + 3)),
].flatMap((statement, i) => {
  const picture = painter.paint(statement.text);
  const judgement = judge(picture, THRESHOLD);
  // What cannot be read is said to be so before the tagger is asked.
  if (statement.marks.concat(judgement.flaws).some(({ rule }) => rule === 'purpose-not-assessed')) return [];
  const described = describer.describe(picture, judgement);
  const labels = labelsOf(statement, picture.words, LABELS);
  // Several sentences are read in either order (likelihood.ts): every other statement is taught in the reverse.
  const orders = ordersOf(picture);
  const places = orders[i % orders.length];
  const words = places.map((place) => [...described[place].own, ...described[place].here]);
  const y = Uint8Array.from(places, (place) => labels[place]);
  return words.length > 0 ? [{ words, y, wrong: statement.marks.length > 0 ? 1 : 0 }] : [];
});
const counts = new Map();
for (const { words } of read)
  for (const own of words) for (const each of new Set(own)) counts.set(each, (counts.get(each) ?? 0) + 1);
const features = [...counts].filter(([, count]) => count >= RAREST).map(([feature]) => feature);
features.sort();
const ids = new Map(features.map((feature, i) => [feature, i]));
const examples = read.map(({ words, y, wrong }) => ({
  y,
  wrong,
  x: words.map((own) => Int32Array.from(own.flatMap((each) => ids.get(each) ?? []))),
}));
const blocks = blocksOf(features.length, LABELS.length, SHAPE);
console.log(`${examples.length} statements, ${features.length} features`);

const settings = {
  blocks,
  ...SHAPE,
  labels: LABELS.length,
  seed,
  featureLoss: 0.15,
  wordLoss: 0.1,
  isSpelling: Uint8Array.from(features, (feature) => (/^(?:l|s3|p4)=/.test(feature) ? 1 : 0)),
  loss: 0.2,
};
const learners = new TwoLearners(settings, examples, BATCH);
const steps = epochs * Math.ceil(examples.length / BATCH);
const order = Array.from(examples, (_, i) => i);
for (let epoch = 1; epoch <= epochs; epoch++) {
  shuffle(order, learners.random);
  let loss = 0;
  let words = 0;
  for (let i = 0; i < order.length; i += BATCH) {
    const done = learners.steps / steps;
    const rate = RATE * (done < 0.1 ? done / 0.1 : 0.5 * (1 + Math.cos((Math.PI * (done - 0.1)) / 0.9)) + 0.01);
    const seen = learners.learn(order.slice(i, i + BATCH), rate);
    loss += seen.loss;
    words += seen.words;
  }
  console.log(`epoch ${epoch}: loss ${(loss / words).toFixed(4)} a word`);
}
await learners.end();

const path = resolve(values.out);
const { scales, bytes } = keptWeights(blocks.map(([name]) => ({ name, weights: learners.mean[name] })));
await writeFile(path, `${JSON.stringify({ labels: LABELS, ...SHAPE, scales, features }, null, 1)}\n`);
await writeFile(path.replace(/\.json$/, '.bin'), bytes);
console.log(`wrote ${path} and its weights, ${bytes.length} bytes`);
