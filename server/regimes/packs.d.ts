// Made by scripts/regime-packs.mjs from the YAML files of this folder.
declare module 'regime-packs' {
  import type { Regime } from './types';

  const packs: readonly Regime[];
  export default packs;
}
