import { tensor, tidy } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildNetwork } from '../../../src/ml/network';
import { createRandom } from '../../../src/ml/random';
import { architectures } from '../../../src/ml/blueprint/architectures';
import { smallResnet } from '../../../src/ml/blueprint/architectures/resnet';
import { inceptionBlock } from '../../../src/ml/blueprint/blocks/inception';
import { printProgram } from '../../../src/ml/blueprint/code';
import { printNetwork } from '../../../src/ml/blueprint/code/network-code';
import { describeNetwork } from '../../../src/ml/blueprint/describe';
import { graph } from '../../../src/ml/blueprint/graph';
import { sizeOf } from '../../../src/ml/blueprint/layer-description';
import type { NetworkSpec, OptionValue } from '../../../src/ml/blueprint/network-spec';
import { program } from '../../../src/ml/blueprint/program';
import { sequential, type ChainLayer } from '../../../src/ml/blueprint/sequential';
import { hasPython, lossesIn, misreadByPython, saidBy } from '../../programs/run';
import { expectClose, normals, on } from '../ml/support';

const FRAMEWORKS = ['tfjs', 'keras', 'pytorch'] as const;

const constant = { initialiser: 'constant', initialScale: 0.1, biasInitialiser: 'constant', initialBias: 0.2 };
const conv = (options: Readonly<Record<string, OptionValue>>): ChainLayer => ({
  layer: 'conv2d',
  options: { filters: 4, ...constant, ...options },
});
const chain = (name: string, ...layers: readonly ChainLayer[]): NetworkSpec => sequential(name, [7, 8, 4], layers);

/** Every layer over images, with every kind of padding that a library may lack a word for. */
const NETWORKS: readonly NetworkSpec[] = [
  chain('convolutions', conv({ size: 3, padding: 'same', stride: 2 }), conv({ size: [2, 3], padding: 'valid' })),
  chain('padding of its own', conv({ size: 3, padding: [0, 2], stride: [1, 2] }), conv({ size: [3, 4], padding: 1, stride: 3 })),
  chain('an odd pixel of padding', conv({ size: 4, padding: 'same' }), conv({ size: 2, padding: 'same', useBias: false })),
  chain('dilation', conv({ size: 2, dilation: [2, 3] })),
  chain('groups', conv({ size: 3, groups: 2, padding: 1 }), conv({ size: 1, groups: 4, trained: false })),
  chain('depthwise', { layer: 'depthwiseConv2d', options: { size: 3, multiplier: 2, padding: 'same', ...constant } }),
  chain(
    'largest',
    { layer: 'maxPool', options: { size: 3, stride: 2, padding: 1 } },
    { layer: 'maxPool', options: { size: 2, stride: 1, padding: 'same' } },
  ),
  chain(
    'means',
    { layer: 'averagePool', options: { size: 3, stride: 2, padding: 1 } },
    { layer: 'averagePool', options: { size: 2, stride: 1, padding: 'same' } },
  ),
  chain(
    'norms',
    { layer: 'layerNorm' },
    { layer: 'batchNorm', options: { initialScale: 0.5 } },
    { layer: 'dense', options: { units: 3, ...constant } },
    { layer: 'globalAveragePool' },
  ),
  graph('joins', [7, 8, 4], (g, x) => {
    const one = g.add('one', 'conv2d', x, { filters: 2, size: 1, ...constant });
    const pooled = g.add('pool', 'maxPool', x, { size: 3, stride: 1, padding: 1 });
    const both = g.add('both', 'concat', [one, pooled]);
    return g.add('flat', 'flatten', g.add('sum', 'add', [both, both]));
  }),
];

/** What has been printed for Python, to be read by it all at once. */
const printedForPython: Record<string, string> = {};

describe.each(NETWORKS.map((spec) => [spec.name, spec] as const))('the printed network with %s', (name, spec) => {
  beforeAll(() => on('cpu'));

  it('gives in TensorFlow.js what ours gives, number by number', async () => {
    const given = normals(createRandom(2), 2 * sizeOf([7, 8, 4]));
    const network = buildNetwork(spec, createRandom(0));
    const ours = tidy(() => [...(network.apply({ x: tensor(given, [2, 7, 8, 4]) }, { training: false }).outputs[0]?.dataSync() ?? [])]);
    const asked = `console.log('result ' + JSON.stringify([...model.predict(tf.tensor(${JSON.stringify(given)}, [2, 7, 8, 4])).dataSync()]));`;
    const [, result = '[]'] = /^result (.*)$/m.exec(await saidBy(`${printNetwork(spec, 'tfjs', 'en')}\n${asked}\n`)) ?? [];
    const theirs: unknown = JSON.parse(result);
    expectClose(Array.isArray(theirs) ? theirs.map(Number) : [], ours, 1e-5);
    network.dispose();
  });

  it('prints in all frameworks without a hole', () => {
    for (const framework of FRAMEWORKS) {
      const [zh, en] = [printNetwork(spec, framework, 'zh'), printNetwork(spec, framework, 'en')];
      expect(zh).not.toBe(en);
      expect(`${zh}${en}`).not.toMatch(/undefined|NaN|\[object/);
      if (framework !== 'tfjs') printedForPython[`${name}, ${framework}`] = zh;
    }
  });
});

describe('printed convolutions', () => {
  const [same, own, odd] = NETWORKS;
  const printed = (spec: NetworkSpec | undefined, framework: (typeof FRAMEWORKS)[number]): string =>
    spec === undefined ? '' : printNetwork(spec, framework, 'en');

  it('use each library’s own words where it has some', () => {
    expect(printed(same, 'tfjs')).toContain("kernelSize: 3, strides: 2, padding: 'same'");
    expect(printed(same, 'keras')).toContain('layers.Conv2D(4, 3, strides=2, padding="same"');
    expect(printed(own, 'pytorch')).toContain('nn.Conv2d(4, 4, 3, stride=(1, 2), padding=(0, 2))');
    const stem = chain('stem', conv({ size: 3, stride: 2, padding: 1 }), { layer: 'maxPool', options: { size: 2, padding: 'same' } });
    // Rows: 7 -> 4 by two pixels, as `same` has it; columns: 8 -> 4 by one before, where `same` has it behind.
    expect(printed(stem, 'keras')).toContain('layers.ZeroPadding2D(((1, 1), (1, 0)))');
  });

  it('pad on one side alone where that is needed', () => {
    expect(printed(odd, 'pytorch')).toContain('nn.Sequential(nn.ZeroPad2d((1, 2, 1, 2)), nn.Conv2d(4, 4, 4))');
    expect(printed(odd, 'pytorch')).toMatch(/model\[0\]\[1\]\.weight/);
    const halved = chain('halved', { layer: 'maxPool', options: { size: 3, stride: 2, padding: 'same' } });
    expect(
      printed(sequential('halved', [8, 8, 1], [{ layer: 'maxPool', options: { size: 3, stride: 2, padding: 'same' } }]), 'pytorch'),
    ).toContain('nn.MaxPool2d(3, 2, ceil_mode=True)');
    expect(printed(halved, 'keras')).toContain('padding="same"');
  });
});

describe('printed architectures', () => {
  it.each([...architectures].map(([name, one]) => [name, one] as const))('%s prints without a hole', (name, { build, published }) => {
    const spec = build(published);
    for (const framework of FRAMEWORKS) {
      const code = printNetwork(spec, framework, 'zh');
      expect(code).not.toMatch(/undefined|NaN|\[object/);
      if (framework !== 'tfjs') printedForPython[`${name}, ${framework}`] = code;
    }
  });

  it.each(['lenet', 'lenet-1998', 'nin-cifar', 'googlenet'])('%s has in TensorFlow.js as many parameters as ours', async (name) => {
    const found = architectures.get(name);
    if (found === undefined) throw new Error(`there is no architecture "${name}"`);
    const side = Math.max(found.leastSide, 32);
    const spec = found.build({ side, classes: 10 });
    const count = "console.log('count ' + model.trainableWeights.reduce((sum, w) => sum + w.shape.reduce((a, b) => a * b, 1), 0));";
    const [, counted] = /^count (\d+)$/m.exec(await saidBy(`${printNetwork(spec, 'tfjs', 'en')}\n${count}\n`)) ?? [];
    expect(Number(counted)).toBe(describeNetwork(spec).parameters);
  });
});

describe('a printed program over images', () => {
  const rows = Array.from({ length: 12 }, (_, i) => [
    ...Array.from({ length: 36 }, (_value, pixel) => (Math.floor(pixel / 6) % 3 <= i % 3 ? 1 : 0)),
    i % 3,
  ]);
  const networks = [
    smallResnet({ side: 6, classes: 3, channels: 1, blocks: 1, filters: [2, 3, 4] }),
    graph('inception', [6, 6, 1], (g, x) => {
      const block = inceptionBlock(g, 'block', x, { one: 2, three: [2, 2], five: [1, 2], pool: 1 });
      return g.add('output', 'dense', g.add('pool', 'globalAveragePool', block), { units: 3 });
    }),
  ];

  it.each(networks.map((network) => [network.name, network] as const))('%s trains in TensorFlow.js', async (name, network) => {
    const whole = program({
      network,
      loss: 'crossEntropy',
      data: { kind: 'rows', rows, classes: 3 },
      steps: 101,
      batchSize: 12,
      learningRate: 0.02,
      optimiser: { name: 'adam' },
    });
    const losses = lossesIn(await saidBy(printProgram(whole, 'tfjs', 'en')));
    expect(losses.length).toBe(3);
    expect(losses.at(-1)).toBeLessThan(0.5 * (losses[0] ?? 0));
    expect(printProgram(whole, 'pytorch', 'en')).toContain('x = x.reshape(-1, 6, 6, 1).transpose(0, 3, 1, 2).copy()');
    for (const framework of ['keras', 'pytorch'] as const) printedForPython[`${name}, ${framework}`] = printProgram(whole, framework, 'zh');
  });
});

it.runIf(hasPython)('all that was printed for Python can be read by it', () => {
  expect(Object.keys(printedForPython).length).toBeGreaterThan(40);
  expect(misreadByPython(printedForPython)).toEqual([]);
});
