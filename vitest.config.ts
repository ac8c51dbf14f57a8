import { defineConfig } from 'vitest/config';
import { LongestFirst } from './tests/longest-first';
import { nodeResolution } from './tools/node-resolution.mjs';

/** Vitest runs everything that needs no browser; Playwright (playwright.config.ts) the rest. */
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['tests/{unit,contract,proofs}/**/*.test.{ts,tsx}'],
    setupFiles: ['tests/node-setup.ts'],
    server: { deps: { inline: nodeResolution.inline } },
    // tfjs takes seconds to load and proofs really train.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    pool: 'forks',
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
  },
});
