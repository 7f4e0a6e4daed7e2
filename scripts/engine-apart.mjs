// The checker and all it knows stand once in what ships, in the worker's bundle; Node's server takes them from there.

/** For esbuild: leaves the engine out of the bundle that asks for it, to be loaded from the worker's bundle beside it. */
export function engineApart() {
  return {
    name: 'engine-apart',
    setup(build) {
      build.onResolve({ filter: /^\.\/engine$/ }, () => ({ path: './server.browser.js', external: true }));
    },
  };
}
