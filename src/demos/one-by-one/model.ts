import { abs, add, max, matMul, reshape, sub, type Tensor } from '@tensorflow/tfjs-core';
import { at, only } from '../../base/at';
import { defineModel } from '../../ml/model';
import { activationOf, buildNetwork, type Network } from '../../ml/network';
import { supervisedModel } from '../../ml/tasks/supervised';
import { strokesTask } from '../../ml/tasks/strokes';
import type { ValuesOf } from '../declaration';
import type demo from './demo';
import oneByOneProgram from './program';

/** The 1x1 convolution's weights as a dense layer, with the pixels of all images as its samples; in the images' shape again. */
function asDenseLayer(network: Network, before: Tensor, shape: readonly number[]): Tensor {
  const [inputs, outputs] = [at(before.shape, -1), at(shape, -1)];
  const pixels = matMul(reshape(before, [-1, inputs]), reshape(network.weight('point/conv/kernel'), [inputs, outputs]));
  return reshape(add(pixels, network.weight('point/conv/bias')), [...shape]);
}

/**
 * Frame: `images` [4, side, side, 1]; `before`, `after` [4, side, side, channels] the 1x1 convolution; `dense`, what a dense layer
 * makes of `before`, and `difference` [1], how far it is from `after` anywhere; `maps`, `scores` at the end.
 */
export default defineModel<ValuesOf<typeof demo>>({
  create({ values, random }) {
    const program = () => oneByOneProgram(values);
    const first = program();
    const task = strokesTask(first, random.fork('data'));
    const network = buildNetwork(first.network, random.fork('weights'));
    return supervisedModel({
      program,
      network,
      random,
      batch: task.batch,
      evaluateEvery: 20,
      evaluate: () => ({
        testAccuracy: task.testAccuracy(network.scores),
        movedAccuracy: task.movedAccuracy(network.scores),
      }),
      frame() {
        const applied = network.apply({ x: task.examples }, { training: false });
        const [before, after] = [activationOf(applied, 'window/relu'), activationOf(applied, 'point/conv')];
        const { maps } = applied.activations;
        const scores = only(applied.outputs);
        const dense = asDenseLayer(network, before, after.shape);
        const difference = reshape(max(abs(sub(dense, after))), [1]);
        return { images: task.exampleImages, before, after, dense, difference, scores, ...(maps === undefined ? {} : { maps }) };
      },
      dispose: task.dispose,
    });
  },
});
