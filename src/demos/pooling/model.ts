import { tensor2d, tensor4d } from '@tensorflow/tfjs-core';
import { epochBatches } from '../../ml/data/batches';
import { markedPictures } from '../../ml/data-kinds/marks/draw';
import { takeRows } from '../../ml/data/rows';
import { lossOf } from '../../ml/losses';
import { signAccuracy } from '../../ml/metrics';
import { defineModel } from '../../ml/model';
import { buildNetwork } from '../../ml/network';
import { supervisedModel } from '../../ml/tasks/supervised';
import type { ValuesOf } from '../declaration';
import type demo from './demo';
import poolingProgram from './program';
import { SIDE } from './setting';

const PIXELS = SIDE * SIDE;

export default defineModel<ValuesOf<typeof demo>>({
  create({ values, random }) {
    const program = () => poolingProgram(values);
    const first = program();
    const { data } = first;
    const network = buildNetwork(first.network, random.fork('weights'));
    const stream = random.fork('data');
    const [train, test] = [markedPictures(data, 'train', stream.fork('train')), markedPictures(data, 'test', stream.fork('test'))];
    const picks = epochBatches({ count: data.train, batchSize: first.batchSize, random });
    const tensors = [train, test].map(({ pictures, labels }) => ({
      x: tensor4d(pictures, [labels.length, SIDE, SIDE, 1]),
      t: tensor2d(labels, [labels.length, 1]),
    }));
    const { scores } = network;
    return supervisedModel({
      program,
      network,
      random,
      batch(step) {
        const chosen = picks(step);
        const x = takeRows(train.pictures, PIXELS, chosen);
        return { x: { shape: [chosen.length, SIDE, SIDE, 1], data: x.data }, t: takeRows(train.labels, 1, chosen) };
      },
      evaluateEvery: 20,
      evaluate() {
        const [learned, held] = tensors.map(({ x, t }) => {
          const given = scores(x);
          return { loss: lossOf(first.loss)(given, t), accuracy: signAccuracy(given, t) };
        });
        return {
          testLoss: held?.loss ?? NaN,
          trainAccuracy: learned?.accuracy ?? NaN,
          testAccuracy: held?.accuracy ?? NaN,
        };
      },
      frame: () => ({}),
      dispose() {
        for (const { x, t } of tensors) {
          x.dispose();
          t.dispose();
        }
      },
    });
  },
});
