// Runs the project's own sources in a script: they are bundled, and what they export is given back.
import { createRequire } from 'node:module';
import { build } from 'esbuild';

/**
 * @param {import('esbuild').BuildOptions} options the entry point or `stdin`, and what its imports take to be resolved
 * @returns {Promise<any>} what it exports
 */
export async function fromSource(options) {
  const { outputFiles } = await build({
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    write: false,
    logLevel: 'warning',
    ...options,
  });
  const module = { exports: {} };
  new Function('module', 'exports', 'require', outputFiles[0].text)(
    module,
    module.exports,
    createRequire(import.meta.url),
  );
  return module.exports;
}
