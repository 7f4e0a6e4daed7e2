// An esbuild and Vite plugin: `import pack from './x.yaml'` gives the file's content as data, read at build time.
import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';

/** Reads a YAML data file of ours into the text of a JavaScript module. */
async function moduleOf(path) {
  const data = parse(await readFile(path, 'utf8'), { schema: 'core', version: '1.2' });
  return `export default ${JSON.stringify(data)};`;
}

/** The plugin, for both bundlers: esbuild calls `setup`, Vite calls `load`. */
export function yamlData() {
  return {
    name: 'yaml-data',
    setup(build) {
      build.onLoad({ filter: /\.yaml$/ }, async ({ path }) => ({ contents: await moduleOf(path), loader: 'js', watchFiles: [path] }));
    },
  };
}

/** The same for Vite, which refuses an unknown `setup`. */
export function yamlDataForVite() {
  return {
    name: 'yaml-data',
    enforce: 'pre',
    async load(id) {
      return /\/server\/.*\.yaml$/.test(id) ? { code: await moduleOf(id), map: null } : null;
    },
  };
}
