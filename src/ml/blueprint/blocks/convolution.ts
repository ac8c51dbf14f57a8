import type { ActivationName } from '../activations';
import type { GraphBuilder, Options } from '../graph';

/** A convolution with what usually follows it. */
export interface ConvolutionSettings {
  readonly filters: number;
  readonly size: number | readonly number[];
  readonly stride?: number;
  readonly padding?: number | 'same' | 'valid';
  readonly groups?: number;
  /** Batch norm before the activation; the convolution then has no bias, which the norm would take away again. */
  readonly batchNorm?: boolean;
  /** Of the batch norm. */
  readonly epsilon?: number;
  /** With which the batch norm's scale begins; default 1. */
  readonly initialScale?: number;
  /** `none` where what follows is to see the sums. */
  readonly activation?: ActivationName | 'none';
  /** Keeps the bias beside a batch norm, as published VGG networks do. */
  readonly useBias?: boolean;
}

function withoutUndefined(options: Readonly<Record<string, Options[string] | undefined>>): Options {
  return Object.fromEntries(Object.entries(options).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])));
}

/**
 * Adds convolution, batch norm and activation (ReLU by default) as asked, under the ids `<id>/conv`, `<id>/norm` and
 * `<id>/<activation>`. Kernels are drawn by He's rule, batch norms or not.
 * @returns the id of the last node.
 */
export function convolution(g: GraphBuilder, id: string, from: string, settings: ConvolutionSettings): string {
  const { filters, size, stride, padding, groups, batchNorm = false, epsilon, initialScale, activation = 'relu' } = settings;
  const useBias = settings.useBias ?? !batchNorm;
  let last = g.add(
    `${id}/conv`,
    'conv2d',
    from,
    withoutUndefined({ filters, size, stride, padding, groups, useBias: useBias ? undefined : false, initialiser: 'heNormal' }),
  );
  if (batchNorm) last = g.add(`${id}/norm`, 'batchNorm', last, withoutUndefined({ epsilon, initialScale }));
  return activation === 'none' ? last : g.add(`${id}/${activation}`, 'activation', last, { activation });
}
