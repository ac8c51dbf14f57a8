import { at } from '../../base/at';
import type { Random } from '../random';
import { sizeOf } from '../blueprint/layer-description';
import type { Shape } from '../blueprint/network-spec';

/**
 * A matrix whose shorter side's vectors are orthonormal, times `scale` (Saxe et al. 2014): a Gaussian matrix made orthogonal by
 * Gram & Schmidt in double precision, twice over for accuracy. Shapes with more dimensions are seen as [all but last, last].
 */
export function orthogonal(shape: Shape, random: Random, scale: number): Float32Array {
  const columns = at(shape, -1);
  const rows = sizeOf(shape) / columns;
  const count = Math.min(rows, columns);
  const length = Math.max(rows, columns);
  const vectors: Float64Array[] = [];
  while (vectors.length < count) {
    const vector = Float64Array.from({ length }, () => random.normal());
    for (let pass = 0; pass < 2; pass++) {
      for (const other of vectors) {
        const along = other.reduce((sum, value, i) => sum + value * (vector[i] ?? 0), 0);
        other.forEach((value, i) => (vector[i] = (vector[i] ?? 0) - along * value));
      }
    }
    const norm = Math.hypot(...vector);
    if (norm > 1e-8) vectors.push(vector.map((value) => value / norm));
  }
  return Float32Array.from({ length: rows * columns }, (_, index) => {
    const row = Math.floor(index / columns);
    const column = index % columns;
    return scale * ((rows >= columns ? vectors[column]?.[row] : vectors[row]?.[column]) ?? 0);
  });
}
