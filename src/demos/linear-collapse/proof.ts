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
    claim: 'with identity the circles stay unlearned (test accuracy <= 65 %)',
    async check(lab) {
      const { metrics } = await lab.run({ values: { activation: 'identity' }, steps: 400 });
      require((metrics['testAccuracy'] ?? 1) <= 0.65, `test accuracy ${metrics['testAccuracy']}`);
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
];
export default claims;
