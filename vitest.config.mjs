import { defineConfig } from 'vitest/config';
import { regimePacksForVite } from './scripts/regime-packs.mjs';
import { fontsForVite } from './scripts/writers.mjs';

export default defineConfig({
  plugins: [regimePacksForVite(), fontsForVite()],
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/e2e/**'],
    // A busy machine is no failure.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
