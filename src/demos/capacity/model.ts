import { concat, mean, mul, slice, square, sub, sum, tensor2d, transpose, type Scalar, type Tensor } from '@tensorflow/tfjs-core';
import { functionSamples, functionValue } from '../../ml/data-kinds/function/samples';
import { defineModel, type HostArray } from '../../ml/model';
import { buildNetwork } from '../../ml/network';
import { supervisedModel } from '../../ml/tasks/supervised';
import type { ValuesOf } from '../declaration';
import type demo from './demo';
import capacityProgram, { WIDTHS } from './program';

const PLACES = 161;
/** Held-out samples: as noisy as those trained on, so both errors have the same floor, half the noise's variance. */
const TEST_SAMPLES = 400;

export default defineModel<ValuesOf<typeof demo>>({
  create({ values, random }) {
    const program = () => capacityProgram(values);
    const network = buildNetwork(program().network, random.fork('weights'));
    const samples = functionSamples('sine', values.samples, values.noise, random.fork('train'));
    const test = functionSamples('sine', TEST_SAMPLES, values.noise, random.fork('test'));
    const places = Float32Array.from({ length: PLACES }, (_, i) => -1 + (2 * i) / (PLACES - 1));
    const column = (numbers: readonly number[]): HostArray => ({ shape: [numbers.length, 1], data: Float32Array.from(numbers) });
    const batch = { x: column(samples.map(({ x }) => x)), t: column(samples.map(({ y }) => y)) };
    const tensorOf = (numbers: readonly number[] | Float32Array): Tensor => tensor2d(Float32Array.from(numbers), [numbers.length, 1]);
    const held = {
      grid: tensorOf(places),
      trainX: tensorOf(samples.map(({ x }) => x)),
      trainY: tensorOf(samples.map(({ y }) => y)),
      testX: tensorOf(test.map(({ x }) => x)),
      testY: tensorOf(test.map(({ y }) => y)),
    };
    /** [n, 7]: what each network says. */
    const all = (x: Tensor): Tensor => concat([...network.apply({ x }, { training: false }).outputs], 1);
    /** Half the mean squared error of each network, as the loss counts it: [7]. */
    const errors = (x: Tensor, y: Tensor): Tensor => mul(0.5, mean(square(sub(all(x), y)), 0));
    const last = WIDTHS.length - 1;
    return supervisedModel({
      program,
      network,
      random,
      batch: () => batch,
      // Each column is a network; the loss is the mean of the seven, so each learns as if it were alone.
      head: (outputs) => concat([...outputs], 1),
      evaluateEvery: 20,
      evaluate() {
        const train = errors(held.trainX, held.trainY);
        const heldOut = errors(held.testX, held.testY);
        const at = (numbers: Tensor, index: number): Scalar => sum<Scalar>(slice(numbers, index, 1));
        return { narrowTest: at(heldOut, 0), wideTrain: at(train, last), wideTest: at(heldOut, last) };
      },
      frame: () => ({
        widths: { shape: [WIDTHS.length], data: Float32Array.from(WIDTHS) },
        trainError: errors(held.trainX, held.trainY),
        testError: errors(held.testX, held.testY),
        grid: { shape: [PLACES], data: places },
        target: { shape: [PLACES], data: places.map((x) => functionValue('sine', x)) },
        fits: transpose(all(held.grid), [1, 0]),
        points: { shape: [samples.length, 2], data: Float32Array.from(samples.flatMap(({ x, y }) => [x, y])) },
      }),
      dispose() {
        for (const tensor of Object.values(held)) tensor.dispose();
      },
    });
  },
});
