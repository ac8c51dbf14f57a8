import preact from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';

/** Vitest runs everything that needs no browser; Playwright (playwright.config.ts) the rest. */
export default defineConfig({
  plugins: [preact()],
  test: {
    include: ['tests/{unit,contract,proofs}/**/*.test.{ts,tsx}'],
    // tfjs takes seconds to load and proofs really train.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    pool: 'forks',
    maxWorkers: 2,
  },
});
