// Modules that no file holds: what an import of their name gives is made when the bundle is built.

/**
 * A plugin of esbuild.
 * @param {string} name what is imported
 * @param {() => Promise<{ code: string, paths: string[], folders?: string[], resolveDir?: string }>} make the module, and
 *   what it was made of: a change of these makes it anew
 */
export function madeModule(name, make) {
  return {
    name,
    setup(build) {
      build.onResolve({ filter: new RegExp(`^${name}$`) }, () => ({ path: name, namespace: name }));
      build.onLoad({ filter: /.*/, namespace: name }, async () => {
        const { code, paths, folders, resolveDir } = await make();
        return { contents: code, loader: 'js', resolveDir, watchFiles: paths, watchDirs: folders };
      });
    },
  };
}

/** The same for Vite, and so for the tests. @param {string} name @param {() => Promise<{ code: string }>} make */
export function madeModuleForVite(name, make) {
  const id = `\0${name}`;
  return {
    name,
    enforce: 'pre',
    resolveId: (imported) => (imported === name ? id : null),
    load: async (loaded) => (loaded === id ? { code: (await make()).code, map: null } : null),
  };
}
