// How long the reader of purposes takes.  node scripts/bench-purposes.mjs
// Beside it stands a loop of additions, so that figures of two machines can be compared: only ratios say something.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { loadReader } from './train/load-reader.mjs';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const VOCABULARY = 'crime-and-terrorism';
const THRESHOLD = 72;

const { readWords } = await loadReader();

const statements = (await readFile(`${ROOT}test/purposes/data/dev.jsonl`, 'utf8'))
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line).text);

/** The processor's time that something takes, in microseconds. @param {() => void} run */
function taken(run) {
  const before = process.cpuUsage().user;
  run();
  return process.cpuUsage().user - before;
}

// A text that was read before is not read again, so each pass has its own. The first few are compiled while they are read, as a
// server's first statements are.
const passes = Array.from({ length: 12 }, (_, pass) =>
  taken(() => {
    for (const text of statements) readWords(`${text}${' '.repeat(pass)}`, VOCABULARY, THRESHOLD);
  }),
);
const addition = Math.min(
  ...Array.from({ length: 5 }, () =>
    taken(() => {
      let sum = 0;
      for (let i = 0; i < 1e8; i++) sum = (sum + i) | 0;
      return sum;
    }),
  ),
);
const each = Math.min(...passes) / statements.length;
console.log(
  `${each.toFixed(0)} µs a statement (${statements.length} of dev.jsonl, the best of ${passes.length} passes)`,
);
console.log(
  `${(each / (addition / 1e8) / 1000).toFixed(0)} thousand additions a statement; ${(addition / 1e5).toFixed(2)} ns an addition here`,
);

const long = statements.join(' ');
const [short, tenfold] = [10_000, 100_000].map((length) =>
  Math.min(
    ...[0, 1, 2].map((pass) =>
      taken(() => readWords(`${' '.repeat(pass)}${long.slice(0, length)}`, VOCABULARY, THRESHOLD)),
    ),
  ),
);
console.log(`100,000 characters take ${(tenfold / short).toFixed(1)} times as long as 10,000`);
