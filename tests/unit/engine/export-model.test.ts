/** What is exported is read by TensorFlow.js itself, which knows nothing of our layers. */
import { io, tensor2d, type Tensor } from '@tensorflow/tfjs-core';
import { loadLayersModel } from '@tensorflow/tfjs-layers';
import { afterAll, describe, expect, it } from 'vitest';
import { layersModelFiles } from '../../../src/shell/saved-model/layers-model';
import { useBackend } from '../../../src/engine/worker/backends/backends';
import { exportLayersModel } from '../../../src/engine/worker/model/export-model';
import { Trainer } from '../../../src/engine/worker/run/trainer';
import { planarPoints } from '../../../src/ml/data-kinds/planar/points';
import type { Model, ModelDefinition } from '../../../src/ml/model';
import { buildNetwork, type Network } from '../../../src/ml/network';
import { activations } from '../../../src/ml/blueprint/activations';
import { mlp } from '../../../src/ml/blueprint/mlp';
import type { NetworkSpec } from '../../../src/ml/blueprint/network-spec';
import { program } from '../../../src/ml/blueprint/program';
import type { MlpSettings } from '../../../src/ml/blueprint/mlp';
import { supervisedModel } from '../../../src/ml/tasks/supervised';

const POINTS = 40;
const networks = new WeakMap<Model, Network>();

function definition(spec: NetworkSpec): ModelDefinition<unknown> {
  return {
    create({ random }) {
      const points = planarPoints('circle', POINTS, 0.1, random.fork('data'));
      const trained = program({
        network: spec,
        loss: 'meanSquaredError',
        optimiser: { name: 'adam' },
        batchSize: POINTS,
        data: { kind: 'planar', dataset: 'circle', samples: POINTS, noise: 0.1, trainShare: 1, features: ['x1', 'x2'], classes: 1 },
      });
      const network = buildNetwork(spec, random.fork('weights'));
      const model = supervisedModel({
        program: () => trained,
        network,
        random,
        batch: () => ({
          x: { shape: [POINTS, 2], data: Float32Array.from(points.flatMap(({ x1, x2 }) => [x1, x2])) },
          t: { shape: [POINTS, 1], data: Float32Array.from(points.map(({ label }) => label)) },
        }),
        evaluateEvery: Infinity,
        evaluate: () => ({}),
        frame: () => ({}),
        dispose: () => undefined,
      });
      networks.set(model, network);
      return model;
    },
  };
}

/** Largest difference between our outputs and those of the model that TensorFlow.js loads from the exported files. */
async function differenceAfterTraining(spec: NetworkSpec, steps = 12): Promise<number> {
  const trainer = await Trainer.create({ demo: 'export', values: {}, seed: 4, interventions: [] }, definition(spec));
  for (let i = 0; i < steps; i++) trainer.advance();
  await trainer.collect();
  const { topology, weights } = await exportLayersModel(trainer.model);
  const { json, binary } = layersModelFiles(topology, weights);
  // As a reader would: the two files, nothing else.
  const { modelTopology, weightsManifest } = JSON.parse(json) as io.ModelJSON;
  const loaded = await loadLayersModel(
    io.fromMemory({ modelTopology, weightSpecs: weightsManifest.flatMap((group) => group.weights), weightData: binary.buffer }),
  );
  const x = tensor2d(Array.from({ length: 30 }, (_, i) => [-6 + (12 * i) / 29, 5 * Math.sin(i)]));
  const theirs = loaded.predict(x) as Tensor;
  const [ours] = networks.get(trainer.model)?.apply({ x }, { training: false }).outputs ?? [];
  const [a, b] = [await ours?.data(), await theirs.data()];
  expect(b.length).toBe(30);
  expect(new Set(b).size).toBeGreaterThan(5);
  const difference = Math.max(...Array.from(b, (value, i) => Math.abs(value - (a?.[i] ?? NaN))));
  loaded.dispose();
  trainer.dispose();
  return difference;
}

const settings = (more: Partial<MlpSettings>): MlpSettings => ({
  name: 'exported',
  inputs: 2,
  hidden: [5, 3],
  outputs: 1,
  activations: ['tanh'],
  ...more,
});

describe('a model saved as a LayersModel', async () => {
  expect(await useBackend('cpu')).toBeUndefined();
  afterAll(() => useBackend('cpu'));

  it.each(Object.keys(activations))('computes the same in TensorFlow.js: %s', async (activation) => {
    expect(await differenceAfterTraining(mlp(settings({ activations: [activation] })))).toBeLessThan(1e-5);
  });

  it('computes the same with batch norm, its running statistics among the weights', async () => {
    expect(await differenceAfterTraining(mlp(settings({ batchNorm: true })), 25)).toBeLessThan(1e-5);
  });

  it('computes the same with dropout, which is off when it is used', async () => {
    expect(await differenceAfterTraining(mlp(settings({ dropout: 0.4, activations: ['relu'] })))).toBeLessThan(1e-5);
  });

  it('computes the same with branches that are added and joined', async () => {
    const spec: NetworkSpec = {
      name: 'branches',
      inputs: { x: [2] },
      nodes: [
        { id: 'a', layer: 'dense', from: ['x'], options: { units: 3 } },
        { id: 'b', layer: 'dense', from: ['x'], options: { units: 3 } },
        { id: 'bent', layer: 'activation', from: ['b'], options: { activation: 'relu' } },
        { id: 'sum', layer: 'add', from: ['a', 'bent'], options: {} },
        { id: 'joined', layer: 'concat', from: ['sum', 'x'], options: {} },
        { id: 'output', layer: 'dense', from: ['joined'], options: { units: 1 } },
      ],
      outputs: ['output'],
    };
    expect(await differenceAfterTraining(spec)).toBeLessThan(1e-5);
  });
});
