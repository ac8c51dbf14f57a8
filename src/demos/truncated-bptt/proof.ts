import { require, type Claim, type Lab } from '../proof';

const SEEDS = [1, 2, 3] as const;
const STEPS = 600;
const LENGTH = 12;
/** One of four cues, and five per cent more. */
const GUESSING = 0.3;
const KNOWING = 0.99;

async function run(lab: Lab, distance: number, back: number, seed: number) {
  const { metrics, arrays } = await lab.run({ values: { distance, back }, seed, steps: STEPS });
  const of = (name: string): number => metrics[`${name}Accuracy`] ?? NaN;
  return { reset: of('reset'), carried: of('carried'), whole: of('whole'), reached: Array.from(arrays['reached']?.data ?? []) };
}

const claims: readonly Claim[] = [
  {
    claim:
      'with the state reset at the cut, a gradient that goes back one step too few is guessing (25 % and at most 5 more), and K = k is enough (99 %), as no cut is',
    async check(lab) {
      for (const distance of [3, 6]) {
        for (const seed of SEEDS) {
          const where = `distance ${distance}, seed ${seed}`;
          const short = await run(lab, distance, distance - 1, seed);
          const enough = await run(lab, distance, distance, seed);
          require(short.reset <= GUESSING, `${where}: one step too few reaches ${short.reset}`);
          require(enough.reset >= KNOWING, `${where}: enough steps reach ${enough.reset}`);
          for (const { whole } of [short, enough]) require(whole >= KNOWING, `${where}: without a cut ${whole}`);
          // Nothing goes from one network to another: where one is cut, the others cannot know.
          require(short.whole === enough.whole, `${where}: without a cut ${short.whole} and ${enough.whole}`);
        }
      }
    },
  },
  {
    claim:
      'no gradient at all goes past the cut, whether the state is carried across it or not; without a cut some arrives at every symbol',
    async check(lab) {
      const back = 4;
      const { reached } = await run(lab, 6, back, 1);
      require(reached.length === 3 * LENGTH, `${reached.length} gradients`);
      reached.forEach((size, i) => {
        const beyond = i < 2 * LENGTH && LENGTH - 1 - (i % LENGTH) > back;
        require(beyond ? size === 0 : size > 0, `network ${Math.floor(i / LENGTH)}, place ${i % LENGTH}: ${size}`);
      });
    },
  },
  {
    claim:
      'with the state carried, a cue one step beyond the gradient is learnt (99 %); five steps beyond it some of it is (more than 35 %, and at most 70 %)',
    async check(lab) {
      for (const seed of SEEDS) {
        const near = await run(lab, 6, 5, seed);
        const far = await run(lab, 6, 1, seed);
        require(near.carried >= KNOWING, `seed ${seed}: one step beyond ${near.carried}`);
        require(far.carried > 0.35 && far.carried <= 0.7, `seed ${seed}: five steps beyond ${far.carried}`);
      }
    },
  },
];
export default claims;
