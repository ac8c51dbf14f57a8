/** Linear models with squared weights punished, solved in closed form. */
import { at } from '../base/at';
import { symmetricEigen } from './symmetric-eigen';

export interface Ridge {
  /**
   * What the samples weigh in the solution: its weights are the sum of these times the samples' features. At `lambda` 0 it is the
   * solution of least norm, where singular values of no size (to rounding) are left out.
   */
  weightsOfSamples(lambda: number): Float64Array;
}

/** Share of the largest eigenvalue under which one is rounding. */
const ROUNDING = 1e-13;

/**
 * Solves min over w of 1/(2n) |Xw - y|^2 + lambda/2 |w|^2, as w = X^T (X X^T + n lambda)^-1 y, for any number of lambdas by one
 * decomposition of the samples' products X X^T, n rows whatever the number of features.
 * @param products X X^T, its rows. @param targets y.
 */
export function ridge(products: readonly Float64Array[], targets: Float64Array): Ridge {
  const { values, vectors } = symmetricEigen(products);
  const samples = targets.length;
  const least = ROUNDING * Math.max(...values);
  const along = vectors.map((vector) => vector.reduce((sum, one, i) => sum + one * (targets[i] ?? NaN), 0));
  return {
    weightsOfSamples(lambda) {
      const weights = new Float64Array(samples);
      values.forEach((value, k) => {
        if (value <= least && lambda === 0) return;
        const factor = at(along, k) / (Math.max(0, value) + samples * lambda);
        at(vectors, k).forEach((one, i) => {
          weights[i] = (weights[i] ?? NaN) + factor * one;
        });
      });
      return weights;
    },
  };
}
