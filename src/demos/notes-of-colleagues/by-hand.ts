/** The look-up once more, in double arithmetic and without tfjs: what the proof holds the run to. */

export interface Weights {
  readonly query: ArrayLike<number>;
  /** Row by row, [colleagues, 2]. */
  readonly keys: ArrayLike<number>;
  readonly notes: ArrayLike<number>;
  /** Row by row, [2, hidden]. */
  readonly queryMap: ArrayLike<number>;
  readonly keyMap: ArrayLike<number>;
  readonly scoreWeights: ArrayLike<number>;
}

function scoreOf(weights: Weights, score: string, key: readonly [number, number]): number {
  const [x = NaN, y = NaN] = Array.from(weights.query);
  const product = x * key[0] + y * key[1];
  if (score !== 'additive') return score === 'scaled' ? product / Math.sqrt(2) : product;
  const hidden = weights.scoreWeights.length;
  const mapped = (map: ArrayLike<number>, a: number, b: number, unit: number): number =>
    (map[unit] ?? NaN) * a + (map[hidden + unit] ?? NaN) * b;
  return Array.from(weights.scoreWeights).reduce(
    (sum, v, unit) => sum + v * Math.tanh(mapped(weights.queryMap, x, y, unit) + mapped(weights.keyMap, ...key, unit)),
    0,
  );
}

/** Scores, weights and answer of the look-up. */
export function lookUpByHand(weights: Weights, score: string, temperature: number) {
  const scores = Array.from(weights.notes, (_, i) => scoreOf(weights, score, [weights.keys[2 * i] ?? NaN, weights.keys[2 * i + 1] ?? NaN]));
  const most = Math.max(...scores);
  const powers = scores.map((one) => Math.exp((one - most) / temperature));
  const whole = powers.reduce((sum, one) => sum + one, 0);
  const shares = powers.map((one) => one / whole);
  return { scores, weights: shares, answer: shares.reduce((sum, share, i) => sum + share * (weights.notes[i] ?? NaN), 0) };
}
