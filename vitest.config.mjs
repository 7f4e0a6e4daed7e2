import { defineConfig } from 'vitest/config';
import { regimePacksForVite } from './scripts/regime-packs.mjs';

export default defineConfig({
  plugins: [regimePacksForVite()],
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/e2e/**'],
    // A busy machine is no failure.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
