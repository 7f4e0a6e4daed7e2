// Bundles the extension, the server and the command line into dist/.  node scripts/build.mjs [--watch]
import { build, context } from 'esbuild';
import { bundleApart } from './apart.mjs';
import { countryCodes } from './country-codes.mjs';
import { engineApart } from './engine-apart.mjs';
import { languageApart, languageBundle, languageInGlobal } from './purpose-language.mjs';
import { packFormInGlobal, regimePacks, regimesBundle, regimesInGlobal } from './regime-packs.mjs';
import { rulePages } from './rule-pages.mjs';
import { watModules } from './wat.mjs';
import { writerBundles, writersApart } from './writers.mjs';
import { YAML_LIBRARY } from './yaml-library.mjs';

const watch = process.argv.includes('--watch');

const common = {
  bundle: true,
  minify: true,
  // Quotation marks and dashes as they are: an escape takes twice the room.
  charset: 'utf8',
  keepNames: false,
  sourcemap: 'linked',
  sourcesContent: false,
  target: 'es2022',
  outdir: 'dist',
  logLevel: 'warning',
  plugins: [regimePacks({ watch }), watModules(), countryCodes()],
  alias: { yaml: YAML_LIBRARY, diacritics: './scripts/no-diacritics.mjs' },
};

/** @type {import('esbuild').BuildOptions[]} */
const bundles = [
  {
    ...common,
    platform: 'node',
    format: 'cjs',
    external: ['vscode'],
    plugins: [...common.plugins, writersApart(), languageApart(), rulePages()],
    // An import of a file beside the bundle as a `require`, which knows what CommonJS exports by name.
    supported: { 'dynamic-import': false },
    entryPoints: { client: 'client/node.ts', cli: 'server/cli/euc.ts' },
  },
  {
    ...common,
    platform: 'node',
    format: 'cjs',
    plugins: [...common.plugins, writersApart(), engineApart()],
    supported: { 'dynamic-import': false },
    entryPoints: { server: 'server/lsp/node.ts' },
  },
  {
    ...common,
    platform: 'browser',
    format: 'cjs',
    external: ['vscode'],
    entryPoints: { 'client.browser': 'client/browser.ts' },
  },
  bundleApart(
    { ...common, plugins: [watModules(), countryCodes(), regimesInGlobal(), packFormInGlobal(), languageInGlobal()] },
    'eucServer',
    {
      'server.browser': 'server/lsp/browser.ts',
    },
  ),
  languageBundle(common),
  regimesBundle(common, { watch }),
  { ...common, platform: 'browser', format: 'iife', entryPoints: { preview: 'client/preview/page.ts' } },
  ...writerBundles(common),
];

if (watch) {
  for (const options of bundles) await (await context({ ...options, logLevel: 'info' })).watch();
} else {
  await Promise.all(bundles.map((options) => build(options)));
}
