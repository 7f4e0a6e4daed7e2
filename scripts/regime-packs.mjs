// An esbuild and Vite plugin: `import packs from 'regime-packs'` gives the content of every pack in server/regimes/,
// read when the bundle is built, by the reader that also reads the packs of a workspace. A new pack is a new file
// there, and no line of code.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleApart, moduleApart } from './apart.mjs';
import { fromSource } from './from-source.mjs';
import { madeModule, madeModuleForVite } from './made-module.mjs';
import { purposeLanguage } from './purpose-language.mjs';
import { watModules } from './wat.mjs';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const FOLDER = join(ROOT, 'server/regimes/');
const NAME = 'regime-packs';
const SCHEMA = 'schemas/regime.schema.json';
/** How a program finds the bundle of the regimes when it runs. */
const BESIDE = "globalThis.eucRegimes ?? require('./regimes.js')";

/** The project's own reader of packs. */
async function compiler() {
  const { compilePacks } = await fromSource({
    entryPoints: [join(ROOT, 'server/compile-packs.ts')],
    plugins: [purposeLanguage(), watModules()],
  });
  return compilePacks;
}

/** The packs as data in quotation marks, and the files they were read from. A pack with a fault ends the build. */
async function packs() {
  const files = (await readdir(FOLDER)).filter((name) => name.endsWith('.yaml')).sort();
  const paths = files.map((name) => join(FOLDER, name));
  const texts = await Promise.all(paths.map((path) => readFile(path, 'utf8')));
  const { packs: stated, faults } = (await compiler())(files.map((name, i) => ({ name, text: texts[i] })));
  if (faults.length > 0)
    throw new Error(
      `The regime packs have faults. (After a change of the types: npm run schema)\n${faults.join('\n')}`,
    );
  // As the files state them, and put together when they are loaded: to unpack them takes ten times as long as to read them.
  const data = JSON.stringify(JSON.stringify(stated));
  return { data, paths };
}

/** The module that puts the packs together, which finds the project's own code at `root`. */
const moduleOf = (data, root) => `import { extendAll } from '${root}server/regimes/extend.ts';
export default extendAll(JSON.parse(${data}));`;

let once;

/** The module that `contentsOf` makes of the data. The bundles of one build share one reading. */
async function packsAs(contentsOf, watch) {
  const { data, paths } = await (watch ? packs() : (once ??= packs()));
  return { code: contentsOf(data), paths, folders: [FOLDER], resolveDir: ROOT };
}

/** For esbuild. */
export function regimePacks({ watch = false } = {}) {
  return madeModule(NAME, () => packsAs((data) => moduleOf(data, './'), watch));
}

/**
 * The options of esbuild for the bundle of their own: the data of the packs and the form that a pack has, and nothing else.
 * @param {import('esbuild').BuildOptions} common
 */
export function regimesBundle(common, { watch = false } = {}) {
  const contentsOf = (data) => `export default ${data};\nexport { default as schema } from './${SCHEMA}';`;
  const plugins = [madeModule(NAME, () => packsAs(contentsOf, watch))];
  return bundleApart({ ...common, plugins }, 'eucRegimes', { regimes: NAME });
}

/** For esbuild: leaves the data out of the server's bundle: a worker loads the file into a global before it checks, Node when it checks. */
export function regimesInGlobal() {
  const contents = `import { extendAll } from './server/regimes/extend.ts';
const stated = () => ${BESIDE};
export default { *[Symbol.iterator]() { yield* extendAll(JSON.parse(stated().default)); } };`;
  return moduleApart({ name: NAME, file: './regimes.js', contents, resolveDir: ROOT });
}

/** For esbuild: takes the form of a pack from the same bundle. */
export function packFormInGlobal() {
  const contents = `const stated = () => (${BESIDE}).schema;
export default { get $ref() { return stated().$ref; }, get definitions() { return stated().definitions; } };`;
  return moduleApart({ name: `../../${SCHEMA}`, file: './regimes.js', contents, resolveDir: ROOT });
}

/** For Vite, and so for the tests. */
export const regimePacksForVite = () => madeModuleForVite(NAME, () => packsAs((data) => moduleOf(data, '/'), false));
