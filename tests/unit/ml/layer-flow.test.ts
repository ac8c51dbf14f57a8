/** Sizes and spreads of a deep network's signals, against numbers from elsewhere: biases moved by hand, closed forms. */
import { sum, tensor1d, tensor2d, tidy } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { useBackend } from '../../../src/engine/worker/backends/backends';
import { gradientSizes, layerFlow, rootMeanSquare, type FlowOptions } from '../../../src/ml/layer-flow';
import { lossOf } from '../../../src/ml/losses';
import { buildNetwork, type Network } from '../../../src/ml/network';
import { createRandom } from '../../../src/ml/random';
import { deepLayers, deepNetwork, type DeepSettings } from '../../../src/ml/blueprint/deep';

const SETTINGS: DeepSettings = {
  name: 'deep',
  inputs: 2,
  depth: 4,
  width: 3,
  activation: 'tanh',
  initialiser: 'xavierNormal',
  initialScale: 1,
};

function flowOf(changes: Partial<DeepSettings>, x = [[0.7, -1.2]], t = [[1]]): FlowOptions & { readonly network: Network } {
  const settings = { ...SETTINGS, ...changes };
  return {
    network: buildNetwork(deepNetwork(settings), createRandom(3)),
    layers: deepLayers(settings),
    x: tensor2d(x),
    t: tensor2d(t),
    loss: lossOf('meanSquaredError'),
  };
}

/** Root mean square of the loss's central differences by a layer's biases: of one sample, the gradient by its pre-activations. */
function byHand(flow: ReturnType<typeof flowOf>, layer: string): number {
  const bias = flow.network.weight(`${layer}/bias`);
  const start = bias.dataSync().slice();
  const lossAt = (unit: number, by: number): number => {
    bias.assign(tidy(() => tensor1d(Array.from(start, (value, i) => value + (i === unit ? by : 0)))));
    return tidy(() => flow.loss(flow.network.scores(flow.x), flow.t).dataSync()[0] ?? NaN);
  };
  const step = 1e-2;
  const slopes = Array.from(start, (_, unit) => (lossAt(unit, step) - lossAt(unit, -step)) / (2 * step));
  bias.assign(tidy(() => tensor1d(Array.from(start))));
  return Math.sqrt(slopes.reduce((sum, slope) => sum + slope * slope, 0) / slopes.length);
}

beforeAll(async () => {
  await useBackend('cpu');
});

describe('the sizes of gradients', () => {
  it.each([{}, { residual: true }, { activation: 'sigmoid' as const }])('equal what moving the biases does (%o)', (changes) => {
    const flow = flowOf(changes);
    const sizes = tidy(() => [...gradientSizes(flow).dataSync()]);
    expect(sizes).toHaveLength(4);
    sizes.forEach((size, i) => {
      const expected = byHand(flow, `hidden${i + 1}`);
      expect(Math.abs(size - expected)).toBeLessThan(2e-3 * Math.max(1e-3, expected));
    });
  });

  it('are those of one sample, however many samples there are', () => {
    const one = tidy(() => [...gradientSizes(flowOf({})).dataSync()]);
    const same = flowOf(
      {},
      Array.from({ length: 8 }, () => [0.7, -1.2]),
      Array.from({ length: 8 }, () => [1]),
    );
    const many = tidy(() => [...gradientSizes(same).dataSync()]);
    many.forEach((size, i) => expect(size).toBeCloseTo(one[i] ?? NaN, 6));
  });

  it('do not vanish in the squaring where the gradient itself does not', () => {
    expect(tidy(() => rootMeanSquare(tensor2d([[3e-30, 4e-30]])).dataSync()[0])).toBeCloseTo(0, 20);
    expect(tidy(() => (rootMeanSquare(tensor2d([[3e-30, 4e-30]])).dataSync()[0] ?? 0) / Math.sqrt(12.5e-60))).toBeCloseTo(1, 5);
  });

  it('grow 2^(L-1)-fold between last and first layer when all weights of a ReLU network are doubled', () => {
    const ratio = (initialScale: number): number => {
      const sizes = tidy(() => gradientSizes(flowOf({ activation: 'relu', initialiser: 'heNormal', initialScale })).dataSync());
      return (sizes[0] ?? NaN) / (sizes[3] ?? NaN);
    };
    expect(ratio(2) / ratio(1)).toBeCloseTo(8, 3);
  });
});

describe('the histograms', () => {
  it('count every activation, and every gradient that is not zero', () => {
    const x = Array.from({ length: 10 }, (_, i) => [i - 5, 3 - i]);
    const flow = flowOf(
      { activation: 'relu', initialiser: 'heNormal' },
      x,
      x.map(() => [1]),
    );
    const { activations, gradients } = tidy(() => {
      const all = layerFlow(flow);
      return { activations: sum(all.activationCounts, 1).dataSync(), gradients: sum(all.gradientCounts, 1).dataSync() };
    });
    expect([...activations]).toEqual([30, 30, 30, 30]);
    // Closed ReLUs pass a gradient of exactly zero.
    for (const count of gradients) expect(count).toBeLessThan(30);
    expect(Math.max(...gradients)).toBeGreaterThan(0);
  });
});
