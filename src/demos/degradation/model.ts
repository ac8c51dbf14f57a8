import { stack, tensor2d, tensor4d, type Tensor } from '@tensorflow/tfjs-core';
import { activationOf } from '../../ml/network';
import { at } from '../../base/at';
import { takeImages } from '../../ml/data-kinds/images/image-source';
import { gradientSizes, rootMeanSquare } from '../../ml/layer-flow';
import { lossOf } from '../../ml/losses';
import { defineModel, type HostArray } from '../../ml/model';
import type { Network } from '../../ml/network';
import { buildSideBySide } from '../../ml/side-by-side';
import { laneOf } from '../../ml/blueprint/side-by-side';
import type { NetworkSpec } from '../../ml/blueprint/network-spec';
import { imageTask } from '../../ml/tasks/images';
import { laneTask } from '../../ml/tasks/lanes';
import { supervisedModel } from '../../ml/tasks/supervised';
import type { ValuesOf } from '../declaration';
import type demo from './demo';
import degradationProgram from './program';

const LANES = ['plain', 'residual'] as const;
type Lane = (typeof LANES)[number];

/** Training pictures on which the training loss is measured, and those on which gradients are looked at. */
const MEASURED = 250;
const LOOKED_AT = 64;

/**
 * Where the signal goes on from block to block, before the activation: the first convolution, each block's sum (in a plain network its
 * last layer), the output. Between two of them lie two layers with weights.
 */
function placesOf({ nodes }: NetworkSpec, lane: Lane): string[] {
  const own = nodes.filter(({ id }) => laneOf(id).lane === lane);
  return own.flatMap(({ id, layer, from: [source = id] }) => {
    if (layer === 'dense') return [id];
    return layer === 'activation' && !id.includes('/part1/') ? [source] : [];
  });
}

/** A network that has one of several outputs. */
function onlyOutput(network: Network, index: number): Pick<Network, 'apply'> {
  return {
    apply(inputs, options) {
      const applied = network.apply(inputs, options);
      return { ...applied, outputs: applied.outputs.slice(index, index + 1) };
    },
  };
}

/**
 * Frame: `places` [n], 0 for the first convolution, then the blocks, the output last; `<lane>Gradient` and `<lane>Activation` [n], root
 * mean squares of a sample's gradient by what stands there and of that itself, as in a training step.
 */
export default defineModel<ValuesOf<typeof demo>>({
  create({ values, random }) {
    const program = () => degradationProgram(values);
    const first = program();
    const task = imageTask(first, random);
    const network = buildSideBySide(first.network, random.fork('weights'));
    const lanes = laneTask(task, network);
    const loss = lossOf('crossEntropy');
    const taken = (count: number): { readonly x: Tensor; readonly t: Tensor } => {
      const { x, t } = takeImages(
        task.train,
        Array.from({ length: Math.min(count, task.train.count) }, (_, i) => i),
      );
      const { height, width, channels, classes } = task.train;
      const size = t.data.length / classes;
      return { x: tensor4d(x.data, [size, height, width, channels]), t: tensor2d(t.data, [size, classes]) };
    };
    const [measured, looked] = [taken(MEASURED), taken(LOOKED_AT)];
    const names = LANES.map((lane) => placesOf(first.network, lane));
    const count = names[0]?.length ?? 0;
    const places: HostArray = { shape: [count], data: Float32Array.from({ length: count }, (_, i) => i) };
    return supervisedModel({
      program,
      network,
      random,
      batch: task.batch,
      evaluateEvery: 25,
      evaluate() {
        const scores = network.apply({ x: measured.x }, { training: true }).outputs;
        const held = lanes.evaluate();
        return Object.fromEntries(
          LANES.flatMap((lane, i) => {
            const [given, judged] = [scores[i], held[i]];
            if (given === undefined || judged === undefined) return [];
            return [
              [`${lane}Loss`, loss(given, measured.t)],
              [`${lane}Accuracy`, judged.testAccuracy],
            ];
          }),
        );
      },
      frame() {
        const applied = network.apply({ x: looked.x }, { training: true });
        const arrays: Record<string, Tensor | HostArray> = { places };
        LANES.forEach((lane, i) => {
          const ids = at(names, i);
          const flow = { layers: ids.map((id) => ({ before: id, after: id })), ...looked, loss, training: true };
          arrays[`${lane}Gradient`] = gradientSizes({ network: onlyOutput(network, i), ...flow });
          arrays[`${lane}Activation`] = stack(ids.map((id) => rootMeanSquare(activationOf(applied, id))));
        });
        return arrays;
      },
      dispose() {
        for (const { x, t } of [measured, looked]) {
          x.dispose();
          t.dispose();
        }
        lanes.dispose();
        task.dispose();
      },
    });
  },
});
