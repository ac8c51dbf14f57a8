/** Every demo's network is saved as a LayersModel that TensorFlow.js loads, that predicts the same, and that is loaded here again. */
import { io, memory, tensor, tidy, type Tensor } from '@tensorflow/tfjs-core';
import { loadLayersModel } from '@tensorflow/tfjs-layers';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadProgram } from '../../src/demos/load';
import { demos } from '../../src/demos/registry';
import { defaultsOf } from '../../src/demos/resolve';
import type { Demo } from '../../src/demos/spec';
import { useBackend } from '../../src/engine/worker/backends';
import { exportLayersModel } from '../../src/engine/worker/export-model';
import { buildNetwork, type Network } from '../../src/ml/network';
import { createRandom } from '../../src/ml/random';
import { activations } from '../../src/ml/spec/activations';
import { graph } from '../../src/ml/spec/graph';
import type { NetworkSpec } from '../../src/ml/spec/network-spec';
import { presetValues } from '../../src/shell/choices';
import { layersModelFiles, readLayersModel } from '../../src/shell/layers-model';
import { weightsFor } from '../../src/shell/model-fit';

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

/** Weights as training may leave them: none is where it began, biases and running statistics least of all. */
function stir(network: Network): void {
  const random = createRandom(5);
  for (const { name, variable } of [...network.variables, ...network.state]) {
    const spread = name.endsWith('Variance') ? () => 0.5 + random.uniform() : () => 0.2 * random.normal();
    const values = variable.dataSync();
    const offset = name.endsWith('Variance') ? Array.from(values, spread) : Array.from(values, (value) => value + spread());
    const other = tensor(Float32Array.from(offset), variable.shape);
    variable.assign(other);
    other.dispose();
  }
}

/** Our outputs, those of the model that tfjs loads from the files, and the weights that we read from them again. */
async function takenAway(spec: NetworkSpec) {
  const network = buildNetwork(spec, createRandom(1));
  stir(network);
  const { topology, weights } = await exportLayersModel(network);
  const { json, binary } = layersModelFiles(topology, weights);
  const content = JSON.parse(json) as io.ModelJSON & Record<string, unknown>;
  // As a reader would: the two files, nothing else.
  const { modelTopology, weightsManifest } = content;
  const loaded = await loadLayersModel(
    io.fromMemory({ modelTopology, weightSpecs: weightsManifest.flatMap((group) => group.weights), weightData: binary.buffer }),
  );
  const [shape = [1]] = Object.values(spec.inputs);
  const random = createRandom(9);
  const x = tensor(
    Float32Array.from({ length: 2 * shape.reduce((a, b) => a * b, 1) }, () => random.normal()),
    [2, ...shape],
  );
  const ours = tidy(() =>
    network.apply({ [Object.keys(spec.inputs)[0] ?? 'x']: x }, { training: false }).outputs.map((one) => one.dataSync()),
  );
  const predicted = loaded.predict(x);
  const theirs = (Array.isArray(predicted) ? predicted : [predicted]).map((one: Tensor) => one.dataSync());
  const again = readLayersModel(content, new Map([['weights.bin', binary]]));
  const back = 'problem' in again ? again : weightsFor(spec, again);
  const kept = Object.fromEntries([...network.variables, ...network.state].map(({ name, variable }) => [name, [...variable.dataSync()]]));
  loaded.dispose();
  network.dispose();
  return { ours, theirs, kept, back };
}

async function expectSame(spec: NetworkSpec): Promise<void> {
  const { ours, theirs, kept, back } = await takenAway(spec);
  expect(theirs).toHaveLength(spec.outputs.length);
  theirs.forEach((output, i) => {
    const own = ours[i];
    expect(output).toHaveLength(own?.length ?? -1);
    const size = Math.max(1, ...output.map(Math.abs));
    expect(size).toBeLessThan(Infinity);
    const difference = Math.max(...Array.from(output, (value, at) => Math.abs(value - (own?.[at] ?? NaN))));
    expect(difference / size, `output ${i} of ${spec.name}`).toBeLessThan(1e-5);
  });
  if ('problem' in back) throw new Error(back.problem.en);
  expect(Object.fromEntries(Object.entries(back.arrays).map(([name, { data }]) => [name, [...data]]))).toEqual(kept);
}

describe('a model saved as a LayersModel', () => {
  beforeAll(async () => expect(await useBackend('cpu')).toBeUndefined());

  it.each([...demos].map(([id, demo]) => ({ id, demo })))('predicts in TensorFlow.js what it predicts here: $id', async ({ id, demo }) => {
    for (const spec of await networksOf(id, demo)) await expectSame(spec);
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
