import { require, type Claim } from '../../../src/demos/proof';

const claims: readonly Claim[] = [
  {
    claim: 'eight units fence the disc in (test accuracy at least 97 %), one does not (at most 85 %), on seeds 1 to 3',
    async check(lab) {
      for (const seed of [1, 2, 3]) {
        const many = (await lab.run({ values: { units: 8 }, seed, steps: 400 })).metrics['testAccuracy'] ?? NaN;
        const one = (await lab.run({ values: { units: 1 }, seed, steps: 400 })).metrics['testAccuracy'] ?? NaN;
        require(many >= 0.97, `seed ${seed}, eight units: ${many}`);
        require(one <= 0.85, `seed ${seed}, one unit: ${one}`);
      }
    },
  },
];
export default claims;
