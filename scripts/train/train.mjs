// Trains the tagger of the purpose reader and writes its weights.  node scripts/train/train.mjs [--seed N] [--epochs N]
import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { purposeLanguage } from '../purpose-language.mjs';
import { Learner, randomFrom } from './learner.mjs';
import { joined, labelsOf, statements } from './statements.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const VOCABULARY = 'crime-and-terrorism';
/** In months, as the regime that the statements are labelled by has it. */
const THRESHOLD = 72;
const WIDTH = 20;
const MEMORY = 24;
/** A feature that is rarer teaches nothing that lasts. */
const RAREST = 4;
/** Statements that are put together from others. */
const JOINED = 1500;
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
  options: { seed: { type: 'string', default: '1' }, epochs: { type: 'string', default: '12' } },
});
const seed = Number(values.seed);
const epochs = Number(values.epochs);
console.log(`seed ${seed}, ${epochs} epochs`);

const { languageOf, judge, describe, blocksOf } = await load();
const { painter } = languageOf(VOCABULARY);
const { learned } = await statements();
const read = [...learned, ...joined(learned, JOINED, randomFrom(seed))]
  .map((row) => {
    const picture = painter.paint(row.text);
    return { words: describe(picture, judge(picture, THRESHOLD)), y: labelsOf(row, picture.words, LABELS) };
  })
  .filter(({ words }) => words.length > 0);
const counts = new Map();
for (const { words } of read)
  for (const own of words) for (const each of own) counts.set(each, (counts.get(each) ?? 0) + 1);
const features = [...counts].filter(([, count]) => count >= RAREST).map(([feature]) => feature);
features.sort();
const ids = new Map(features.map((feature, i) => [feature, i]));
const examples = read.map(({ words, y }) => ({
  y,
  x: words.map((own) => Int32Array.from(own.flatMap((each) => ids.get(each) ?? []))),
}));
const blocks = blocksOf(features.length, WIDTH, MEMORY, LABELS.length);
console.log(`${examples.length} statements, ${features.length} features`);

const learner = new Learner({
  blocks,
  width: WIDTH,
  memory: MEMORY,
  labels: LABELS.length,
  seed,
  featureLoss: 0.15,
  loss: 0.25,
});
const steps = epochs * Math.ceil(examples.length / BATCH);
for (let epoch = 1; epoch <= epochs; epoch++) {
  for (let i = examples.length - 1; i > 0; i--) {
    const k = Math.floor(learner.random() * (i + 1));
    [examples[i], examples[k]] = [examples[k], examples[i]];
  }
  let loss = 0;
  let words = 0;
  for (let i = 0; i < examples.length; i += BATCH) {
    const batch = examples.slice(i, i + BATCH);
    const done = learner.steps / steps;
    const rate = RATE * (done < 0.1 ? done / 0.1 : 0.5 * (1 + Math.cos((Math.PI * (done - 0.1)) / 0.9)) + 0.01);
    loss += learner.learn(batch, rate);
    words += batch.reduce((sum, { x }) => sum + x.length, 0);
  }
  console.log(`epoch ${epoch}: loss ${(loss / words).toFixed(4)} a word`);
}

const scales = [];
const bytes = [];
for (const [name] of blocks) {
  const mean = learner.mean[name];
  const scale = mean.reduce((most, each) => Math.max(most, Math.abs(each)), 1e-9) / 127;
  scales.push(Number(scale.toPrecision(7)));
  bytes.push(Buffer.from(Int8Array.from(mean, (each) => Math.round(each / scale)).buffer));
}
const path = join(ROOT, 'server/regimes/vocabularies', VOCABULARY, 'tagger.json');
await writeFile(
  path,
  `${JSON.stringify({ labels: LABELS, width: WIDTH, memory: MEMORY, scales, features: features.join('\n'), bytes: Buffer.concat(bytes).toString('base64') })}\n`,
);
console.log(`wrote ${path.slice(ROOT.length)}`);

/** The reader's own words, grammar and features: what it is taught with is what it will read with. */
async function load() {
  const { outputFiles } = await build({
    stdin: {
      contents: `export { languageOf } from './purposes/language';
export { judge } from './purposes/judge';
export { describe } from './purposes/tagger/features';
export { blocksOf } from './purposes/tagger/network';`,
      resolveDir: join(ROOT, 'server'),
      loader: 'ts',
    },
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    write: false,
    logLevel: 'warning',
    plugins: [purposeLanguage()],
  });
  const module = { exports: {} };
  new Function('module', 'exports', 'require', outputFiles[0].text)(
    module,
    module.exports,
    createRequire(import.meta.url),
  );
  return module.exports;
}
