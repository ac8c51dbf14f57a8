/** No network can be named so that its printed program means something else by one of its words. */
import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { printProgram } from '../../../src/ml/blueprint/code';
import { graph } from '../../../src/ml/blueprint/graph';
import type { NetworkSpec } from '../../../src/ml/blueprint/network-spec';
import { FUNCTION_NAMES } from '../../../src/ml/data-kinds/function/program';
import { program, type Program } from '../../../src/ml/blueprint/program';
import type { DataProgram } from '../../../src/ml/data-kinds';
import { hasPython, saidBy } from '../../programs/run';

/** One of each kind of data that a program may make for itself. */
const DATA: readonly DataProgram[] = [
  { kind: 'planar', dataset: 'spiral', samples: 12, noise: 0.1, trainShare: 0.5, features: ['x1', 'x2'], classes: 1 },
  { kind: 'planar', dataset: 'gaussRegression', samples: 12, noise: 0.1, trainShare: 0.5, features: ['x1', 'x2'], classes: 1 },
  { kind: 'function', name: FUNCTION_NAMES[0], samples: 12, noise: 0.1 },
  {
    kind: 'filtered',
    shape: [3, 3, 1],
    samples: 4,
    kernel: { shape: [2, 2, 1, 1], data: Float32Array.of(1, 2, 3, 4) },
    stride: 1,
    padding: 0,
    dilation: 1,
  },
  { kind: 'copied', shape: [3, 3, 1], samples: 4, rows: { first: 0, stride: 1, count: 2 }, columns: { first: 0, stride: 1, count: 2 } },
  { kind: 'marks', side: 6, train: 6, test: 2, noise: 0.5, places: 'corner' },
  { kind: 'strokes', samples: 8, side: 7, channels: 1, reach: 1, noise: 0.1, trainShare: 0.5, classes: 4, places: 'anywhere' },
  { kind: 'images', dataset: 'shapes', train: 3, test: 2, classes: 10 },
  { kind: 'features', features: 'relu', count: 2, samples: 6, heldOut: 2, noise: 0.5 },
  { kind: 'features', features: 'sparse', count: 2, samples: 6, heldOut: 2, noise: 0.5 },
  { kind: 'rows', rows: [[1, 2, 1]], classes: 1 },
  { kind: 'sequences', task: 'recall', symbols: 3, length: 2, distractors: 1, train: 6, test: 2 },
];

function shapeOf(data: DataProgram): readonly number[] {
  switch (data.kind) {
    case 'filtered':
    case 'copied':
      return [...data.shape];
    case 'marks':
    case 'strokes':
      return [data.side, data.side, 1];
    case 'images':
      return [16, 16, 3];
    case 'function':
      return [1];
    default:
      return [2];
  }
}

/** Layers of these names, one after the other, and an end that fits the data. */
function named(data: DataProgram, ids: readonly string[]): NetworkSpec {
  return graph('named', shapeOf(data), (g, x) => {
    const pixels = data.kind === 'filtered' || data.kind === 'copied';
    let last = x;
    for (const id of ids) last = g.add(id, 'activation', last, { activation: 'identity' });
    if (pixels) return g.add('the end', 'conv2d', last, { filters: 1, size: 2 });
    const flat = shapeOf(data).length === 1 ? last : g.add('the flat', 'flatten', last);
    return g.add('the end', 'dense', flat, { units: 'classes' in data ? data.classes : 1 });
  });
}

function programOf(data: DataProgram, ids: readonly string[]): Program {
  return program({
    network: named(data, ids),
    loss: 'classes' in data && data.classes > 1 ? 'crossEntropy' : 'meanSquaredError',
    optimiser: { name: 'adam' },
    schedule: 'warmupCosine',
    l1: 0.001,
    l2: 0.001,
    weightDecay: 0.01,
    shrinkage: 0.01,
    clipNorm: 1,
    steps: 1,
    batchSize: 2,
    data,
  });
}

/** All words of a program, as nodes may be called: those in texts and comments too, and those after dots. */
function wordsOf(code: string): string[] {
  return [...new Set(code.match(/[A-Za-z_$][\w$]*/g) ?? [])].filter((word) => !['x', 'the', 'end', 'flat'].includes(word));
}

/** The names that Python programs bind more often than once, program by program. */
function boundTwice(codes: readonly string[]): unknown {
  const script = [
    'import ast, collections, json, sys',
    'def twice(code):',
    '    bound = collections.Counter()',
    '    for node in ast.walk(ast.parse(code)):',
    '        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store): bound[node.id] += 1',
    '        if isinstance(node, (ast.FunctionDef, ast.ClassDef)): bound[node.name] += 1',
    '        if isinstance(node, ast.arg): bound[node.arg] += 1',
    '        if isinstance(node, (ast.Import, ast.ImportFrom)): bound.update((a.asname or a.name).split(".")[0] for a in node.names)',
    '    return [name for name, count in bound.items() if count > 1]',
    'print(json.dumps([twice(code) for code in json.load(sys.stdin)]))',
  ].join('\n');
  const { stdout, stderr } = spawnSync('python3', ['-c', script], { input: JSON.stringify(codes), encoding: 'utf8' });
  if (stderr !== '') throw new Error(stderr);
  return JSON.parse(stdout);
}

const wordsIn = (data: DataProgram, framework: 'tfjs' | 'keras' | 'pytorch'): string[] =>
  wordsOf(printProgram(programOf(data, []), framework, 'en'));

describe('a network whose nodes are called as all that is in its program', () => {
  it.each(DATA.map((data) => [data.kind, data] as const))('runs in TensorFlow.js (%s)', async (_, data) => {
    const said = await saidBy(printProgram(programOf(data, wordsIn(data, 'tfjs')), 'tfjs', 'en'));
    expect(said).toMatch(/^1 \d/m);
    expect(said).toMatch(/^loss \d/m);
  });

  it.runIf(hasPython)('takes no name of its Keras program', () => {
    const plain = DATA.map((data) => printProgram(programOf(data, []), 'keras', 'en'));
    const hostile = DATA.map((data) => printProgram(programOf(data, wordsIn(data, 'keras')), 'keras', 'en'));
    expect(boundTwice(hostile)).toEqual(boundTwice(plain));
  });
});

describe('a module in PyTorch', () => {
  it('takes no place of what every module has', () => {
    const ids = ['train', 'eval', 'forward', 'parameters', 'modules', 'to', 'type', 'half'];
    const network = graph('named', [2], (g, x) => {
      const branches = ids.map((id) => g.add(id, 'dense', x, { units: 1 }));
      return g.add('sum', 'add', branches);
    });
    const code = printProgram(
      program({ network, loss: 'meanSquaredError', data: { kind: 'rows', rows: [[1, 2, 1]], classes: 1 } }),
      'pytorch',
      'en',
    );
    for (const id of ids) expect(code).not.toMatch(new RegExp(`self\\.${id} = `));
    expect(code).toContain('self.node_train = nn.Linear(2, 1)');
  });
});
