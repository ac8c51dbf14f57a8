import { avgPool, maxPool, tensor3d, tidy } from '@tensorflow/tfjs-core';
import { createRandom } from '../../ml/random';
import type { Pixels } from '../../ml/blueprint/convolve';
import { poolPixels } from '../../ml/blueprint/pool';
import { require, type Claim } from '../proof';
import { changeOf, readPicture } from './detector';
import { FILTERS, MAP_SIDE, shownPicture } from './setting';

const claims: readonly Claim[] = [
  {
    // Measured with seeds 1 to 3: 95 %, 95 %, 100 % with the whole map's maximum; 58 %, 64 %, 53 % without pooling.
    claim: 'trained on marks in the upper left, the maximum of the whole map reads them anywhere (>= 93 %), no pooling does not (<= 70 %)',
    async check(lab) {
      for (const seed of [1, 2, 3]) {
        const whole = (await lab.run({ seed, steps: 300 })).metrics;
        const none = (await lab.run({ values: { pooling: 'none' }, seed, steps: 300 })).metrics;
        require((whole['testAccuracy'] ?? 0) >= 0.93, `seed ${seed}: ${whole['testAccuracy']} with the maximum`);
        require((none['trainAccuracy'] ?? 0) >= 0.98, `seed ${seed}: ${none['trainAccuracy']} on its own training set without pooling`);
        require((none['testAccuracy'] ?? 1) <= 0.7, `seed ${seed}: ${none['testAccuracy']} without pooling`);
      }
    },
  },
  {
    claim: 'pooling equals tf.maxPool and tf.avgPool, and changes rows and columns only, never the channels',
    async check(lab) {
      // Makes the lab's backend the active one.
      await lab.run({ steps: 1 });
      const random = createRandom(9);
      for (let tried = 0; tried < 60; tried++) {
        const size = 1 + random.integer(4);
        const [rows, columns, channels] = [size + random.integer(8), size + random.integer(8), 1 + random.integer(4)];
        const image: Pixels = {
          rows,
          columns,
          channels,
          data: Array.from({ length: rows * columns * channels }, () => random.integer(64) - 32),
        };
        for (const kind of ['max', 'average'] as const) {
          const ours = poolPixels(image, size, kind);
          const theirs = tidy(() => {
            const x = tensor3d(Array.from(image.data), [rows, columns, channels]);
            const y = kind === 'max' ? maxPool(x, size, size, 'valid') : avgPool(x, size, size, 'valid');
            return { shape: y.shape, data: y.dataSync() };
          });
          require(ours.channels === channels, `${channels} channels became ${ours.channels}`);
          require(theirs.shape.join() === [ours.rows, ours.columns, channels].join(), `${kind} ${size}: ${theirs.shape.join()}`);
          theirs.data.forEach((value, i) => {
            require(Math.abs(value - (ours.data[i] ?? NaN)) < 1e-4, `${kind} ${size}, number ${i}: ${ours.data[i]} for ${value}`);
          });
        }
      }
    },
  },
  {
    claim: 'a shifted picture gives the map shifted alike (equivariance); the whole map’s maximum stays the same (invariance)',
    async check(lab) {
      const { arrays } = await lab.run({ steps: 100 });
      const weights = {
        kernel: arrays['weights/kernels/kernel']?.data ?? [],
        bias: arrays['weights/kernels/bias']?.data ?? [],
        score: arrays['weights/score/kernel']?.data ?? [],
        scoreBias: arrays['weights/score/bias']?.data[0] ?? NaN,
      };
      for (const [down, right] of [
        [0, 1],
        [-2, 3],
        [3, -1],
      ] as const) {
        const [before, after] = [shownPicture('plus', 0, 0), shownPicture('plus', down, right)].map((picture) =>
          readPicture(picture, weights, MAP_SIDE, 'max'),
        );
        require(before !== undefined && after !== undefined, 'nothing was read');
        for (let r = 0; r < MAP_SIDE; r++) {
          for (let c = 0; c < MAP_SIDE; c++) {
            const [to, across] = [r + down, c + right];
            if (to < 0 || to >= MAP_SIDE || across < 0 || across >= MAP_SIDE) continue;
            for (let k = 0; k < FILTERS; k++) {
              const [a, b] = [before.map.data[(r * MAP_SIDE + c) * FILTERS + k], after.map.data[(to * MAP_SIDE + across) * FILTERS + k]];
              require(a === b, `channel ${k} at ${r}, ${c}: ${a} became ${b}`);
            }
          }
        }
        require(changeOf(before.pooled, after.pooled) === 0, `pooled changed by ${changeOf(before.pooled, after.pooled)}`);
        require(before.plus === after.plus, `read at ${before.plus} and ${after.plus}`);
      }
    },
  },
];
export default claims;
