// What ships in a file of its own beside the bundle that needs it, for Node by `require` and for a worker by a global.

/**
 * The options of esbuild for such a file.
 * @param {import('esbuild').BuildOptions} common
 * @param {string} globalName the global in which a worker finds what it exports
 * @param {Record<string, string>} entryPoints
 */
export function bundleApart(common, globalName, entryPoints) {
  return {
    ...common,
    platform: 'browser',
    format: 'iife',
    globalName,
    footer: { js: `if (typeof module === 'object') module.exports = ${globalName};` },
    entryPoints,
  };
}

/**
 * A plugin of esbuild that leaves a module out of a bundle: `contents` stand in its place, which ask for the file when the
 * program runs.
 * @param {{ name: string, file: string, contents: string, resolveDir?: string }} module
 */
export function moduleApart({ name, file, contents, resolveDir }) {
  const namespace = `${name}-apart`;
  return {
    name: namespace,
    setup(build) {
      build.onResolve({ filter: /./ }, ({ path }) =>
        path === name ? { path, namespace } : path === file ? { path, external: true } : undefined,
      );
      build.onLoad({ filter: /./, namespace }, () => ({ contents, loader: 'js', resolveDir }));
    },
  };
}
