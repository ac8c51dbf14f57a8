import { beforeAll, describe, expect, it } from 'vitest';
import { trainingStep } from '../../../src/engine/worker/run/training-step';
import { buildNetwork } from '../../../src/ml/network';
import { createRandom } from '../../../src/ml/random';
import { printProgram } from '../../../src/ml/blueprint/code';
import { mlp } from '../../../src/ml/blueprint/mlp';
import { program, type Program } from '../../../src/ml/blueprint/program';
import { supervisedModel } from '../../../src/ml/tasks/supervised';
import { lossesIn, saidBy } from '../../programs/run';
import { expectClose, on, read } from './support';

const STEPS = 151;
const ROWS = [
  [1, 2, 1],
  [-1, 0.5, -1],
  [0.5, -1.5, -1],
  [2, 0.25, 1],
  [-0.75, -1, -1],
  [-2, 1.5, 1],
];

/** Weights that need no draw, and batches of all rows: nothing is left to chance, so both must count the same. */
function programWith(settings: Partial<Program>): Program {
  return program({
    network: mlp({ name: 'both', inputs: 2, hidden: [2], outputs: 1, activations: ['tanh'], initialiser: 'constant', initialScale: 0.4 }),
    loss: 'binaryCrossEntropy',
    data: { kind: 'rows', rows: ROWS, classes: 1 },
    batchSize: ROWS.length,
    steps: STEPS,
    learningRate: 0.2,
    ...settings,
  });
}

function ourLosses(whole: Program): number[] {
  const random = createRandom(0);
  const network = buildNetwork(whole.network, random);
  const model = supervisedModel({
    program: () => whole,
    network,
    random,
    batch: () => ({
      x: { shape: [ROWS.length, 2], data: Float32Array.from(ROWS.flatMap((row) => row.slice(0, 2))) },
      t: { shape: [ROWS.length, 1], data: Float32Array.from(ROWS.map((row) => row[2] ?? NaN)) },
    }),
    evaluateEvery: 1,
    evaluate: () => ({}),
    frame: () => ({}),
    dispose: () => undefined,
  });
  const losses = Array.from({ length: STEPS }, (_, step) => read(trainingStep(model, step))[0] ?? NaN);
  model.optimiser.dispose();
  network.dispose();
  return [0, 50, 100, 150].map((step) => losses[step] ?? NaN);
}

describe('the printed TensorFlow.js program trains as the demo does', () => {
  beforeAll(() => on('cpu'));

  it.each<readonly [string, Partial<Program>]>([
    ['sgd', { optimiser: { name: 'sgd' }, schedule: 'exponential', weightDecay: 0.02, l1: 0.001 }],
    ['sgd', { optimiser: { name: 'sgd' }, schedule: 'cosine', shrinkage: 0.004 }],
    ['momentum', { optimiser: { name: 'momentum', momentum: 0.8 }, schedule: 'warmupCosine', clipNorm: 0.05 }],
    ['nesterov', { optimiser: { name: 'momentum', nesterov: true }, schedule: 'step', loss: 'hinge', learningRate: 0.05 }],
    ['rmsprop', { optimiser: { name: 'rmsprop', decay: 0.95 }, schedule: 'cosine', l2: 0.02, learningRate: 0.02 }],
    ['adam', { optimiser: { name: 'adam' }, schedule: 'cosine', weightDecay: 0.1, loss: 'meanSquaredError', learningRate: 0.03 }],
  ])('with %s, its schedule, penalties, decay and clipping', async (_, settings) => {
    const whole = programWith(settings);
    const ours = ourLosses(whole);
    expect(ours[3]).toBeLessThan((ours[0] ?? 0) - 0.01);
    // The printed program says its loss at steps 1, 51, 101 and 151.
    expectClose(lossesIn(await saidBy(printProgram(whole, 'tfjs', 'en'))), ours, 2e-4);
  });
});
