// How long the comparison of clauses takes.  node scripts/bench-clauses.mjs [--assert]
// Beside it stand a loop of additions and the reading of the file, so that figures of two machines can be compared: only
// ratios say something. With --assert it fails where a figure is worse than what the project promises.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { tenMillionAdditions } from './additions.mjs';
import { fromSource } from './from-source.mjs';
import { regimePacks } from './regime-packs.mjs';
import { watModules } from './wat.mjs';
import { YAML_LIBRARY } from './yaml-library.mjs';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const REGIME = 'il-cyber-2021';
/** Seven of these are a megabyte, in characters. */
const SHARE = 140_000;
const PROMISED = { ordinary: 2, huge: 100 };

const { parse, readCertificate, readClauses, builtIn } = await fromSource({
  stdin: {
    contents: `
      export { parse } from './syntax/parse';
      export { readCertificate } from './certificate/read';
      export { readClauses } from './clauses/read';
      export { builtIn } from './regimes/catalogue';`,
    resolveDir: `${ROOT}server`,
    loader: 'ts',
  },
  alias: { yaml: YAML_LIBRARY },
  plugins: [regimePacks({ watch: false }), watModules()],
});
const regime = builtIn.find(REGIME);

/** The shortest of several runs, in milliseconds. @param {() => void} run @param {number} [times] */
function best(run, times = 40) {
  let least = Infinity;
  for (let i = 0; i < times; i++) {
    const start = performance.now();
    run();
    least = Math.min(least, performance.now() - start);
  }
  return least;
}

/** @param {string} text */
const certificateIn = (text) => readCertificate(parse(text).documents[0]);

const good = (await readFile(`${ROOT}examples/good-in-words.euc.yaml`, 'utf8')).padEnd(
  20_000,
  '# a remark that makes the certificate longer\n',
);
/** @param {readonly (readonly [string | RegExp, string])[]} changes */
const changed = (changes) => changes.reduce((text, [from, to]) => text.replace(from, to), good);
const once = changed([
  ['solely ', ''],
  ['unduly ', ''],
  ['or more', 'or less'],
  ['shall not, in', 'shall, in'],
  ['any authorization', 'authorization where practicable'],
  ['race, ', ''],
  ['may lead', 'may not lead'],
]);
const often = good.replace(/^( {4}\S.*)$/gm, (line) => line.replace(/(\S+ \S+ \S+ \S+ \S+) \S+/g, '$1 otherwise'));
const undertaken = good.replace(
  /\.\n( {2}[a-z-]+: >-|\nsignature)/g,
  (_, next) =>
    `.\n    The end user shall keep a record of every use for ten years and make it available to the exporter.\n${next}`,
);
const shuffled = changed([
  ['religion, sex or gender, race, ethnic group', 'ethnic group, race, gender or sex, religion'],
  [/\(a\) (attacks upon a person's life which may cause\s+death); \(b\) ([^;]+);/, '(a) $2; (b) $1;'],
]);
const megabyte = (words) =>
  `regime: ${REGIME}\nclauses:\n${regime.clauses.map(({ id }) => `  ${id}: ${words.repeat(Math.ceil(SHARE / words.length))}\n`).join('')}`;

const addition = tenMillionAdditions();
console.log(`10 million additions: ${addition.toFixed(2)} ms`);

let failed = false;
/** @param {string} name @param {string} text @param {number} most @param {number} [times] */
function measure(name, text, most, times) {
  const certificate = certificateIn(text);
  const took = best(() => readClauses(certificate, regime), times);
  const changes = readClauses(certificate, regime).reduce((sum, reading) => sum + reading.changes.length, 0);
  const ratio = (took / addition).toFixed(2);
  console.log(
    `${name.padEnd(46)} ${took.toFixed(2).padStart(8)} ms  (${ratio} of the additions; ${changes} changes; at most ${most} ms)`,
  );
  failed ||= took > most;
}

const reading = best(() => parse(good));
console.log(`Reading the same 20 KB file: ${reading.toFixed(2)} ms`);
measure('20 KB, seven clauses as they should be', good, PROMISED.ordinary);
measure('20 KB, one change in each clause', once, PROMISED.ordinary);
measure('20 KB, lists in another order', shuffled, PROMISED.ordinary);
measure('20 KB, an undertaking more in each clause', undertaken, PROMISED.ordinary);
measure('20 KB, every sixth word another', often, PROMISED.ordinary * 4);
measure('seven clauses, 1 MB of the same words', megabyte('the system may be used '), PROMISED.huge, 5);
measure(
  'seven clauses, 1 MB of undertakings',
  megabyte('The end user shall keep records for five years. '),
  PROMISED.huge,
  5,
);
/** @param {number} i */
const undertaking = (i) =>
  ` The end user shall keep a record of use ${i} for ten years and report any loss without delay.`;
/** @param {(words: string) => string} write */
const written = (write) =>
  `regime: ${REGIME}\nclauses:\n${regime.clauses.map(({ id, words }) => `  ${id}: "${write(words.trim())}"\n`).join('')}`;
const OTHER = ' A quaint teapot of gravel was seen by nobody at noon, said the marmalade.';
measure(
  'seven clauses, 20 KB of undertakings',
  written((words) => words + Array.from({ length: 27 }, (_, i) => undertaking(i + words.length)).join('')),
  PROMISED.ordinary * 2,
);
measure(
  'seven clauses, 20 KB of other sentences',
  written((words) => words + OTHER.repeat(35)),
  PROMISED.ordinary * 4,
);
measure(
  'seven clauses as long as is compared',
  written((words) => words + OTHER.repeat(Math.floor(19_000 / OTHER.length))),
  PROMISED.huge,
  5,
);
measure(
  'seven clauses turned around',
  written((words) => words.split(' ').reverse().join(' ')),
  PROMISED.huge,
  5,
);
for (const { id, words } of regime.clauses) {
  const text = `regime: ${REGIME}\nclauses:\n  ${id}: "${`${words} `.repeat(Math.ceil(1_000_000 / words.length))}"\n`;
  measure(`1 MB of "${id}" again and again`, text, PROMISED.huge, 5);
}
if (failed) {
  console.log('Slower than promised.');
  process.exitCode = process.argv.includes('--assert') ? 1 : 0;
}
