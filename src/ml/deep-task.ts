/** What the demos on deep networks look at besides the loss: the flow through the layers on a fixed handful of training points. */
import { log, maximum, mul, reshape, slice, sub, tensor2d, type Scalar } from '@tensorflow/tfjs-core';
import { at } from '../base/at';
import { gradientSizes, type FlowOptions } from './layer-flow';
import { lossOf } from './losses';
import type { HostArray } from './model';
import type { Network } from './network';
import type { DeepLayer } from './blueprint/deep';
import type { LossName } from './blueprint/loss-names';

/** Samples that are looked at: the first of the training set, the same at every step. */
const LOOKED_AT = 64;
/** Stands in for zero in a logarithm. */
const LEAST = 1e-37;

/**
 * The flow of a network on the first points of its training set.
 * @param points [n, 3]: x1, x2, label.
 * @returns options for `layerFlow`; the caller disposes of `x` and `t`.
 */
export function flowOnPoints(network: Network, layers: readonly DeepLayer[], points: HostArray, loss: LossName): FlowOptions {
  const count = Math.min(LOOKED_AT, at(points.shape, 0));
  const rows = Array.from({ length: count }, (_, i) => Array.from(points.data.slice(3 * i, 3 * i + 3)));
  return {
    network,
    layers,
    x: tensor2d(rows.map(([x1 = 0, x2 = 0]) => [x1, x2])),
    t: tensor2d(rows.map(([, , label = 0]) => [label])),
    loss: lossOf(loss),
  };
}

/** log10 of the first layer's gradient over the last one's: how many decades a gradient loses (or gains) on its way back. */
export function decadesOnTheWay(flow: FlowOptions): Scalar {
  const logs = mul(log(maximum(gradientSizes(flow), LEAST)), Math.LOG10E);
  const at = (layer: number): Scalar => reshape(slice(logs, layer, 1), []);
  return sub<Scalar>(at(0), at(flow.layers.length - 1));
}
