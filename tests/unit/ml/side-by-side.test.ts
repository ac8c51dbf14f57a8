import { add, tensor, tidy, variableGrads, type Scalar } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { lossOf } from '../../../src/ml/losses';
import { buildNetwork } from '../../../src/ml/network';
import { createRandom } from '../../../src/ml/random';
import { buildSideBySide } from '../../../src/ml/side-by-side';
import { smallNetwork, SMALL_FAMILIES } from '../../../src/ml/blueprint/architectures/small';
import { describeNetwork } from '../../../src/ml/blueprint/describe';
import { laneOf, sideBySide } from '../../../src/ml/blueprint/side-by-side';
import { mlp } from '../../../src/ml/blueprint/mlp';
import { expectClose, on } from './support';

const one = mlp({ name: 'one', inputs: 2, hidden: [3], outputs: 2, activations: ['tanh'], dropout: 0.5 });
const two = mlp({ name: 'two', inputs: 2, hidden: [3, 4], outputs: 2, activations: ['relu'], dropout: 0.5 });
const both = sideBySide('both', { first: one, second: two });

describe('two networks side by side', () => {
  beforeAll(() => on('cpu'));

  it('are one network with the inputs they share and the outputs of both', () => {
    expect(both.inputs).toEqual({ x: [2] });
    expect(both.outputs).toEqual([...one.outputs.map((id) => `first/${id}`), ...two.outputs.map((id) => `second/${id}`)]);
    expect(describeNetwork(both).parameters).toBe(describeNetwork(one).parameters + describeNetwork(two).parameters);
    expect(laneOf('second/block1/conv')).toEqual({ lane: 'second', node: 'block1/conv' });
  });

  it('begin with the weights and draw the masks that each has alone', () => {
    const alone = [one, two].map((spec) => buildNetwork(spec, createRandom(5)));
    const together = buildSideBySide(both, createRandom(5));
    const weights = alone.flatMap((network) => network.variables.map(({ variable }) => [...variable.dataSync()]));
    expect(together.variables.map(({ variable }) => [...variable.dataSync()])).toEqual(weights);
    const masks = Object.values(together.masks(4, createRandom(6)));
    expect(masks).toEqual(alone.flatMap((network) => Object.values(network.masks(4, createRandom(6)))));
    for (const network of [...alone, together]) network.dispose();
  });

  it('have under the sum of their losses the gradients that each has alone', () => {
    const x = tensor([0.5, -1, 2, 0.3], [2, 2]);
    const t = tensor([1, 0, 0, 1], [2, 2]);
    const loss = lossOf('crossEntropy');
    const gradients = (network: ReturnType<typeof buildNetwork>): number[] =>
      tidy(() => {
        const { grads } = variableGrads(
          () =>
            network
              .apply({ x }, { training: false })
              .outputs.map((output) => loss(output, t))
              .reduce((sum, one) => add<Scalar>(sum, one)),
          network.variables.map(({ variable }) => variable),
        );
        return network.variables.flatMap(({ variable }) => [...(grads[variable.name]?.dataSync() ?? [])]);
      });
    const alone = [one, two].map((spec) => buildNetwork(spec, createRandom(5)));
    const together = buildSideBySide(both, createRandom(5));
    expectClose(gradients(together), alone.flatMap(gradients), 1e-7);
    for (const network of [...alone, together]) network.dispose();
  });
});

/** Parameters worked out by hand, layer by layer. */
const PARAMETERS: Readonly<Record<string, number>> = {
  // Windows 75 x 8, 200 x 16, dense 64 x 60, 60 x 42, 42 x 10, and their biases.
  lenet: 608 + 3216 + 3900 + 2562 + 430,
  // 75 x 12, 108 x 24, 216 x 24 three times, dense 216 x 64, 64 x 64, 64 x 10.
  alexnet: 912 + 2616 + 3 * 5208 + 13888 + 4160 + 650,
  // 27 x 6, 54 x 6, 54 x 12, 108 x 12, 108 x 24, 216 x 24, dense 96 x 64, 64 x 10.
  vgg: 168 + 330 + 660 + 1308 + 2616 + 5208 + 6208 + 650,
  // Each block a window and two of 1x1: 75 x 12, 12 x 12 twice; 108 x 16, 16 x 16 twice; 144 x 24, 24 x 24, 24 x 10.
  nin: 912 + 2 * 156 + 1744 + 2 * 272 + 3480 + 600 + 250,
  // No biases, but two numbers a channel of each norm. Stem 27 x 12; paths 12 x 8; 12 x 8, 72 x 12; 12 x 4, 100 x 6; 12 x 6; then of 32.
  googlenet: 348 + (112 + 112 + 888 + 56 + 612 + 84) + (408 + 408 + 2200 + 204 + 1520 + 272) + 510,
  // Stem 27 x 6; blocks of two 3x3, the second and third with a projection; dense 24 x 10.
  resnet: 174 + 2 * 336 + (672 + 1320 + 96) + (2640 + 5232 + 336) + 250,
  // Stem 27 x 8; layers of 9 x 6 a channel behind a norm of 8, 14, 20, 26; transition 32 x 16; 16, 22, 28, 34; head 40.
  densenet: 232 + 68 * (54 + 2) + (64 + 512) + 100 * (54 + 2) + 80 + 410,
};

describe.each(SMALL_FAMILIES)('the small network %s', (family) => {
  it('has the parameters that counting by hand gives, and ten scores', () => {
    const spec = smallNetwork(family, { side: 16, channels: 3, classes: 10 });
    const { nodes, parameters } = describeNetwork(spec);
    expect(parameters).toBe(PARAMETERS[family]);
    expect(nodes[spec.outputs[0] ?? '']?.shape).toEqual([10]);
  });
});
