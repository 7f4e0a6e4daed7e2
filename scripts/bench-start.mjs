// How long it takes to load the regimes that come with the project, in a process that has just begun.  node scripts/bench-start.mjs
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { regimePacks } from './regime-packs.mjs';
import { YAML_LIBRARY } from './yaml-library.mjs';

const SERVER = fileURLToPath(new URL('../server', import.meta.url));
const TIMES = 9;

const { outputFiles } = await build({
  stdin: {
    contents: `const start = performance.now();
const { builtIn } = require('./regimes/catalogue');
const count = builtIn.packs().length;
console.log(JSON.stringify({ count, time: performance.now() - start }));`,
    resolveDir: SERVER,
    loader: 'ts',
  },
  bundle: true,
  minify: true,
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  write: false,
  alias: { yaml: YAML_LIBRARY },
  plugins: [regimePacks()],
});
const runs = Array.from({ length: TIMES }, () =>
  JSON.parse(spawnSync(process.execPath, ['-'], { input: outputFiles[0].text, encoding: 'utf8' }).stdout),
).sort((a, b) => a.time - b.time);
const said = (ms) => `${ms.toFixed(1)} ms`;
console.log(
  `${runs[0].count} packs in ${TIMES} new processes: ${said(runs[0].time)} at best, ${said(runs[TIMES >> 1].time)} at 50 %; at most 15 ms`,
);
