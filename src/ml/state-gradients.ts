/** How much of a loss's gradient reaches back to each moment of a sequence: the derivative by what a recurrent layer carries on. */
import {
  abs,
  div,
  grads,
  max,
  maximum,
  mean,
  mul,
  reshape,
  sqrt,
  square,
  sum,
  zeros,
  type Scalar,
  type Tensor,
} from '@tensorflow/tfjs-core';
import { at } from '../base/at';
import { innerName } from './blueprint/inner-values';
import { activationOf, type Network } from './network';

/** Less than any number that 32-bit floats tell from zero on all backends. */
const LEAST = 1e-37;

export interface StateGradientOptions {
  readonly network: Pick<Network, 'apply'>;
  /** Recurrent nodes that give the state of every step. */
  readonly nodes: readonly string[];
  /** The network's inputs by name, batch first. */
  readonly inputs: Readonly<Record<string, Tensor>>;
  /** The mean over the samples of a loss of the outputs. */
  readonly loss: (outputs: readonly Tensor[]) => Scalar;
}

/** Root mean square over samples of the length of each moment's vector; [batch, steps, units] -> [steps]. Squares of small numbers would be 0. */
function lengths(vectors: Tensor): Tensor {
  const largest = maximum(max(abs(vectors), [0, 2], true), LEAST);
  const shares = mean(sum(square(div(vectors, largest)), 2, true), 0, true);
  return reshape(mul(largest, sqrt(shares)), [at(vectors.shape, 1)]);
}

/**
 * The size, at each moment, of the derivative of a sample's loss by the state: h, and c of an LSTM. All ways from the moment to the loss
 * count, those through later states above all. Call inside `tidy`.
 * @returns by node, [steps].
 */
export function stateGradients({ network, nodes, inputs, loss }: StateGradientOptions): Tensor[] {
  const { activations } = network.apply(inputs, { training: false });
  const offsets = nodes.map((id) => zeros(activationOf({ activations }, id).shape));
  const by = grads((...given: Tensor[]) => {
    const named = Object.fromEntries(nodes.map((id, i) => [innerName(id, 'state'), at(given, i)]));
    return loss(network.apply(inputs, { training: false, offsets: named }).outputs);
  });
  // The loss is a mean over the samples: by that of one of them, the derivative is as many times as large.
  return by(offsets).map((gradient) => lengths(mul(gradient, at(gradient.shape, 0))));
}
