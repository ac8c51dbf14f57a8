/** LeNet-5: the usual dense variant, and the network of the paper with its table of connections. */
import { at } from '../../../base/at';
import { graph } from '../graph';
import type { NetworkSpec } from '../network-spec';
import { sequential, type ChainLayer } from '../sequential';
import type { ArchitectureSize } from './size';

/** The dense variant's activations and pooling: those of the 1990s, or those that replaced them. */
export interface LenetSettings extends ArchitectureSize {
  readonly activation?: 'tanh' | 'sigmoid' | 'relu';
  readonly pooling?: 'averagePool' | 'maxPool';
  /** Kernels of the two convolutions; 6 and 16 as published. */
  readonly filters?: readonly [first: number, second: number];
}

/** LeNet with all maps connected, as it is usually built: 61,706 parameters for 28 x 28 pixels and ten classes. */
export function lenet({ side, classes, activation = 'tanh', pooling = 'averagePool', filters = [6, 16] }: LenetSettings): NetworkSpec {
  const initialiser = activation === 'relu' ? 'heNormal' : 'xavierUniform';
  const active = (id: string): ChainLayer => ({ id: `${id}-${activation}`, layer: 'activation', options: { activation } });
  const conv = (id: string, count: number, padding: 'same' | 'valid'): ChainLayer[] => [
    { id, layer: 'conv2d', options: { filters: count, size: 5, padding, initialiser } },
    active(id),
    { id: `${id}-pool`, layer: pooling, options: { size: 2 } },
  ];
  const dense = (id: string, units: number): ChainLayer[] => [{ id, layer: 'dense', options: { units, initialiser } }, active(id)];
  return sequential(
    'lenet',
    [side, side, 1],
    [
      ...conv('conv1', filters[0], 'same'),
      ...conv('conv2', filters[1], 'valid'),
      { id: 'flatten', layer: 'flatten' },
      ...dense('dense1', 120),
      ...dense('dense2', 84),
      { id: 'output', layer: 'dense', options: { units: classes } },
    ],
  );
}

/** Which maps of S2 each map of C3 sees (LeCun et al. 1998, table I). */
const C3_CONNECTIONS: readonly (readonly number[])[] = [
  [0, 1, 2],
  [1, 2, 3],
  [2, 3, 4],
  [3, 4, 5],
  [0, 4, 5],
  [0, 1, 5],
  [0, 1, 2, 3],
  [1, 2, 3, 4],
  [2, 3, 4, 5],
  [0, 3, 4, 5],
  [0, 1, 4, 5],
  [0, 1, 2, 5],
  [0, 1, 3, 4],
  [1, 2, 4, 5],
  [0, 2, 3, 5],
  [0, 1, 2, 3, 4, 5],
];

/**
 * LeNet-5 as published (LeCun et al. 1998, section II.B): 32 x 32 pixels, sampling layers with a coefficient and a bias a map, the
 * sparse C3, and an output that is not trained; 60,000 trained parameters. Its output units measure the distance from fixed
 * patterns of -1 and +1, which differs from a fixed dense layer by a term that all classes share; here the patterns are drawn, as
 * the paper says they might be.
 */
export function lenet1998({ side, classes }: ArchitectureSize): NetworkSpec {
  return graph('lenet-1998', [side, side, 1], (g, x) => {
    const tanh = (id: string, from: string): string => g.add(`${id}/tanh`, 'activation', from, { activation: 'tanh' });
    const map = (id: string, from: string): string => tanh(id, g.add(`${id}/conv`, 'conv2d', from, { filters: 1, size: 5 }));
    // The mean of four pixels times a coefficient, plus a bias: the paper's sum but for a factor that the coefficient takes in.
    const sampled = (id: string, from: string): string =>
      tanh(id, g.add(`${id}/scale`, 'depthwiseConv2d', g.add(`${id}/mean`, 'averagePool', from, { size: 2 }), { size: 1 }));
    const maps = [0, 1, 2, 3, 4, 5].map((i) => sampled(`s2/map${i + 1}`, map(`c1/map${i + 1}`, x)));
    const third = C3_CONNECTIONS.map((sources, i) => {
      const id = `c3/map${i + 1}`;
      return map(
        id,
        g.add(
          `${id}/concat`,
          'concat',
          sources.flatMap((source) => at(maps, source)),
        ),
      );
    });
    const fourth = sampled('s4', g.add('c3/concat', 'concat', third));
    const fifth = tanh('c5', g.add('c5/conv', 'conv2d', fourth, { filters: 120, size: 5 }));
    const sixth = tanh('f6', g.add('f6/dense', 'dense', g.add('f6/flatten', 'flatten', fifth), { units: 84 }));
    return g.add('output', 'dense', sixth, { units: classes, useBias: false, trained: false, initialiser: 'normal' });
  });
}
