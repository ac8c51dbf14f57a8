import astro from 'eslint-plugin-astro';
import { defineConfig, globalIgnores } from 'eslint/config';
import typescript from 'typescript-eslint';

/** Typed rules catch what types alone do not: a promise nobody waits for, a cast that hides a mistake. */
export default defineConfig(
  globalIgnores([
    'dist/',
    'dist-*/',
    '.gl/',
    '.astro/',
    'node_modules/',
    'test-results/',
    'playwright-report/',
    'tests/fixtures/',
    'tests/goldens/',
  ]),
  ...astro.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [typescript.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      'max-lines': ['error', { max: 250 }],
      'max-depth': ['error', 4],
      eqeqeq: 'error',
    },
  },
  {
    files: ['src/{ml,demos,engine}/**/*.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'A run is reproducible: draw from the Random that is passed in.' },
        { object: 'Date', property: 'now', message: 'A run does not depend on the clock; use performance.now for timing.' },
      ],
    },
  },
);
