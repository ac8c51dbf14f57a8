/** What dot products of random vectors do to a softmax: no training, only draws. */
import { at } from '../../base/at';
import type { Random } from '../../ml/random';
import { GROUPS, KEYS } from './setting';

/** Numbers spread evenly up to here have the variance 1. */
const EDGE = Math.sqrt(3);

/** Means over look-ups whose scores were divided by something. */
export interface Softened {
  /** Entropy of the weights, in nats. */
  readonly entropy: number;
  /** Sum of p(1 - p), the trace of the softmax's Jacobian: how much the weights still move. */
  readonly slope: number;
}

export interface Drawn {
  /** Mean of (q·k)² over 10,000 independent pairs, whose mean is 0. */
  readonly variance: number;
  readonly dot: Softened;
  readonly scaled: Softened;
}

function softened(scores: ArrayLike<number>, from: number, divisor: number): Softened {
  let most = -Infinity;
  for (let i = 0; i < KEYS; i++) most = Math.max(most, at(scores, from + i) / divisor);
  let [whole, weighed, squares] = [0, 0, 0];
  for (let i = 0; i < KEYS; i++) {
    const above = at(scores, from + i) / divisor - most;
    const power = Math.exp(above);
    whole += power;
    weighed += power * above;
    squares += power * power;
  }
  // -Σ p ln p with p = e^a / W is ln W - Σ e^a a / W.
  return { entropy: Math.log(whole) - weighed / whole, slope: 1 - squares / (whole * whole) };
}

/**
 * Draws queries and keys of `length` independent numbers, evenly between -√3 and √3, which have the mean 0 and the variance 1; in groups
 * in which every query meets every key. (Normal numbers take five times as long to draw, and come to the same.)
 */
export function drawScores(length: number, random: Random): Drawn {
  const [queries, keys] = [new Float64Array(KEYS * length), new Float64Array(KEYS * length)];
  const scores = new Float64Array(KEYS * KEYS);
  let variance = 0;
  const sums = { dot: { entropy: 0, slope: 0 }, scaled: { entropy: 0, slope: 0 } };
  for (let group = 0; group < GROUPS; group++) {
    for (let i = 0; i < KEYS * length; i++) {
      queries[i] = EDGE * (2 * random.uniform() - 1);
      keys[i] = EDGE * (2 * random.uniform() - 1);
    }
    for (let query = 0; query < KEYS; query++) {
      for (let key = 0; key < KEYS; key++) {
        let sum = 0;
        for (let i = 0; i < length; i++) sum += (queries[query * length + i] ?? NaN) * (keys[key * length + i] ?? NaN);
        scores[query * KEYS + key] = sum;
      }
      // A pair of its own for each query: independent of all others.
      variance += at(scores, query * KEYS + query) ** 2;
      for (const [name, divisor] of [
        ['dot', 1],
        ['scaled', Math.sqrt(length)],
      ] as const) {
        const { entropy, slope } = softened(scores, query * KEYS, divisor);
        sums[name].entropy += entropy;
        sums[name].slope += slope;
      }
    }
  }
  const count = GROUPS * KEYS;
  const meanOf = ({ entropy, slope }: Softened): Softened => ({ entropy: entropy / count, slope: slope / count });
  return { variance: variance / count, dot: meanOf(sums.dot), scaled: meanOf(sums.scaled) };
}
