/** What no training is needed for: errors of the same linear model, solved, at every number of features and every strength. */
import { at } from '../../base/at';
import { featureScale } from '../../ml/data-kinds/features/program';
import type { DrawnFeatures } from '../../ml/data-kinds/features/draw';
import { lasso } from '../../ml/lasso';
import { ridge, type Ridge } from '../../ml/ridge';
import { STRENGTHS } from './setting';

/** A solved model: mean squared errors, and the size of its weights. */
export interface SolvedPoint {
  readonly train: number;
  readonly test: number;
  /** |w|^2. */
  readonly size: number;
}

/** Strengths from which a lasso of hundreds of features is found within a moment. */
const LEAST_LASSO = 1e-4;

function isFound(strength: number): boolean {
  return strength > 0.99 * LEAST_LASSO;
}

/** Ridge at one number of features. */
class SolvedSize {
  private readonly solver: Ridge;

  /** @param products of all samples with those that are learned from, a row a sample. */
  constructor(
    private readonly products: readonly Float64Array[],
    private readonly targets: Float64Array,
    private readonly samples: number,
  ) {
    this.solver = ridge(products.slice(0, samples), targets.slice(0, samples));
  }

  at(strength: number): SolvedPoint {
    const weights = this.solver.weightsOfSamples(strength);
    const answers = Float64Array.from(this.products, (row) => weights.reduce((sum, weight, i) => sum + weight * (row[i] ?? NaN), 0));
    // |X^T a|^2 is a^T X X^T a, and X X^T a are the answers to the samples themselves.
    const size = weights.reduce((sum, weight, i) => sum + weight * (answers[i] ?? NaN), 0);
    return { ...errorsOf(answers, this.targets, this.samples), size };
  }
}

function errorsOf(answers: Float64Array, targets: Float64Array, samples: number): Pick<SolvedPoint, 'train' | 'test'> {
  const squares = answers.map((answer, i) => (answer - (targets[i] ?? NaN)) ** 2);
  const mean = (part: Float64Array): number => part.reduce((sum, one) => sum + one, 0) / part.length;
  return { train: mean(squares.subarray(0, samples)), test: mean(squares.subarray(samples)) };
}

/** Products of all samples with those that are learned from, for each of these numbers of features: one sum, looked at on its way. */
function productsAt(columns: readonly Float64Array[], samples: number, sizes: readonly number[]): readonly (readonly Float64Array[])[] {
  const sums = Array.from({ length: at(columns, 0).length }, () => new Float64Array(samples));
  let counted = 0;
  return sizes.map((size) => {
    for (; counted < size; counted++) {
      const column = at(columns, counted);
      sums.forEach((row, i) => {
        const value = column[i] ?? NaN;
        if (value === 0) return;
        for (let j = 0; j < samples; j++) row[j] = (row[j] ?? NaN) + value * (column[j] ?? NaN);
      });
    }
    const scale = featureScale(size) ** 2;
    return sums.map((row) => row.map((one) => one * scale));
  });
}

export interface Solved {
  /** Test errors at each number of features: with no penalty, with the best strength of all, and that strength. */
  readonly none: Float32Array;
  readonly best: Float32Array;
  readonly bestStrength: Float32Array;
  /** Test errors at each number of features with squares punished by so much. */
  sizesAt(strength: number): Float32Array;
  /** The present number of features with squares punished by so much. */
  here(strength: number): SolvedPoint;
  /** The same with absolute values punished; none where the strength is too small to be found quickly. */
  hereLasso(strength: number): SolvedPoint | undefined;
}

/**
 * Solves the model of the first features, for each of these numbers of features.
 * @param present which of the sizes is trained.
 */
export function solve({ columns, targets }: DrawnFeatures, samples: number, sizes: readonly number[], present: number): Solved {
  const solved = productsAt(columns, samples, sizes).map((products) => new SolvedSize(products, targets, samples));
  const best = solved.map((size) =>
    STRENGTHS.map((strength) => ({ strength, test: size.at(strength).test })).reduce((least, one) => (one.test < least.test ? one : least)),
  );
  const here = at(solved, sizes.indexOf(present));
  const scale = featureScale(present);
  const scaled = columns.slice(0, present).map((column) => column.map((one) => scale * one));
  const learned = scaled.map((column) => column.slice(0, samples));
  const lassoFrom = (strength: number, start: Float64Array | undefined): Float64Array =>
    lasso(learned, targets.slice(0, samples), strength, start);
  // From the strongest on, each begins where the one before has ended; so does what lies between two of them, whoever was asked for first.
  let path: ReadonlyMap<number, Float64Array> | undefined;
  const alongPath = (): ReadonlyMap<number, Float64Array> => {
    const found = new Map<number, Float64Array>();
    let before: Float64Array | undefined;
    for (const strength of [...STRENGTHS].reverse().filter(isFound)) {
      before = lassoFrom(strength, before);
      found.set(strength, before);
    }
    return found;
  };
  const pointOf = (weights: Float64Array): SolvedPoint => {
    const answers = targets.map((_, i) => weights.reduce((sum, weight, j) => sum + weight * (scaled[j]?.[i] ?? NaN), 0));
    return { ...errorsOf(answers, targets, samples), size: weights.reduce((sum, weight) => sum + weight * weight, 0) };
  };
  const hereLasso = (strength: number): SolvedPoint => {
    path ??= alongPath();
    const stronger = STRENGTHS.find((one) => one >= strength);
    return pointOf(path.get(strength) ?? lassoFrom(strength, stronger === undefined ? undefined : path.get(stronger)));
  };
  return {
    none: Float32Array.from(solved, (size) => size.at(0).test),
    best: Float32Array.from(best, ({ test }) => test),
    bestStrength: Float32Array.from(best, ({ strength }) => strength),
    sizesAt: (strength) => Float32Array.from(solved, (size) => size.at(strength).test),
    here: (strength) => here.at(strength),
    hereLasso: (strength) => (isFound(strength) ? hereLasso(strength) : undefined),
  };
}
