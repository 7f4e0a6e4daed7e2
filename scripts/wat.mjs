// An esbuild and Vite plugin: `import kernel from './kernel.wat'` gives a WebAssembly module that is written as text, built, in base64.
import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import wabt from 'wabt';

const NAME = 'wat';

/** The module that a file describes, in bytes. @param {string} path */
export async function assembled(path) {
  const module = (await wabt()).parseWat(basename(path), await readFile(path, 'utf8'), { simd: true });
  try {
    module.validate();
    return Buffer.from(module.toBinary({}).buffer);
  } finally {
    module.destroy();
  }
}

/** @param {string} path */
const built = async (path) => `export default '${(await assembled(path)).toString('base64')}';`;

/** For esbuild. */
export function watModules() {
  return {
    name: NAME,
    setup(build) {
      build.onResolve({ filter: /\.wat$/ }, ({ path, importer }) => ({
        path: join(dirname(importer), path),
        namespace: NAME,
      }));
      build.onLoad({ filter: /.*/, namespace: NAME }, async ({ path }) => ({
        contents: await built(path),
        loader: 'js',
        watchFiles: [path],
      }));
    },
  };
}

/** For Vite, and so for the tests. */
export function watModulesForVite() {
  return {
    name: NAME,
    enforce: 'pre',
    load: async (id) => (id.endsWith('.wat') ? { code: await built(id), map: null } : null),
  };
}
