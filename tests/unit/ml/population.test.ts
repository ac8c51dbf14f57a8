import { slice, squeeze, tensor, tidy, type Tensor } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { at } from '../../../src/base/at';
import { CompiledRun } from '../../../src/engine/worker/compiled/compiled-run';
import { trainingStep } from '../../../src/engine/worker/run/training-step';
import type { LossName } from '../../../src/ml/blueprint/loss-names';
import { mlp } from '../../../src/ml/blueprint/mlp';
import type { OptimiserName } from '../../../src/ml/blueprint/optimiser-settings';
import { program, type Program } from '../../../src/ml/blueprint/program';
import { epochRows } from '../../../src/ml/data/batches';
import type { PlanarData } from '../../../src/ml/data-kinds/planar/program';
import { lossOf, memberLossesOf } from '../../../src/ml/losses';
import type { Model } from '../../../src/ml/model';
import { buildNetwork } from '../../../src/ml/network';
import { buildPopulation } from '../../../src/ml/population';
import { createRandom } from '../../../src/ml/random';
import { populationModel } from '../../../src/ml/tasks/population';
import { supervisedModel } from '../../../src/ml/tasks/supervised';
import { expectClose, on, read } from './support';

const STEPS = 60;
const COUNT = 40;

interface Knobs {
  readonly learningRate: number;
  readonly weightDecay?: number;
  readonly initialScale?: number;
  readonly seed?: number;
  readonly optimiser?: OptimiserName;
  readonly loss?: LossName;
}

/** Rates, decays, scales and seeds that differ from member to member; the last but one is far too fast. */
const KNOBS: readonly Knobs[] = [
  { learningRate: 0.05 },
  { learningRate: 0.3, weightDecay: 0.02, initialScale: 2, seed: 3 },
  { learningRate: 0.1, initialScale: 0.1, seed: 3 },
  { learningRate: 1e30, seed: 2 },
  { learningRate: 0.2, weightDecay: 0.5, seed: 9 },
];
const BROKEN = 3;

function programOf({ learningRate, weightDecay = 0, initialScale = 1, optimiser = 'sgd', loss = 'meanSquaredError' }: Knobs) {
  return program<PlanarData>({
    network: mlp({ name: 'member', inputs: 2, hidden: [5, 4], outputs: 1, activations: ['relu'], initialScale }),
    loss,
    optimiser: { name: optimiser },
    learningRate,
    weightDecay,
    batchSize: 8,
    data: { kind: 'planar', dataset: 'circle', samples: COUNT, noise: 0, trainShare: 1, features: ['x1', 'x2'], classes: 1 },
  });
}

const random = createRandom(7);
const xs = Float32Array.from({ length: 2 * COUNT }, () => random.normal());
const ts = Float32Array.from({ length: COUNT }, (_, i) => ((xs[2 * i] ?? 0) * (xs[2 * i + 1] ?? 0) > 0 ? 1 : -1));
const batch = epochRows({ count: COUNT, batchSize: 8, random }, { data: xs, columns: 2 }, { data: ts, columns: 1 });
const quiet = { evaluateEvery: Infinity, evaluate: () => ({}), frame: () => ({}), dispose: () => undefined };

function alone(knobs: Knobs): Model {
  const one = programOf(knobs);
  const stream = createRandom(knobs.seed ?? 1);
  return supervisedModel({ program: () => one, network: buildNetwork(one.network, stream), random: stream, batch, ...quiet });
}

function together(all: readonly Knobs[], programs: readonly Program[] = all.map(programOf)): Model {
  const members = all.map(({ seed }, i) => ({ spec: at(programs, i).network, random: createRandom(seed ?? 1) }));
  return populationModel({ programs, population: buildPopulation(members), batch, ...quiet });
}

/** Trains eagerly. @returns the losses. */
function train(model: Model, steps = STEPS): number[] {
  return Array.from({ length: steps }, (_, step) => read(trainingStep(model, step))[0] ?? NaN);
}

function free(model: Model): void {
  for (const { variable } of [...model.variables, ...model.optimiser.slots]) variable.dispose();
}

/** All weights of a model, or of one member of a population. */
function weights(model: Model, member?: number): number[] {
  return model.variables.flatMap(({ variable }) =>
    read(tidy((): Tensor => (member === undefined ? variable.clone() : squeeze(slice(variable, member, 1), [0])))),
  );
}

describe('a population', () => {
  beforeAll(() => on('cpu'));

  it('begins with the weights with which each member begins alone, bit for bit', () => {
    const all = together(KNOBS);
    for (const [i, knobs] of KNOBS.entries()) {
      const one = alone(knobs);
      expect(weights(all, i)).toEqual(weights(one));
      free(one);
    }
    free(all);
  });

  it.each(['sgd', 'momentum', 'rmsprop', 'adam'] as const)(
    'trains each member by %s as it is trained alone, beside one that breaks',
    async (optimiser) => {
      const knobs = KNOBS.map((one) => ({ ...one, optimiser }));
      const all = together(knobs);
      const losses = train(all);
      expect(losses.every(Number.isFinite)).toBe(true);
      const compiled = together(knobs);
      const run = await CompiledRun.create(compiled);
      run.take();
      for (let step = 0; step < STEPS; step++) expect(run.step(step)).toBeCloseTo(at(losses, step), 4);
      for (const { name, variable } of compiled.variables) variable.assign(tensor(run.read(name).data, variable.shape));
      for (const [i, one] of knobs.entries()) {
        const single = alone(one);
        const own = train(single);
        if (i === BROKEN) {
          expect(own.at(-1)).toSatisfy((loss: number) => !(loss < 1e30));
        } else {
          expect(own.every(Number.isFinite)).toBe(true);
          expectClose(weights(all, i), weights(single), 1e-5);
          expectClose(weights(compiled, i), weights(single), 1e-4);
        }
        free(single);
      }
      free(all);
      free(compiled);
    },
  );

  it('gives the geometric mean of the losses of members that are not broken, and no number where all are', () => {
    const whole = KNOBS.filter((_, i) => i !== BROKEN);
    const all = together(KNOBS);
    const singles = whole.map(alone);
    const losses = train(all);
    const logarithms = singles.map((one) => train(one).map(Math.log));
    expectClose(
      losses.slice(-20),
      losses.map((_, step) => Math.exp(logarithms.reduce((sum, one) => sum + at(one, step), 0) / whole.length)).slice(-20),
    );
    const [first, broken] = [at(KNOBS, 0), at(KNOBS, BROKEN)];
    const none = together([broken, broken]);
    expect(train(none).at(-1)).toBeNaN();
    expect(weights(together([first]))).toEqual(weights(together([first, broken]), 0));
    for (const model of [all, none, ...singles]) free(model);
  });

  it.each(['meanSquaredError', 'binaryCrossEntropy', 'hinge', 'crossEntropy'] as const)('measures %s member by member', (name) => {
    const outputs = tensor([0.5, -1, 2, 0.1, -0.3, 0.7, 1.5, -2, 0, 0.25, -0.75, 3], [3, 2, 2]);
    const targets = tensor(name === 'crossEntropy' ? [1, 0, 0, 1] : [1, -1, -1, 1], [2, 2]);
    const each = [0, 1, 2].map((i) => read(tidy(() => lossOf(name)(squeeze(slice(outputs, i, 1), [0]), targets)))[0]);
    expectClose(
      read(tidy(() => memberLossesOf(name)(outputs, targets))),
      each.map((loss) => loss ?? NaN),
    );
  });

  it('refuses what it cannot train, and says what would be right', () => {
    const dropout = mlp({ name: 'one', inputs: 2, hidden: [3], outputs: 1, activations: ['tanh'], dropout: 0.5 });
    const member = (spec: Program['network']) => ({ spec, random: createRandom(1) });
    expect(() => buildPopulation([member(dropout)])).toThrow(
      /dropout cannot be trained as a population; its layers may be dense, activation, add, concat/,
    );
    expect(() => buildPopulation([])).toThrow('a population has no members; it should have at least one');
    const [narrow, wide] = [[3], [4]].map((hidden) => member(mlp({ name: 'one', inputs: 2, hidden, outputs: 1, activations: ['tanh'] })));
    if (narrow === undefined || wide === undefined) throw new Error('there are two');
    expect(() => buildPopulation([narrow, narrow, wide])).toThrow(
      'member 2 is another network than member 0; members of a population may differ in initialiser, initialScale, biasInitialiser, initialBias alone',
    );
    const first = at(KNOBS, 0);
    const plain = programOf(first);
    expect(() => together([first, first], [plain, { ...plain, batchSize: 4 }])).toThrow(
      'program 1 differs from program 0 in more than learning rate, weight decay and how weights begin',
    );
    expect(() => together([first], [{ ...plain, clipNorm: 5 }])).toThrow('l1 and l2 should be 0, clipNorm Infinity');
  });
});
