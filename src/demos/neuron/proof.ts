import { require, type Claim } from '../proof';

/** Closed form of the answer at a point, from the weights read back. */
function answer(weights: ArrayLike<number>, bias: number, x1: number, x2: number): number {
  return Math.tanh((weights[0] ?? NaN) * x1 + (weights[1] ?? NaN) * x2 + bias);
}

const claims: readonly Claim[] = [
  {
    claim: 'one neuron learns two clouds (test accuracy >= 97 %)',
    async check(lab) {
      const { metrics } = await lab.run({ values: { noise: 0 }, steps: 150 });
      require((metrics['testAccuracy'] ?? 0) >= 0.97, `test accuracy ${metrics['testAccuracy']}`);
    },
  },
  {
    claim: 'one neuron cannot learn xor, however long (test accuracy <= 75 %)',
    async check(lab) {
      const { metrics } = await lab.run({ values: { dataset: 'xor', noise: 0 }, steps: 600 });
      require((metrics['testAccuracy'] ?? 1) <= 0.75, `test accuracy ${metrics['testAccuracy']}`);
    },
  },
  {
    claim: 'the surface drawn is tanh(w1 x1 + w2 x2 + b) to 1e-5',
    async check(lab) {
      const { arrays } = await lab.run({ steps: 20 });
      const surface = arrays['surface'];
      const kernel = arrays['weights/neuron/kernel']?.data ?? [];
      const bias = arrays['weights/neuron/bias']?.data[0] ?? NaN;
      const side = surface?.shape[0] ?? 0;
      require(side > 10, 'no surface');
      let worst = 0;
      surface?.data.forEach((value, i) => {
        const at = (k: number): number => -6 + (12 * (k + 0.5)) / side;
        worst = Math.max(worst, Math.abs(value - answer(kernel, bias, at(i % side), at(Math.floor(i / side)))));
      });
      require(worst < 1e-5, `largest difference ${worst}`);
    },
  },
];
export default claims;
