/** AlexNet: one column as in "One weird trick", and the two-column network of 2012. */
import { convolution } from '../blocks/convolution';
import { graph, type GraphBuilder } from '../graph';
import type { NetworkSpec } from '../network-spec';
import type { ArchitectureSize } from './size';

function head(g: GraphBuilder, from: string, classes: number): string {
  let last = g.add('flatten', 'flatten', from);
  for (const id of ['dense1', 'dense2']) {
    const dropped = g.add(`${id}/dropout`, 'dropout', last, { rate: 0.5 });
    const dense = g.add(`${id}/dense`, 'dense', dropped, { units: 4096, initialiser: 'heNormal' });
    last = g.add(`${id}/relu`, 'activation', dense, { activation: 'relu' });
  }
  return g.add('output', 'dense', last, { units: classes });
}

const pooled = (g: GraphBuilder, id: string, from: string): string => g.add(id, 'maxPool', from, { size: 3, stride: 2 });

/** Krizhevsky 2014 (arXiv:1404.5997), as in torchvision: one column, no local response normalisation. */
export function alexnet({ side, classes }: ArchitectureSize): NetworkSpec {
  return graph('alexnet', [side, side, 3], (g, x) => {
    let last = pooled(g, 'pool1', convolution(g, 'conv1', x, { filters: 64, size: 11, stride: 4, padding: 2 }));
    last = pooled(g, 'pool2', convolution(g, 'conv2', last, { filters: 192, size: 5, padding: 2 }));
    last = convolution(g, 'conv3', last, { filters: 384, size: 3, padding: 1 });
    last = convolution(g, 'conv4', last, { filters: 256, size: 3, padding: 1 });
    last = convolution(g, 'conv5', last, { filters: 256, size: 3, padding: 1 });
    return head(g, pooled(g, 'pool5', last), classes);
  });
}

/**
 * Krizhevsky et al. 2012: groups of two where the columns lay on two GPUs. Local response normalisation, which has no parameters, is
 * left out. The paper says 224 pixels; its 55 x 55 outputs need 227 without padding, or 224 with 2.
 */
export function alexnet2012({ side, classes }: ArchitectureSize): NetworkSpec {
  return graph('alexnet-2012', [side, side, 3], (g, x) => {
    let last = pooled(g, 'pool1', convolution(g, 'conv1', x, { filters: 96, size: 11, stride: 4, padding: 2 }));
    last = pooled(g, 'pool2', convolution(g, 'conv2', last, { filters: 256, size: 5, padding: 2, groups: 2 }));
    last = convolution(g, 'conv3', last, { filters: 384, size: 3, padding: 1 });
    last = convolution(g, 'conv4', last, { filters: 384, size: 3, padding: 1, groups: 2 });
    last = convolution(g, 'conv5', last, { filters: 256, size: 3, padding: 1, groups: 2 });
    return head(g, pooled(g, 'pool5', last), classes);
  });
}
