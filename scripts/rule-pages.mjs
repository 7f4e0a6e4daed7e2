// An esbuild and Vite plugin: `import pages from 'rule-pages'` gives the pages of docs/rules/ by the ids of their rules, so
// that the command line can say what a rule is about without looking for a file.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { madeModule, madeModuleForVite } from './made-module.mjs';

const FOLDER = fileURLToPath(new URL('../docs/rules/', import.meta.url));
const NAME = 'rule-pages';

async function pages() {
  const names = (await readdir(FOLDER)).filter((name) => name.endsWith('.md') && name !== 'README.md').sort();
  const paths = names.map((name) => join(FOLDER, name));
  const texts = await Promise.all(paths.map((path) => readFile(path, 'utf8')));
  const byRule = Object.fromEntries(names.map((name, i) => [name.replace(/\.md$/, ''), texts[i]]));
  return { code: `export default ${JSON.stringify(byRule)};`, paths, folders: [FOLDER] };
}

/** For esbuild. */
export const rulePages = () => madeModule(NAME, pages);

/** For Vite, and so for the tests. */
export const rulePagesForVite = () => madeModuleForVite(NAME, pages);
