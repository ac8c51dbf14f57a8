import { abs, max, sub, tensor, tensor4d, tidy, type Scalar } from '@tensorflow/tfjs-core';
import { epochBatches } from '../../ml/data/batches';
import { filteredTarget } from '../../ml/data-kinds/filtered/target';
import { randomPictures } from '../../ml/data-kinds/random-pictures';
import { takeRows } from '../../ml/data/rows';
import { lossOf } from '../../ml/losses';
import { defineModel } from '../../ml/model';
import { buildNetwork } from '../../ml/network';
import { supervisedModel } from '../../ml/tasks/supervised';
import type { ValuesOf } from '../declaration';
import type demo from './demo';
import convolutionProgram from './program';
import { pictureOf, SIDE } from './setting';

const PIXELS = SIDE * SIDE;
/** Pictures that the learned kernel is judged by. */
const HELD_OUT = 8;

export default defineModel<ValuesOf<typeof demo>>({
  create({ values, random }) {
    const program = () => convolutionProgram(values);
    const first = program();
    const network = buildNetwork(first.network, random.fork('weights'));
    const [rows = 1, columns = 1] = network.description.nodes['kernel']?.shape ?? [];
    const stream = random.fork('data');
    const pictures = randomPictures(first.data.samples, PIXELS, stream.fork('train'));
    const picks = epochBatches({ count: first.data.samples, batchSize: first.batchSize, random });
    const held = randomPictures(HELD_OUT, PIXELS, stream.fork('test'));
    const heldOut = tensor4d(held, [HELD_OUT, SIDE, SIDE, 1]);
    // The chosen kernel may change between steps, so targets are made when they are asked for.
    const targetsOf = (from: Float32Array, count: number): Float32Array => {
      const { data } = program();
      const target = new Float32Array(count * rows * columns);
      for (let i = 0; i < count; i++) target.set(filteredTarget(data, from.subarray(i * PIXELS, (i + 1) * PIXELS)), i * rows * columns);
      return target;
    };
    return supervisedModel({
      program,
      network,
      random,
      batch(step) {
        const drawn = values.learnFrom === 'drawn';
        const chosen = drawn ? Float32Array.from(pictureOf(values).flat()) : takeRows(pictures, PIXELS, picks(step)).data;
        const x = chosen instanceof Float32Array ? chosen : Float32Array.from(chosen);
        const count = x.length / PIXELS;
        return {
          x: { shape: [count, SIDE, SIDE, 1], data: x },
          t: { shape: [count, rows, columns, 1], data: targetsOf(x, count) },
        };
      },
      evaluateEvery: 10,
      evaluate: () =>
        tidy(() => {
          const { kernel } = program().data;
          const output = network.scores(heldOut);
          const [learned = heldOut] = network.variables.map(({ variable }) => variable);
          return {
            testLoss: lossOf(first.loss)(output, tensor(targetsOf(held, HELD_OUT), [HELD_OUT, rows, columns, 1])),
            kernelError: max<Scalar>(abs(sub(learned, tensor(Array.from(kernel.data), [...kernel.shape])))),
          };
        }),
      frame: () => ({}),
      dispose: () => heldOut.dispose(),
    });
  },
});
