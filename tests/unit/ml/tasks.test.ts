import {
  dispose,
  memory,
  mul,
  onesLike,
  scalar,
  slice,
  sum,
  tensor,
  tidy,
  variableGrads,
  type Scalar,
  type Tensor,
} from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { HostArray, Model } from '../../../src/ml/model';
import { buildNetwork } from '../../../src/ml/network';
import { createRandom } from '../../../src/ml/random';
import { mlp } from '../../../src/ml/blueprint/mlp';
import { program, type Program } from '../../../src/ml/blueprint/program';

import type { LossName } from '../../../src/ml/blueprint/loss-names';
import type { PlanarData, PlanarDataset } from '../../../src/ml/data-kinds/planar/program';
import { planarTask, type PlanarTask } from '../../../src/ml/tasks/planar';
import { supervisedModel } from '../../../src/ml/tasks/supervised';
import { expectClose, NODE_BACKENDS, on, read } from './support';

function dataOf(dataset: PlanarDataset, settings: Partial<PlanarData> = {}): PlanarData {
  const classes = dataset === 'multiGauss' ? 4 : 1;
  return { kind: 'planar', dataset, samples: 100, noise: 0, trainShare: 0.7, features: ['x1', 'x2'], classes, ...settings };
}

function programOf(data: PlanarData, loss: LossName, settings: Partial<Program<PlanarData>> = {}): Program<PlanarData> {
  const network = mlp({ name: 'n', inputs: data.features.length, hidden: [4], outputs: data.classes, activations: ['tanh'], dropout: 0.5 });
  return program({ network, loss, data, ...settings });
}

const taskOf = (data: PlanarData, loss: LossName, own?: readonly number[]): PlanarTask =>
  planarTask(
    programOf(data, loss),
    createRandom(1),
    own === undefined ? undefined : { kind: 'rows', columns: 3, rows: Float32Array.from(own) },
  );

/** x1 of every point, as a score of one column. */
const firstFeature = (x: Tensor): Tensor => slice(x, [0, 0], [-1, 1]);

describe.each(NODE_BACKENDS)('the task of the plane on %s', (backend) => {
  beforeAll(() => on(backend));

  it('parts data into training and test, shows both, and gives batches of the training part alone', () => {
    const task = taskOf(dataOf('circle', { features: ['x2', 'x1'] }), 'binaryCrossEntropy');
    expect([task.points.shape, task.testPoints.shape]).toEqual([
      [70, 3],
      [30, 3],
    ]);
    const rows = (array: HostArray): string[] =>
      Array.from({ length: array.shape[0] ?? 0 }, (_, i) => array.data.slice(3 * i, 3 * i + 3).join());
    expect(new Set([...rows(task.points), ...rows(task.testPoints)]).size).toBe(100);
    const seen = new Set<string>();
    for (let step = 0; step < 7; step++) {
      const { x, t } = task.batch(step);
      expect([x.shape, t.shape]).toEqual([
        [10, 2],
        [10, 1],
      ]);
      for (let i = 0; i < 10; i++) seen.add([x.data[2 * i], x.data[2 * i + 1], t.data[i]].join());
    }
    const training = Array.from({ length: 70 }, (_, i) => [...task.points.data.slice(3 * i, 3 * i + 3)] as const);
    expect(seen).toEqual(new Set(training.map(([x1, x2, label]) => [x2, x1, label].join())));
    task.dispose();
  });

  it('draws scores of two classes as the difference of their probabilities, rows from low x2, columns from low x1', () => {
    const task = taskOf(dataOf('gauss'), 'binaryCrossEntropy');
    const surface = tidy(() => task.surface(firstFeature));
    expect(surface.shape).toEqual([48, 48]);
    const values = read(surface);
    const row = Array.from({ length: 48 }, (_, i) => Math.tanh((-6 + (12 * (i + 0.5)) / 48) / 2));
    expectClose(values.slice(0, 48), row, 1e-6);
    expectClose(values.slice(47 * 48), row, 1e-6);
    expect(tidy(() => task.unitSurfaces((x) => x)).shape).toEqual([2, 18, 18]);
    expectClose(read(tidy(() => task.unitSurfaces((x) => x))), [...task.featureSurfaces.data], 1e-6);
    task.dispose();
  });

  it('draws classes as probabilities and values as they are, cut to [-1, 1]', () => {
    const classes = taskOf(dataOf('multiGauss'), 'crossEntropy');
    const surface = tidy(() => classes.surface((x) => mul(slice(x, [0, 0], [-1, 1]), tensor([[0, 1, 2, 3]]))));
    expect(surface.shape).toEqual([48, 48, 4]);
    const values = read(surface);
    expectClose([values.slice(0, 4).reduce((a, b) => a + b, 0)], [1], 1e-6);
    expect(values[0]).toBeGreaterThan(0.99);
    classes.dispose();
    const regression = taskOf(dataOf('plane'), 'meanSquaredError');
    expect([classes.regression, regression.regression]).toEqual([false, true]);
    const cut = read(tidy(() => regression.surface(firstFeature)));
    expect([Math.min(...cut), Math.max(...cut)]).toEqual([-1, 1]);
    regression.dispose();
  });

  it('judges scores on both parts: accuracy for classes, loss alone for values', () => {
    const right = taskOf(dataOf('gauss', { samples: 400 }), 'binaryCrossEntropy');
    const metrics = tidy(() => right.evaluate((x) => mul(sum(x, -1, true), 100)));
    expect(Object.keys(metrics)).toEqual(['trainLoss', 'trainAccuracy', 'testLoss', 'testAccuracy']);
    expect(read(metrics['trainAccuracy'] ?? scalar(0))[0]).toBeGreaterThan(0.95);
    right.dispose();
    const plane = taskOf(dataOf('plane'), 'meanSquaredError');
    const exact = tidy(() => plane.evaluate((x) => mul(sum(x, -1, true), 0.1)));
    expect(Object.keys(exact)).toEqual(['trainLoss', 'testLoss']);
    expectClose([...read(exact['trainLoss'] ?? scalar(1)), ...read(exact['testLoss'] ?? scalar(1))], [0, 0], 1e-10);
    plane.dispose();
  });

  it('takes the reader’s own points, one alone among them', () => {
    const own = Array.from({ length: 10 }, (_, i) => [i, -i, i < 5 ? 0 : 2]).flat();
    const task = taskOf(dataOf('circle', { classes: 3 }), 'crossEntropy', own);
    expect([task.points.shape, task.testPoints.shape]).toEqual([
      [7, 3],
      [3, 3],
    ]);
    expect(task.batch(0).t.shape).toEqual([7, 3]);
    task.dispose();
    const single = taskOf(dataOf('circle'), 'binaryCrossEntropy', [1, 2, -1]);
    expect([...single.points.data, ...single.testPoints.data]).toEqual([1, 2, -1]);
    expect([...single.batch(3).x.data]).toEqual([1, 2]);
    single.dispose();
  });

  it('takes the reader’s labels for values where they are not -1 and +1, whole numbers or not', () => {
    const own = (labels: readonly number[]): boolean => {
      const task = taskOf(
        dataOf('circle'),
        'meanSquaredError',
        labels.flatMap((label, i) => [i, -i, label]),
      );
      task.dispose();
      return task.regression;
    };
    expect([own([1, -1, 1]), own([10, 20, 30]), own([0.5, 1, -1])]).toEqual([false, true, true]);
  });

  it('frees its tensors', () => {
    const before = memory().numTensors;
    const task = taskOf(dataOf('multiGauss'), 'hinge');
    dispose(tidy(() => task.evaluate((x) => mul(slice(x, [0, 0], [-1, 1]), tensor([[1, 1, 1, 1]])))));
    task.dispose();
    expect(memory().numTensors).toBe(before);
  });
});

describe.each(NODE_BACKENDS)('a supervised model on %s', (backend) => {
  beforeAll(() => on(backend));

  function modelOf(settings: Partial<Program<PlanarData>>): { readonly model: Model; readonly free: () => void } {
    const data = dataOf('circle');
    const whole = programOf(data, 'binaryCrossEntropy', settings);
    const random = createRandom(1);
    const task = planarTask(whole, random);
    const network = buildNetwork(whole.network, random.fork('weights'));
    const model = supervisedModel({
      program: () => whole,
      network,
      random,
      batch: (step) => task.batch(step),
      evaluateEvery: 1,
      evaluate: () => ({}),
      frame: () => ({}),
      dispose: () => task.dispose(),
    });
    const free = (): void => {
      model.dispose();
      model.optimiser.dispose();
      network.dispose();
    };
    return { model, free };
  }

  const lossAt = (model: Model, step: number): number =>
    read(
      tidy(
        () =>
          model.forward(
            Object.fromEntries(Object.entries(model.inputs(step)).map(([name, { data, shape }]) => [name, tensor(data, [...shape])])),
          ).loss,
      ),
    )[0] ?? NaN;

  it('has inputs that are a function of the step, masks among them', () => {
    const { model, free } = modelOf({});
    const first = model.inputs(5);
    expect(Object.keys(first).sort()).toEqual(['l1', 'l2', 'mask/hidden1-dropout', 't', 'x']);
    model.inputs(0);
    expect(model.inputs(5)).toEqual(first);
    expect(model.inputs(6)['mask/hidden1-dropout']).not.toEqual(first['mask/hidden1-dropout']);
    expect(lossAt(model, 5)).toBe(lossAt(model, 5));
    free();
  });

  it('adds penalties on kernels to the loss', () => {
    const [plain, punished] = [modelOf({}), modelOf({ l1: 0.01, l2: 0.1 })];
    const kernels = punished.model.variables
      .filter(({ name }) => name.endsWith('/kernel'))
      .flatMap(({ variable }) => [...variable.dataSync()]);
    const penalty = kernels.reduce((total, w) => total + 0.01 * Math.abs(w) + 0.05 * w * w, 0);
    expect(lossAt(punished.model, 0) - lossAt(plain.model, 0)).toBeCloseTo(penalty, 5);
    plain.free();
    punished.free();
  });

  it('follows its schedule', () => {
    const { model, free } = modelOf({ learningRate: 0.4, schedule: 'step', steps: 100, weightDecay: 0.3, clipNorm: 2 });
    expect(model.hyperparameters(0)).toEqual({ learningRate: 0.4, weightDecay: 0.3, shrinkage: 0, clipNorm: 2 });
    expect(model.hyperparameters(60).learningRate).toBeCloseTo(0.1, 12);
    free();
  });

  it('gives every weight a gradient', () => {
    const { model, free } = modelOf({});
    const slopes = tidy(() => {
      const inputs = Object.fromEntries(Object.entries(model.inputs(0)).map(([name, { data, shape }]) => [name, tensor(data, [...shape])]));
      const { grads } = variableGrads(
        () => model.forward(inputs).loss,
        model.variables.map(({ variable }) => variable),
      );
      return model.variables.map(({ variable }) => {
        const slope = grads[variable.name];
        return slope === undefined ? NaN : (sum<Scalar>(mul(slope, onesLike(slope))).dataSync()[0] ?? NaN);
      });
    });
    expect(slopes.every(Number.isFinite)).toBe(true);
    expect(slopes.some((slope) => slope !== 0)).toBe(true);
    free();
  });
});
