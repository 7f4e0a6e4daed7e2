// An esbuild and Vite plugin: `import packs from 'regime-packs'` gives the content of every pack in server/regimes/,
// read when the bundle is built. A new pack is a new file there, and no line of code.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

const FOLDER = fileURLToPath(new URL('../server/regimes/', import.meta.url));
const NAME = 'regime-packs';

/** The packs as the text of a module, and the files they were read from. */
async function packs() {
  const files = (await readdir(FOLDER)).filter((name) => name.endsWith('.yaml')).sort();
  const paths = files.map((name) => join(FOLDER, name));
  const data = await Promise.all(paths.map(async (path) => parse(await readFile(path, 'utf8'), { version: '1.2' })));
  return { code: `export default ${JSON.stringify(data)};`, paths };
}

/** For esbuild. */
export function regimePacks() {
  return {
    name: NAME,
    setup(build) {
      build.onResolve({ filter: /^regime-packs$/ }, () => ({ path: NAME, namespace: NAME }));
      build.onLoad({ filter: /.*/, namespace: NAME }, async () => {
        const { code, paths } = await packs();
        return { contents: code, loader: 'js', watchFiles: paths, watchDirs: [FOLDER] };
      });
    },
  };
}

/** For Vite, and so for the tests. */
export function regimePacksForVite() {
  return {
    name: NAME,
    enforce: 'pre',
    resolveId: (id) => (id === NAME ? `\0${NAME}` : null),
    load: async (id) => (id === `\0${NAME}` ? { code: (await packs()).code, map: null } : null),
  };
}
