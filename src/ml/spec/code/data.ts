/** Data sets as short generators in JavaScript and NumPy, with the same definitions as `ml/data`. */
import type { Lang } from '../../../i18n/text';
import type { DataProgram, FeatureName, FunctionName, PlanarDataset } from '../program';
import { classesOfData } from './counts';
import { printedImages } from './image-data';
import { jsStrokes, pythonStrokes } from './strokes';
import { jsPictures, pythonPictures } from './picture-data';

/** Statements that make one point: they set x1, x2 and y, from `i`, `n`, `noise`, `uniform(a, b)` and `normal()`. */
const JS_POINTS: Readonly<Record<PlanarDataset, readonly string[]>> = {
  circle: [
    'const r = i < n / 2 ? uniform(0, 2.5) : uniform(3.5, 5), a = uniform(0, 2 * Math.PI);',
    'x1 = r * Math.sin(a); x2 = r * Math.cos(a);',
    'y = Math.hypot(x1 + uniform(-5, 5) * noise, x2 + uniform(-5, 5) * noise) < 2.5 ? 1 : -1;',
  ],
  xor: [
    'x1 = uniform(-5, 5); x1 += x1 > 0 ? 0.3 : -0.3;',
    'x2 = uniform(-5, 5); x2 += x2 > 0 ? 0.3 : -0.3;',
    'y = (x1 + uniform(-5, 5) * noise) * (x2 + uniform(-5, 5) * noise) >= 0 ? 1 : -1;',
  ],
  gauss: ['y = i < n / 2 ? 1 : -1;', 'const d = Math.sqrt(0.5 + 7 * noise);', 'x1 = 2 * y + d * normal(); x2 = 2 * y + d * normal();'],
  spiral: [
    'const half = Math.ceil(n / 2), t = (i % half) / half;',
    'const a = 1.75 * t * 2 * Math.PI + (i < half ? 0 : Math.PI);',
    'x1 = 5 * t * Math.sin(a) + uniform(-1, 1) * noise; x2 = 5 * t * Math.cos(a) + uniform(-1, 1) * noise;',
    'y = i < half ? 1 : -1;',
  ],
  moons: [
    'const up = i < n / 2, a = uniform(0, Math.PI);',
    'x1 = 3 * Math.cos(a) + (up ? -1.5 : 1.5) + 2 * noise * normal();',
    'x2 = (up ? 3 * Math.sin(a) - 0.75 : 0.75 - 3 * Math.sin(a)) + 2 * noise * normal();',
    'y = up ? 1 : -1;',
  ],
  rings: [
    'const ring = i % 4 === 0 ? 0 : i % 2 === 0 ? 2 : 1;',
    'const r = uniform(2 * ring, 2 * ring + 1.1) + noise * normal(), a = uniform(0, 2 * Math.PI);',
    'x1 = r * Math.sin(a); x2 = r * Math.cos(a); y = ring === 1 ? -1 : 1;',
  ],
  checkerboard: [
    'x1 = uniform(-5, 5); x2 = uniform(-5, 5);',
    'y = (Math.floor(x1 / 2.5) + Math.floor(x2 / 2.5)) % 2 === 0 ? 1 : -1;',
    'x1 += noise * normal(); x2 += noise * normal();',
  ],
  multiGauss: [
    'y = i % 4;',
    'const a = (y / 4) * 2 * Math.PI + Math.PI / 4, d = 0.7 + 2 * noise;',
    'x1 = 3.2 * Math.cos(a) + d * normal(); x2 = 3.2 * Math.sin(a) + d * normal();',
  ],
  plane: ['x1 = uniform(-6, 6); x2 = uniform(-6, 6);', 'y = (x1 + x2 + (uniform(-6, 6) + uniform(-6, 6)) * noise) / 10;'],
  gaussRegression: [
    'x1 = uniform(-6, 6); x2 = uniform(-6, 6); y = 0;',
    'const e1 = uniform(-6, 6) * noise, e2 = uniform(-6, 6) * noise;',
    'for (const [a, b, s] of [[-4, 2.5, 1], [0, 2.5, -1], [4, 2.5, 1], [-4, -2.5, -1], [0, -2.5, 1], [4, -2.5, -1]]) {',
    '  const v = s * Math.max(0, 1 - Math.hypot(x1 + e1 - a, x2 + e2 - b) / 2);',
    '  if (Math.abs(v) > Math.abs(y)) y = v;',
    '}',
  ],
};

const PY_POINTS: Readonly<Record<PlanarDataset, readonly string[]>> = {
  circle: [
    'r = np.where(np.arange(n) < n / 2, rng.uniform(0, 2.5, n), rng.uniform(3.5, 5, n))',
    'a = rng.uniform(0, 2 * np.pi, n)',
    'x1, x2 = r * np.sin(a), r * np.cos(a)',
    'y = np.where(np.hypot(x1 + rng.uniform(-5, 5, n) * noise, x2 + rng.uniform(-5, 5, n) * noise) < 2.5, 1.0, -1.0)',
  ],
  xor: [
    'x1, x2 = rng.uniform(-5, 5, n), rng.uniform(-5, 5, n)',
    'x1, x2 = x1 + 0.3 * np.sign(x1), x2 + 0.3 * np.sign(x2)',
    'y = np.where((x1 + rng.uniform(-5, 5, n) * noise) * (x2 + rng.uniform(-5, 5, n) * noise) >= 0, 1.0, -1.0)',
  ],
  gauss: [
    'y = np.where(np.arange(n) < n / 2, 1.0, -1.0)',
    'd = np.sqrt(0.5 + 7 * noise)',
    'x1, x2 = 2 * y + d * rng.normal(size=n), 2 * y + d * rng.normal(size=n)',
  ],
  spiral: [
    'half = (n + 1) // 2',
    't = (np.arange(n) % half) / half',
    'a = 1.75 * t * 2 * np.pi + np.where(np.arange(n) < half, 0, np.pi)',
    'x1, x2 = 5 * t * np.sin(a) + rng.uniform(-1, 1, n) * noise, 5 * t * np.cos(a) + rng.uniform(-1, 1, n) * noise',
    'y = np.where(np.arange(n) < half, 1.0, -1.0)',
  ],
  moons: [
    'up = np.arange(n) < n / 2',
    'a = rng.uniform(0, np.pi, n)',
    'x1 = 3 * np.cos(a) + np.where(up, -1.5, 1.5) + 2 * noise * rng.normal(size=n)',
    'x2 = np.where(up, 3 * np.sin(a) - 0.75, 0.75 - 3 * np.sin(a)) + 2 * noise * rng.normal(size=n)',
    'y = np.where(up, 1.0, -1.0)',
  ],
  rings: [
    'i = np.arange(n)',
    'ring = np.where(i % 4 == 0, 0, np.where(i % 2 == 0, 2, 1))',
    'r = rng.uniform(2 * ring, 2 * ring + 1.1) + noise * rng.normal(size=n)',
    'a = rng.uniform(0, 2 * np.pi, n)',
    'x1, x2 = r * np.sin(a), r * np.cos(a)',
    'y = np.where(ring == 1, -1.0, 1.0)',
  ],
  checkerboard: [
    'x1, x2 = rng.uniform(-5, 5, n), rng.uniform(-5, 5, n)',
    'y = np.where((np.floor(x1 / 2.5) + np.floor(x2 / 2.5)) % 2 == 0, 1.0, -1.0)',
    'x1, x2 = x1 + noise * rng.normal(size=n), x2 + noise * rng.normal(size=n)',
  ],
  multiGauss: [
    'y = np.arange(n) % 4',
    'a, d = y / 4 * 2 * np.pi + np.pi / 4, 0.7 + 2 * noise',
    'x1, x2 = 3.2 * np.cos(a) + d * rng.normal(size=n), 3.2 * np.sin(a) + d * rng.normal(size=n)',
  ],
  plane: [
    'x1, x2 = rng.uniform(-6, 6, n), rng.uniform(-6, 6, n)',
    'y = (x1 + x2 + (rng.uniform(-6, 6, n) + rng.uniform(-6, 6, n)) * noise) / 10',
  ],
  gaussRegression: [
    'x1, x2 = rng.uniform(-6, 6, n), rng.uniform(-6, 6, n)',
    'e1, e2 = rng.uniform(-6, 6, n) * noise, rng.uniform(-6, 6, n) * noise',
    'y = np.zeros(n)',
    'for a, b, s in [(-4, 2.5, 1), (0, 2.5, -1), (4, 2.5, 1), (-4, -2.5, -1), (0, -2.5, 1), (4, -2.5, -1)]:',
    '    v = s * np.maximum(0, 1 - np.hypot(x1 + e1 - a, x2 + e2 - b) / 2)',
    '    y = np.where(np.abs(v) > np.abs(y), v, y)',
  ],
};

const FEATURES: Readonly<Record<FeatureName, { readonly js: string; readonly py: string }>> = {
  x1: { js: 'x1', py: 'x1' },
  x2: { js: 'x2', py: 'x2' },
  x1Squared: { js: 'x1 * x1', py: 'x1**2' },
  x2Squared: { js: 'x2 * x2', py: 'x2**2' },
  x1x2: { js: 'x1 * x2', py: 'x1 * x2' },
  sinX1: { js: 'Math.sin(x1)', py: 'np.sin(x1)' },
  sinX2: { js: 'Math.sin(x2)', py: 'np.sin(x2)' },
};

const FUNCTIONS: Readonly<Record<FunctionName, { readonly js: string; readonly py: string }>> = {
  sine: { js: 'Math.sin(Math.PI * x)', py: 'np.sin(np.pi * x)' },
  step: { js: 'x < 0 ? -0.8 : 0.8', py: 'np.where(x < 0, -0.8, 0.8)' },
  sawtooth: { js: '2 * (1.5 * x - Math.floor(1.5 * x + 0.5))', py: '2 * (1.5 * x - np.floor(1.5 * x + 0.5))' },
  bump: { js: '1.6 * Math.exp(-12 * x * x) - 0.8', py: '1.6 * np.exp(-12 * x**2) - 0.8' },
  abs: { js: '2 * Math.abs(x) - 1', py: '2 * np.abs(x) - 1' },
};

const JS_RANDOM = [
  'let state = 1;',
  'const random = () => { state = (state + 0x6d2b79f5) | 0; let t = Math.imul(state ^ (state >>> 15), 1 | state);',
  '  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t; return ((t ^ (t >>> 14)) >>> 0) / 4294967296; };',
  'const uniform = (low, high) => low + (high - low) * random();',
  'const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());',
  'const shuffled = (list) => {',
  '  for (let i = list.length - 1; i > 0; i--) { const j = Math.floor(random() * (i + 1)); [list[i], list[j]] = [list[j], list[i]]; }',
  '  return list;',
  '};',
];

/** JavaScript that sets `xs` (rows of features), `ys` (labels) and `trainCount`. */
export function jsData(data: DataProgram, lang: Lang): string[] {
  switch (data.kind) {
    case 'planar':
      return [
        ...JS_RANDOM,
        ...(data.rows === undefined
          ? [
              `const n = ${data.samples}, noise = ${data.noise}, points = [];`,
              'for (let i = 0; i < n; i++) {',
              '  let x1, x2, y;',
              ...JS_POINTS[data.dataset].map((line) => `  ${line}`),
              `  points.push([[${data.features.map((name) => FEATURES[name].js).join(', ')}], y]);`,
              '}',
            ]
          : [
              `const rows = ${JSON.stringify(data.rows)};`,
              `const points = rows.map(([x1, x2, y]) => [[${data.features.map((name) => FEATURES[name].js).join(', ')}], y]);`,
              'const n = points.length;',
            ]),
        'shuffled(points);',
        'const xs = points.map(([x]) => x), ys = points.map(([, y]) => y);',
        `const trainCount = Math.max(1, Math.min(n - 1, Math.round(n * ${data.trainShare})));`,
      ];
    case 'function':
      return [
        ...JS_RANDOM,
        `const n = ${data.samples}, xs = [], ys = [];`,
        'for (let i = 0; i < n; i++) {',
        '  const x = -1 + (2 * (i + random())) / n;',
        `  xs.push([x]); ys.push((${FUNCTIONS[data.name].js}) + ${data.noise} * normal());`,
        '}',
        'const trainCount = n;',
      ];
    case 'images':
      return [...JS_RANDOM, ...printedImages[data.dataset].js(data, lang)];
    case 'strokes':
      return [...JS_RANDOM, ...jsStrokes(data)];
    case 'filtered':
    case 'copied':
    case 'marks':
      return [...JS_RANDOM, ...jsPictures(data)];
    case 'rows':
      return [
        ...JS_RANDOM,
        `const rows = ${JSON.stringify(data.rows)};`,
        'const xs = rows.map((row) => row.slice(0, -1)), ys = rows.map((row) => row.at(-1));',
        'const n = rows.length, trainCount = n;',
      ];
  }
}

/** Python that sets `x` [n, features], `y` [n] (float32, or int64 for classes) and `train_count`. */
export function pythonData(data: DataProgram, lang: Lang): string[] {
  const type = classesOfData(data) > 1 ? 'np.int64' : 'np.float32';
  switch (data.kind) {
    case 'planar':
      return [
        'rng = np.random.default_rng(1)',
        ...(data.rows === undefined
          ? [`n, noise = ${data.samples}, ${data.noise}`, ...PY_POINTS[data.dataset]]
          : [`rows = np.array(${JSON.stringify(data.rows)}, dtype=np.float32)`, 'n = len(rows)', 'x1, x2, y = rows.T']),
        `x = np.stack([${data.features.map((name) => FEATURES[name].py).join(', ')}], axis=1).astype(np.float32)`,
        'order = rng.permutation(n)',
        `x, y = x[order], y[order].astype(${type})`,
        `train_count = max(1, min(n - 1, int(n * ${data.trainShare} + 0.5)))`,
      ];
    case 'function':
      return [
        'rng = np.random.default_rng(1)',
        `n = ${data.samples}`,
        'x = -1 + 2 * (np.arange(n) + rng.uniform(size=n)) / n',
        `y = (${FUNCTIONS[data.name].py} + ${data.noise} * rng.normal(size=n)).astype(np.float32)`,
        'x = x[:, None].astype(np.float32)',
        'train_count = n',
      ];
    case 'images':
      return [...printedImages[data.dataset].python(data, lang)];
    case 'strokes':
      return pythonStrokes(data);
    case 'filtered':
    case 'copied':
    case 'marks':
      return pythonPictures(data);
    case 'rows':
      return [
        'rng = np.random.default_rng(1)',
        `rows = np.array(${JSON.stringify(data.rows)}, dtype=np.float32)`,
        `x, y = rows[:, :-1], rows[:, -1].astype(${type})`,
        'n = train_count = len(rows)',
      ];
  }
}
