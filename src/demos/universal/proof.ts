import { median } from '../../base/median';
import { at } from '../../base/at';
import { require, type Claim, type ProofRun } from '../proof';

const SEEDS = [1, 2, 3, 4, 5];

/** The mean squared error of the polygon through n + 1 equally spaced points of the sine, in double arithmetic. */
function equallySpaced(n: number): number {
  const f = (x: number): number => Math.sin(Math.PI * x);
  const places = 4000;
  let sum = 0;
  for (let i = 0; i < places; i++) {
    const x = -1 + (2 * (i + 0.5)) / places;
    const left = -1 + (2 / n) * Math.floor(((x + 1) * n) / 2);
    const polygon = f(left) + ((f(left + 2 / n) - f(left)) * (x - left) * n) / 2;
    sum += (polygon - f(x)) ** 2;
  }
  return sum / places;
}

/** The hinges inside [-1, 1]: where each is, and by how much it changes the slope. */
function hingesOf({ arrays }: ProofRun): { readonly x: number; readonly strength: number }[] {
  const [weights, biases, outputs] = ['hidden/kernel', 'hidden/bias', 'output/kernel'].map((name) => arrays[`weights/${name}`]?.data ?? []);
  return Array.from(weights ?? [], (weight, i) => ({
    x: -(biases?.[i] ?? NaN) / weight,
    strength: Math.abs((outputs?.[i] ?? NaN) * weight),
  })).filter(({ x }) => Math.abs(x) <= 1);
}

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
        medians.push(median(errors));
      }
      require(medians.every((middle, i) => i === 0 || middle < at(medians, i - 1)), `medians ${medians.join(', ')}`);
    },
  },
  {
    claim: 'learned hinges do better than equally spaced ones with 4 units on seeds 1 to 3, and worse with 16 and 32 on all five',
    async check(lab) {
      for (const [units, seeds, better] of [
        [4, [1, 2, 3], true],
        [16, SEEDS, false],
        [32, SEEDS, false],
      ] as const) {
        const table = equallySpaced(units);
        for (const seed of seeds) {
          const { error = NaN } = (await lab.run({ values: { units }, seed, steps: 2000 })).metrics;
          require(error < table === better, `${units} units, seed ${seed}: ${error} against ${table}`);
        }
      }
    },
  },
  {
    // Measured on seeds 1 to 3: 5 of 11, 9 of 14, 6 of 9 hinges; 71, 72 and 80 % of their strength. The half around the bends holds 71 % of |f''|.
    claim: 'hinges are not crowded where the sine bends (hardly more than half are there), but those that are there are the strong ones',
    async check(lab) {
      const counts: string[] = [];
      const shares: number[] = [];
      for (const seed of [1, 2, 3]) {
        const hinges = hingesOf(await lab.run({ values: { units: 16 }, seed, steps: 2000 }));
        const near = hinges.filter(({ x }) => Math.abs(Math.abs(x) - 0.5) < 0.25);
        const total = (list: typeof hinges): number => list.reduce((sum, { strength }) => sum + strength, 0);
        counts.push(`${near.length} of ${hinges.length}`);
        shares.push(Math.round((100 * total(near)) / total(hinges)));
      }
      require(counts.join(', ') === '5 of 11, 9 of 14, 6 of 9', `near the bends: ${counts.join(', ')}`);
      require(shares.join(', ') === '71, 72, 80', `strength near the bends, in %: ${shares.join(', ')}`);
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
