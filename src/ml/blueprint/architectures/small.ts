/**
 * The seven families in a size that trains in a browser: pictures of 16 pixels a side, and some 10^5 multiply-adds each, so that what
 * they differ in is their blocks and not their size. What is left out (depth, width, ImageNet's large first windows) is only scale.
 */
import { convolution } from '../blocks/convolution';
import { denseBlock, transition } from '../blocks/densely-connected';
import { inceptionBlock } from '../blocks/inception';
import { residualBlock } from '../blocks/residual';
import { graph, type GraphBuilder } from '../graph';
import type { NetworkSpec } from '../network-spec';
import { ninBlock } from './nin';
import type { ArchitectureSize } from './size';

export interface SmallSize extends ArchitectureSize {
  /** Channels of the picture. */
  readonly channels: number;
}

type Write = (g: GraphBuilder, x: string, classes: number) => string;

const halved = (g: GraphBuilder, id: string, from: string, size = 2): string =>
  g.add(id, 'maxPool', from, size === 2 ? { size } : { size, stride: 2, padding: 'same' });

function dense(g: GraphBuilder, id: string, from: string, units: number, activation: 'relu' | 'tanh'): string {
  const initialiser = activation === 'relu' ? 'heNormal' : 'xavierUniform';
  return g.add(`${id}/${activation}`, 'activation', g.add(`${id}/dense`, 'dense', from, { units, initialiser }), { activation });
}

/** Each channel's mean is what the last layer sees. */
const averagedHead: (g: GraphBuilder, from: string, classes: number) => string = (g, from, classes) =>
  g.add('output', 'dense', g.add('pool', 'globalAveragePool', from), { units: classes });

/** 5x5 windows, tanh, average pooling, dense layers. */
const lenet: Write = (g, x, classes) => {
  const layer = (id: string, from: string, filters: number, padding: 'same' | 'valid'): string => {
    const conv = g.add(`${id}/conv`, 'conv2d', from, { filters, size: 5, padding });
    return g.add(`${id}/pool`, 'averagePool', g.add(`${id}/tanh`, 'activation', conv, { activation: 'tanh' }), { size: 2 });
  };
  const maps = layer('conv2', layer('conv1', x, 8, 'same'), 16, 'valid');
  const hidden = dense(g, 'dense1', g.add('flatten', 'flatten', maps), 60, 'tanh');
  return g.add('output', 'dense', dense(g, 'dense2', hidden, 42, 'tanh'), { units: classes });
};

/** ReLU, overlapping max pooling, three 3x3 convolutions in a row, dense layers with dropout. */
const alexnet: Write = (g, x, classes) => {
  const overlapping = (id: string, from: string): string => g.add(id, 'maxPool', from, { size: 3, stride: 2 });
  let last = overlapping('pool1', convolution(g, 'conv1', x, { filters: 12, size: 5, padding: 'same' }));
  last = overlapping('pool2', convolution(g, 'conv2', last, { filters: 24, size: 3, padding: 1 }));
  for (const id of ['conv3', 'conv4', 'conv5']) last = convolution(g, id, last, { filters: 24, size: 3, padding: 1 });
  last = g.add('flatten', 'flatten', last);
  for (const id of ['dense1', 'dense2']) last = g.add(`${id}/dropout`, 'dropout', dense(g, id, last, 64, 'relu'), { rate: 0.25 });
  return g.add('output', 'dense', last, { units: classes });
};

/** One block over and over: 3x3, 3x3, pool, with twice the channels each time; then dense. */
const vgg: Write = (g, x, classes) => {
  let last = x;
  [6, 12, 24].forEach((filters, i) => {
    for (const layer of [1, 2]) last = convolution(g, `block${i + 1}/layer${layer}`, last, { filters, size: 3, padding: 1 });
    last = halved(g, `block${i + 1}/pool`, last);
  });
  const hidden = dense(g, 'dense1', g.add('flatten', 'flatten', last), 64, 'relu');
  return g.add('output', 'dense', hidden, { units: classes });
};

/** Two 1x1 convolutions behind each larger one, and no dense layer: the last block has a map a class. */
const nin: Write = (g, x, classes) => {
  let last = halved(g, 'block1/pool', ninBlock(g, 'block1', x, { filters: 12, size: 5, padding: 2 }), 3);
  last = halved(g, 'block2/pool', ninBlock(g, 'block2', last, { filters: 16, size: 3, padding: 1 }), 3);
  last = convolution(g, 'block3/window', last, { filters: 24, size: 3, padding: 1 });
  last = convolution(g, 'block3/point1', last, { filters: 24, size: 1 });
  last = convolution(g, 'block3/point2', last, { filters: classes, size: 1, activation: 'none' });
  return g.add('pool', 'globalAveragePool', last);
};

/** Two blocks of four parallel paths. */
const googlenet: Write = (g, x, classes) => {
  const stem = halved(g, 'stem/pool', convolution(g, 'stem', x, { filters: 12, size: 3, padding: 1, batchNorm: true }));
  const first = { one: 8, three: [8, 12], five: [4, 6], pool: 6, batchNorm: true } as const;
  const second = { one: 12, three: [12, 20], five: [6, 10], pool: 8, batchNorm: true } as const;
  const half = halved(g, 'pool1', inceptionBlock(g, 'block1', stem, first));
  return averagedHead(g, inceptionBlock(g, 'block2', half, second), classes);
};

/** Three blocks x + g(x), of 6, 12 and 24 channels. */
const resnet: Write = (g, x, classes) => {
  let last = convolution(g, 'stem', x, { filters: 6, size: 3, padding: 1, batchNorm: true });
  [6, 12, 24].forEach((filters, i) => {
    last = residualBlock(g, `block${i + 1}`, last, { filters, stride: i === 0 ? 1 : 2, project: i > 0 });
  });
  return averagedHead(g, last, classes);
};

/** Two dense blocks [x, g(x), …] with a transition between them. */
const densenet: Write = (g, x, classes) => {
  const stem = halved(g, 'stem/pool', convolution(g, 'stem', x, { filters: 8, size: 3, padding: 1, batchNorm: true }));
  const between = transition(g, 'transition', denseBlock(g, 'block1', stem, { layers: 4, growth: 6, bottleneck: 0 }), 16);
  const last = denseBlock(g, 'block2', between, { layers: 4, growth: 6, bottleneck: 0 });
  const relu = g.add('head/relu', 'activation', g.add('head/norm', 'batchNorm', last), { activation: 'relu' });
  return averagedHead(g, relu, classes);
};

/** In the order of the chapter. */
export const SMALL_FAMILIES = ['lenet', 'alexnet', 'vgg', 'nin', 'googlenet', 'resnet', 'densenet'] as const;
export type SmallFamily = (typeof SMALL_FAMILIES)[number];

const WRITERS: Readonly<Record<SmallFamily, Write>> = { lenet, alexnet, vgg, nin, googlenet, resnet, densenet };

/** A small network of a family; its output node is the last. */
export function smallNetwork(family: SmallFamily, { side, channels, classes }: SmallSize): NetworkSpec {
  return graph(family, [side, side, channels], (g, x) => WRITERS[family](g, x, classes));
}
