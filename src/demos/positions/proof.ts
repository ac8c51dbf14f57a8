import { at } from '../../base/at';
import { require, type Claim, type Lab, type ProofRun } from '../proof';
import type { Values } from '../declaration';

const SEEDS = [1, 2, 3] as const;
const STEPS = 200;

const seen = (lab: Lab, values: Values, seed: number, steps = STEPS): Promise<ProofRun> => lab.run({ values, seed, steps });
const measured = ({ metrics }: ProofRun, name: string): number => metrics[name] ?? NaN;

/** The cosines between positions, by the two places. */
function alike({ arrays }: ProofRun): (i: number, j: number) => number {
  const array = arrays['alike'];
  if (array === undefined) throw new Error('the frame has no array "alike"');
  return (i, j) => at(array.data, i * at(array.shape, 1) + j);
}

const claims: readonly Claim[] = [
  {
    claim:
      'without positions the outputs of a permuted sequence are those of the sequence, permuted, to 1e-6, before training and after it; with any positions they differ by more than 0.5 after it',
    async check(lab) {
      for (const seed of lab.seeds(SEEDS)) {
        for (const task of ['back', 'reverse'])
          for (const steps of [0, STEPS]) {
            const difference = measured(await seen(lab, { positions: 'none', task }, seed, steps), 'permutedDifference');
            require(difference <= 1e-6, `seed ${seed}, ${task}, step ${steps}: ${difference}`);
          }
        for (const positions of ['learned', 'sinusoidal', 'rotary']) {
          const difference = measured(await seen(lab, { positions }, seed), 'permutedDifference');
          require(difference > 0.5, `seed ${seed}, ${positions}: ${difference}`);
        }
      }
    },
  },
  {
    claim:
      'a bag of words stays within 3 points of what can be guessed from it, about 30 %; with positions of any kind the symbol before is named at 99 % and more',
    async check(lab) {
      for (const seed of lab.seeds(SEEDS)) {
        const none = await seen(lab, { positions: 'none' }, seed);
        const [reached, bag] = [measured(none, 'testAccuracy'), measured(none, 'bagAccuracy')];
        require(Math.abs(reached - bag) <= 0.03 && bag < 0.35, `seed ${seed}: ${reached}, a bag allows ${bag}`);
        for (const positions of ['learned', 'sinusoidal', 'rotary']) {
          const accuracy = measured(await seen(lab, { positions }, seed), 'testAccuracy');
          require(accuracy >= 0.99, `seed ${seed}, ${positions}: ${accuracy}`);
        }
      }
    },
  },
  {
    claim:
      'what depends on where a place stands, and not on how far another one is, vectors can say (99 %), and one layer of rotary positions cannot (50 % at most, more than the third that a bag of words allows)',
    async check(lab) {
      for (const seed of lab.seeds(SEEDS)) {
        for (const [positions, least, most] of [
          ['learned', 0.99, 1],
          ['sinusoidal', 0.99, 1],
          ['rotary', 0.34, 0.5],
        ] as const) {
          const accuracy = measured(await seen(lab, { positions, task: 'reverse' }, seed), 'testAccuracy');
          require(accuracy >= least && accuracy <= most, `seed ${seed}, ${positions}: ${accuracy}`);
        }
      }
    },
  },
  {
    claim:
      'the cosine between sinusoidal positions is the mean of cos((i - j) / 10000^(2k/32)) over k, and so depends on the distance alone',
    async check(lab) {
      const cosine = alike(await seen(lab, { positions: 'sinusoidal' }, 1, 0));
      for (let i = 0; i < 10; i++)
        for (let j = 0; j < 10; j++) {
          let mean = 0;
          for (let k = 0; k < 16; k++) mean += Math.cos((i - j) / 10_000 ** (k / 16)) / 16;
          require(Math.abs(cosine(i, j) - mean) < 1e-5, `places ${i} and ${j}: ${cosine(i, j)}, by the formula ${mean}`);
        }
    },
  },
];
export default claims;
