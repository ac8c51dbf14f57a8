/** Initial weights, drawn from a seeded stream. `fan in` = inputs of a unit, `fan out` = its outputs (chapter tricks). */
import type { Random } from '../random';
import { fansOf } from '../blueprint/fans';
import type { InitialiserName } from '../blueprint/initialiser-names';
import { sizeOf } from '../blueprint/layer-description';
import type { Shape } from '../blueprint/network-spec';
import { orthogonal } from './orthogonal';

/**
 * Numbers of a fresh weight.
 * @param scale factor on the rule's deviation; for `constant` the value, for `normal` the deviation, for `uniform` the bound.
 * @throws never; unknown names are a type error.
 */
export function initialise(name: InitialiserName, shape: Shape, random: Random, scale = 1): Float32Array {
  const size = sizeOf(shape);
  const fans = fansOf(shape);
  const filled = (value: number): Float32Array => new Float32Array(size).fill(value);
  const normal = (deviation: number): Float32Array => Float32Array.from({ length: size }, () => random.normal() * deviation);
  const uniform = (bound: number): Float32Array => Float32Array.from({ length: size }, () => (2 * random.uniform() - 1) * bound);
  switch (name) {
    case 'zeros':
      return filled(0);
    case 'ones':
      return filled(1);
    case 'constant':
      return filled(scale);
    case 'normal':
      return normal(scale);
    case 'uniform':
      return uniform(scale);
    // Glorot & Bengio 2010, equation 16: variance 2 / (in + out).
    case 'xavierUniform':
      return uniform(scale * Math.sqrt(6 / (fans.in + fans.out)));
    case 'xavierNormal':
      return normal(scale * Math.sqrt(2 / (fans.in + fans.out)));
    // He et al. 2015, equation 10: variance 2 / in.
    case 'heUniform':
      return uniform(scale * Math.sqrt(6 / fans.in));
    case 'heNormal':
      return normal(scale * Math.sqrt(2 / fans.in));
    // LeCun et al. 1998, section 4.6: variance 1 / in.
    case 'lecunNormal':
      return normal(scale * Math.sqrt(1 / fans.in));
    case 'orthogonal':
      return orthogonal(shape, random, scale);
  }
}
