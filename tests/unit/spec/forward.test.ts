import { tensor, tensor4d } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildNetwork } from '../../../src/ml/network';
import { createRandom } from '../../../src/ml/random';
import { lenet } from '../../../src/ml/spec/architectures/lenet';
import { forwardImage } from '../../../src/ml/spec/forward';
import { firstShape, type NetworkSpec } from '../../../src/ml/spec/network-spec';
import { sequential } from '../../../src/ml/spec/sequential';
import { expectClose, on, read } from '../ml/support';

beforeAll(() => on('cpu'));

/** Every node's output, here and by tfjs. */
function compare(spec: NetworkSpec): void {
  const [rows = 1, columns = 1, channels = 1] = firstShape(spec);
  const random = createRandom(3);
  const network = buildNetwork(spec, random);
  // Biases begin at zero, which would hide their being left out.
  for (const { variable } of network.variables) {
    const values = Float32Array.from({ length: variable.size }, () => 0.3 * random.normal());
    variable.assign(tensor(values, variable.shape));
  }
  const weights = new Map(network.variables.map(({ name, variable }) => [name, variable.dataSync()]));
  const image = Float32Array.from({ length: rows * columns * channels }, () => random.uniform());
  const here = forwardImage(spec, (name) => weights.get(name), image);
  const { activations } = network.apply({ x: tensor4d(image, [1, rows, columns, channels]) }, { training: false });
  for (const { id } of spec.nodes) {
    const there = activations[id];
    if (there === undefined) throw new Error(id);
    expect(here.get(id)?.shape, id).toEqual(there.shape.slice(1));
    expectClose([...(here.get(id)?.data ?? [])], read(there), 2e-5);
  }
  network.dispose();
}

describe('an image through a network on plain numbers', () => {
  it.each(['relu', 'tanh', 'sigmoid'] as const)('is what tfjs makes of it: LeNet with %s', (activation) => {
    compare(lenet({ side: 28, classes: 10, activation, pooling: 'maxPool', filters: [3, 5] }));
    compare(lenet({ side: 20, classes: 4, activation, pooling: 'averagePool', filters: [2, 3] }));
  });

  it('is what tfjs makes of it: strides, dilation, padding, depth, overlapping and padded pooling', () => {
    compare(
      sequential(
        'odd',
        [11, 9, 3],
        [
          { layer: 'conv2d', options: { filters: 4, size: [3, 2], stride: [2, 1], padding: 'same' } },
          { layer: 'activation', options: { activation: 'gelu' } },
          { layer: 'conv2d', options: { filters: 2, size: 2, dilation: 2, padding: 1, useBias: false } },
          { layer: 'maxPool', options: { size: 3, stride: 1, padding: 'same' } },
          { layer: 'averagePool', options: { size: 2, stride: 2, padding: 'same' } },
          { layer: 'flatten' },
          { layer: 'dense', options: { units: 3, useBias: false } },
        ],
      ),
    );
  });

  it('goes as far as weights are at hand', () => {
    const spec = lenet({ side: 28, classes: 10 });
    const small = new Map([
      ['conv1/kernel', new Float32Array(150)],
      ['conv1/bias', new Float32Array(6)],
    ]);
    const known = forwardImage(spec, (name) => small.get(name), new Float32Array(784));
    expect([...known.keys()]).toEqual(['x', 'conv1', 'conv1-tanh', 'conv1-pool']);
  });

  it('names a layer that it does not compute', () => {
    const spec = sequential('norm', [4, 4, 1], [{ id: 'first', layer: 'batchNorm' }]);
    expect(() => forwardImage(spec, () => [], new Float32Array(16))).toThrow(/first.*"batchNorm" is not computed here; conv2d, maxPool/);
  });
});
