// The purpose reader's own words, grammar and features, for programs that teach or measure it.
import { fileURLToPath } from 'node:url';
import { fromSource } from '../from-source.mjs';
import { purposeLanguage } from '../purpose-language.mjs';
import { watModules } from '../wat.mjs';

const SERVER = fileURLToPath(new URL('../../server', import.meta.url));

/** @returns {Promise<any>} `languageOf`, `judge`, `ordersOf`, `blocksOf`, `readWords` and `lemmasOf`, from the sources as they are */
export async function loadReader() {
  return fromSource({
    stdin: {
      contents: `export { languageOf } from './purposes/language';
export { judge } from './purposes/judge';
export { ordersOf } from './purposes/orders';
export { blocksOf } from './purposes/tagger/network';
export { readWords } from './purposes/reader';
export { lemmasOf } from './purposes/words';`,
      resolveDir: SERVER,
      loader: 'ts',
    },
    plugins: [purposeLanguage(), watModules()],
  });
}
