/** What each hidden layer is given and what its norm makes of it: in evaluation over all training points, and in batches of training. */
import { gather, mean, reshape, sqrt, square, stack, sub, tensor1d, tensor2d, type Scalar, type Tensor } from '@tensorflow/tfjs-core';
import { at } from '../../base/at';
import { rootMeanSquare } from '../../ml/layer-flow';
import type { HostArray } from '../../ml/model';
import { activationOf, type Network } from '../../ml/network';
import type { Random } from '../../ml/random';
import { inBatches, type Normalisation } from './in-batches';
import { HIDDEN, SHOWN_BATCHES } from './setting';

export interface Statistics {
  /** Root mean square of what each hidden layer's activation gets in evaluation. */
  readonly sizes: () => readonly Scalar[];
  /**
   * `cameMean`, `cameDeviation` [layers, units]: weighted sums in evaluation, over the training points. With batch norm also what it
   * subtracts and divides by in evaluation, `runningMean`, `runningDeviation` [layers, units], and in some batches of training,
   * `batchMeans`, `batchDeviations` [layers, batches, units]; `normalisedMeans`, `normalisedVariances`, alike, are what it makes of those.
   */
  readonly frame: () => Record<string, Tensor>;
  readonly dispose: () => void;
}

/** Rows of some batches of training: epochs of their own, as training has them. */
function batchRows(count: number, size: number, random: Random): number[] {
  const rows: number[] = [];
  for (let epoch = 0; rows.length < SHOWN_BATCHES * size; epoch++) rows.push(...random.fork(epoch).permutation(count));
  return rows.slice(0, SHOWN_BATCHES * size);
}

/** @param x [n, features]. */
function deviation(x: Tensor): Tensor {
  return sqrt(mean(square(sub(x, mean(x, 0))), 0));
}

/**
 * Sets it up.
 * @param given the nodes that the activations read, layer by layer.
 * @param points [n, 3]: x1, x2, label, those that are learned from.
 * @param size samples of a batch.
 */
export function statisticsOn(network: Network, given: readonly string[], points: HostArray, size: number, random: Random): Statistics {
  const count = at(points.shape, 0);
  const x = tensor2d(Array.from({ length: count }, (_, i) => [at(points.data, 3 * i), at(points.data, 3 * i + 1)]));
  const shown = tensor1d(batchRows(count, size, random.fork('shown')), 'int32');
  const normalises = network.spec.nodes.some(({ layer }) => layer === 'batchNorm');
  const evaluated = (): ((id: string) => Tensor) => {
    const applied = network.apply({ x }, { training: false });
    return (id) => activationOf(applied, id);
  };
  const state = (name: string): Tensor => {
    const found = network.state.find((one) => one.name === name);
    if (found === undefined) throw new Error(`the network keeps no "${name}"`);
    return found.variable;
  };
  const ofNorms = (): Record<string, Tensor> => {
    const { norms } = inBatches(network, gather(x, shown), size);
    const each = (make: (norm: Normalisation) => Tensor): Tensor =>
      stack(
        HIDDEN.map(({ norm }) => {
          const found = norms[norm];
          if (found === undefined) throw new Error(`the network has no "${norm}"`);
          return reshape(make(found), [SHOWN_BATCHES, -1]);
        }),
      );
    return {
      runningMean: stack(HIDDEN.map(({ norm }) => state(`${norm}/runningMean`))),
      runningDeviation: stack(HIDDEN.map(({ norm }) => sqrt(state(`${norm}/runningVariance`)))),
      batchMeans: each((norm) => norm.mean),
      batchDeviations: each((norm) => sqrt(norm.variance)),
      normalisedMeans: each(({ normalised }) => mean(normalised, 1)),
      normalisedVariances: each(({ normalised }) => mean(square(sub(normalised, mean(normalised, 1, true))), 1)),
    };
  };
  return {
    sizes() {
      const of = evaluated();
      return given.map((id) => rootMeanSquare(of(id)));
    },
    frame() {
      const of = evaluated();
      const came = HIDDEN.map(({ sums }) => of(sums));
      return {
        cameMean: stack(came.map((one) => mean(one, 0))),
        cameDeviation: stack(came.map(deviation)),
        ...(normalises ? ofNorms() : {}),
      };
    },
    dispose() {
      x.dispose();
      shown.dispose();
    },
  };
}
