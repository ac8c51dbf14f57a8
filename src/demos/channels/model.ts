import { slice, tensor4d, type Tensor } from '@tensorflow/tfjs-core';
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
import channelsProgram from './program';
import { COLOURS, SIDE } from './setting';

const NUMBERS = SIDE * SIDE * COLOURS;
/** Pictures that the bank is judged by. */
const HELD_OUT = 8;

export default defineModel<ValuesOf<typeof demo>>({
  create({ values, random }) {
    const program = () => channelsProgram(values);
    const first = program();
    const { data } = first;
    const outputs = data.kernel.shape[3];
    const network = buildNetwork(first.network, random.fork('weights'));
    const stream = random.fork('data');
    const made = (count: number, name: string) => {
      const x = randomPictures(count, NUMBERS, stream.fork(name));
      const t = new Float32Array(count * SIDE * SIDE * outputs);
      for (let i = 0; i < count; i++) t.set(filteredTarget(data, x.subarray(i * NUMBERS, (i + 1) * NUMBERS)), i * SIDE * SIDE * outputs);
      return { x, t };
    };
    const [train, test] = [made(data.samples, 'train'), made(HELD_OUT, 'test')];
    const picks = epochBatches({ count: data.samples, batchSize: first.batchSize, random });
    const heldOut = tensor4d(test.x, [HELD_OUT, SIDE, SIDE, COLOURS]);
    const target = tensor4d(test.t, [HELD_OUT, SIDE, SIDE, outputs]);
    const loss = lossOf(first.loss);
    /** The two filters that mix colours and look at no neighbour. */
    const colours = (images: Tensor): Tensor => slice(images, [0, 0, 0, 0], [HELD_OUT, SIDE, SIDE, Math.min(2, outputs)]);
    return supervisedModel({
      program,
      network,
      random,
      batch(step) {
        const chosen = picks(step);
        const image = (from: Float32Array, channels: number) => ({
          shape: [chosen.length, SIDE, SIDE, channels],
          data: takeRows(from, SIDE * SIDE * channels, chosen).data,
        });
        return { x: image(train.x, COLOURS), t: image(train.t, outputs) };
      },
      evaluateEvery: 10,
      evaluate() {
        const given = network.scores(heldOut);
        return { testLoss: loss(given, target), colourLoss: loss(colours(given), colours(target)) };
      },
      frame: () => ({}),
      dispose() {
        heldOut.dispose();
        target.dispose();
      },
    });
  },
});
