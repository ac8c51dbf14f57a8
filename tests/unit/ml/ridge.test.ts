import { describe, expect, it } from 'vitest';
import { createRandom, type Random } from '../../../src/ml/random';
import { ridge } from '../../../src/ml/ridge';
import { symmetricEigen } from '../../../src/ml/symmetric-eigen';

type Rows = readonly Float64Array[];

function normals(rows: number, columns: number, random: Random): Rows {
  return Array.from({ length: rows }, () => Float64Array.from({ length: columns }, () => random.normal()));
}

const dot = (a: ArrayLike<number>, b: ArrayLike<number>): number => Array.from(a).reduce((sum, one, i) => sum + one * (b[i] ?? NaN), 0);

/** X X^T. */
function products(x: Rows): Rows {
  return x.map((row) => Float64Array.from(x, (other) => dot(row, other)));
}

/** X^T times numbers of the samples. */
function overSamples(x: Rows, numbers: ArrayLike<number>): number[] {
  return Array.from(x[0] ?? [], (_, j) =>
    dot(
      x.map((row) => row[j] ?? NaN),
      numbers,
    ),
  );
}

describe('eigenvectors of a symmetric matrix', () => {
  it('are of length 1, at right angles, and make the matrix again with their values', () => {
    for (const size of [1, 2, 5, 17]) {
      const matrix = products(normals(size, size + 2, createRandom(size)));
      const { values, vectors } = symmetricEigen(matrix);
      for (let i = 0; i < size; i++) {
        for (let j = 0; j < size; j++) {
          expect(dot(vectors[i] ?? [], vectors[j] ?? [])).toBeCloseTo(i === j ? 1 : 0, 10);
          const sum = values.reduce((total, value, k) => total + value * (vectors[k]?.[i] ?? NaN) * (vectors[k]?.[j] ?? NaN), 0);
          expect(sum).toBeCloseTo(matrix[i]?.[j] ?? NaN, 9);
        }
      }
    }
  });

  it('are those of the closed form for two rows, and a diagonal is its own', () => {
    const { values } = symmetricEigen([Float64Array.of(2, 1), Float64Array.of(1, 2)]);
    expect([...values].sort((a, b) => a - b)).toEqual([expect.closeTo(1, 12), expect.closeTo(3, 12)]);
    expect([...symmetricEigen([Float64Array.of(4, 0), Float64Array.of(0, -3)]).values]).toEqual([4, -3]);
  });
});

describe('ridge in closed form', () => {
  it.each([
    [12, 5],
    [8, 8],
    [6, 30],
  ])('%i samples of %i features: the gradient of loss and penalty is zero at the solution', (samples, features) => {
    const random = createRandom(samples);
    const x = normals(samples, features, random);
    const y = Float64Array.from({ length: samples }, () => random.normal());
    const solver = ridge(products(x), y);
    for (const lambda of [1e-3, 0.1, 10]) {
      const w = overSamples(x, solver.weightsOfSamples(lambda));
      const errors = x.map((row, i) => dot(row, w) - (y[i] ?? NaN));
      overSamples(x, errors).forEach((one, j) => expect(one / samples + lambda * (w[j] ?? NaN)).toBeCloseTo(0, 9));
    }
  });

  it('of one feature is its closed form', () => {
    const x = [1, 2, -1].map((one) => Float64Array.of(one));
    const y = Float64Array.of(2, 3, 0);
    const [w] = overSamples(x, ridge(products(x), y).weightsOfSamples(0.5));
    expect(w).toBeCloseTo(8 / (6 + 3 * 0.5), 12);
  });

  it('without a penalty fits every sample where there are features enough, by the weights of least norm', () => {
    const random = createRandom(4);
    const x = normals(5, 9, random);
    const y = Float64Array.from({ length: 5 }, () => random.normal());
    const w = overSamples(x, ridge(products(x), y).weightsOfSamples(0));
    x.forEach((row, i) => expect(dot(row, w)).toBeCloseTo(y[i] ?? NaN, 9));
    // What is added along a direction that no sample sees makes them longer: they have no share of it.
    const direction = Array.from({ length: 9 }, () => random.normal());
    const seen = overSamples(
      x,
      ridge(
        products(x),
        Float64Array.from(x, (row) => dot(row, direction)),
      ).weightsOfSamples(0),
    );
    const unseen = direction.map((one, j) => one - (seen[j] ?? NaN));
    expect(dot(w, unseen)).toBeCloseTo(0, 9);
  });

  it('without a penalty is least squares where samples are more than features', () => {
    const random = createRandom(7);
    const x = normals(11, 3, random);
    const y = Float64Array.from({ length: 11 }, () => random.normal());
    const w = overSamples(x, ridge(products(x), y).weightsOfSamples(0));
    const errors = x.map((row, i) => dot(row, w) - (y[i] ?? NaN));
    overSamples(x, errors).forEach((one) => expect(one).toBeCloseTo(0, 8));
  });
});
