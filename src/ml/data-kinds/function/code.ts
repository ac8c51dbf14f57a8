/** Samples of a function as short generators in JavaScript and NumPy, with the same definitions as `samples.ts`. */
import { PYTHON_RANDOM } from '../random-code';
import type { FunctionData, FunctionName } from './program';

const FUNCTIONS: Readonly<Record<FunctionName, { readonly js: string; readonly py: string }>> = {
  sine: { js: 'Math.sin(Math.PI * x)', py: 'np.sin(np.pi * x)' },
  step: { js: 'x < 0 ? -0.8 : 0.8', py: 'np.where(x < 0, -0.8, 0.8)' },
  sawtooth: { js: '2 * (1.5 * x - Math.floor(1.5 * x + 0.5))', py: '2 * (1.5 * x - np.floor(1.5 * x + 0.5))' },
  bump: { js: '1.6 * Math.exp(-12 * x * x) - 0.8', py: '1.6 * np.exp(-12 * x**2) - 0.8' },
  abs: { js: '2 * Math.abs(x) - 1', py: '2 * np.abs(x) - 1' },
};

/** JavaScript of the samples. */
export function jsSamples(data: FunctionData): readonly string[] {
  return [
    `const n = ${data.samples}, xs = [], ys = [];`,
    'for (let i = 0; i < n; i++) {',
    '  const x = -1 + (2 * (i + random())) / n;',
    `  xs.push([x]); ys.push((${FUNCTIONS[data.name].js}) + ${data.noise} * normal());`,
    '}',
    'const trainCount = n;',
  ];
}

/** NumPy of the samples. */
export function pythonSamples(data: FunctionData): readonly string[] {
  return [
    PYTHON_RANDOM,
    `n = ${data.samples}`,
    'x = -1 + 2 * (np.arange(n) + rng.uniform(size=n)) / n',
    `y = (${FUNCTIONS[data.name].py} + ${data.noise} * rng.normal(size=n)).astype(np.float32)`,
    'x = x[:, None].astype(np.float32)',
    'train_count = n',
  ];
}
