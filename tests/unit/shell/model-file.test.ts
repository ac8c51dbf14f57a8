import * as layers from '@tensorflow/tfjs-layers';
import { tensor2d, type io, type Tensor } from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { demos } from '../../../src/demos/registry';
import { exportLayersModel } from '../../../src/engine/worker/export-model';
import { labTrainer } from '../../../src/engine/worker/lab';
import { layersModelFiles, readModel, settingsOf, writeModel } from '../../../src/shell/model-file';

const demo = demos.get('mlp-playground');
if (demo === undefined) throw new Error('the playground is not there');

const recipe = { demo: 'mlp-playground', values: { hidden: [2] }, seed: 3, interventions: [] };
const arrays = { 'a/kernel': { shape: [2, 2], data: Float32Array.of(1, -2, 3.5, 0.1) } };

describe('the settings of a saved model', () => {
  it('are those that the demo has; others are of an older demo', () => {
    expect(settingsOf(demo, { hidden: [3, 4], activations: ['relu'], batchNorm: true, noise: 0.1, gone: 1 })).toEqual({
      values: { hidden: [3, 4], activations: ['relu'], batchNorm: true, noise: 0.1 },
    });
    expect(settingsOf(demo, undefined)).toEqual({ values: {} });
  });

  it.each([{ hidden: 'many' }, { hidden: [99] }, { noise: null }, { noise: 1e308 }, { dataset: {} }, { activations: [['tanh']] }])(
    'that are out of range are refused by name: %o',
    (stored) => {
      const result = settingsOf(demo, stored);
      expect('problem' in result && result.problem.en).toContain(Object.keys(stored)[0]);
    },
  );
});

describe('a saved model', () => {
  it('comes back as it was', () => {
    expect(readModel(writeModel(recipe, 12, arrays), 'mlp-playground')).toEqual({ arrays, values: recipe.values, seed: 3 });
  });

  it.each([
    ['not JSON at all', '{', /not a model saved by Glassbox/],
    ['other JSON', '{"a":1}', /format/],
    ['another demo’s', writeModel({ ...recipe, demo: 'neuron' }, 1, arrays), /the demo "neuron"/],
    ['a weight that is cut off', writeModel(recipe, 1, arrays).replace('3.5,', ''), /weights\[0\]/],
    ['a weight that is no number', writeModel(recipe, 1, arrays).replace('3.5', '"x"'), /weights\[0\]/],
  ])('is refused when it is %s', (_, text, message) => {
    const result = readModel(text, 'mlp-playground');
    expect('problem' in result && result.problem.en).toMatch(message);
  });

  it.each([
    { activations: ['tanh', 'leakyRelu'] },
    { activations: ['gelu', 'silu'], batchNorm: true, dropout: 0.3 },
    { activations: ['elu', 'softplus'] },
  ])('as a LayersModel answers like the network it came from (%o)', async (values) => {
    const trainer = await labTrainer('cpu', 'mlp-playground', demo, {
      values: { ...Object.fromEntries(Object.entries(demo.parameters).map(([name, { value }]) => [name, value])), ...values },
    });
    for (let i = 0; i < 20; i++) trainer.advance();
    const { topology, weights } = await exportLayersModel(trainer.model);
    const { json, binary } = layersModelFiles(topology, weights);
    const artefacts = JSON.parse(json) as { modelTopology: object; weightsManifest: { weights: io.WeightsManifestEntry[] }[] };
    const model = await layers.loadLayersModel({
      load: () =>
        Promise.resolve({
          modelTopology: artefacts.modelTopology,
          weightSpecs: artefacts.weightsManifest[0]?.weights ?? [],
          weightData: binary.buffer,
        }),
    });
    const { arrays: frame } = await trainer.frame();
    const surface = frame['surface'];
    const side = surface?.shape[0] ?? 0;
    const points = Array.from({ length: side * side }, (_, i) => [
      -6 + (12 * ((i % side) + 0.5)) / side,
      -6 + (12 * (Math.floor(i / side) + 0.5)) / side,
    ]);
    const predicted = model.predict(tensor2d(points)) as Tensor;
    // The surface shows tanh(z / 2) of the logit z.
    (await predicted.data()).forEach((logit, i) => expect(Math.abs(Math.tanh(logit / 2) - (surface?.data[i] ?? NaN))).toBeLessThan(1e-5));
    trainer.dispose();
    model.dispose();
  });
});
