/** Samples of features as short generators in JavaScript and NumPy, with the same definitions as `draw.ts`. */
import { PYTHON_RANDOM } from '../random-code';
import { INPUTS, SPARSE_TEACHER, type FeaturesData } from './program';

const JS: Readonly<Record<FeaturesData['features'], readonly string[]>> = {
  relu: [
    `const inputs = ${INPUTS}, dot = (a, b) => a.reduce((sum, one, k) => sum + one * b[k], 0);`,
    'const teacher = normals(inputs), given = Array.from({ length: n }, () => normals(inputs)), size = Math.hypot(...teacher);',
    'const ys = given.map((x, i) => dot(x, teacher) / size + (i < trainCount ? noise * normal() : 0));',
    'const directions = Array.from({ length: count }, () => normals(inputs));',
    'const xs = given.map((x) => directions.map((v) => Math.sqrt(2 / count) * Math.max(0, dot(x, v)) / Math.sqrt(inputs)));',
  ],
  sparse: [
    `const teacher = [${SPARSE_TEACHER.join(', ')}];`,
    'const added = Array.from({ length: n }, (_, i) => (i < trainCount ? noise * normal() : 0));',
    'const columns = Array.from({ length: Math.max(count, teacher.length) }, () => normals(n));',
    'const ys = added.map((one, i) => teacher.reduce((sum, w, j) => sum + w * columns[j][i], one));',
    'const xs = added.map((_, i) => columns.slice(0, count).map((column) => Math.sqrt(2 / count) * column[i]));',
  ],
};

const PYTHON: Readonly<Record<FeaturesData['features'], readonly string[]>> = {
  relu: [
    `inputs = ${INPUTS}`,
    'teacher, given = rng.normal(size=inputs), rng.normal(size=(n, inputs))',
    'y = given @ teacher / np.linalg.norm(teacher)',
    'directions = rng.normal(size=(inputs, count))',
    'x = np.sqrt(2 / count) * np.maximum(0, given @ directions) / np.sqrt(inputs)',
  ],
  sparse: [
    `teacher = np.array([${SPARSE_TEACHER.join(', ')}])`,
    'given = rng.normal(size=(n, max(count, len(teacher))))',
    'y = given[:, : len(teacher)] @ teacher',
    'x = np.sqrt(2 / count) * given[:, :count]',
  ],
};

/** JavaScript of the samples. */
export function jsFeatures({ features, count, samples, heldOut, noise }: FeaturesData): readonly string[] {
  return [
    `const n = ${samples + heldOut}, trainCount = ${samples}, count = ${count}, noise = ${noise};`,
    'const normals = (length) => Array.from({ length }, normal);',
    ...JS[features],
  ];
}

/** NumPy of the samples. */
export function pythonFeatures({ features, count, samples, heldOut, noise }: FeaturesData): readonly string[] {
  return [
    PYTHON_RANDOM,
    `n, train_count, count = ${samples + heldOut}, ${samples}, ${count}`,
    ...PYTHON[features],
    `y[:train_count] += ${noise} * rng.normal(size=train_count)`,
    'x, y = x.astype(np.float32), y.astype(np.float32)',
  ];
}
