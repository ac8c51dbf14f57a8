import type { HostArray } from '../model';

/** The rows of a matrix at the given indices, as an array [indices.length, columns]. */
export function takeRows(matrix: Float32Array, columns: number, indices: Uint32Array): HostArray {
  const data = new Float32Array(indices.length * columns);
  for (let row = 0; row < indices.length; row++) {
    const from = (indices[row] ?? 0) * columns;
    for (let column = 0; column < columns; column++) data[row * columns + column] = matrix[from + column] ?? 0;
  }
  return { shape: [indices.length, columns], data };
}

/** A number as an array without dimensions, e.g. a strength that may change between steps. */
export function scalarArray(value: number): HostArray {
  return { shape: [], data: Float32Array.of(value) };
}

/** Class indices as rows of `on` and `off`: one-hot with the defaults. */
export function oneHotRows(labels: readonly number[], classes: number, on = 1, off = 0): Float32Array {
  const rows = new Float32Array(labels.length * classes).fill(off);
  labels.forEach((label, i) => (rows[i * classes + label] = on));
  return rows;
}
