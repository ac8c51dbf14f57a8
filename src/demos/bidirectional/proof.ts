import { require, type Claim, type Lab } from '../proof';

const SEEDS = [1, 2, 3] as const;
const STEPS = 400;
/** One of four letters, and five per cent more. */
const GUESSING = 0.3;
const KNOWING = 0.95;

async function accuracies(lab: Lab, answer: string, seed: number) {
  const { metrics, arrays } = await lab.run({ values: { answer }, seed, steps: STEPS });
  const of = (name: string): number => metrics[`${name}Accuracy`] ?? NaN;
  return { forward: of('forward'), backward: of('backward'), both: of('both'), blind: of('blind'), moved: arrays['moved'] };
}

const claims: readonly Claim[] = [
  {
    claim:
      'a gap whose answer is the sum of both neighbours: either direction alone guesses (25 % and at most 5 more), both together have 95 % and more; with other symbols behind the gap they guess, too',
    async check(lab) {
      for (const seed of SEEDS) {
        const { forward, backward, both, blind, moved } = await accuracies(lab, 'sum', seed);
        require(forward <= GUESSING, `seed ${seed}: from the left ${forward}`);
        require(backward <= GUESSING, `seed ${seed}: from the right ${backward}`);
        require(both >= KNOWING, `seed ${seed}: both ways ${both}`);
        require(blind <= GUESSING, `seed ${seed}: both ways, with another rest, ${blind}`);
        // Nine places, the gap in the middle: what a network has not read there moves its answer by nothing at all, not by little.
        const { data = [] } = moved ?? {};
        for (const place of [5, 6, 7, 8]) require(data[place] === 0, `seed ${seed}: from the left, place ${place} moves ${data[place]}`);
        for (const place of [0, 1, 2, 3]) {
          require(data[9 + place] === 0, `seed ${seed}: from the right, place ${place} moves ${data[9 + place]}`);
        }
        for (const place of [3, 5])
          require((data[18 + place] ?? 0) > 0.9, `seed ${seed}: both ways, place ${place} moves ${data[18 + place]}`);
      }
    },
  },
  {
    claim:
      'where the answer lies on one side, the direction that comes from there has it (95 %), the other guesses, and both together have it whichever it is',
    async check(lab) {
      for (const seed of SEEDS) {
        for (const [answer, knows, guesses] of [
          ['right', 'backward', 'forward'],
          ['left', 'forward', 'backward'],
        ] as const) {
          const found = await accuracies(lab, answer, seed);
          require(found[knows] >= KNOWING, `seed ${seed}, ${answer}: ${knows} reaches ${found[knows]}`);
          require(found[guesses] <= GUESSING, `seed ${seed}, ${answer}: ${guesses} reaches ${found[guesses]}`);
          require(found.both >= KNOWING, `seed ${seed}, ${answer}: both reach ${found.both}`);
        }
      }
    },
  },
  {
    claim:
      'symbols that nobody can predict are "predicted" by whoever reads from the right (99 %): it has read them; what reads from the left guesses, and so do both directions before the next symbol is there',
    async check(lab) {
      for (const seed of SEEDS) {
        const { forward, backward, both, blind } = await accuracies(lab, 'next', seed);
        require(forward <= GUESSING, `seed ${seed}: from the left ${forward}`);
        require(backward >= 0.99 && both >= 0.99, `seed ${seed}: from the right ${backward}, both ways ${both}`);
        require(blind <= GUESSING, `seed ${seed}: both ways, with another rest, ${blind}`);
      }
    },
  },
];
export default claims;
