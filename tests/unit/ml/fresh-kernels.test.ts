import { beforeAll, describe, expect, it } from 'vitest';
import { buildNetwork } from '../../../src/ml/network';
import { createRandom } from '../../../src/ml/random';
import { sequential } from '../../../src/ml/blueprint/sequential';
import { momentsOf, on } from './support';

describe('fresh kernels of images', () => {
  beforeAll(() => on('cpu'));

  it.each([
    ['conv2d', { filters: 64, size: 3, initialiser: 'heNormal' }, 2 / (9 * 32)],
    ['conv2d', { filters: 64, size: 3, groups: 4, initialiser: 'heNormal' }, 2 / (9 * 8)],
    ['depthwiseConv2d', { size: 9, multiplier: 2, initialiser: 'heNormal' }, 2 / 81],
    ['depthwiseConv2d', { size: 9, multiplier: 2, initialiser: 'lecunNormal' }, 1 / 81],
  ])('%s with %o have the variance of their fans', (layer, options, variance) => {
    const network = buildNetwork(sequential('n', [12, 12, 32], [{ id: 'one', layer, options }]), createRandom(1));
    const [kernel] = network.variables;
    const drawn = momentsOf(kernel?.variable.dataSync() ?? []);
    expect(drawn.variance / variance).toBeGreaterThan(0.93);
    expect(drawn.variance / variance).toBeLessThan(1.07);
    network.dispose();
  });

  it('stay as they are where they are not to be trained', () => {
    const network = buildNetwork(
      sequential('n', [2], [{ id: 'one', layer: 'dense', options: { units: 3, trained: false } }]),
      createRandom(1),
    );
    expect(network.variables).toEqual([]);
    expect(network.state.map(({ name }) => name)).toEqual(['one/kernel', 'one/bias']);
    expect(network.description.parameters).toBe(0);
    network.dispose();
  });
});
