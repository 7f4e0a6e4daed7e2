import { defineConfig } from 'vitest/config';
import { regimePacksForVite } from './scripts/regime-packs.mjs';

export default defineConfig({
  plugins: [regimePacksForVite()],
  test: { include: ['test/**/*.test.ts'], exclude: ['test/e2e/**'] },
});
