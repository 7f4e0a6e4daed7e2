import { defineConfig } from 'vitest/config';
import { purposeLanguageForVite } from './scripts/purpose-language.mjs';
import { regimePacksForVite } from './scripts/regime-packs.mjs';
import { rulePagesForVite } from './scripts/rule-pages.mjs';
import { watModulesForVite } from './scripts/wat.mjs';
import { fontsForVite } from './scripts/writers.mjs';
import { YAML_LIBRARY } from './scripts/yaml-library.mjs';

export default defineConfig({
  plugins: [regimePacksForVite(), purposeLanguageForVite(), rulePagesForVite(), watModulesForVite(), fontsForVite()],
  resolve: { alias: { yaml: YAML_LIBRARY } },
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/e2e/**'],
    // A busy machine is no failure.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // The modules are pure: loading them once a worker, not once a file, is half the time.
    isolate: false,
    maxWorkers: '100%',
  },
});
