/** Images of strokes as short generators in JavaScript and NumPy, with the same definition as `draw.ts`. */
import { PYTHON_RANDOM } from '../random-code';
import { STROKE_STEPS, strokeColumns, type StrokesData } from './program';

/** JavaScript that sets `xs` (images as rows), `ys` (classes) and `trainCount`; it uses `random`, `uniform`, `normal`, `shuffled`. */
export function jsStrokes(data: StrokesData): readonly string[] {
  const { samples, side, channels, reach, noise, trainShare } = data;
  const [first, columns] = strokeColumns(data);
  return [
    `const n = ${samples}, side = ${side}, reach = ${reach}, channels = ${channels}, points = [];`,
    'for (let i = 0; i < n; i++) {',
    `  const y = i % ${STROKE_STEPS.length}, [down, across] = ${JSON.stringify(STROKE_STEPS)}[y];`,
    `  const row = reach + Math.floor(random() * (side - 2 * reach)), column = ${first} + Math.floor(random() * ${columns});`,
    '  const colour = Array.from({ length: channels }, () => uniform(0.5, 1));',
    `  const image = Array.from({ length: side * side * channels }, () => ${noise} * normal());`,
    '  for (let k = -reach; k <= reach; k++)',
    '    for (let c = 0; c < channels; c++) image[((row + k * down) * side + column + k * across) * channels + c] += colour[c];',
    '  points.push([image, y]);',
    '}',
    'shuffled(points);',
    'const xs = points.map(([x]) => x), ys = points.map(([, y]) => y);',
    `const trainCount = Math.round(n * ${trainShare});`,
  ];
}

/** Python that sets `x` [n, side * side * channels] (float32), `y` [n] (int64) and `train_count`. */
export function pythonStrokes(data: StrokesData): readonly string[] {
  const { samples, side, channels, reach, noise, trainShare } = data;
  const [first, columns] = strokeColumns(data);
  return [
    PYTHON_RANDOM,
    `n, side, reach, channels = ${samples}, ${side}, ${reach}, ${channels}`,
    `y = np.arange(n) % ${STROKE_STEPS.length}`,
    `row, column = rng.integers(reach, side - reach, n), rng.integers(${first}, ${first + columns}, n)`,
    'colour = rng.uniform(0.5, 1, (n, channels))',
    `x = ${noise} * rng.normal(size=(n, side, side, channels))`,
    'for i in range(n):',
    `    down, across = ${JSON.stringify(STROKE_STEPS)}[y[i]]`,
    '    for k in range(-reach, reach + 1):',
    '        x[i, row[i] + k * down, column[i] + k * across] += colour[i]',
    'order = rng.permutation(n)',
    'x, y = x[order].reshape(n, -1).astype(np.float32), y[order].astype(np.int64)',
    `train_count = round(n * ${trainShare})`,
  ];
}
