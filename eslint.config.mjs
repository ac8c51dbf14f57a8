import astro from 'eslint-plugin-astro';
import { defineConfig, globalIgnores } from 'eslint/config';
import typescript from 'typescript-eslint';
import noArrayFallback from './tools/lint/no-array-fallback.mjs';

/** Where arrays of numbers are what is computed, place by place: the compiler, tfjs kernels, strokes, an expression's nodes; and `at` itself. */
const INNER_LOOPS = [
  'src/engine/compile/**',
  'src/ml/kernels/**',
  'src/ml/pen/**',
  'src/ml/expression/**',
  'src/ml/{blueprint/layers,layers}/{recurrent,attention}.ts',
  'src/base/at.ts',
];

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
    files: ['src/**/*.{ts,tsx}'],
    ignores: INNER_LOOPS,
    plugins: { glassbox: { rules: { 'no-array-fallback': noArrayFallback } } },
    // Pictures and panels are drawn before all they show is there, and say so; but what has a shape has all of it.
    rules: { 'glassbox/no-array-fallback': ['error', { shapesOnly: true }] },
  },
  {
    files: ['src/{ml,engine,demos,base}/**/*.ts'],
    ignores: INNER_LOOPS,
    rules: { 'glassbox/no-array-fallback': 'error' },
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
