import { require, type Claim, type ProofRun } from '../proof';

const SEEDS = [1, 2, 3];

/** Test error minus training error of the network at an index. */
function gap(run: ProofRun, index: number): number {
  return (run.arrays['testError']?.data[index] ?? NaN) - (run.arrays['trainError']?.data[index] ?? NaN);
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

const claims: readonly Claim[] = [
  {
    claim: 'with few samples the gap between test and training error grows with width, and closes with many (median of three seeds)',
    async check(lab) {
      const few: ProofRun[] = [];
      const many: ProofRun[] = [];
      for (const seed of SEEDS) {
        few.push(await lab.run({ values: { samples: 14, noise: 0.4 }, seed, steps: 1500 }));
        many.push(await lab.run({ values: { samples: 300, noise: 0.4 }, seed, steps: 1500 }));
      }
      const narrow = median(few.map((run) => gap(run, 1)));
      const wide = median(few.map((run) => gap(run, 6)));
      const closed = median(many.map((run) => gap(run, 6)));
      require(wide > 2 * Math.max(narrow, 0) && wide > 0.05, `few samples: gap ${narrow} at 2 units, ${wide} at 64`);
      require(closed < wide / 4, `64 units: gap ${wide} with 14 samples, ${closed} with 300`);
    },
  },
  {
    claim: 'with few samples a medium network ends with a lower test error than both the narrowest and the widest',
    async check(lab) {
      const errors: number[][] = [];
      for (const seed of SEEDS)
        errors.push([...((await lab.run({ values: { samples: 14, noise: 0.4 }, seed, steps: 1500 })).arrays['testError']?.data ?? [])]);
      const at = (index: number): number => median(errors.map((one) => one[index] ?? NaN));
      const best = Math.min(at(1), at(2), at(3));
      require(best < at(0) && best < at(6), `median test errors ${[0, 1, 2, 3, 4, 5, 6].map(at).join(', ')}`);
    },
  },
];
export default claims;
