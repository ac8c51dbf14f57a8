import {
  abs,
  div,
  grad,
  max,
  maximum,
  mean,
  mul,
  reshape,
  slice,
  square,
  sub,
  sum,
  tensor,
  tensor4d,
  tidy,
  type Scalar,
  type Tensor,
} from '@tensorflow/tfjs-core';
import { epochBatches } from '../../ml/data/batches';
import { copiedTarget } from '../../ml/data-kinds/copied/target';
import { randomPictures } from '../../ml/data-kinds/random-pictures';
import { defineModel } from '../../ml/model';
import { buildNetwork } from '../../ml/network';
import { fieldSize } from '../../ml/blueprint/receptive-field';
import { supervisedModel } from '../../ml/tasks/supervised';
import type { ValuesOf } from '../declaration';
import type demo from './demo';
import receptiveFieldProgram from './program';
import { fieldOf, SIDE } from './setting';

const PIXELS = SIDE * SIDE;
/** Pictures that copies are judged by, and over which gradients are averaged. */
const HELD_OUT = 6;

export default defineModel<ValuesOf<typeof demo>>({
  create({ values, random }) {
    const program = () => receptiveFieldProgram(values);
    const first = program();
    const network = buildNetwork(first.network, random.fork('weights'));
    const { rows, columns } = first.data;
    const outputs = rows.count * columns.count;
    const shape = (count: number): [number, number, number, number] => [count, rows.count, columns.count, 1];
    const stream = random.fork('data');
    const pictures = randomPictures(first.data.samples, PIXELS, stream.fork('train'));
    const picks = epochBatches({ count: first.data.samples, batchSize: first.batchSize, random });
    const held = randomPictures(HELD_OUT, PIXELS, stream.fork('test'));
    const heldOut = tensor4d(held, [HELD_OUT, SIDE, SIDE, 1]);
    const field = fieldSize(fieldOf(first.network).columns);
    /** 1 where the pixel asked for lies in the picture. */
    const inside = (): Float32Array => copiedTarget(program().data, new Float32Array(PIXELS).fill(1));
    return supervisedModel({
      program,
      network,
      random,
      batch(step) {
        const { data } = program();
        const chosen = picks(step);
        const x = new Float32Array(chosen.length * PIXELS);
        const t = new Float32Array(chosen.length * outputs);
        chosen.forEach((index, i) => {
          const picture = pictures.subarray(index * PIXELS, (index + 1) * PIXELS);
          x.set(picture, i * PIXELS);
          t.set(copiedTarget(data, picture), i * outputs);
        });
        return { x: { shape: [chosen.length, SIDE, SIDE, 1], data: x }, t: { shape: shape(chosen.length), data: t } };
      },
      evaluateEvery: 20,
      evaluate: () =>
        tidy(() => {
          const { data } = program();
          const counted = inside();
          const count = Math.max(1, HELD_OUT * counted.reduce((all, one) => all + one, 0));
          const target = new Float32Array(HELD_OUT * outputs);
          for (let i = 0; i < HELD_OUT; i++) target.set(copiedTarget(data, held.subarray(i * PIXELS, (i + 1) * PIXELS)), i * outputs);
          const average = target.reduce((all, one) => all + one, 0) / count;
          const variance = target.reduce((all, one, i) => all + (counted[i % outputs] ?? 0) * (one - average) ** 2, 0) / count;
          const wrong = mul(square(sub(network.scores(heldOut), tensor(target, shape(HELD_OUT)))), tensor(counted, shape(1)));
          return { unexplained: div<Scalar>(div(sum(wrong), count), Math.max(1e-6, variance)), field };
        }),
      frame() {
        const at = (place: number, count: number): number => Math.max(0, Math.min(count - 1, place - 1));
        const [row, column] = [at(values.row, rows.count), at(values.column, columns.count)];
        const pixel = (x: Tensor): Tensor => sum(slice(network.scores(x), [0, row, column, 0], [HELD_OUT, 1, 1, 1]));
        const slopes = mean(abs(grad(pixel)(heldOut)), 0);
        return { gradient: div(reshape(slopes, [SIDE, SIDE]), maximum(1e-12, max(slopes))) };
      },
      dispose: () => heldOut.dispose(),
    });
  },
});
