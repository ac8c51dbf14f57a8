import { mul, tensor, tidy } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { trainingStep } from '../../../src/engine/worker/run/training-step';
import { oneHotRows } from '../../../src/ml/data/rows';
import type { Model } from '../../../src/ml/model';
import { buildNetwork } from '../../../src/ml/network';
import { createRandom } from '../../../src/ml/random';
import { lenet, lenet1998 } from '../../../src/ml/blueprint/architectures/lenet';
import { smallResnet } from '../../../src/ml/blueprint/architectures/resnet';
import { convolution } from '../../../src/ml/blueprint/blocks/convolution';
import { denseBlock, transition } from '../../../src/ml/blueprint/blocks/densely-connected';
import { inceptionBlock } from '../../../src/ml/blueprint/blocks/inception';
import { residualBlock } from '../../../src/ml/blueprint/blocks/residual';
import { graph } from '../../../src/ml/blueprint/graph';
import type { NetworkSpec } from '../../../src/ml/blueprint/network-spec';
import { program } from '../../../src/ml/blueprint/program';
import { supervisedModel } from '../../../src/ml/tasks/supervised';
import { on, read } from './support';

const SIDE = 8;
const CLASSES = 3;
const BATCH = 24;

/** A network of one block between a stem and global pooling. */
function around(name: string, block: Parameters<typeof graph>[2], channels = 1): NetworkSpec {
  return graph(name, [SIDE, SIDE, channels], (g, x) => {
    const stem = convolution(g, 'stem', x, { filters: 4, size: 3, padding: 1 });
    return g.add('output', 'dense', g.add('pool', 'globalAveragePool', block(g, stem)), { units: CLASSES });
  });
}

const NETWORKS: readonly NetworkSpec[] = [
  around('inception', (g, x) => inceptionBlock(g, 'block', x, { one: 4, three: [4, 6], five: [2, 4], pool: 2 })),
  around('inception with norms', (g, x) =>
    inceptionBlock(g, 'block', x, { one: 4, three: [4, 6], five: [2, 4], pool: 2, batchNorm: true, epsilon: 1e-3 }),
  ),
  around('residual', (g, x) => residualBlock(g, 'block', x, { filters: 4 })),
  around('residual with a bottleneck and half the side', (g, x) =>
    residualBlock(g, 'block', x, { filters: 4, bottleneck: true, stride: 2, project: true }),
  ),
  around('densely connected', (g, x) => transition(g, 'transition', denseBlock(g, 'block', x, { layers: 3, growth: 3 }), 6)),
  around('densely connected without bottleneck', (g, x) => denseBlock(g, 'block', x, { layers: 2, growth: 4, bottleneck: 0 })),
  smallResnet({ side: SIDE, classes: CLASSES, channels: 1, blocks: 1, filters: [4, 6, 8] }),
];

/** Images whose class is how many of their rows are lit. */
function batchOf(side: number, step: number): { readonly x: Float32Array; readonly labels: number[] } {
  const random = createRandom(9).fork(step);
  const labels = Array.from({ length: BATCH }, () => random.integer(CLASSES));
  const x = Float32Array.from({ length: BATCH * side * side }, (_, i) => {
    const label = labels[Math.floor(i / (side * side))] ?? 0;
    const row = Math.floor((i % (side * side)) / side);
    return (row % 4 <= label ? 1 : 0) + 0.2 * random.normal();
  });
  return { x, labels };
}

function modelOf(spec: NetworkSpec, side: number): Model {
  const random = createRandom(3);
  const network = buildNetwork(spec, random.fork('weights'));
  const trained = program({
    network: spec,
    loss: 'crossEntropy',
    learningRate: 0.01,
    optimiser: { name: 'adam' },
    data: { kind: 'rows', rows: [], classes: CLASSES },
  });
  return supervisedModel({
    program: () => trained,
    network,
    random,
    batch(step) {
      const { x, labels } = batchOf(side, step);
      return { x: { shape: [BATCH, side, side, 1], data: x }, t: { shape: [BATCH, CLASSES], data: oneHotRows(labels, CLASSES) } };
    },
    evaluateEvery: 1000,
    evaluate: () => ({}),
    frame: () => ({}),
    dispose: () => undefined,
  });
}

describe('blocks', () => {
  beforeAll(() => on('wasm'));

  it.each(NETWORKS.map((spec) => [spec.name, spec] as const))('%s: every weight moves and the loss falls', (_, spec) => {
    const model = modelOf(spec, SIDE);
    const before = model.variables.map(({ variable }) => [...variable.dataSync()]);
    const losses = Array.from({ length: 40 }, (_value, step) => read(trainingStep(model, step))[0] ?? NaN);
    expect(losses.at(-1)).toBeLessThan(0.6 * (losses[0] ?? 0));
    model.variables.forEach(({ name, variable }, i) => expect([...variable.dataSync()], name).not.toEqual(before[i]));
  });

  it('a residual block whose weights are zero lets its positive input through', () => {
    const spec = graph('identity', [4, 4, 2], (g, x) => residualBlock(g, 'block', x, { filters: 2, batchNorm: false }));
    const network = buildNetwork(spec, createRandom(0));
    tidy(() => {
      for (const { variable } of network.variables) variable.assign(mul(variable, 0));
      const x = tensor(
        Float32Array.from({ length: 32 }, (_, i) => i),
        [1, 4, 4, 2],
      );
      expect([...(network.apply({ x }, { training: false }).outputs[0]?.dataSync() ?? [])]).toEqual([...x.dataSync()]);
    });
    network.dispose();
  });

  it('a dense block hands on what it was given, untouched, before what it adds', () => {
    const spec = graph('dense', [4, 4, 2], (g, x) => denseBlock(g, 'block', x, { layers: 2, growth: 3 }));
    const network = buildNetwork(spec, createRandom(0));
    tidy(() => {
      const x = tensor(
        Float32Array.from({ length: 32 }, (_, i) => i - 16),
        [1, 4, 4, 2],
      );
      const output = network.apply({ x }, { training: false }).outputs[0];
      expect(output?.shape).toEqual([1, 4, 4, 8]);
      const given = [...(output?.dataSync() ?? [])].filter((_value, i) => i % 8 < 2);
      expect(given).toEqual([...x.dataSync()]);
    });
    network.dispose();
  });
});

describe('LeNet', () => {
  beforeAll(() => on('wasm'));

  it.each([
    ['dense variant', lenet({ side: 28, classes: CLASSES, activation: 'relu', pooling: 'maxPool' }), 28],
    ['of 1998', lenet1998({ side: 32, classes: CLASSES }), 32],
  ])('%s: learns, and of the latter the output’s patterns stay', (_, spec, side) => {
    const model = modelOf(spec, side);
    const fixed = model.state.map(({ variable }) => [...variable.dataSync()]);
    const losses = Array.from({ length: 12 }, (_value, step) => read(trainingStep(model, step))[0] ?? NaN);
    expect(losses.at(-1)).toBeLessThan(0.8 * (losses[0] ?? 0));
    expect(model.state.map(({ variable }): number[] => [...variable.dataSync()])).toEqual(fixed);
    expect(model.state.map(({ name }) => name)).toEqual(spec.name === 'lenet-1998' ? ['output/kernel'] : []);
  });
});
