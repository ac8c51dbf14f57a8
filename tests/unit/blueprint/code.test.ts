import { describe, expect, it } from 'vitest';
import { defaultsOf } from '../../../src/demos/resolve';
import { demos, demoIdOf } from '../../../src/demos/registry';
import type { Values } from '../../../src/demos/declaration';
import { printProgram } from '../../../src/ml/blueprint/code';
import type { NetworkSpec } from '../../../src/ml/blueprint/network-spec';
import { program, type Program } from '../../../src/ml/blueprint/program';
import { REGRESSION_DATASETS } from '../../../src/ml/data-kinds/planar/program';
import type { DataProgram } from '../../../src/ml/data-kinds';
import type { OwnRows } from '../../../src/ml/data-kinds/rows/own';
import { mlp } from '../../../src/ml/blueprint/mlp';
import { sequential } from '../../../src/ml/blueprint/sequential';
import { hasPython, lossesIn, misreadByPython, saidBy } from '../../programs/run';

const modules = import.meta.glob<{ default: (values: never) => Program }>('../../../src/demos/*/program.ts', { eager: true });

function programOf(id: string, values: Values = {}): Program {
  const make = Object.entries(modules).find(([path]) => demoIdOf(path) === id)?.[1].default;
  const demo = demos.get(id);
  if (make === undefined || demo === undefined) throw new Error(`no program for ${id}`);
  return make({ ...defaultsOf(demo), ...values } as never);
}

/** Programs that between them use every layer, loss, optimiser, schedule and penalty. */
const CASES: readonly (readonly [string, string, Values])[] = [
  ['the playground as declared', 'mlp-playground', {}],
  [
    'everything switched on',
    'mlp-playground',
    {
      dropout: 0.2,
      batchNorm: true,
      l1: 0.001,
      l2: 0.01,
      weightDecay: 0.1,
      clipNorm: 1,
      schedule: 'warmupCosine',
      optimiser: 'momentum',
      activations: ['gelu', 'leakyRelu'],
    },
  ],
  ['four classes', 'mlp-playground', { dataset: 'multiGauss', optimiser: 'rmsprop', schedule: 'step', activations: ['elu'] }],
  ['hinge over classes', 'mlp-playground', { dataset: 'multiGauss', loss: 'hinge', initialiser: 'orthogonal' }],
  [
    'a regression',
    'mlp-playground',
    { dataset: 'gaussRegression', optimiser: 'adam', activations: ['silu'], initialiser: 'heNormal', schedule: 'cosine' },
  ],
  ['branches', 'capacity', {}],
  ['a function', 'universal', {}],
  ['one neuron', 'neuron', {}],
  ['rows', 'activations', {}],
];

describe.each(CASES)('the program of %s', (_, id, values) => {
  it('prints in three frameworks and two languages, without a hole', () => {
    for (const framework of ['tfjs', 'keras', 'pytorch'] as const) {
      const [zh, en] = [printProgram(programOf(id, values), framework, 'zh'), printProgram(programOf(id, values), framework, 'en')];
      expect(zh).not.toBe(en);
      expect(`${zh}${en}`).not.toMatch(/undefined|NaN|\[object|\{name\}/);
      expect(en).not.toMatch(/[一-鿿]/);
    }
  });

  it('runs as TensorFlow.js, and its loss falls', async () => {
    const short = { ...programOf(id, values), steps: 151 };
    const losses = lossesIn(await saidBy(printProgram(short, 'tfjs', 'en')));
    expect(losses.length).toBe(4);
    expect(losses.every(Number.isFinite)).toBe(true);
    expect(losses.at(-1)).toBeLessThan(losses[0] ?? 0);
  });
});

it.runIf(hasPython)('programs are Python that Python can read', () => {
  const printed: Record<string, string> = {};
  for (const [name, id, values] of CASES)
    for (const framework of ['keras', 'pytorch'] as const)
      printed[`${name}, ${framework}`] = printProgram(programOf(id, values), framework, 'zh');
  expect(misreadByPython(printed)).toEqual([]);
});

describe('the program of the reader’s own points', () => {
  const make = Object.entries(modules).find(([path]) => demoIdOf(path) === 'mlp-playground')?.[1].default as
    ((values: Values, own: OwnRows) => Program) | undefined;
  const own = (...rows: number[]): OwnRows => ({ kind: 'rows', columns: 3, rows: Float32Array.from(rows) });
  const demo = demos.get('mlp-playground');
  const program = demo === undefined ? undefined : make?.(defaultsOf(demo), own(1, 2, 1, -1, -2.5, -1, 0.5, 3, 1));

  it.each(['tfjs', 'keras', 'pytorch'] as const)('holds those points, and no data set, in %s', (framework) => {
    if (program === undefined) throw new Error('no program');
    const code = printProgram(program, framework, 'en');
    expect(code).toContain('[[1,2,1],[-1,-2.5,-1],[0.5,3,1]]');
    expect(code).not.toMatch(/hypot|noise/);
    expect(code).toContain('accuracy');
  });

  it.each(['tfjs', 'keras', 'pytorch'] as const)('speaks of no accuracy where their labels are values, in %s', (framework) => {
    // Ten whole numbers are more than there are classes, and halves are none.
    for (const labels of [Array.from({ length: 10 }, (_, i) => i), [0.5, 1, -1]]) {
      const rows = own(...labels.flatMap((label, i) => [i, 0.5 * i, label]));
      if (make === undefined || demo === undefined) throw new Error('no program');
      expect(printProgram(make(defaultsOf(demo), rows), framework, 'en')).not.toMatch(/accuracy|Accuracy/);
    }
  });

  it('is told apart from learning with the squared loss what is a class', () => {
    if (make === undefined || demo === undefined) throw new Error('no program');
    const classes = make({ ...defaultsOf(demo), loss: 'squared' }, own(1, 2, 1, -1, -2.5, -1));
    expect(printProgram(classes, 'pytorch', 'en')).toContain('accuracy');
  });
});

describe('batch norm over batches of one sample', () => {
  const single = { batchSize: 1, batchNorm: true };

  it('has a module of its own in PyTorch, which would refuse them', () => {
    const printed = printProgram(programOf('mlp-playground', single), 'pytorch', 'en');
    expect(printed).toContain('class BatchNormOfOne(nn.BatchNorm1d):');
    expect(printed).toContain('PyTorch refuses a batch of one sample');
    expect(printed).not.toMatch(/[^(]nn\.BatchNorm1d\(/);
    expect(printProgram(programOf('mlp-playground', { ...single, batchSize: 2 }), 'pytorch', 'en')).not.toContain('BatchNormOfOne');
    if (hasPython) expect(misreadByPython({ printed })).toEqual([]);
  });

  it('trains in TensorFlow.js', async () => {
    expect(lossesIn(await saidBy(printProgram({ ...programOf('mlp-playground', single), steps: 51 }, 'tfjs', 'en')))).toHaveLength(2);
  });
});

const FRAMEWORKS = ['tfjs', 'keras', 'pytorch'] as const;
const ROWS: DataProgram = {
  kind: 'rows',
  rows: [
    [1, 2, 1],
    [-1, 0.5, -1],
    [2, 1, 1],
  ],
  classes: 1,
};
const small = mlp({ name: 'small', inputs: 2, hidden: [3], outputs: 1, activations: ['tanh'] });

function joined(input: string, left: string, right: string, sum: string): NetworkSpec {
  const dense = (id: string) => ({ id, layer: 'dense', from: [input], options: { units: 1 } });
  return {
    name: 'joined',
    inputs: { [input]: [2] },
    nodes: [dense(left), dense(right), { id: sum, layer: 'add', from: [left, right], options: {} }],
    outputs: [sum],
  };
}

describe('printed programs', () => {
  it('leave out the bias where the network has none', () => {
    const network = sequential('bare', [2], [{ layer: 'dense', options: { units: 1, useBias: false } }]);
    const [tfjs, keras, pytorch] = FRAMEWORKS.map((one) => printProgram(program({ network, loss: 'hinge', data: ROWS }), one, 'en'));
    expect(tfjs).toContain('useBias: false');
    expect(keras).toContain('use_bias=False');
    expect(pytorch).toContain('bias=False');
  });

  it.each(REGRESSION_DATASETS)('claim no accuracy for the regression %s', (dataset) => {
    const data: DataProgram = { kind: 'planar', dataset, samples: 40, noise: 0, trainShare: 0.5, features: ['x1', 'x2'], classes: 1 };
    for (const one of FRAMEWORKS) {
      expect(printProgram(program({ network: small, loss: 'meanSquaredError', data }), one, 'en')).not.toContain('accuracy');
    }
  });

  it('import nothing that they do not use', () => {
    const plain = program({ network: small, loss: 'meanSquaredError', data: ROWS, schedule: 'step' });
    expect(printProgram(plain, 'keras', 'en')).not.toMatch(/regularizers|import math/);
    expect(printProgram(plain, 'pytorch', 'en')).not.toMatch(/functional|import math|kernels/);
    expect(printProgram(plain, 'tfjs', 'en')).not.toContain('kernels');
  });

  it('evaluate on all rows where none are held out', async () => {
    // No step is taken with a rate of zero, so the loss at the end is the one of the first step, over all rows.
    const whole = program({ network: small, loss: 'meanSquaredError', data: ROWS, batchSize: 3, steps: 1, learningRate: 0 });
    const [, first, last] = /^1 (\S+)\nloss (\S+)/m.exec(await saidBy(printProgram(whole, 'tfjs', 'en'))) ?? [];
    expect(Number(first)).toBeGreaterThan(0);
    expect(Number(last)).toBeCloseTo(Number(first), 5);
  });

  it.each([
    ['words of the languages and of the program', joined('x', 'class', 'y', 'loss')],
    ['names that differ in case alone', joined('x', 'a', 'A', 'sum')],
    ['an input of another name', joined('features', 'left', 'right', 'sum')],
  ])('run with %s', async (_, network) => {
    const whole = program({ network, loss: 'binaryCrossEntropy', data: ROWS, steps: 51 });
    expect(await saidBy(printProgram(whole, 'tfjs', 'en'))).toMatch(/^loss \d/m);
    if (!hasPython) return;
    expect(misreadByPython({ keras: printProgram(whole, 'keras', 'en'), pytorch: printProgram(whole, 'pytorch', 'en') })).toEqual([]);
  });
});
