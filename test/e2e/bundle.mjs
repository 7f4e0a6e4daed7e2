// Bundles the test suite into the one file that VS Code loads.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root, store } from '../../scripts/vscode/fetch-once.mjs';

/** Begins each line of the suite's report, so that it can be told from VS Code's own noise. */
export const reportMark = 'e2e| ';

/**
 * @param {'node' | 'browser'} host the kind of extension host
 * @param {{ grep?: string, marked?: boolean }} options
 * @returns {Promise<string>} the file
 */
export async function bundleSuite(host, { grep = '', marked = true } = {}) {
  const suite = join(root, 'test/e2e/suite');
  const scenarios = readdirSync(suite)
    .filter((name) => name.endsWith('.e2e.ts'))
    .map((name) => name.slice(0, -'.e2e.ts'.length));
  // In the project's folder, so that Node finds mocha; marked or not is part of the name, for runs side by side.
  // The web's extension host puts `.js` behind any other ending.
  const outfile = join(store, `suite/${host}${marked ? '' : '-plain'}.${host === 'node' ? 'cjs' : 'js'}`);
  await build({
    entryPoints: [join(suite, 'index.ts')],
    outfile,
    bundle: true,
    format: 'cjs',
    target: 'es2022',
    logLevel: 'warning',
    platform: host,
    define: {
      SCENARIOS: JSON.stringify(scenarios.sort()),
      GREP: JSON.stringify(grep),
      REPORT: JSON.stringify(marked ? reportMark : ''),
    },
    ...(host === 'node'
      ? { external: ['vscode', 'mocha'] }
      : { external: ['vscode'], alias: { mocha: 'mocha/mocha.js' } }),
  });
  return outfile;
}
