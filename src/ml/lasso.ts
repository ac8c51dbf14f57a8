/** Linear models with absolute weights punished, solved coordinate by coordinate. */
import { at } from '../base/at';

/** Largest change of a weight, as a share of the largest weight, at which the weights count as found. */
const TOLERANCE = 1e-7;
/** Rounds at most: rounds over few coordinates are cheap. */
const ROUNDS = 20_000;

/** `value` brought nearer to 0 by `by`, and to 0 itself where it is no farther. */
function threshold(value: number, by: number): number {
  return Math.sign(value) * Math.max(0, Math.abs(value) - by);
}

/**
 * Solves min over w of 1/(2n) |Xw - y|^2 + lambda |w|_1 by coordinate descent (Friedman et al. 2007): each weight in its turn is set to
 * the best there is for it, a soft threshold of what the others leave over. Rounds over all weights take turns with rounds over those
 * that are not 0.
 * @param columns X, a feature each. @param start where to begin: the weights at a lambda nearby, say.
 */
export function lasso(columns: readonly Float64Array[], targets: Float64Array, lambda: number, start?: Float64Array): Float64Array {
  const samples = targets.length;
  const weights = start?.slice() ?? new Float64Array(columns.length);
  const left = targets.slice();
  const add = (column: Float64Array, factor: number): void => {
    for (let i = 0; i < samples; i++) left[i] = (left[i] ?? NaN) + factor * (column[i] ?? NaN);
  };
  const dot = (column: Float64Array, other: Float64Array): number => {
    let sum = 0;
    for (let i = 0; i < samples; i++) sum += (column[i] ?? NaN) * (other[i] ?? NaN);
    return sum / samples;
  };
  const squares = columns.map((column) => dot(column, column));
  columns.forEach((column, j) => {
    add(column, -(weights[j] ?? NaN));
  });
  const everyone = columns.map((_, j) => j);
  let turn = everyone;
  for (let round = 0; round < ROUNDS; round++) {
    let change = 0;
    for (const j of turn) {
      const [column, square, weight] = [at(columns, j), squares[j] ?? NaN, weights[j] ?? NaN];
      if (square === 0) continue;
      const next = threshold(dot(column, left) + square * weight, lambda) / square;
      if (next === weight) continue;
      add(column, weight - next);
      weights[j] = next;
      change = Math.max(change, Math.abs(next - weight));
    }
    const found = change <= TOLERANCE * weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
    if (found && turn === everyone) break;
    turn = found ? everyone : everyone.filter((j) => weights[j] !== 0);
  }
  return weights;
}
