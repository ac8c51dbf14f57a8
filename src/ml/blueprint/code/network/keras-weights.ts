/** How weights begin and are punished, in Keras. */
import { at } from '../../../../base/at';
import type { InitialiserName } from '../../initialiser-names';
import type { Program } from '../../program';
import { literal, type PrintedNode } from '../nodes';
import { depthwiseFans, orthogonalGain } from './windows';

/** Strengths of the penalties on kernels. */
export type Penalties = Pick<Program, 'l1' | 'l2'>;

/** An initialiser. @param fans by what Keras's own count of inputs, of both fans and of an orthogonal kernel's size is multiplied. */
export function kerasInitialiser(name: InitialiserName, scale: number, seed: number, fans = { inputs: 1, mean: 1, orthogonal: 1 }): string {
  const variance = (mode: string, distribution: string, gain: number): string =>
    `initializers.VarianceScaling(${literal(gain * scale * scale * (mode === 'fan_in' ? fans.inputs : fans.mean))}, "${mode}", "${distribution}", seed=${seed})`;
  switch (name) {
    case 'zeros':
    case 'ones':
      return `"${name}"`;
    case 'constant':
      return scale === 0 ? `"zeros"` : `initializers.Constant(${literal(scale)})`;
    case 'normal':
      return `initializers.RandomNormal(stddev=${literal(scale)}, seed=${seed})`;
    case 'uniform':
      return `initializers.RandomUniform(${literal(-scale)}, ${literal(scale)}, seed=${seed})`;
    case 'xavierUniform':
      return variance('fan_avg', 'uniform', 1);
    case 'xavierNormal':
      return variance('fan_avg', 'untruncated_normal', 1);
    case 'heUniform':
      return variance('fan_in', 'uniform', 2);
    case 'heNormal':
      return variance('fan_in', 'untruncated_normal', 2);
    case 'lecunNormal':
      return variance('fan_in', 'untruncated_normal', 1);
    case 'orthogonal':
      return `initializers.Orthogonal(gain=${literal(scale * fans.orthogonal)}, seed=${seed})`;
  }
}

/** What all layers with weights end in; `kernel` is what Keras calls the kernel there. */
export function kerasWeights(one: PrintedNode, index: number, kernel: 'kernel' | 'depthwise', { l1, l2 }: Penalties): string {
  const channels = at(one.inputShape, -1);
  const multiplier = Number(one.node.options['multiplier'] ?? 1);
  const orthogonal = one.kernel === undefined ? 1 : orthogonalGain(one.kernel);
  const fans = kernel === 'depthwise' ? { ...depthwiseFans(channels, multiplier), orthogonal } : undefined;
  return [
    `${kernel}_initializer=${kerasInitialiser(one.initialiser, one.scale, index + 1, fans)}`,
    one.useBias ? `bias_initializer=${kerasInitialiser(one.biasInitialiser, one.biasScale, index + 101)}` : 'use_bias=False',
    // Keras's L2 counts w^2, ours half of it.
    ...(l1 > 0 || l2 > 0 ? [`${kernel}_regularizer=regularizers.L1L2(${literal(l1)}, ${literal(l2 / 2)})`] : []),
    ...(one.frozen ? ['trainable=False'] : []),
  ].join(', ');
}
