import { require, type Claim, type ProofRun } from '../proof';
import { openingOf } from '../resolve';
import demo from './demo';

const SEEDS = [1, 2, 3, 4, 5];
const few = openingOf(demo);
const many = { ...few, samples: 300 };

/** Test error minus training error of the network at an index. */
function gap(run: ProofRun, index: number): number {
  return (run.arrays['testError']?.data[index] ?? NaN) - (run.arrays['trainError']?.data[index] ?? NaN);
}

const claims: readonly Claim[] = [
  {
    // Measured after 2,000 steps: narrowest over best 1.8, 2.1, 1.9, 1.3, 1.4; widest over best 1.5, 1.4, 1.9, 1.4, 1.2; best at 4, 2, 4, 2, 4.
    claim:
      'as the demo opens, a width in between has the lowest test error: the narrowest and the widest lie 15 % above it, from every seed',
    async check(lab) {
      for (const seed of SEEDS) {
        const run = await lab.run({ values: few, seed, steps: 2000 });
        const errors = [...(run.arrays['testError']?.data ?? [])];
        const [narrowest = NaN, widest = NaN] = [errors[0], errors.at(-1)];
        const best = Math.min(...errors.slice(1, -1));
        require(narrowest > 1.15 * best && widest > 1.15 * best, `seed ${seed}: test errors ${errors.join(', ')}`);
      }
    },
  },
  {
    // Measured: training errors of the widest at most 8.4e-4 with few samples; its gap 0.044, 0.033, 0.050, 0.050, 0.047, with many 0.005 at most.
    claim: 'with few samples the widest network learns them by heart, the narrowest does not; with many the widest has hardly a gap left',
    async check(lab) {
      for (const seed of SEEDS) {
        const run = await lab.run({ values: few, seed, steps: 2000 });
        const crowd = await lab.run({ values: many, seed, steps: 2000 });
        const trained = run.arrays['trainError']?.data ?? [];
        const [narrowest = NaN, widest = NaN] = [trained[0], trained.at(-1)];
        require(widest < 1e-3 && narrowest > 0.01, `seed ${seed}: training errors ${[...trained].join(', ')}`);
        const [open, closed] = [gap(run, 6), gap(crowd, 6)];
        require(open > 0.02 && closed < open / 4, `seed ${seed}: a gap of ${open} with few samples, ${closed} with many`);
      }
    },
  },
];
export default claims;
