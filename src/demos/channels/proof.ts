import { describeNetwork } from '../../ml/blueprint/describe';
import { require, type Claim } from '../proof';
import { defaultsOf } from '../resolve';
import { bankData, partialSum } from './bank';
import demo from './demo';
import channelsProgram from './program';
import { bankOf, COLOURS, FILTERS, shownPicture } from './setting';

const claims: readonly Claim[] = [
  {
    // Measured: the largest difference of a weight after 300 steps is below 0.01 with seeds 1 to 3.
    claim: 'a bank of four kernels is learned from its outputs, every weight to 0.02 (seeds 1 to 3)',
    async check(lab) {
      for (const seed of [1, 2, 3]) {
        const learned = (await lab.run({ seed, steps: 300 })).arrays['weights/kernels/kernel']?.data ?? [];
        const wanted = bankOf(FILTERS.length).data;
        const worst = Array.from(wanted).reduce((most, weight, i) => Math.max(most, Math.abs(weight - (learned[i] ?? NaN))), 0);
        require(worst <= 0.02, `seed ${seed}: a weight is off by ${worst}`);
      }
    },
  },
  {
    claim: 'an output is the sum of its slices over the colours and its bias, to 1e-6',
    async check(lab) {
      const { arrays } = await lab.run({ steps: 40 });
      const kernel = arrays['weights/kernels/kernel']?.data ?? [];
      const bias = arrays['weights/kernels/bias']?.data ?? [];
      for (let shown = 0; shown < FILTERS.length; shown++) {
        const data = bankData(40, { shape: [3, 3, COLOURS, FILTERS.length], data: kernel }, bias, shown, shownPicture('berries'));
        const parts = Array.from({ length: COLOURS }, (_, colour) => partialSum(data, colour));
        Array.from(data.output.data).forEach((value, i) => {
          const sum = parts.reduce((total, part) => total + (part.data[i] ?? NaN), data.bias);
          require(Math.abs(sum - value) < 1e-6, `output ${shown}, number ${i}: ${sum} for ${value}`);
        });
      }
    },
  },
  {
    claim: 'parameters are k k · 3 · outputs + outputs, and do not depend on the size of the picture',
    check() {
      for (const size of [1, 3]) {
        for (const outputs of [1, 2, 3, 4]) {
          const values = { ...defaultsOf(demo), outputs, size, learningRate: 0.03, shown: 1, picture: 'berries' } as const;
          const { network } = channelsProgram(values);
          const counted = outputs * size * size * COLOURS + outputs;
          for (const side of [8, 224]) {
            const { parameters } = describeNetwork({ ...network, inputs: { x: [side, side, COLOURS] } });
            require(parameters === counted, `k ${size}, ${outputs} outputs, side ${side}: ${parameters} for ${counted}`);
          }
        }
      }
      return Promise.resolve();
    },
  },
  {
    // Measured: 9e-7 for the two filters that mix colours, 0.040 for all four.
    claim: 'kernels of 1×1 learn to mix colours, and cannot learn edges',
    async check(lab) {
      const { metrics } = await lab.run({ values: { size: 1 }, steps: 300 });
      require((metrics['colourLoss'] ?? 1) < 1e-4, `mixing colours ends at ${metrics['colourLoss']}`);
      require((metrics['testLoss'] ?? 0) > 0.02, `all four end at only ${metrics['testLoss']}`);
    },
  },
];
export default claims;
