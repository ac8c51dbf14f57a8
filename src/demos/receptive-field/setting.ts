/** The stack that the reader has set, as a network, and the pixel that its outputs are asked for. Pure data. */
import { atOr } from '../../base/at';
import { squareAxis } from '../../ml/blueprint/convolve';
import type { NetworkSpec } from '../../ml/blueprint/network-spec';
import type { CopiedAxis } from '../../ml/data-kinds/copied/program';
import { receptiveFields, type ReceptiveField } from '../../ml/blueprint/receptive-field';
import { sequential, type ChainLayer } from '../../ml/blueprint/sequential';

/** Rows and columns of the input. */
export const SIDE = 15;
/** Channels between the layers. */
export const CHANNELS = 3;

export const KINDS = ['plain', 'strided', 'dilated', 'holes', 'maxPool', 'averagePool'] as const;
export type Kind = (typeof KINDS)[number];

interface Stack {
  readonly kernels: readonly number[];
  readonly kinds: readonly string[];
  readonly activation: string;
}

/** One layer's window, made smaller where it does not fit the picture that has become small. */
export interface StackedLayer {
  readonly kind: Kind;
  readonly size: number;
  readonly stride: number;
  readonly dilation: number;
  readonly padding: number;
  readonly output: number;
}

function layerOf(kind: Kind, wanted: number, side: number): StackedLayer {
  const pools = kind === 'maxPool' || kind === 'averagePool';
  const stride = pools || kind === 'strided' ? 2 : 1;
  const dilation = kind === 'dilated' ? 2 : kind === 'holes' ? 4 : 1;
  for (let size = wanted; size > 1; size--) {
    const padding = pools ? 0 : Math.floor((dilation * (size - 1)) / 2);
    const { output } = squareAxis(side, size, stride, padding, dilation);
    if (output >= 1) return { kind, size, stride, dilation, padding, output };
  }
  return { kind, size: 1, stride, dilation, padding: 0, output: squareAxis(side, 1, stride, 0, dilation).output };
}

/** The layers of a stack; a shorter list of kinds repeats its last. */
export function layersOf({ kernels, kinds }: Pick<Stack, 'kernels' | 'kinds'>): readonly StackedLayer[] {
  const layers: StackedLayer[] = [];
  kernels.forEach((size, i) => {
    const kind = KINDS.find((one) => one === atOr(kinds, i, kinds.at(-1))) ?? 'plain';
    layers.push(layerOf(kind, size, layers.at(-1)?.output ?? SIDE));
  });
  return layers;
}

/** The stack as a network; a convolution of one pixel, `out`, makes a single channel at the end and sees nothing new. */
export function stackNetwork(stack: Stack): NetworkSpec {
  const layers = layersOf(stack).flatMap(({ kind, size, stride, dilation, padding }, i): ChainLayer[] => {
    if (kind === 'maxPool' || kind === 'averagePool') return [{ id: `layer${i + 1}`, layer: kind, options: { size, stride } }];
    const options = { filters: CHANNELS, size, stride, dilation, padding, initialiser: 'xavierNormal' };
    const convolution = { id: `layer${i + 1}`, layer: 'conv2d', options };
    if (stack.activation === 'identity') return [convolution];
    return [convolution, { id: `activation${i + 1}`, layer: 'activation', options: { activation: stack.activation } }];
  });
  return sequential('stack', [SIDE, SIDE, 1], [...layers, { id: 'out', layer: 'conv2d', options: { filters: 1, size: 1 } }]);
}

/** What an output pixel sees. */
export function fieldOf(network: NetworkSpec): ReceptiveField {
  const field = receptiveFields(network)['out'];
  if (field === undefined) throw new Error('the stack has no output');
  return field;
}

/** The input's place in the middle of what output pixel 0 sees, and the step from one to the next. */
export function copiedAxis({ first, last, stride }: ReceptiveField['rows'], offset: number, count: number): CopiedAxis {
  return { first: Math.floor((first + last) / 2) + offset, stride, count };
}
