import { mean, mul, reshape, square, sub, tensor2d, transpose } from '@tensorflow/tfjs-core';
import { only } from '../../base/at';
import { functionSamples, functionValue, interpolate } from '../../ml/data-kinds/function/samples';
import type { OwnRows } from '../../ml/data-kinds/rows/own';
import { defineModel, type HostArray } from '../../ml/model';
import { activationOf, buildNetwork } from '../../ml/network';
import { supervisedModel } from '../../ml/tasks/supervised';
import type { ValuesOf } from '../declaration';
import type demo from './demo';
import universalProgram from './program';

/** Places at which the curves are drawn and the error is measured. */
const PLACES = 201;

export default defineModel<ValuesOf<typeof demo>, OwnRows>({
  create({ values, random, ownData }) {
    const program = () => universalProgram(values, ownData);
    const { network: spec, data } = program();
    const drawn = data.kind === 'rows' ? data.rows.map(([x = 0, y = 0]) => ({ x, y })) : undefined;
    const samples = drawn ?? functionSamples(values.target, values.samples, values.noise, random.fork('data'));
    const target = (x: number): number => (drawn === undefined ? functionValue(values.target, x) : interpolate(drawn, x));
    const places = Float32Array.from({ length: PLACES }, (_, i) => -1 + (2 * i) / (PLACES - 1));
    const truth = places.map(target);
    const column = (numbers: readonly number[] | Float32Array): HostArray => ({
      shape: [numbers.length, 1],
      data: Float32Array.from(numbers),
    });
    const batch = { x: column(samples.map(({ x }) => x)), t: column(samples.map(({ y }) => y)) };
    const grid = tensor2d(places, [PLACES, 1]);
    const truthTensor = tensor2d(truth, [PLACES, 1]);
    const network = buildNetwork(spec, random.fork('weights'));
    return supervisedModel({
      program,
      network,
      random,
      batch: () => batch,
      evaluateEvery: 20,
      evaluate: () => ({ error: mean(square(sub(network.scores(grid), truthTensor))) }),
      frame() {
        const applied = network.apply({ x: grid }, { training: false });
        const hidden = activationOf(applied, 'hidden-activation');
        // Unit i's share of the sum: v_i f(w_i x + b_i).
        const shares = transpose(mul(hidden, reshape(network.weight('output/kernel'), [1, -1])), [1, 0]);
        return {
          grid: { shape: [PLACES], data: places },
          target: { shape: [PLACES], data: truth },
          fit: reshape(only(applied.outputs), [PLACES]),
          shares,
          points: { shape: [samples.length, 2], data: Float32Array.from(samples.flatMap(({ x, y }) => [x, y])) },
        };
      },
      dispose() {
        grid.dispose();
        truthTensor.dispose();
      },
    });
  },
});
