/** Samples as columns of features. */
import { at } from '../../../base/at';
import type { Random } from '../../random';
import { INPUTS, SPARSE_TEACHER, type FeaturesData } from './program';

export interface DrawnFeatures {
  /** A feature each: its value for every sample, those that are held out last; not multiplied by `featureScale`. */
  readonly columns: readonly Float64Array[];
  /** What is to be learned, with noise where it is learned from. */
  readonly targets: Float64Array;
}

function normals(count: number, random: Random): Float64Array {
  return Float64Array.from({ length: count }, () => random.normal());
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? NaN) * (b[i] ?? NaN);
  return sum;
}

/** Random ReLUs of inputs of which the target is a linear function, in a random direction. */
function reluFeatures({ count, samples, heldOut, noise }: FeaturesData, random: Random): DrawnFeatures {
  const teacher = normals(INPUTS, random);
  const inputs = Array.from({ length: samples + heldOut }, () => normals(INPUTS, random));
  const length = Math.hypot(...teacher);
  const targets = Float64Array.from(inputs, (x, i) => dot(x, teacher) / length + (i < samples ? noise * random.normal() : 0));
  const columns = Array.from({ length: count }, () => {
    const direction = normals(INPUTS, random);
    return Float64Array.from(inputs, (x) => Math.max(0, dot(x, direction)) / Math.sqrt(INPUTS));
  });
  return { columns, targets };
}

/** Inputs as they are, of which the first few make the target. */
function sparseFeatures({ count, samples, heldOut, noise }: FeaturesData, random: Random): DrawnFeatures {
  const added = Float64Array.from({ length: samples + heldOut }, (_, i) => (i < samples ? noise * random.normal() : 0));
  const columns = Array.from({ length: Math.max(count, SPARSE_TEACHER.length) }, () => normals(samples + heldOut, random));
  const targets = added.map((one, i) => SPARSE_TEACHER.reduce((sum, weight, j) => sum + weight * (at(columns, j)[i] ?? NaN), one));
  return { columns: columns.slice(0, count), targets };
}

/**
 * Draws samples. More features of the same stream are those that fewer would be, and further ones: the numbers of a feature are drawn
 * after all else.
 */
export function drawFeatures(data: FeaturesData, random: Random): DrawnFeatures {
  return data.features === 'relu' ? reluFeatures(data, random) : sparseFeatures(data, random);
}
