/** What is held out, judged in both ways: by the running statistics, and by those of the batch that a point is in. */
import { add, concat, gather, slice, stack, sub, tensor1d, type Scalar, type Tensor } from '@tensorflow/tfjs-core';
import { at, only } from '../../base/at';
import { lossOf } from '../../ml/losses';
import { signAccuracy } from '../../ml/metrics';
import type { Network } from '../../ml/network';
import type { Random } from '../../ml/random';
import type { PlanarTask } from '../../ml/tasks/planar';
import type { ValuesOf } from '../declaration';
import type demo from './demo';
import { inBatches, statisticsOf } from './in-batches';

type Settings = ValuesOf<typeof demo>;

export interface Judge {
  readonly evaluate: () => Record<string, Scalar>;
  /** Accuracy in evaluation mode and in training mode; [2]. */
  readonly accuracies: () => Tensor;
  /** What the network answers over the plane, as it is judged: [side, side]. */
  readonly surface: () => Tensor;
  /** The points that this surface is about, [n, 3], moved as they are judged: all, or those of the batch by which it is normalised. */
  readonly points: () => Tensor;
  readonly dispose: () => void;
}

/** Sets it up. @param values live: mode, company and shift may change while the run goes on. */
export function judgeOf(task: PlanarTask, network: Network, values: Settings, random: Random): Judge {
  const { x, t } = task.heldOut;
  const count = at(x.shape, 0);
  const labels = Array.from({ length: count }, (_, i) => at(task.testPoints.data, 3 * i + 2));
  const mixed = Array.from(random.fork('company').permutation(count));
  const orders = {
    mixed: tensor1d(mixed, 'int32'),
    sorted: tensor1d(
      mixed.toSorted((a, b) => at(labels, a) - at(labels, b)),
      'int32',
    ),
  };
  const loss = lossOf('binaryCrossEntropy');

  const sizeOf = (): number => (values.company === 'alone' ? 1 : Number(values.batchSize));
  /** Held-out points as they are judged, and their targets, batch after batch. */
  const rows = (): { readonly x: Tensor; readonly t: Tensor } => {
    const order = values.company === 'sorted' ? orders.sorted : orders.mixed;
    return { x: gather(add(x, [[values.shift, 0]]), order), t: gather(t, order) };
  };
  const hasBatches = (): boolean => values.norm === 'batch';
  /** The first batch of those that are judged together. */
  const firstBatch = (): { readonly x: Tensor; readonly t: Tensor } => {
    const all = rows();
    const size = sizeOf();
    return { x: slice(all.x, [0, 0], [size, -1]), t: slice(all.t, [0, 0], [size, -1]) };
  };

  /** What all held-out points are given in both modes. */
  const inBothModes = (): { readonly running: Tensor; readonly company: Tensor; readonly t: Tensor } => {
    const given = rows();
    const running = network.scores(given.x);
    return { running, company: hasBatches() ? inBatches(network, given.x, sizeOf()).scores : running, t: given.t };
  };

  return {
    evaluate() {
      const { running, company, t: targets } = inBothModes();
      const [runningAccuracy, companyAccuracy] = [signAccuracy(running, targets), signAccuracy(company, targets)];
      const [runningLoss, companyLoss] = [loss(running, targets), loss(company, targets)];
      const wrong = values.trainingMode;
      return {
        testLoss: wrong ? companyLoss : runningLoss,
        testAccuracy: wrong ? companyAccuracy : runningAccuracy,
        runningAccuracy,
        companyAccuracy,
        runningLoss,
        companyLoss,
        gap: sub<Scalar>(runningAccuracy, companyAccuracy),
      };
    },
    accuracies() {
      const { running, company, t: targets } = inBothModes();
      return stack([signAccuracy(running, targets), signAccuracy(company, targets)]);
    },
    surface() {
      if (!values.trainingMode || !hasBatches()) return task.surface(network.scores);
      if (values.company === 'alone') return task.surface((grid) => inBatches(network, grid, 1).scores);
      const weights = statisticsOf(inBatches(network, firstBatch().x, sizeOf()));
      return task.surface((grid) => only(network.apply({ x: grid }, { training: false, weights }).outputs, 'the outputs'));
    },
    points() {
      const whole = !values.trainingMode || !hasBatches() || values.company === 'alone';
      const given = whole ? rows() : firstBatch();
      return concat([given.x, given.t], 1);
    },
    dispose() {
      for (const order of Object.values(orders)) order.dispose();
    },
  };
}
