import type { Values } from '../declaration';
import { require, type Claim, type ProofRun } from '../proof';
import { lookUpByHand, type Weights } from './by-hand';

const SEEDS = [1, 2, 3] as const;
const STEPS = 200;

function numbers({ arrays }: ProofRun, name: string): number[] {
  return Array.from(arrays[name]?.data ?? []);
}

function weightsOf(run: ProofRun): Weights {
  const weight = (name: string): number[] => numbers(run, `weights/${name}/value`);
  return {
    query: weight('query'),
    keys: weight('keys'),
    notes: weight('notes'),
    queryMap: weight('queryMap'),
    keyMap: weight('keyMap'),
    scoreWeights: weight('scoreWeights'),
  };
}

function answerOf({ metrics }: ProofRun): number {
  return metrics['answer'] ?? NaN;
}

const claims: readonly Claim[] = [
  {
    claim:
      'for every score, sharpened and flattened, the weights are the softmax of the scores and sum to 1, and the answer is the sum of weights times notes, as by hand, to 1e-5',
    async check(lab) {
      for (const seed of SEEDS) {
        for (const score of ['dot', 'scaled', 'additive']) {
          for (const temperature of [0.1, 1, 20]) {
            const run = await lab.run({ values: { score, temperature }, seed, steps: 5 });
            const expected = lookUpByHand(weightsOf(run), score, temperature);
            const where = `${score}, temperature ${temperature}, seed ${seed}`;
            const weights = numbers(run, 'weights');
            require(weights.length === 5, `${where}: ${weights.length} weights`);
            require(Math.abs(weights.reduce((sum, one) => sum + one, 0) - 1) < 1e-6, `${where}: the weights are ${weights.join(', ')}`);
            weights.forEach((one, i) => {
              const other = expected.weights[i] ?? NaN;
              require(Math.abs(one - other) < 1e-5, `${where}: weight ${i} is ${one}, by hand ${other}`);
            });
            require(Math.abs(answerOf(run) - expected.answer) < 1e-4, `${where}: ${answerOf(run)}, by hand ${expected.answer}`);
          }
        }
      }
    },
  },
  {
    claim:
      'by learning how to ask alone, the answer comes within a tenth of a day of 10, dot product and scaled, in 200 steps at a rate of 0.02',
    async check(lab) {
      for (const seed of SEEDS) {
        for (const score of ['dot', 'scaled']) {
          const run = await lab.run({ values: { score, goal: 10, learningRate: 0.02 }, seed, steps: STEPS });
          require(Math.abs(answerOf(run) - 10) <= 0.1, `${score}, seed ${seed}: ${answerOf(run)}`);
        }
      }
    },
  },
  {
    claim: 'no question gets an answer beyond the largest note: for a goal of 14 it stays below 12; notes that learn go there',
    async check(lab) {
      for (const seed of SEEDS) {
        const answer = async (values: Values): Promise<number> =>
          answerOf(await lab.run({ values: { goal: 14, learningRate: 0.02, ...values }, seed, steps: 400 }));
        const asked = await answer({});
        const keys = await answer({ learns: 'keys' });
        const rewritten = await answer({ learns: 'notes' });
        require(asked > 11 && asked < 12, `seed ${seed}: ${asked}`);
        require(keys > 11 && keys < 12, `seed ${seed}, keys too: ${keys}`);
        require(Math.abs(rewritten - 14) <= 0.1, `seed ${seed}, notes too: ${rewritten}`);
      }
    },
  },
  {
    claim: 'the arrow is minus the gradient by the query: central differences of the loss by hand, to a thousandth of its length',
    async check(lab) {
      for (const seed of SEEDS) {
        for (const score of ['dot', 'additive']) {
          const run = await lab.run({ values: { score }, seed, steps: 0 });
          const [px = NaN, py = NaN] = numbers(run, 'pull');
          const loss = (dx: number, dy: number): number => {
            const [x = NaN, y = NaN] = numbers(run, 'weights/query/value');
            return 0.5 * (lookUpByHand({ ...weightsOf(run), query: [x + dx, y + dy] }, score, 1).answer - 10) ** 2;
          };
          const h = 1e-4;
          const expected = [-(loss(h, 0) - loss(-h, 0)) / (2 * h), -(loss(0, h) - loss(0, -h)) / (2 * h)] as const;
          const apart = Math.hypot(px - expected[0], py - expected[1]);
          require(apart <= 1e-3 * Math.hypot(...expected), `${score}, seed ${seed}: ${px}, ${py} against ${expected.join(', ')}`);
        }
      }
    },
  },
];
export default claims;
