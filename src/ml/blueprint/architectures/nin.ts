/** Network in Network: 1x1 convolutions after each larger one, and global average pooling as the head (Lin et al. 2014). */
import { convolution, type ConvolutionSettings } from '../blocks/convolution';
import { graph, type GraphBuilder } from '../graph';
import type { NetworkSpec } from '../network-spec';
import type { ArchitectureSize } from './size';

/** One convolution and two of 1x1: the paper's "mlpconv" layer. Gives the id of the last node. */
export function ninBlock(
  g: GraphBuilder,
  id: string,
  from: string,
  settings: ConvolutionSettings,
  pointwise: readonly [number, number] = [settings.filters, settings.filters],
): string {
  const wide = convolution(g, `${id}/window`, from, settings);
  const first = convolution(g, `${id}/point1`, wide, { filters: pointwise[0], size: 1 });
  return convolution(g, `${id}/point2`, first, { filters: pointwise[1], size: 1 });
}

/** The authors' ImageNet network, of four blocks (their Caffe model of 2014). */
export function nin({ side, classes }: ArchitectureSize): NetworkSpec {
  return graph('nin', [side, side, 3], (g, x) => {
    // Caffe lets a window run over the end: 54 pixels give 27, as `same` does; later sizes come out even.
    const pool = (id: string, from: string, padding: 'same' | 'valid' = 'valid'): string =>
      g.add(id, 'maxPool', from, { size: 3, stride: 2, padding });
    let last = pool('pool1', ninBlock(g, 'block1', x, { filters: 96, size: 11, stride: 4 }), 'same');
    last = pool('pool2', ninBlock(g, 'block2', last, { filters: 256, size: 5, padding: 2 }));
    last = pool('pool3', ninBlock(g, 'block3', last, { filters: 384, size: 3, padding: 1 }));
    last = g.add('dropout', 'dropout', last, { rate: 0.5 });
    last = ninBlock(g, 'block4', last, { filters: 1024, size: 3, padding: 1 }, [1024, classes]);
    return g.add('pool4', 'globalAveragePool', last);
  });
}

/** The paper's network for CIFAR-10, of three blocks. */
export function ninCifar({ side, classes }: ArchitectureSize): NetworkSpec {
  return graph('nin-cifar', [side, side, 3], (g, x) => {
    const half = (id: string, layer: 'maxPool' | 'averagePool', from: string): string =>
      g.add(`${id}/dropout`, 'dropout', g.add(`${id}/pool`, layer, from, { size: 3, stride: 2, padding: 'same' }), { rate: 0.5 });
    let last = half('reduce1', 'maxPool', ninBlock(g, 'block1', x, { filters: 192, size: 5, padding: 2 }, [160, 96]));
    last = half('reduce2', 'averagePool', ninBlock(g, 'block2', last, { filters: 192, size: 5, padding: 2 }));
    last = ninBlock(g, 'block3', last, { filters: 192, size: 3, padding: 1 }, [192, classes]);
    return g.add('pool', 'globalAveragePool', last);
  });
}
