/** Points of the plane as short generators in JavaScript and NumPy, with the same definitions as `points.ts` and `features.ts`. */
import { PYTHON_RANDOM } from '../random-code';
import { JS_POINTS } from './js-points';
import type { FeatureName, PlanarData } from './program';
import { PYTHON_POINTS } from './python-points';

const FEATURES: Readonly<Record<FeatureName, { readonly js: string; readonly py: string }>> = {
  x1: { js: 'x1', py: 'x1' },
  x2: { js: 'x2', py: 'x2' },
  x1Squared: { js: 'x1 * x1', py: 'x1**2' },
  x2Squared: { js: 'x2 * x2', py: 'x2**2' },
  x1x2: { js: 'x1 * x2', py: 'x1 * x2' },
  sinX1: { js: 'Math.sin(x1)', py: 'np.sin(x1)' },
  sinX2: { js: 'Math.sin(x2)', py: 'np.sin(x2)' },
};

/** JavaScript of the points, or of the reader's own. */
export function jsPoints(data: PlanarData): readonly string[] {
  const features = data.features.map((name) => FEATURES[name].js).join(', ');
  return [
    ...(data.rows === undefined
      ? [
          `const n = ${data.samples}, noise = ${data.noise}, points = [];`,
          'for (let i = 0; i < n; i++) {',
          '  let x1, x2, y;',
          ...JS_POINTS[data.dataset].map((line) => `  ${line}`),
          `  points.push([[${features}], y]);`,
          '}',
        ]
      : [
          `const rows = ${JSON.stringify(data.rows)};`,
          `const points = rows.map(([x1, x2, y]) => [[${features}], y]);`,
          'const n = points.length;',
        ]),
    'shuffled(points);',
    'const xs = points.map(([x]) => x), ys = points.map(([, y]) => y);',
    `const trainCount = Math.max(1, Math.min(n - 1, Math.round(n * ${data.trainShare})));`,
  ];
}

/** NumPy of the points, or of the reader's own. */
export function pythonPoints(data: PlanarData): readonly string[] {
  return [
    PYTHON_RANDOM,
    ...(data.rows === undefined
      ? [`n, noise = ${data.samples}, ${data.noise}`, ...PYTHON_POINTS[data.dataset]]
      : [`rows = np.array(${JSON.stringify(data.rows)}, dtype=np.float32)`, 'n = len(rows)', 'x1, x2, y = rows.T']),
    `x = np.stack([${data.features.map((name) => FEATURES[name].py).join(', ')}], axis=1).astype(np.float32)`,
    'order = rng.permutation(n)',
    `x, y = x[order], y[order].astype(${data.classes > 1 ? 'np.int64' : 'np.float32'})`,
    `train_count = max(1, min(n - 1, int(n * ${data.trainShare} + 0.5)))`,
  ];
}
