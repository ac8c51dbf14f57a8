/** Whether two measurements put the same things in the same order: Spearman's rank correlation. */
import {
  add,
  cast,
  div,
  equal,
  less,
  maximum,
  mul,
  reshape,
  sqrt,
  square,
  sub,
  sum,
  type Scalar,
  type Tensor,
} from '@tensorflow/tfjs-core';
import { at } from '../base/at';

/** Where all are alike, or none counts, nothing can be said: a correlation of 0 then, not of 0/0. */
const LEAST = 1e-12;

/** How many of those that count are smaller than each, and half of those that are as large, itself among them. */
function ranksOf(values: Tensor, counted: Tensor): Tensor {
  const count = at(values.shape, 0);
  const [each, others] = [reshape(values, [count, 1]), reshape(values, [1, count])];
  const below = add(cast(less(others, each), 'float32'), mul(0.5, cast(equal(others, each), 'float32')));
  return sum(mul(below, reshape(counted, [1, count])), 1);
}

/**
 * Spearman's rank correlation of two lists of n numbers, as tfjs ops: that of Pearson between ranks, those of equal numbers the mean of
 * theirs.
 * @param counted [n], 1 for those that count and 0 for the others: ranks are those among them.
 */
export function rankCorrelation(first: Tensor, second: Tensor, counted: Tensor): Scalar {
  const number = maximum(sum(counted), 1);
  const centred = (values: Tensor): Tensor => {
    const ranks = ranksOf(values, counted);
    return mul(sub(ranks, div(sum(mul(ranks, counted)), number)), counted);
  };
  const [a, b] = [centred(first), centred(second)];
  return div<Scalar>(sum(mul(a, b)), maximum(sqrt(mul(sum(square(a)), sum(square(b)))), LEAST));
}

/** 1 for the best (smallest) so many of n numbers, 0 for the others; of equal ones at the edge all or none. */
export function bestOf(values: Tensor, count: number): Tensor {
  const everyone = cast(equal(values, values), 'float32');
  return cast(less(ranksOf(values, everyone), count), 'float32');
}
