// Made by scripts/regime-packs.mjs from the YAML files of this folder.
/* eslint-disable @typescript-eslint/consistent-type-imports -- A declared module may not import by a relative name. */
declare module 'regime-packs' {
  /** Put together when they are asked for. */
  const packs: Iterable<import('./types').Regime>;
  export default packs;
}
