import { at } from '../../base/at';
import { describeNetwork } from '../../ml/blueprint/describe';
import { require, type Claim, type Lab, type ProofRun } from '../proof';
import type { Values } from '../declaration';
import oneByOneProgram from './program';

const SEEDS = [1, 2, 3] as const;
const DEFAULTS = { places: 'left', filters: 6, channels: 6, example: 1, noise: 0.1, learningRate: 0.02 } as const;

/** Values of a frame's array. */
function numbersOf({ arrays }: ProofRun, name: string): readonly number[] {
  const array = arrays[name];
  if (array === undefined) throw new Error(`the frame has no "${name}"`);
  return Array.from(array.data);
}

/** The dense layer over all pixels in double precision, as a reader would write it down: bias plus channels times weights. */
function denseLayer(run: ProofRun): number[] {
  const [before, kernel, bias] = ['before', 'weights/point/conv/kernel', 'weights/point/conv/bias'].map((name) => numbersOf(run, name));
  const [inputs, outputs] = [run.arrays['before']?.shape.at(-1) ?? 0, bias?.length ?? 0];
  return Array.from({ length: ((before?.length ?? 0) / inputs) * outputs }, (_, i) => {
    const [pixel, o] = [Math.floor(i / outputs), i % outputs];
    let sum = bias?.[o] ?? NaN;
    for (let c = 0; c < inputs; c++) sum += (before?.[pixel * inputs + c] ?? NaN) * (kernel?.[c * outputs + o] ?? NaN);
    return sum;
  });
}

/** Accuracies of a run, as [placed as in training, moved]. */
async function accuracies(lab: Lab, values: Values, seed: number): Promise<[number, number]> {
  const { metrics } = await lab.run({ values, seed, steps: 300 });
  return [metrics['testAccuracy'] ?? NaN, metrics['movedAccuracy'] ?? NaN];
}

const claims: readonly Claim[] = [
  {
    // Measured: 2.4e-7 to 6.0e-7 on numbers of up to 6.
    claim: 'a trained 1x1 convolution equals the dense layer computed at each pixel in double precision, to 1e-6',
    async check(lab) {
      for (const seed of SEEDS) {
        const run = await lab.run({ seed, steps: 100 });
        const [given, expected] = [numbersOf(run, 'after'), denseLayer(run)];
        require(given.length === 4 * 12 * 12 * 6 && expected.length === given.length, `there are ${given.length} numbers`);
        const size = given.reduce((most, value) => Math.max(most, Math.abs(value)), 1);
        const difference = given.reduce((most, value, i) => Math.max(most, Math.abs(value - at(expected, i))), 0);
        require(difference / size <= 1e-6, `seed ${seed}: they differ by ${difference} on numbers up to ${size}`);
        const [shown = NaN] = numbersOf(run, 'difference');
        require(shown / size <= 1e-6, `seed ${seed}: the picture says ${shown}`);
      }
    },
  },
  {
    claim: 'the ending has 28 parameters with the average and 3,460 with a dense layer',
    check() {
      const counted = (head: 'average' | 'dense', ids: readonly string[]): number => {
        const { nodes } = describeNetwork(oneByOneProgram({ ...DEFAULTS, head }).network);
        return ids.reduce((sum, id) => sum + (nodes[id]?.parameters ?? 0), 0);
      };
      // 6 channels, 4 classes, 12 x 12 pixels: (6 + 1) * 4, and (12 * 12 * 6 + 1) * 4.
      require(counted('average', ['maps', 'average']) === 28, 'the average');
      require(counted('dense', ['flatten', 'output']) === 3460, 'the dense layer');
      return Promise.resolve();
    },
  },
  {
    claim: 'trained on the left half, the average reads strokes in the right half (>= 95 %), the dense layer does not (<= 60 %)',
    async check(lab) {
      for (const seed of SEEDS) {
        const average = await accuracies(lab, { head: 'average' }, seed);
        const dense = await accuracies(lab, { head: 'dense' }, seed);
        const numbers = `seed ${seed}: average ${average.join(' and ')}, dense ${dense.join(' and ')}`;
        require(average[0] >= 0.95 && average[1] >= 0.95, numbers);
        require(dense[0] >= 0.95 && dense[1] <= 0.6, numbers);
      }
    },
  },
];
export default claims;
