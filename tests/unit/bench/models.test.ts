import { memory, tidy } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { inspectStep, trainingStep } from '../../../src/engine/worker/run/training-step';
import { toTensor } from '../../../src/engine/worker/model/tensors';
import type { Model } from '../../../src/ml/model';
import { benchModels } from '../../../tools/bench/models';
import { NODE_BACKENDS, on, read } from '../ml/support';

const BATCH = 4;

/** Numbers of trained weights, worked out by hand from the papers' equations. */
const PARAMETERS: Readonly<Record<string, number>> = {
  // 156 + 2,416 + 48,120 + 10,164 + 850: the usual dense variant of LeNet-5.
  lenet: 61_706,
  // Embedding 30 * 32, output 32 * 30 + 30, and (32 + 32) * gates + gates.
  rnn: 960 + 990 + 64 * 32 + 32,
  lstm: 960 + 990 + 64 * 128 + 128,
  gru: 960 + 990 + 3 * (64 * 32 + 32),
  // Embeddings, 12 d^2 + 13 d of a block with biases and two norms, the last norm, the output.
  transformer: 30 * 32 + 20 * 32 + (12 * 32 ** 2 + 13 * 32) + 64 + 990,
};

function build(name: string, batch = BATCH, seed = 1): Model {
  const make = benchModels[name];
  if (make === undefined) throw new Error(`there is no model "${name}"`);
  return make(batch, seed);
}

function free(model: Model): void {
  for (const { variable } of model.variables) variable.dispose();
  model.optimiser.dispose();
  model.dispose();
}

function losses(model: Model, steps: number): number[] {
  return Array.from({ length: steps }, (_, step) => read(trainingStep(model, step))[0] ?? NaN);
}

/** The loss of step 0 at the present weights, without a step. */
function lossAt(model: Model): number {
  const inputs = model.inputs(0);
  return (
    read(tidy(() => model.forward(Object.fromEntries(Object.entries(inputs).map(([key, array]) => [key, toTensor(array)]))).loss))[0] ?? NaN
  );
}

describe('the models that are timed', () => {
  it('are the ones whose parameters are counted here', () => {
    expect(Object.keys(benchModels).sort()).toEqual(Object.keys(PARAMETERS).sort());
  });
});

describe.each(Object.keys(PARAMETERS))('%s', (name) => {
  beforeAll(() => on('wasm'));

  it('has as many parameters as the closed form says', () => {
    const model = build(name);
    expect(model.variables.reduce((sum, { variable }) => sum + variable.size, 0)).toBe(PARAMETERS[name]);
    free(model);
  });

  it.each(NODE_BACKENDS)('learns on %s, leaving no tensor behind', async (backend) => {
    await on(backend);
    const before = memory().numTensors;
    const model = build(name, 8);
    const first = losses(model, 1)[0] ?? NaN;
    const held = memory().numTensors;
    // The plain backend multiplies images for a second a step; what it learns is a fifth of what WASM is asked for.
    const [steps, left] = backend === 'cpu' ? [6, 0.97] : [name === 'lenet' ? 12 : 24, 0.85];
    const last = losses(model, steps).at(-1) ?? NaN;
    // Guessing among c equally likely answers costs ln c.
    expect(Math.abs(first - Math.log(name === 'lenet' ? 10 : 30))).toBeLessThan(1.5);
    expect(last).toBeLessThan(left * first);
    expect(memory().numTensors).toBe(held);
    free(model);
    expect(memory().numTensors).toBe(before);
  });

  it('has the same inputs at a step whenever they are asked for, and others with another seed', () => {
    const model = build(name);
    const [one, again, other] = [model, build(name), build(name, BATCH, 2)].map((each) => {
      each.inputs(5);
      return each.inputs(3);
    });
    expect(one).toEqual(again);
    expect(one).toEqual(model.inputs(3));
    expect(one).not.toEqual(other);
    expect(one).not.toEqual(model.inputs(4));
  });

  it('has the gradients that central differences give, in every weight', async () => {
    await on('cpu');
    const model = build(name, 2);
    const { gradients, activations, loss } = inspectStep(model, 0);
    loss.dispose();
    expect(activations).toEqual({});
    for (const { name: weight, variable } of model.variables) {
      const gradient = [...(gradients[weight]?.dataSync() ?? [])];
      expect(gradient.length, weight).toBe(variable.size);
      const largest = gradient.reduce((best, slope, i) => (Math.abs(slope) > Math.abs(gradient[best] ?? 0) ? i : best), 0);
      const values = Float32Array.from(variable.dataSync());
      const h = 1e-3;
      const moved = (by: number): number => {
        const changed = Float32Array.from(values);
        changed[largest] = (values[largest] ?? 0) + by;
        const given = toTensor({ shape: variable.shape, data: changed });
        variable.assign(given);
        given.dispose();
        return lossAt(model);
      };
      const difference = (moved(h) - moved(-h)) / (2 * h);
      moved(0);
      const slope = gradient[largest] ?? NaN;
      // 32-bit losses of about 3 leave an error of a few 1e-4 in the difference; kinks of ReLU and pooling a little more.
      expect(Math.abs(difference - slope), `${weight}: ${slope} for ${difference}`).toBeLessThan(1e-3 + 0.02 * Math.abs(slope));
      expect(slope, weight).not.toBe(0);
    }
    for (const one of Object.values(gradients)) one.dispose();
    free(model);
  });
});
