/** Small pictures and their targets in printed programs, with the same definitions as `ml/data/pictures`. */
import { squareAxis } from '../convolve';
import { MARKS, markPlaces, type CopiedAxis, type CopiedData, type FilteredData, type MarksData, type PictureData } from '../picture-data';
import { literal } from './nodes';

function list(values: ArrayLike<number>): string {
  return `[${Array.from(values, (value) => literal(Number(value.toPrecision(6)))).join(', ')}]`;
}

const JS_PIXEL =
  'const pixel = (image, r, c, m) => (r < 0 || r >= rows || c < 0 || c >= columns ? 0 : image[(r * columns + c) * channels + m]);';

function sizes({ shape: [rows, columns, channels] }: FilteredData | CopiedData): string {
  return `const rows = ${rows}, columns = ${columns}, channels = ${channels}, xs = [], ys = [];`;
}

function jsFiltered(data: FilteredData): string[] {
  const [height, width, , outputs] = data.kernel.shape;
  const [down, across] = outputsOf(data);
  return [
    sizes(data),
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

function jsCopied(data: CopiedData): string[] {
  const at = (axis: CopiedAxis, place: string): string => `${axis.first} + ${axis.stride} * ${place}`;
  return [
    sizes(data),
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

function jsMarks(data: MarksData): string[] {
  const { side, train, test, noise } = data;
  return [
    `const side = ${side}, n = ${train + test}, trainCount = ${train}, xs = [], ys = [];`,
    `const marks = [${JSON.stringify(MARKS.plus)}, ${JSON.stringify(MARKS.times)}];`,
    'for (let s = 0; s < n; s++) {',
    `  const image = Array.from({ length: side * side }, () => ${literal(noise)} * random());`,
    `  const places = s < trainCount ? ${markPlaces(data)} : ${markPlaces({ side, places: 'everywhere' })};`,
    '  const row = Math.floor(random() * places), column = Math.floor(random() * places);',
    "  for (let i = 0; i < 3; i++) for (let j = 0; j < 3; j++) if (marks[s % 2][i][j] === '1') image[(row + i) * side + column + j] = 1;",
    '  xs.push(image); ys.push(s % 2 === 0 ? 1 : -1);',
    '}',
  ];
}

function outputsOf({ shape: [rows, columns], kernel, stride, padding, dilation }: FilteredData): readonly [number, number] {
  const of = (input: number, size: number): number => squareAxis(input, size, stride, padding, dilation).output;
  return [of(rows, kernel.shape[0]), of(columns, kernel.shape[1])];
}

/** JavaScript that sets `xs` (rows of pixels), `ys` (labels, or rows of target pixels), `n` and `trainCount`. */
export function jsPictures(data: PictureData): string[] {
  switch (data.kind) {
    case 'filtered':
      return jsFiltered(data);
    case 'copied':
      return jsCopied(data);
    case 'marks':
      return jsMarks(data);
  }
}

function pythonFiltered(data: FilteredData): string[] {
  const [rows, columns, channels] = data.shape;
  const { stride, padding, dilation, kernel } = data;
  const [height, width, , outputs] = kernel.shape;
  const [down, across] = outputsOf(data);
  return [
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

function pythonCopied(data: CopiedData): string[] {
  const [rows, columns] = data.shape;
  return [
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

function pythonMarks(data: MarksData): string[] {
  const { side, train, test, noise } = data;
  return [
    `n, train_count = ${train + test}, ${train}`,
    `x = ${literal(noise)} * rng.uniform(size=(n, ${side}, ${side})).astype(np.float32)`,
    `marks = [np.array([[int(p) for p in row] for row in mark], bool) for mark in (${JSON.stringify(MARKS.plus)}, ${JSON.stringify(MARKS.times)})]`,
    'for s in range(n):',
    `    row, column = rng.integers(${markPlaces(data)} if s < train_count else ${markPlaces({ side, places: 'everywhere' })}, size=2)`,
    '    x[s, row : row + 3, column : column + 3][marks[s % 2]] = 1',
    'y = np.where(np.arange(n) % 2 == 0, 1.0, -1.0).astype(np.float32)',
    'x = x.reshape(n, -1)',
  ];
}

/** Python that sets `x` [n, pixels], `y` ([n], or [n, rows, columns, channels]), `n` and `train_count`. */
export function pythonPictures(data: PictureData): string[] {
  const lines = { filtered: pythonFiltered, copied: pythonCopied, marks: pythonMarks };
  const body = data.kind === 'filtered' ? lines.filtered(data) : data.kind === 'copied' ? lines.copied(data) : lines.marks(data);
  return ['rng = np.random.default_rng(1)', ...body];
}

/** True where every output pixel has a target of its own, in place of one label a picture. */
export function hasTargetPixels(data: { readonly kind: string }): boolean {
  return data.kind === 'filtered' || data.kind === 'copied';
}
