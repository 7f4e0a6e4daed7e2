// An esbuild and Vite plugin: `import language from 'purpose-language'` gives what the reader of purposes knows of words,
// packed: the English lexicon, which words are used alike, and for each folder of server/regimes/vocabularies/ its concepts,
// what they stand for, and its tagger. They are text files to be read and extended. In what ships they stand in a bundle of
// their own, dist/language.js.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateRawSync } from 'node:zlib';
import { parse } from 'yaml';
import { bundleApart, moduleApart } from './apart.mjs';
import { madeModule, madeModuleForVite } from './made-module.mjs';

const SERVER = fileURLToPath(new URL('../server/', import.meta.url));
const NAME = 'purpose-language';
const pack = (text) => deflateRawSync(Buffer.from(text), { level: 9 }).toString('base64');

async function language() {
  const lexicon = join(SERVER, 'purposes/lexicon.txt');
  const likeness = join(SERVER, 'purposes/likeness.txt');
  const folder = join(SERVER, 'regimes/vocabularies');
  const paths = [lexicon, likeness];
  const vocabularies = {};
  for (const name of (await readdir(folder)).sort()) {
    const concepts = {};
    const files = (await readdir(join(folder, name))).sort();
    for (const file of files.filter((each) => each.endsWith('.yaml'))) {
      const path = join(folder, name, file);
      paths.push(path);
      Object.assign(concepts, parse(await readFile(path, 'utf8')));
    }
    const readings = join(folder, name, 'readings.json');
    paths.push(readings);
    let tagger;
    if (files.includes('tagger.json')) {
      const [path, bytes] = ['tagger.json', 'tagger.bin'].map((each) => join(folder, name, each));
      paths.push(path, bytes);
      const { features, ...shape } = JSON.parse(await readFile(path, 'utf8'));
      tagger = { ...shape, features: pack(features.join('\n')), bytes: pack(await readFile(bytes)) };
    }
    vocabularies[name] = {
      concepts: pack(JSON.stringify(concepts)),
      readings: JSON.parse(await readFile(readings, 'utf8')),
      tagger,
    };
  }
  const alike = (await readFile(likeness, 'utf8'))
    .trimEnd()
    .split('\n')
    .map((line) => line.split(' '));
  const data = {
    lexicon: pack(await readFile(lexicon, 'utf8')),
    likeness: {
      words: pack(alike.map(([word]) => word).join('\n')),
      signs: pack(alike.map(([, signs]) => signs).join('')),
    },
    vocabularies,
  };
  return { code: `export default ${JSON.stringify(data)};`, paths };
}

/** For esbuild. */
export const purposeLanguage = () => madeModule(NAME, language);

/** The options of esbuild for the bundle of its own. @param {import('esbuild').BuildOptions} common */
export function languageBundle(common) {
  return bundleApart({ ...common, plugins: [purposeLanguage()] }, 'eucLanguage', { language: NAME });
}

/** For esbuild: leaves it out of a bundle for Node, to be loaded from the file beside it. */
export function languageApart() {
  return {
    name: `${NAME}-apart`,
    setup(build) {
      build.onResolve({ filter: /^purpose-language$/ }, () => ({ path: './language.js', external: true }));
    },
  };
}

/** For esbuild: leaves it out of the server's bundle: a worker loads the file into a global before it reads, Node when it reads. */
export function languageInGlobal() {
  const contents = `
const language = () => globalThis.eucLanguage ?? (typeof require === 'function' ? require('./language.js') : undefined);
export default {
  get lexicon() { return language()?.default.lexicon ?? ''; },
  get likeness() { return language()?.default.likeness ?? { words: '', signs: '' }; },
  get vocabularies() { return language()?.default.vocabularies ?? {}; },
};`;
  return moduleApart({ name: NAME, file: './language.js', contents });
}

/** For Vite, and so for the tests. */
export const purposeLanguageForVite = () => madeModuleForVite(NAME, language);
