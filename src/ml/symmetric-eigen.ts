/** Eigenvalues and eigenvectors of a symmetric matrix, by Jacobi's rotations, in doubles. */
import { at } from '../base/at';

export interface Eigen {
  /** In no order. */
  readonly values: Float64Array;
  /** One a row, of length 1, in the order of the values. */
  readonly vectors: readonly Float64Array[];
}

/** More sweeps than any matrix has been seen to need: they converge quadratically. */
const SWEEPS = 60;

/** Rotates the entries p and q of a row by the angle of the given cosine and sine. */
function rotate(row: Float64Array, p: number, q: number, cosine: number, sine: number): void {
  const [a, b] = [row[p] ?? NaN, row[q] ?? NaN];
  row[p] = cosine * a - sine * b;
  row[q] = sine * a + cosine * b;
}

/** The same of two whole rows. */
function rotateRows(a: Float64Array, b: Float64Array, cosine: number, sine: number): void {
  for (let i = 0; i < a.length; i++) {
    const [one, other] = [a[i] ?? NaN, b[i] ?? NaN];
    a[i] = cosine * one - sine * other;
    b[i] = sine * one + cosine * other;
  }
}

/**
 * Cyclic Jacobi (Golub & Van Loan 2013, algorithm 8.5.3): each rotation makes one entry beside the diagonal zero, and none of the
 * eigenvalues' digits are lost on the way, however small they are beside the largest.
 * @param matrix its rows; left as they are.
 */
export function symmetricEigen(matrix: readonly Float64Array[]): Eigen {
  const size = matrix.length;
  const rows = matrix.map((row) => row.slice());
  const vectors = rows.map((_, i) => Float64Array.from({ length: size }, (__, j) => (i === j ? 1 : 0)));
  for (let sweep = 0, rotated = true; rotated && sweep < SWEEPS; sweep++) {
    rotated = false;
    for (let p = 0; p < size; p++) {
      const first = at(rows, p);
      for (let q = p + 1; q < size; q++) {
        const second = at(rows, q);
        const [app, aqq, apq] = [first[p] ?? NaN, second[q] ?? NaN, first[q] ?? NaN];
        if (!(Math.abs(apq) > Number.EPSILON * Math.sqrt(Math.abs(app * aqq)))) continue;
        rotated = true;
        const theta = (aqq - app) / (2 * apq);
        const tangent = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.hypot(theta, 1));
        const cosine = 1 / Math.hypot(tangent, 1);
        const sine = tangent * cosine;
        rotateRows(first, second, cosine, sine);
        for (const row of rows) rotate(row, p, q, cosine, sine);
        rotateRows(at(vectors, p), at(vectors, q), cosine, sine);
      }
    }
  }
  return { values: Float64Array.from(rows, (row, i) => row[i] ?? NaN), vectors };
}
