/** Learning labels of points of the plane: data, batches, targets, held-out metrics and the pictures' arrays. */
import {
  clipByValue,
  mul,
  reshape,
  softmax,
  tanh,
  tensor2d,
  transpose,
  type Scalar,
  type Tensor,
  type Tensor2D,
} from '@tensorflow/tfjs-core';
import { epochRows } from '../data/batches';
import { featureRows, gridPoints } from '../data-kinds/planar/features';
import { planarPoints, type PlanarPoint } from '../data-kinds/planar/points';
import { oneHotRows } from '../data/rows';
import { lossOf } from '../losses';
import { classAccuracy, signAccuracy } from '../metrics';
import type { HostArray } from '../model';
import type { OwnRows } from '../data-kinds/rows/own';
import type { Random } from '../random';
import { REGRESSION_DATASETS, type PlanarData } from '../data-kinds/planar/program';
import type { LossName } from '../blueprint/loss-names';
import type { Program } from '../blueprint/program';

/** Half the side of the plane shown and of the data. */
const EXTENT = 6;
/** Side of the grid of the large surface and of the units' small ones. */
export const SURFACE_SIDE = 48;
const UNIT_SIDE = 18;

/** A network, or anything else, from features [n, k] to scores [n, outputs]. */
export type Scores = (x: Tensor) => Tensor;

export interface PlanarTask {
  readonly classes: number;
  readonly regression: boolean;
  /** `x` features and `t` targets of the batch of a step. */
  readonly batch: (step: number) => { readonly x: HostArray; readonly t: HostArray };
  /** `trainLoss`, `testLoss` and, for classes, `trainAccuracy`, `testAccuracy`. */
  readonly evaluate: (scores: Scores) => Record<string, Scalar>;
  /** [side, side] in [-1, 1], or class probabilities [side, side, classes]. */
  readonly surface: (scores: Scores) => Tensor;
  /** What each unit answers over the plane: [units, side, side]; `activations` gives a layer's output [n, units]. */
  readonly unitSurfaces: (activations: Scores) => Tensor;
  /** The features themselves over the plane: [features, side, side]. */
  readonly featureSurfaces: HostArray;
  /** [n, 3]: x1, x2, label. */
  readonly points: HostArray;
  readonly testPoints: HostArray;
  /** What is held out, as features [n, k] and targets [n, classes]: for those who judge in another way. */
  readonly heldOut: { readonly x: Tensor2D; readonly t: Tensor2D };
  readonly dispose: () => void;
}

function ownPoints(own: OwnRows): PlanarPoint[] {
  return Array.from({ length: own.rows.length / own.columns }, (_, i) => ({
    x1: own.rows[i * own.columns] ?? 0,
    x2: own.rows[i * own.columns + 1] ?? 0,
    label: own.rows[i * own.columns + 2] ?? 0,
  }));
}

function pointArray(points: readonly PlanarPoint[]): HostArray {
  return { shape: [points.length, 3], data: Float32Array.from(points.flatMap(({ x1, x2, label }) => [x1, x2, label])) };
}

/** Targets of a loss: one-hot for cross-entropy over classes, -1 and +1 each for hinge, else the label itself. */
function targetRows(points: readonly PlanarPoint[], classes: number, loss: LossName): Float32Array {
  const labels = points.map(({ label }) => label);
  if (classes === 1) return Float32Array.from(labels);
  return loss === 'crossEntropy' ? oneHotRows(labels, classes) : oneHotRows(labels, classes, 1, -1);
}

/** Scores as what is drawn: probabilities, their difference, or the value cut to [-1, 1]. */
function drawn(scores: Tensor, classes: number, loss: LossName): Tensor {
  if (classes > 1) return softmax(scores);
  return loss === 'binaryCrossEntropy' ? tanh(mul(scores, 0.5)) : clipByValue(scores, -1, 1);
}

interface Side {
  readonly points: readonly PlanarPoint[];
  readonly x: Float32Array;
  readonly t: Float32Array;
}

/** Sets the task up. @param own the reader's points in place of the data set. */
export function planarTask({ data, loss, batchSize }: Program<PlanarData>, random: Random, own?: OwnRows): PlanarTask {
  const { classes, features } = data;
  const all = own === undefined ? planarPoints(data.dataset, data.samples, data.noise, random.fork('data')) : ownPoints(own);
  const order =
    own === undefined ? all : Array.from(random.fork('split').permutation(all.length), (i) => all[i]).filter((one) => one !== undefined);
  const trainCount = Math.max(1, Math.min(order.length - 1, Math.round(order.length * data.trainShare)));
  const side = (points: readonly PlanarPoint[]): Side => ({
    points,
    x: featureRows(features, points),
    t: targetRows(points, classes, loss),
  });
  const train = side(order.slice(0, trainCount));
  const test = side(order.length > 1 ? order.slice(trainCount) : order);
  const values =
    own === undefined ? REGRESSION_DATASETS.some((name) => name === data.dataset) : order.some(({ label }) => Math.abs(label) !== 1);
  const regression = loss === 'meanSquaredError' && classes === 1 && values;
  const asTensors = (one: Side): readonly [Tensor2D, Tensor2D] => [
    tensor2d(one.x, [one.points.length, features.length]),
    tensor2d(one.t, [one.points.length, classes]),
  ];
  const trainTensors = asTensors(train);
  const testTensors = asTensors(test);
  const gridOf = (count: number): Tensor2D => tensor2d(featureRows(features, gridPoints(count, EXTENT)), [count * count, features.length]);
  const surfaceGrid = gridOf(SURFACE_SIDE);
  const unitGrid = gridOf(UNIT_SIDE);
  const batch = epochRows(
    { count: trainCount, batchSize: batchSize, random },
    { data: train.x, columns: features.length },
    { data: train.t, columns: classes },
  );

  return {
    classes,
    regression,
    batch,
    evaluate(scores) {
      const metrics: Record<string, Scalar> = {};
      for (const [name, [x, t]] of [
        ['train', trainTensors],
        ['test', testTensors],
      ] as const) {
        const given = scores(x);
        metrics[`${name}Loss`] = lossOf(loss)(given, t);
        if (!regression) metrics[`${name}Accuracy`] = classes === 1 ? signAccuracy(given, t) : classAccuracy(given, t);
      }
      return metrics;
    },
    surface(scores) {
      const values = drawn(scores(surfaceGrid), classes, loss);
      return reshape(values, classes === 1 ? [SURFACE_SIDE, SURFACE_SIDE] : [SURFACE_SIDE, SURFACE_SIDE, classes]);
    },
    unitSurfaces: (activations) => reshape(transpose(activations(unitGrid), [1, 0]), [-1, UNIT_SIDE, UNIT_SIDE]),
    featureSurfaces: {
      shape: [features.length, UNIT_SIDE, UNIT_SIDE],
      data: Float32Array.from(features.flatMap((name) => [...featureRows([name], gridPoints(UNIT_SIDE, EXTENT))])),
    },
    points: pointArray(train.points),
    // A single point is both learned from and judged by; it is drawn once.
    testPoints: pointArray(order.length > 1 ? test.points : []),
    heldOut: { x: testTensors[0], t: testTensors[1] },
    dispose() {
      for (const one of [...trainTensors, ...testTensors, surfaceGrid, unitGrid]) one.dispose();
    },
  };
}
