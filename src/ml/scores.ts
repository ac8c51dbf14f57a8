/** How well keys answer queries: the two scores of attention. One set of keys may serve all queries, or each query has its own. */
import { add, matMul, mul, reshape, sum, tanh, type Tensor } from '@tensorflow/tfjs-core';
import { at } from '../base/at';

/**
 * The dot product q·k, times a factor: 1/√d for the scaled one (Vaswani et al. 2017, section 3.2.1).
 * @param queries [batch, 1, d]. @param keys [batch or 1, keys, d]. @returns [batch, keys].
 */
export function dotScores(queries: Tensor, keys: Tensor, factor = 1): Tensor {
  const [batch, length] = [at(queries.shape, 0), at(queries.shape, 2)];
  const [sets, count] = [at(keys.shape, 0), at(keys.shape, 1)];
  const products =
    sets === 1
      ? matMul(reshape(queries, [batch, length]), reshape(keys, [count, length]), false, true)
      : reshape(matMul(queries, keys, false, true), [batch, count]);
  return factor === 1 ? products : mul(products, factor);
}

/**
 * v·tanh(q + k), query and key already taken to the same length by maps of their own (Bahdanau, Cho & Bengio 2015).
 * @param queries [batch, 1, h]. @param keys [batch or 1, keys, h]. @param weights v, [h]. @returns [batch, keys].
 */
export function additiveScores(queries: Tensor, keys: Tensor, weights: Tensor): Tensor {
  return sum(mul(tanh(add(queries, keys)), weights), -1);
}
