/** A network saved as a LayersModel, loaded by TensorFlow.js, and loaded here again. */
import { io, tensor, tidy, type Tensor } from '@tensorflow/tfjs-core';
import { loadLayersModel } from '@tensorflow/tfjs-layers';
import { expect } from 'vitest';
import { exportLayersModel } from '../../src/engine/worker/model/export-model';
import type { HostArray } from '../../src/ml/model';
import { buildNetwork, type Network } from '../../src/ml/network';
import { createRandom } from '../../src/ml/random';
import { sizeOf } from '../../src/ml/blueprint/layer-description';
import { inputOf, type NetworkSpec } from '../../src/ml/blueprint/network-spec';
import { layersModelFiles, readLayersModel } from '../../src/shell/saved-model/layers-model';
import { weightsFor } from '../../src/shell/saved-model/model-fit';

/** Random samples of a network's inputs: normal numbers, or names of things. */
export function samplesOf(spec: NetworkSpec, count: number, seed = 9): Record<string, HostArray & { readonly shape: number[] }> {
  const random = createRandom(seed);
  return Object.fromEntries(
    Object.entries(spec.inputs).map(([name, given]) => {
      const input = inputOf(given);
      const shape = [count, ...input.shape];
      const length = sizeOf(shape);
      const data =
        input.kind === 'indices'
          ? Int32Array.from({ length }, () => random.integer(input.size))
          : Float32Array.from({ length }, () => random.normal());
      return [name, { shape, data }];
    }),
  );
}

/** Weights as training may leave them: none is where it began, biases and running statistics least of all. */
export function stir(network: Network): void {
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
  const inputs = Object.entries(samplesOf(spec, 2)).map(([name, { shape, data }]) => [name, tensor(data, shape)] as const);
  const ours = tidy(() => network.apply(Object.fromEntries(inputs), { training: false }).outputs.map((one) => one.dataSync()));
  const given = inputs.map(([, value]) => value);
  const predicted = loaded.predict(given);
  const theirs = (Array.isArray(predicted) ? predicted : [predicted]).map((one: Tensor) => one.dataSync());
  const again = readLayersModel(content, new Map([['weights.bin', binary]]));
  const back = 'problem' in again ? again : weightsFor(spec, again);
  const kept = Object.fromEntries([...network.variables, ...network.state].map(({ name, variable }) => [name, [...variable.dataSync()]]));
  loaded.dispose();
  network.dispose();
  return { ours, theirs, kept, back };
}

/** Fails where the loaded model predicts other numbers, or other weights come back. */
export async function expectSame(spec: NetworkSpec): Promise<void> {
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
  // What has no weights has nothing to be read again.
  if (Object.keys(kept).length === 0) return;
  if ('problem' in back) throw new Error(back.problem.en);
  expect(Object.fromEntries(Object.entries(back.arrays).map(([name, { data }]) => [name, [...data]]))).toEqual(kept);
}
