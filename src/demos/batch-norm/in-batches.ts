/** A chain of layers as a training step runs it, on many batches at once, each normalised by its own statistics. */
import { add, mean, mul, reshape, rsqrt, slice, square, sub, type Tensor } from '@tensorflow/tfjs-core';
import { at } from '../../base/at';
import { isLayerName } from '../../ml/blueprint/layers';
import { layers } from '../../ml/layers';
import { variableOf, type LayerCall } from '../../ml/layers/layer';
import type { Network } from '../../ml/network';

/** What a batch norm did in every batch. */
export interface Normalisation {
  /** Mean and variance of each batch; [batches, 1, units]. */
  readonly mean: Tensor;
  readonly variance: Tensor;
  /** Before scale and shift; [batches, size, units]. */
  readonly normalised: Tensor;
}

export interface InBatches {
  /** [batches × size, outputs], in the order of the rows. */
  readonly scores: Tensor;
  /** By node. */
  readonly norms: Readonly<Record<string, Normalisation>>;
}

/** Each batch of a node's inputs by its own mean and variance. @param x [batches × size, units]. */
function normalisation(x: Tensor, size: number, epsilon: number): Normalisation {
  const batches = reshape(x, [-1, size, at(x.shape, 1)]);
  const centre = mean(batches, 1, true);
  const centred = sub(batches, centre);
  const variance = mean(square(centred), 1, true);
  return { mean: centre, variance, normalised: mul(centred, rsqrt(add(variance, epsilon))) };
}

/** The trained variables of a node, by role. */
function weightsOf(network: Network, id: string): Readonly<Record<string, Tensor>> {
  const described = network.description.nodes[id]?.variables ?? [];
  return Object.fromEntries(described.flatMap(({ role, trained }) => (trained ? [[role, network.weight(`${id}/${role}`)]] : [])));
}

/**
 * What `network.apply` gives in training of every `size` rows by themselves. Call inside `tidy`.
 * @param network a chain of dense layers, norms and activations.
 * @param x [batches × size, features]: the first `size` rows are the first batch, and so on.
 */
export function inBatches(network: Network, x: Tensor, size: number): InBatches {
  const norms: Record<string, Normalisation> = {};
  let values = x;
  for (const node of network.spec.nodes) {
    const variables = weightsOf(network, node.id);
    const given: LayerCall = {
      node,
      inputs: [values],
      variables,
      training: true,
      mask: undefined,
      updates: [],
      note: () => undefined,
      offset: () => undefined,
    };
    if (node.layer === 'batchNorm') {
      const norm = normalisation(values, size, Number(node.options['epsilon'] ?? 1e-5));
      norms[node.id] = norm;
      values = add(mul(reshape(norm.normalised, values.shape), variableOf(given, 'scale')), variableOf(given, 'shift'));
    } else if (isLayerName(node.layer)) values = layers[node.layer].apply(given);
  }
  return { scores: values, norms };
}

/** The first batch's statistics in the place of the running ones: `weights` of `network.apply`. */
export function statisticsOf({ norms }: InBatches): Readonly<Record<string, Tensor>> {
  const first = (statistics: Tensor): Tensor => reshape(slice(statistics, 0, 1), [-1]);
  return Object.fromEntries(
    Object.entries(norms).flatMap(([id, { mean: centre, variance }]) => [
      [`${id}/runningMean`, first(centre)],
      [`${id}/runningVariance`, first(variance)],
    ]),
  );
}
