import { at } from '../../base/at';
import type { HostArray } from '../../ml/model';
import type { Values } from '../declaration';
import { require, type Claim, type Lab, type ProofRun } from '../proof';

const SEEDS = [1, 2, 3] as const;
/** Steps of a whole run, as the demo declares it. */
const STEPS = 1000;

const trained = (lab: Lab, seed: number, values: Values = {}): Promise<ProofRun> => lab.run({ values, seed, steps: STEPS });

function metric({ metrics }: ProofRun, name: string): number {
  return metrics[name] ?? NaN;
}

/** By how much the mean over the units of a stop (from 0) changes when units are dropped, on the mean of the draws. */
function shiftAt({ answers }: ProofRun, stop: number): number {
  const { whole, averaged } = at(answers, 0, 'the answers of the proof');
  if (whole === undefined || averaged === undefined) return NaN;
  const units = at(whole.shape, 1);
  const total = (values: ArrayLike<number>): number => Array.from(values).reduce((sum, value) => sum + value, 0);
  const sumOf = ({ data }: HostArray): number => total(data.subarray(stop * units, (stop + 1) * units));
  return sumOf(averaged) / sumOf(whole) - 1;
}

const claims: readonly Claim[] = [
  {
    claim:
      'with a hundred noisy points dropout ends with a test loss at least a quarter lower, on seeds 1 to 3; with two thousand it gains less than a fifth',
    async check(lab) {
      for (const seed of lab.seeds(SEEDS)) {
        const few = await trained(lab, seed);
        const [plain, dropped] = [metric(few, 'plainTest'), metric(few, 'droppedTest')];
        require(dropped <= 0.75 * plain, `seed ${seed}: test loss ${plain} without, ${dropped} with dropout`);
        const many = await trained(lab, seed, { samples: 2000 });
        const gain = metric(many, 'plainTest') / metric(many, 'droppedTest');
        require(gain < 1.2, `seed ${seed}, 2,000 points: without dropout the loss is ${gain} times as large`);
      }
    },
  },
  {
    claim:
      'at one point, over 10,000 draws the mean of the first layer is kept within 1 %; after the next ReLU it is at least 5 % larger there, and 15 % over all held-out points',
    async check(lab) {
      for (const seed of lab.seeds(SEEDS)) {
        const asks = [{ question: 'again', values: { draws: 10_000, x1: 1.5, x2: 1 } }];
        const run = await lab.run({ seed, steps: STEPS, asks });
        const [kept, bent] = [shiftAt(run, 0), shiftAt(run, 2)];
        require(Math.abs(kept) < 0.01, `seed ${seed}: the mean of the first layer changes by ${kept}`);
        require(bent > 0.05, `seed ${seed}: the mean after the second layer's ReLU changes by ${bent}`);
        require(metric(run, 'bentShift') > 0.15, `seed ${seed}: over all points it changes by ${metric(run, 'bentShift')}`);
      }
    },
  },
  {
    claim:
      'at evaluation nothing is dropped: the answers are those of the same weights without dropout, bit for bit, and asking again changes nothing; left on, they spread and the test loss is higher',
    async check(lab) {
      for (const seed of lab.seeds(SEEDS)) {
        const off = await trained(lab, seed);
        require(metric(off, 'apart') === 0 && metric(off, 'spread') === 0, `seed ${seed}: ${JSON.stringify(off.metrics)}`);
        const on = await trained(lab, seed, { leftOn: true });
        require(metric(on, 'spread') > 0.08, `seed ${seed}: left on, the answers spread by ${metric(on, 'spread')}`);
        const [right, wrong] = [metric(off, 'droppedTest'), metric(on, 'droppedTest')];
        require(wrong > 1.05 * right, `seed ${seed}: test loss ${right}, left on ${wrong}`);
      }
    },
  },
  {
    claim: 'with p = 0 both networks stay the same, bit for bit',
    async check(lab) {
      const { arrays } = await lab.run({ values: { rate: 0 }, seed: 1, steps: 300 });
      const [plain, dropped] = [arrays['plainSurface'], arrays['droppedSurface']];
      require(plain !== undefined && dropped !== undefined, 'the surfaces are missing');
      require(plain.data.every((value, i) => value === dropped.data[i]), 'the surfaces differ');
      require(arrays['thinned']?.data.every((one) => one === 1) === true, 'something was dropped');
    },
  },
  {
    claim: 'what a step has dropped is what its masks say, and the share of it is p within 3 % over the batch',
    async check(lab) {
      for (const rate of [0.2, 0.5, 0.8]) {
        const { arrays } = await lab.run({ values: { rate }, seed: 1, steps: 1 });
        const masks = Array.from(arrays['thinned']?.data ?? []);
        const share = masks.filter((one) => one === 0).length / masks.length;
        require(Math.abs(share - rate) < 0.03, `p = ${rate}: ${share} were dropped`);
      }
    },
  },
];
export default claims;
