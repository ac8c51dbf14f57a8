/** What is seen of a network that reads a held-out passage: how much each symbol surprises it, and which unit keeps track of what. */
import {
  abs,
  cast,
  div,
  equal,
  logSoftmax,
  matMul,
  max,
  maximum,
  mul,
  neg,
  oneHot,
  reshape,
  sqrt,
  square,
  sub,
  sum,
  tensor1d,
  tensor2d,
  transpose,
  type Tensor,
} from '@tensorflow/tfjs-core';
import { at } from '../../base/at';
import type { Windows } from '../../ml/data-kinds/text/windows';
import { standardised, traitsOf, traitsOfBytes, TRAITS } from '../../ml/data-kinds/text/traits';
import type { TextTask } from '../../ml/tasks/text';

/** -log2 of the probability of each target. @param scores [rows, places, classes] @param t [rows, places] @returns [rows, places] */
export function surprise(scores: Tensor, t: Tensor): Tensor {
  const chosen = cast(oneHot(cast(t, 'int32'), at(scores.shape, -1)), 'float32');
  return mul(neg(sum(mul(logSoftmax(scores), chosen), -1)), 1 / Math.LN2);
}

/** What units are searched for: the traits of the held-out rows' inputs, standardised, [traits, rows * places]. */
export function heldOutTraits({ heldOutAt, heldOut, vocabulary }: TextTask): Float32Array {
  const length = at(heldOut.t.shape, 1);
  const weights = heldOut.weights?.data ?? new Float32Array(heldOut.t.data.length).fill(1);
  const traits = new Map(
    [...new Set(heldOutAt.map(({ sequence }) => sequence))].map((sequence) => [
      sequence,
      // Bytes leave nothing out.
      vocabulary.unknown === undefined
        ? traitsOfBytes(Uint8Array.from(sequence))
        : traitsOf(Array.from(sequence, (symbol) => at(vocabulary.symbols, symbol))),
    ]),
  );
  return Float32Array.from(
    TRAITS.flatMap((trait) => {
      const along = new Float32Array(weights.length);
      heldOutAt.forEach(({ sequence, start, end }, row) => {
        along.set(traits.get(sequence)?.[trait].subarray(start, end - 1) ?? [], row * length);
      });
      return [...standardised(along, weights)];
    }),
  );
}

/** Units of a layer by how they go with the traits. */
export interface Tracking {
  /** [traits]: the number of the unit that goes with the trait most closely. */
  readonly best: Tensor;
  /** [traits]: its correlation with the trait over the held-out rows. */
  readonly correlation: Tensor;
  /** [traits, places]: its values over the passage. */
  readonly activity: Tensor;
}

/**
 * Searches for units.
 * @param states [rows, places, units] over the held-out rows. @param traits as `heldOutTraits` makes them.
 * @param weights [rows * places, 1]: 0 where a row is padding. @param shown [rows, places, units] over the passage.
 */
export function tracking(states: Tensor, traits: Tensor, weights: Tensor, shown: Tensor): Tracking {
  const units = at(states.shape, 2);
  const all = reshape(states, [-1, units]);
  const mean = div(sum(mul(all, weights), 0, true), sum(weights));
  const spread = sqrt(sum(mul(square(sub(all, mean)), weights), 0, true));
  const correlations = div(matMul(traits, all), maximum(spread, 1e-6));
  const strength = abs(correlations);
  const most = max(strength, 1, true);
  // Where no unit goes with a trait at all, each is as good as any: their mean is shown.
  const chosen = cast(equal(strength, most), 'float32');
  const one = div(chosen, sum(chosen, 1, true));
  return {
    best: reshape(matMul(one, reshape(tensor1d(Array.from({ length: units }, (_, i) => i)), [units, 1])), [TRAITS.length]),
    correlation: sum(mul(one, correlations), 1),
    activity: matMul(one, transpose(reshape(shown, [-1, units]))),
  };
}

/** Rows as tensors: inputs, targets, and how much each place counts. */
export function windowTensors({ rows, length, x, t, weights }: Windows) {
  const shape: [number, number] = [rows, length];
  return { x: tensor2d(x, shape, 'int32'), t: tensor2d(t, shape, 'int32'), weights: tensor2d(weights, shape) };
}
