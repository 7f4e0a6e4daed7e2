// An esbuild plugin: the codes of ISO 3166-1 in half the room. The list of countries has a fourth column, the names of the parts of
// countries, which nobody asks for, and more quotation marks than letters.
import { readFile } from 'node:fs/promises';

/** For esbuild. */
export function countryCodes() {
  return {
    name: 'country-codes',
    setup(build) {
      build.onLoad({ filter: /i18n-iso-countries[\\/]codes\.json$/ }, async ({ path }) => {
        const codes = JSON.parse(await readFile(path, 'utf8')).map(
          ([two, three, number]) => `${two} ${three} ${number}`,
        );
        return {
          contents: `module.exports = '${codes.join(',')}'.split(',').map((each) => each.split(' '));`,
          loader: 'js',
        };
      });
    },
  };
}
