/** Look-ups that each learn a query of their own: keys, values, first queries, and the maps of the additive score. Pure data. */
import type { Random } from '../../ml/random';
import { HIDDEN, KEYS, LOOK_UPS, VALUE } from './setting';

/** Scores of the additive kind begin with a variance of about 1, whatever the length: tanh of a normal number of variance 2 has half. */
const SCORE_SCALE = 1.5;

export interface Problem {
  /** [LOOK_UPS, KEYS, length], and [LOOK_UPS, KEYS, VALUE] of -1 and +1. */
  readonly keys: Float32Array;
  readonly said: Float32Array;
  /** The value meant, of key `rightKey(i)` of look-up i, [LOOK_UPS, VALUE]. */
  readonly meant: Float32Array;
  /** Where the queries begin, [LOOK_UPS, length]: the same for all scores. */
  readonly queries: Float32Array;
  /** [length, HIDDEN] each, and [HIDDEN]: drawn, and not trained. */
  readonly queryMap: Float32Array;
  readonly keyMap: Float32Array;
  readonly scoreWeights: Float32Array;
}

/** The key that a look-up means: drawn one under the other, they make a diagonal. */
export function rightKey(lookUp: number): number {
  return lookUp % KEYS;
}

/** Everything is drawn of normal numbers of variance 1, but for the maps, which keep that variance. */
export function problemOf(length: number, random: Random): Problem {
  const normals = (name: string, count: number, scale = 1): Float32Array => {
    const own = random.fork(name);
    return Float32Array.from({ length: count }, () => scale * own.normal());
  };
  const signs = random.fork('values');
  const said = Float32Array.from({ length: LOOK_UPS * KEYS * VALUE }, () => (signs.uniform() < 0.5 ? -1 : 1));
  const meant = new Float32Array(LOOK_UPS * VALUE);
  for (let i = 0; i < LOOK_UPS; i++) {
    const from = (i * KEYS + rightKey(i)) * VALUE;
    meant.set(said.subarray(from, from + VALUE), i * VALUE);
  }
  return {
    keys: normals('keys', LOOK_UPS * KEYS * length),
    said,
    meant,
    queries: normals('queries', LOOK_UPS * length),
    queryMap: normals('queryMap', length * HIDDEN, 1 / Math.sqrt(length)),
    keyMap: normals('keyMap', length * HIDDEN, 1 / Math.sqrt(length)),
    scoreWeights: normals('scoreWeights', HIDDEN, SCORE_SCALE / Math.sqrt(HIDDEN)),
  };
}
