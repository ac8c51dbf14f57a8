/** Pictures and pixels of theirs in printed programs: with the same definitions as `target.ts`. */
import { JS_PIXEL, jsSizes } from '../picture-code';
import { PYTHON_RANDOM } from '../random-code';
import type { CopiedAxis, CopiedData } from './program';

/** JavaScript of the pictures and targets. */
export function jsCopied(data: CopiedData): readonly string[] {
  const at = (axis: CopiedAxis, place: string): string => `${axis.first} + ${axis.stride} * ${place}`;
  return [
    jsSizes(data.shape),
    JS_PIXEL,
    `const n = ${data.samples};`,
    'for (let s = 0; s < n; s++) {',
    '  const image = Array.from({ length: rows * columns }, random), target = [];',
    `  for (let r = 0; r < ${data.rows.count}; r++) for (let c = 0; c < ${data.columns.count}; c++)`,
    `    target.push(pixel(image, ${at(data.rows, 'r')}, ${at(data.columns, 'c')}, 0));`,
    '  xs.push(image); ys.push(target);',
    '}',
    'const trainCount = n;',
  ];
}

/** NumPy of the pictures and targets. */
export function pythonCopied(data: CopiedData): readonly string[] {
  const [rows, columns] = data.shape;
  return [
    PYTHON_RANDOM,
    `n = ${data.samples}`,
    `x = rng.uniform(size=(n, ${rows}, ${columns})).astype(np.float32)`,
    `y = np.zeros((n, ${data.rows.count}, ${data.columns.count}, 1), np.float32)`,
    `for r in range(${data.rows.count}):`,
    `    for c in range(${data.columns.count}):`,
    `        row, column = ${data.rows.first} + ${data.rows.stride} * r, ${data.columns.first} + ${data.columns.stride} * c`,
    `        if 0 <= row < ${rows} and 0 <= column < ${columns}:`,
    '            y[:, r, c, 0] = x[:, row, column]',
    'x = x.reshape(n, -1)',
    'train_count = n',
  ];
}
