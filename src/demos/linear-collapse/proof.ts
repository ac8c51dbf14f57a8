import { require, type Claim } from '../proof';

const claims: readonly Claim[] = [
  {
    claim: 'with identity the deep network equals its collapsed matrix on the whole plane to 1e-5, at every depth',
    async check(lab) {
      for (const depth of [1, 2, 4, 8]) {
        const { metrics } = await lab.run({ values: { depth, activation: 'identity' }, steps: 60 });
        require((metrics['difference'] ?? 1) < 1e-5, `at depth ${depth} they differ by ${metrics['difference']}`);
      }
    },
  },
  {
    // Measured: 34, 43 and 32 %. Below one half: why is claimed and shown in the playground's proof.
    claim: 'with identity the circles stay unlearned (test accuracy <= 65 %, from seeds 1, 2 and 3)',
    async check(lab) {
      for (const seed of [1, 2, 3]) {
        const { metrics } = await lab.run({ values: { activation: 'identity' }, seed, steps: 400 });
        require((metrics['testAccuracy'] ?? 1) <= 0.65, `seed ${seed}: test accuracy ${metrics['testAccuracy']}`);
      }
    },
  },
  ...(['tanh', 'relu'] as const).map((activation): Claim => ({
    claim: `with ${activation} the circles are learned (test accuracy >= 97 %), and the collapsed matrix is another function`,
    async check(lab) {
      const { metrics } = await lab.run({ values: { activation }, steps: 400 });
      require((metrics['testAccuracy'] ?? 0) >= 0.97, `test accuracy ${metrics['testAccuracy']}`);
      require((metrics['difference'] ?? 0) > 0.1, `they differ by only ${metrics['difference']}`);
    },
  })),
  {
    // Measured: 271, 40 and 43 with tanh, 9.1, 11.7 and 23.5 with ReLU; the corners of the picture are 8.5 away.
    claim: 'with tanh or ReLU the boundary of the collapsed matrix lies outside the picture, which is therefore of one colour',
    async check(lab) {
      for (const activation of ['tanh', 'relu']) {
        for (const seed of [1, 2, 3]) {
          const { arrays } = await lab.run({ values: { activation }, seed, steps: 400 });
          const [w1 = NaN, w2 = NaN, b = NaN] = arrays['collapsed']?.data ?? [];
          const distance = Math.abs(b) / Math.hypot(w1, w2);
          require(distance > 6 * Math.SQRT2, `${activation}, seed ${seed}: the line is ${distance} from the origin`);
        }
      }
    },
  },
];
export default claims;
