import { defineConfig } from 'vitest/config';
import { yamlDataForVite } from './scripts/yaml-data.mjs';

export default defineConfig({
  plugins: [yamlDataForVite()],
  test: { include: ['test/**/*.test.ts'], exclude: ['test/e2e/**'] },
});
