import { require, type Claim } from '../proof';

const SEEDS = [1, 2, 3, 4, 5];

const claims: readonly Claim[] = [
  {
    claim: '16 ReLU units follow a sine with a mean squared error below 1e-3',
    async check(lab) {
      const { metrics } = await lab.run({ values: { target: 'sine', units: 16 }, steps: 2000 });
      require((metrics['error'] ?? 1) < 1e-3, `error ${metrics['error']}`);
    },
  },
  {
    claim: 'the error falls as units grow: medians over five seeds for 4, 8, 16 and 32 units, each below the one before',
    async check(lab) {
      const medians: number[] = [];
      for (const units of [4, 8, 16, 32]) {
        const errors: number[] = [];
        for (const seed of SEEDS)
          errors.push((await lab.run({ values: { target: 'sine', units }, seed, steps: 1000 })).metrics['error'] ?? NaN);
        medians.push(errors.sort((a, b) => a - b)[2] ?? NaN);
      }
      require(medians.every((median, i) => i === 0 || median < (medians[i - 1] ?? 0)), `medians ${medians.join(', ')}`);
    },
  },
  {
    claim: 'the units’ shares and the output’s bias add up to the fit to 1e-5',
    async check(lab) {
      const { arrays } = await lab.run({ steps: 100 });
      const { fit, shares } = arrays;
      const bias = arrays['weights/output/bias']?.data[0] ?? NaN;
      const places = fit?.data.length ?? 0;
      require(places > 100, 'no fit');
      fit?.data.forEach((value, i) => {
        let sum = bias;
        for (let unit = 0; unit < (shares?.shape[0] ?? 0); unit++) sum += shares?.data[unit * places + i] ?? NaN;
        require(Math.abs(sum - value) < 1e-5, `at place ${i}: ${sum} against ${value}`);
      });
    },
  },
];
export default claims;
