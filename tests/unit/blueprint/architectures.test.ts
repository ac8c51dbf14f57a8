import { describe, expect, it } from 'vitest';
import { PUBLISHED } from '../../../src/demos/architectures/published-counts';
import { architectures, FAMILIES, type Architecture } from '../../../src/ml/blueprint/architectures';
import { smallResnet } from '../../../src/ml/blueprint/architectures/resnet';
import { describeNetwork, type NetworkDescription } from '../../../src/ml/blueprint/describe';
import { fieldSize, receptiveFields } from '../../../src/ml/blueprint/receptive-field';

function named(name: string): Architecture {
  const found = architectures.get(name);
  if (found === undefined) throw new Error(`there is no architecture "${name}"`);
  return found;
}

/** Multiply-adds of convolutions and dense layers, as torchvision counts them: norms left out. */
function products(name: string): number {
  const spec = named(name).build(named(name).published);
  const { nodes } = describeNetwork(spec);
  return spec.nodes.reduce((sum, { id, layer }) => sum + (layer === 'batchNorm' ? 0 : (nodes[id]?.multiplyAdds ?? 0)), 0);
}

/** Trained numbers of the nodes whose id begins with a part's name. */
function partOf({ nodes }: NetworkDescription, part: string): number {
  return Object.entries(nodes).reduce((sum, [id, node]) => sum + (id.startsWith(`${part}/`) ? node.parameters : 0), 0);
}

describe('published architectures', () => {
  it('are the ones whose numbers are looked up here, of every family', () => {
    expect([...architectures.keys()].sort()).toEqual(Object.keys(PUBLISHED).sort());
    expect(new Set([...architectures.values()].map(({ family }) => family))).toEqual(new Set(FAMILIES));
  });

  it.each(Object.entries(PUBLISHED))('%s has exactly the published parameters', (name, [parameters]) => {
    const { build, published } = named(name);
    expect(describeNetwork(build(published)).parameters).toBe(parameters);
  });

  it.each(Object.entries(PUBLISHED).filter(([, [, billions]]) => billions !== undefined))(
    '%s takes the published multiply-adds',
    (name, [, billions]) => {
      expect(products(name) / 1e9).toBeCloseTo(billions ?? NaN, 3);
    },
  );

  it.each([...architectures].map(([name, one]) => [name, one] as const))(
    '%s holds together at its least size and not below it',
    (_, { build, leastSide, published }) => {
      expect(describeNetwork(build({ ...published, side: leastSide })).parameters).toBeGreaterThan(0);
      if (leastSide > 1) expect(() => describeNetwork(build({ ...published, side: leastSide - 1 }))).toThrow();
    },
  );

  it.each(['nin', 'googlenet', 'resnet-50', 'densenet-121'])(
    '%s has as many parameters at any size, since it ends in global pooling',
    (name) => {
      const { build } = named(name);
      expect(describeNetwork(build({ side: 160, classes: 1000 })).parameters).toBe(PUBLISHED[name]?.[0]);
    },
  );

  it('of LeNet-5 has the paper’s numbers layer by layer', () => {
    const description = describeNetwork(named('lenet-1998').build({ side: 32, classes: 10 }));
    const parts = Object.fromEntries(['c1', 's2', 'c3', 's4', 'c5', 'f6'].map((part) => [part, partOf(description, part)]));
    expect(parts).toEqual({ c1: 156, s2: 12, c3: 1516, s4: 32, c5: 48_120, f6: 10_164 });
    expect(description.nodes['c3/concat']?.shape).toEqual([10, 10, 16]);
    // Connections count each weight and bias at each place; a sampling unit has four inputs and a bias.
    const places = (id: string): number => (description.nodes[id]?.shape ?? []).reduce((product, length) => product * length, 1);
    const sampled = [1, 2, 3, 4, 5, 6].map((i) => places(`s2/map${i}/mean`)).reduce((sum, one) => sum + one, places('s4/mean'));
    const weighed = [
      ...[1, 2, 3, 4, 5, 6].map((i) => `c1/map${i}/conv`),
      ...Array.from({ length: 16 }, (_, i) => `c3/map${i + 1}/conv`),
      'c5/conv',
      'f6/dense',
    ];
    const connected = weighed.reduce((sum, id) => sum + (description.nodes[id]?.multiplyAdds ?? NaN) + places(id), 0);
    expect(connected + 5 * sampled + 840).toBe(340_908);
  });

  it.each([
    // Table of the gist samson-wang/a6073c18f2adf16e0ab5fb95b53db3e6: stride 2 in the 3x3 convolution.
    ['resnet-18', [43, 99, 211, 435]],
    ['resnet-34', [59, 179, 547, 899]],
    ['resnet-50', [35, 91, 267, 427]],
    ['resnet-101', [35, 91, 811, 971]],
  ])('%s sees as much of the image at the end of each stage as published', (name, sizes) => {
    const spec = named(name).build({ side: 224, classes: 1000 });
    const fields = receptiveFields(spec);
    const ends = [1, 2, 3, 4].map((stage) => spec.nodes.filter(({ id }) => id.startsWith(`stage${stage}/`)).at(-1)?.id ?? '');
    expect(ends.map((id) => fields[id]).map((field) => (field === undefined ? NaN : fieldSize(field.rows)))).toEqual(sizes);
  });

  it.each([
    ['alexnet', 'pool5', 195],
    ['vgg-16', 'block5/pool', 212],
  ])('%s sees %i pixels at its last pooling (Araujo et al. 2019)', (name, id, size) => {
    const field = receptiveFields(named(name).build({ side: 224, classes: 1000 }))[id];
    expect(field === undefined ? NaN : fieldSize(field.columns)).toBe(size);
  });

  it('gives shapes of the papers: 28 x 28 x 256 after the first Inception block, 7 x 7 x 1024 after the last dense block', () => {
    const shapeOf = (name: string, id: string) => describeNetwork(named(name).build({ side: 224, classes: 1000 })).nodes[id]?.shape;
    expect(shapeOf('googlenet-2014', 'block3a/concat')).toEqual([28, 28, 256]);
    expect(shapeOf('googlenet-2014', 'block5b/concat')).toEqual([7, 7, 1024]);
    expect(shapeOf('densenet-121', 'block4/layer16/concat')).toEqual([7, 7, 1024]);
    expect(shapeOf('alexnet-2012', 'conv1/conv')).toEqual([55, 55, 96]);
    expect(shapeOf('nin', 'block4/point2/relu')).toEqual([6, 6, 1000]);
  });

  it('keeps activations of 4 bytes a number: VGG-16’s first block alone holds 4 * 224 * 224 * 64 * 4 bytes and its pooling', () => {
    const { nodes, activationBytes } = describeNetwork(named('vgg-16').build({ side: 224, classes: 1000 }));
    const block = Object.entries(nodes).reduce((sum, [id, node]) => sum + (id.startsWith('block1/') ? node.activationBytes : 0), 0);
    expect(block).toBe(4 * 224 * 224 * 64 * 4 + 112 * 112 * 64 * 4);
    expect(activationBytes).toBe(Object.values(nodes).reduce((sum, node) => sum + node.activationBytes, 0));
  });
});

describe('networks for small images', () => {
  it.each([
    // He et al. 2016, table 6: 0.27, 0.46, 0.66, 0.85 and 1.7 million for 20, 32, 44, 56 and 110 layers.
    [3, 0.27],
    [5, 0.46],
    [7, 0.66],
    [9, 0.85],
    [18, 1.7],
  ])('of %i blocks a stage have the paper’s parameters, about %f million', (blocks, millions) => {
    const { parameters } = describeNetwork(smallResnet({ side: 32, classes: 10, channels: 3, blocks }));
    // The paper's shortcuts between stages have no parameters; ours project, at 16 * 32 + 32 * 64 and two norms.
    expect((parameters - 2752) / 1e6).toBeCloseTo(millions, millions > 1 ? 1 : 2);
  });

  it('of three blocks a stage have 272,474 parameters with projections (table of github.com/osmr/imgclsmob, ResNet-20)', () => {
    expect(describeNetwork(smallResnet({ side: 32, classes: 10, channels: 3, blocks: 3 })).parameters).toBe(272_474);
  });

  it('have the same weights without shortcuts, but for the projections', () => {
    const [plain, residual] = [false, true].map((shortcut) =>
      describeNetwork(smallResnet({ side: 16, classes: 4, channels: 1, blocks: 2, shortcut })),
    );
    expect((residual?.parameters ?? 0) - (plain?.parameters ?? 0)).toBe(16 * 32 + 64 + 32 * 64 + 128);
  });
});
