/** How far a signal and its gradient carry through a deep network: per layer, how large they are and how they spread. */
import {
  abs,
  cast,
  clipByValue,
  concat,
  div,
  fill,
  floor,
  grads,
  greater,
  less,
  log,
  logicalAnd,
  max,
  maximum,
  mean,
  min,
  mul,
  oneHot,
  reshape,
  sqrt,
  square,
  stack,
  sub,
  sum,
  where,
  zeros,
  type Scalar,
  type Tensor,
} from '@tensorflow/tfjs-core';
import { at, only } from '../base/at';
import { activationOf, type Network } from './network';
import type { DeepLayer } from './blueprint/deep';

export interface LayerFlow {
  /** Root mean square of what each layer hands on; [layers]. */
  readonly activations: Tensor;
  /** Root mean square, over samples and units, of the derivative of a sample's loss by the layer's pre-activations; [layers]. */
  readonly gradients: Tensor;
  /** How many numbers of each layer lie in each bin of `activationRange`; [layers, bins]. */
  readonly activationCounts: Tensor;
  /** Lowest and highest edge; [2]. */
  readonly activationRange: Tensor;
  /** The same of log10 |gradient|; gradients that are exactly zero lie in no bin. */
  readonly gradientCounts: Tensor;
  readonly gradientRange: Tensor;
}

export interface FlowOptions {
  readonly network: Pick<Network, 'apply'>;
  readonly layers: readonly DeepLayer[];
  /** Samples [n, features] and targets [n, outputs] to look at. */
  readonly x: Tensor;
  readonly t: Tensor;
  /** The mean loss of a batch. */
  readonly loss: (scores: Tensor, t: Tensor) => Scalar;
  /** Batch norms use the statistics of `x`, as in a training step, where true; by default those that they have gathered. */
  readonly training?: boolean;
}

const BINS = 40;
/** Less than any number that 32-bit floats tell from zero on all backends. */
const LEAST = 1e-37;
const MOST = 3e38;

/** Root mean square, divided by the largest before squaring: squares of small gradients would underflow. */
export function rootMeanSquare(values: Tensor): Scalar {
  const largest = maximum<Scalar>(max(abs(values)), LEAST);
  return mul<Scalar>(largest, sqrt(mean(square(div(values, largest)))));
}

function log10(values: Tensor): Tensor {
  return mul(log(maximum(values, LEAST)), Math.LOG10E);
}

/** Counts in `BINS` bins of equal width between two edges; what lies beyond is counted in the outermost bins, no number in none. */
function counts(values: Tensor, low: Tensor, high: Tensor, counted: Tensor): Tensor {
  const width = maximum(sub(high, low), LEAST);
  const bins = clipByValue(floor(mul(div(sub(values, low), width), BINS)), 0, BINS - 1);
  const none = fill(values.shape, -1);
  return sum(cast(oneHot(cast(reshape(where(counted, bins, none), [-1]), 'int32'), BINS), 'float32'), 0);
}

function isNumber(values: Tensor): Tensor {
  return less(abs(values), MOST);
}

/** Pre-activations' gradients by the tape: derivatives by offsets of zeros, times n, since the loss is a mean over n samples. */
function gradientsBy(
  { network, layers, x, t, loss, training = false }: FlowOptions,
  activations: Readonly<Record<string, Tensor>>,
): Tensor[] {
  const samples = at(x.shape, 0);
  const by = grads((...offsets: Tensor[]) => {
    const named = Object.fromEntries(layers.map(({ before }, i) => [before, at(offsets, i)]));
    return loss(only(network.apply({ x }, { training, offsets: named }).outputs), t);
  });
  return by(layers.map(({ before }) => zeros(activationOf({ activations }, before).shape))).map((gradient) => mul(gradient, samples));
}

/** Sizes of gradients only, layer by layer from the input: what a metric needs. Call inside `tidy`. */
export function gradientSizes(options: FlowOptions): Tensor {
  const { activations } = options.network.apply({ x: options.x }, { training: options.training === true });
  return stack(gradientsBy(options, activations).map(rootMeanSquare));
}

/** All of it. Call inside `tidy`; nothing is read back. */
export function layerFlow(options: FlowOptions): LayerFlow {
  const { network, layers, x, training = false } = options;
  const { activations } = network.apply({ x }, { training });
  const handed = layers.map(({ after }) => activationOf({ activations }, after));
  const slopes = gradientsBy(options, activations);
  const sizes = stack(slopes.map(rootMeanSquare));
  const finite = handed.map((one) => where(isNumber(one), one, zeros(one.shape)));
  const low = min(stack(finite.map((one) => min(one))));
  const high = max(stack(finite.map((one) => max(one))));
  // Whole fours of powers of ten, two and more below the smallest layer: an axis that does not jump at every step.
  const powers = log10(clipByValue(sizes, LEAST, MOST));
  const least = mul(floor(div(sub(min(powers), 2), 4)), 4);
  const most = mul(floor(div(max(powers), 4)), 4);
  const top = sub(most, -4);
  return {
    activations: stack(handed.map(rootMeanSquare)),
    gradients: sizes,
    activationCounts: stack(handed.map((one) => counts(one, low, high, isNumber(one)))),
    activationRange: stack([low, high]),
    gradientCounts: stack(slopes.map((one) => counts(log10(abs(one)), least, top, logicalAnd(isNumber(one), greater(abs(one), LEAST))))),
    gradientRange: concat([reshape(least, [1]), reshape(top, [1])]),
  };
}
