// Bundles the extension, the server and the command line into dist/.  node scripts/build.mjs [--watch]
import { build, context } from 'esbuild';
import { regimePacks } from './regime-packs.mjs';

const common = {
  bundle: true,
  minify: true,
  keepNames: false,
  sourcemap: 'linked',
  sourcesContent: false,
  target: 'es2022',
  outdir: 'dist',
  logLevel: 'warning',
  plugins: [regimePacks({ watch: process.argv.includes('--watch') })],
};

/** @type {import('esbuild').BuildOptions[]} */
const bundles = [
  // CommonJS for Node: an ESM bundle that contains `yaml` fails on its dynamic require.
  {
    ...common,
    platform: 'node',
    format: 'cjs',
    external: ['vscode'],
    entryPoints: { client: 'client/node.ts', server: 'server/lsp/node.ts', cli: 'server/cli/euc.ts' },
  },
  {
    ...common,
    platform: 'browser',
    format: 'cjs',
    external: ['vscode'],
    entryPoints: { 'client.browser': 'client/browser.ts' },
  },
  { ...common, platform: 'browser', format: 'iife', entryPoints: { 'server.browser': 'server/lsp/browser.ts' } },
];

if (process.argv.includes('--watch')) {
  for (const options of bundles) await (await context({ ...options, logLevel: 'info' })).watch();
} else {
  await Promise.all(bundles.map((options) => build(options)));
}
