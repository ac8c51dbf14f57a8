/**
 * Every demo's network is saved as a LayersModel that TensorFlow.js loads, that predicts the same, and that is loaded here again; one with
 * a layer that TensorFlow.js does not have is refused.
 */
import { memory } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadProgram } from '../../src/demos/load-code';
import { demos } from '../../src/demos/registry';
import { defaultsOf } from '../../src/demos/resolve';
import type { Demo } from '../../src/demos/declaration';
import { useBackend } from '../../src/engine/worker/backends/backends';
import { exportLayersModel } from '../../src/engine/worker/model/export-model';
import { ReaderError } from '../../src/engine/worker/reader-error';
import { buildNetwork } from '../../src/ml/network';
import { createRandom } from '../../src/ml/random';
import { activations } from '../../src/ml/blueprint/activations';
import { graph } from '../../src/ml/blueprint/graph';
import type { NetworkSpec } from '../../src/ml/blueprint/network-spec';
import { presetValues } from '../../src/shell/choices';
import { isRefused } from './layer-examples';
import { expectSame } from './saved-model';

/** The networks of a demo: as declared, and at every preset. */
async function networksOf(id: string, demo: Demo): Promise<NetworkSpec[]> {
  const settings = [{}, ...Object.keys(demo.presets ?? {}).map((name) => presetValues(demo, name))];
  const specs = new Map<string, NetworkSpec>();
  for (const values of settings) {
    const network = (await loadProgram(id, { ...defaultsOf(demo), ...values }))?.network;
    if (network !== undefined) specs.set(JSON.stringify(network), network);
  }
  return [...specs.values()];
}

describe('a model saved as a LayersModel', () => {
  beforeAll(async () => expect(await useBackend('cpu')).toBeUndefined());

  it.each([...demos].map(([id, demo]) => ({ id, demo })))('predicts in TensorFlow.js what it predicts here: $id', async ({ id, demo }) => {
    for (const spec of await networksOf(id, demo)) {
      const refused = spec.nodes.some((node) => isRefused(spec, node));
      if (refused) await expect(expectSame(spec)).rejects.toThrow(ReaderError);
      else await expectSame(spec);
    }
  });

  it('holds every layer and activation that there is', async () => {
    for (const activation of Object.keys(activations)) {
      await expectSame(
        graph('all', [8, 7, 2], (g, x) => {
          const conv = g.add('conv', 'conv2d', x, { filters: 3, size: [3, 2], padding: [1, 0], stride: 2 });
          const relu = g.add('relu', 'activation', conv, { activation: 'relu' });
          const pooled = g.add('pooled', 'maxPool', relu, { size: 3, stride: 1, padding: 1 });
          const wide = g.add('wide', 'conv2d', x, { filters: 3, size: 2, dilation: 2, padding: 'same', stride: 1 });
          const narrow = g.add('narrow', 'averagePool', wide, { size: 2, stride: 2, padding: 'same' });
          const depth = g.add('depth', 'depthwiseConv2d', narrow, { size: 3, padding: 'same', multiplier: 2 });
          const mixed = g.add('mixed', 'dense', depth, { units: 3 });
          const bent = g.add('bent', 'activation', mixed, { activation });
          const joined = g.add('joined', 'concat', [g.add('global', 'globalAveragePool', bent), g.add('flat', 'flatten', pooled)]);
          const normed = g.add('normed', 'layerNorm', joined);
          const batch = g.add('batch', 'batchNorm', normed);
          const dropped = g.add('dropped', 'dropout', batch, { rate: 0.5 });
          return g.add('sum', 'add', [
            g.add('one', 'dense', dropped, { units: 2 }),
            g.add('two', 'dense', batch, { units: 2, useBias: false }),
          ]);
        }),
      );
    }
  });

  it('is refused with the layer’s name where tfjs has no such layer, and leaves nothing behind', async () => {
    const before = memory().numTensors;
    const groups = graph('groups', [6, 6, 4], (g, x) => g.add('columns', 'conv2d', x, { filters: 4, size: 3, groups: 2 }));
    const padded = graph('padded', [6, 6, 4], (g, x) => g.add('pool', 'maxPool', x, { size: 3, stride: 2, padding: 1 }));
    for (const [spec, name] of [
      [groups, 'columns'],
      [padded, 'pool'],
    ] as const) {
      const network = buildNetwork(spec, createRandom(1));
      await expect(exportLayersModel(network)).rejects.toThrow(name);
      network.dispose();
    }
    await expect(exportLayersModel({ variables: [], state: [] })).rejects.toThrow('no network');
    expect(memory().numTensors).toBe(before);
  });
});
