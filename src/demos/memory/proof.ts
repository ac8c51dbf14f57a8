import { require, type Claim, type Lab } from '../proof';

const SEEDS = [1, 2, 3] as const;
const STEPS = 600;

/** Held-out accuracies of the three networks. */
async function accuracies(lab: Lab, values: Readonly<Record<string, number>>, seed: number) {
  const { metrics } = await lab.run({ values, seed, steps: STEPS });
  const of = (name: string): number => metrics[`${name}Accuracy`] ?? NaN;
  return { now: of('now'), window: of('window'), state: of('state') };
}

const claims: readonly Claim[] = [
  {
    claim:
      'with a cue four places back, the network of the present symbol guesses (25 % and at most 5 more), the recurrent one has 99 % and more',
    async check(lab) {
      for (const seed of SEEDS) {
        const { now, state } = await accuracies(lab, {}, seed);
        require(now <= 0.3, `seed ${seed}: the present symbol alone reaches ${now}`);
        require(state >= 0.99, `seed ${seed}: the recurrent network reaches ${state}`);
      }
    },
  },
  {
    claim: 'a window guesses while it ends one symbol short of the cue, and has 99 % and more as soon as it holds it',
    async check(lab) {
      for (const distance of [2, 4, 7]) {
        for (const seed of SEEDS) {
          const short = await accuracies(lab, { distance, window: distance }, seed);
          const enough = await accuracies(lab, { distance, window: distance + 1 }, seed);
          require(short.window <= 0.3, `distance ${distance}, seed ${seed}: a window of ${distance} reaches ${short.window}`);
          require(enough.window >= 0.99, `distance ${distance}, seed ${seed}: a window of ${distance + 1} reaches ${enough.window}`);
        }
      }
    },
  },
];
export default claims;
