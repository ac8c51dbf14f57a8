import { require, type Claim, type Lab } from '../proof';

const SEEDS = [1, 2, 3] as const;
const STEPS = 600;
/** A cue nine places back takes longer: seed 2 has 77 % after 600 steps, and 100 % from 800 on; seeds 1 and 3 to 6 have 100 % after 600. */
const FAR_STEPS = 1000;

/** Held-out accuracies of the three networks. */
async function accuracies(lab: Lab, values: Readonly<Record<string, number>>, seed: number, steps = STEPS) {
  const { metrics } = await lab.run({ values, seed, steps });
  const of = (name: string): number => metrics[`${name}Accuracy`] ?? NaN;
  return { now: of('now'), window: of('window'), state: of('state') };
}

const claims: readonly Claim[] = [
  {
    claim:
      'wherever the cue stands: the present symbol alone and a window one symbol short guess (25 % and at most 5 more); a window that holds the cue, and the recurrent network, have 99 % and more',
    async check(lab) {
      for (const distance of [2, 4, 7, 9]) {
        for (const seed of SEEDS) {
          const steps = distance === 9 ? FAR_STEPS : STEPS;
          const short = await accuracies(lab, { distance, window: distance }, seed, steps);
          const enough = await accuracies(lab, { distance, window: distance + 1 }, seed, steps);
          const where = `distance ${distance}, seed ${seed}`;
          for (const { now, state } of [short, enough]) {
            require(now <= 0.3, `${where}: the present symbol alone reaches ${now}`);
            require(state >= 0.99, `${where}: the recurrent network reaches ${state}`);
          }
          require(short.window <= 0.3, `${where}: a window of ${distance} reaches ${short.window}`);
          require(enough.window >= 0.99, `${where}: a window of ${distance + 1} reaches ${enough.window}`);
          // Nothing goes from one network to another: what the window is, the state cannot know.
          require(short.state === enough.state, `${where}: the recurrent network reaches ${short.state} and ${enough.state}`);
        }
      }
    },
  },
  {
    claim: 'a state of one unit keeps about two of four cues apart: 40 to 60 %',
    async check(lab) {
      for (const seed of SEEDS) {
        const { state } = await accuracies(lab, { units: 1 }, seed);
        require(state >= 0.4 && state <= 0.6, `seed ${seed}: a state of one unit reaches ${state}`);
      }
    },
  },
];
export default claims;
