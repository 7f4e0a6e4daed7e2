// The writers of Word documents and PDF stand in bundles of their own, dist/docx.js and dist/pdf.js, which the server
// and the command line load when one is asked for. One file serves Node and the browser's worker.
import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { bundleApart } from './apart.mjs';

const FOLDER = 'server/export/bundles';

/** The options of esbuild for each writer's bundle. @param {import('esbuild').BuildOptions} common */
export function writerBundles(common) {
  const options = {
    ...common,
    // pdfkit names a colour profile that is never read.
    define: { 'import.meta.url': '"file:///"' },
    plugins: [...common.plugins, packedFonts()],
    // The typeface is not packed in this way, so that its unpacking is not needed.
    alias: { 'brotli/decompress.js': './scripts/no-brotli.mjs' },
  };
  return ['docx', 'pdf'].map((name) => bundleApart(options, `eucWriter_${name}`, { [name]: `${FOLDER}/${name}.ts` }));
}

/** For esbuild: the bytes of a font, packed, in the place of its name. */
function packedFonts() {
  return {
    name: 'packed-fonts',
    setup(build) {
      build.onLoad({ filter: /\.ttf$/ }, async ({ path }) => {
        const packed = deflateRawSync(await readFile(path), { level: 9 }).toString('base64');
        const contents = `import { inflateSync } from 'fflate';
export default inflateSync(Uint8Array.from(atob('${packed}'), (char) => char.charCodeAt(0)));`;
        return { contents, loader: 'js', resolveDir: dirname(path) };
      });
    },
  };
}

/** For esbuild: leaves a writer out of the bundle that asks for it, to be loaded from the file beside it. */
export function writersApart() {
  return {
    name: 'writers-apart',
    setup(build) {
      build.onResolve({ filter: /\/export\/bundles\/(docx|pdf)$/ }, ({ path }) => ({
        path: `./${path.slice(path.lastIndexOf('/') + 1)}.js`,
        external: true,
      }));
    },
  };
}

/** For Vite, and so for the tests: the bytes of a font in the place of its name. */
export function fontsForVite() {
  return {
    name: 'fonts',
    enforce: 'pre',
    load: async (id) => {
      if (!id.endsWith('.ttf')) return null;
      const bytes = (await readFile(id)).toString('base64');
      return { code: `export default Uint8Array.from(atob('${bytes}'), (char) => char.charCodeAt(0));`, map: null };
    },
  };
}
