/** Pictures and what a kernel makes of them, in printed programs: with the same definitions as `target.ts`. */
import { squareAxis } from '../../blueprint/convolve';
import { JS_PIXEL, jsSizes, list } from '../picture-code';
import { PYTHON_RANDOM } from '../random-code';
import type { FilteredData } from './program';

function outputsOf({ shape: [rows, columns], kernel, stride, padding, dilation }: FilteredData): readonly [number, number] {
  const of = (input: number, size: number): number => squareAxis(input, size, stride, padding, dilation).output;
  return [of(rows, kernel.shape[0]), of(columns, kernel.shape[1])];
}

/** JavaScript of the pictures and targets. */
export function jsFiltered(data: FilteredData): readonly string[] {
  const [height, width, , outputs] = data.kernel.shape;
  const [down, across] = outputsOf(data);
  return [
    jsSizes(data.shape),
    `const kernel = ${list(data.kernel.data)}, height = ${height}, width = ${width}, outputs = ${outputs};`,
    `const stride = ${data.stride}, padding = ${data.padding}, dilation = ${data.dilation};`,
    JS_PIXEL,
    ...(data.picture === undefined ? [] : [`const picture = ${list(data.picture)};`]),
    `const n = ${data.picture === undefined ? data.samples : 1};`,
    'for (let s = 0; s < n; s++) {',
    `  const image = ${data.picture === undefined ? 'Array.from({ length: rows * columns * channels }, random)' : 'picture'}, target = [];`,
    `  for (let r = 0; r < ${down}; r++) for (let c = 0; c < ${across}; c++) for (let k = 0; k < outputs; k++) {`,
    '    let sum = 0;',
    '    for (let i = 0; i < height; i++) for (let j = 0; j < width; j++) for (let m = 0; m < channels; m++)',
    '      sum += pixel(image, r * stride + i * dilation - padding, c * stride + j * dilation - padding, m) * kernel[((i * width + j) * channels + m) * outputs + k];',
    '    target.push(sum);',
    '  }',
    '  xs.push(image); ys.push(target);',
    '}',
    'const trainCount = n;',
  ];
}

/** NumPy of the pictures and targets. */
export function pythonFiltered(data: FilteredData): readonly string[] {
  const [rows, columns, channels] = data.shape;
  const { stride, padding, dilation, kernel } = data;
  const [height, width, , outputs] = kernel.shape;
  const [down, across] = outputsOf(data);
  return [
    PYTHON_RANDOM,
    `n = ${data.picture === undefined ? data.samples : 1}`,
    data.picture === undefined
      ? `x = rng.uniform(size=(n, ${rows}, ${columns}, ${channels})).astype(np.float32)`
      : `x = np.array(${list(data.picture)}, dtype=np.float32).reshape(n, ${rows}, ${columns}, ${channels})`,
    `kernel = np.array(${list(kernel.data)}, dtype=np.float32).reshape(${kernel.shape.join(', ')})`,
    `padded = np.pad(x, ((0, 0), (${padding}, ${padding}), (${padding}, ${padding}), (0, 0)))`,
    `y = np.zeros((n, ${down}, ${across}, ${outputs}), np.float32)`,
    `for r in range(${down}):`,
    `    for c in range(${across}):`,
    `        rows, columns = r * ${stride} + ${dilation} * np.arange(${height}), c * ${stride} + ${dilation} * np.arange(${width})`,
    '        y[:, r, c] = np.tensordot(padded[:, rows][:, :, columns], kernel, 3)',
    'x = x.reshape(n, -1)',
    'train_count = n',
  ];
}
