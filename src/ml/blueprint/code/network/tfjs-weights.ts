/** How weights begin, in TensorFlow.js. */
import { at } from '../../../../base/at';
import { fansOf } from '../../fans';
import type { InitialiserName } from '../../initialiser-names';
import { literal, type PrintedNode } from '../nodes';
import { orthogonalGain } from './windows';

/**
 * An initialiser. Normal and uniform rules are written out with their fans: tfjs's own normal ones cut the tails off and do not make up
 * for it, which leaves a deviation of 0.88 of the rule's.
 * @param shapes of the kernel in tfjs, and the one whose fans count.
 */
export function tfjsInitialiser(name: InitialiserName, scale: number, seed: number, shapes: NonNullable<PrintedNode['kernel']>): string {
  const fans = fansOf(shapes.drawnAs);
  const root = (of: string): string => `${scale === 1 ? '' : `${literal(scale)} * `}Math.sqrt(${of})`;
  const normal = (variance: string): string => `tf.initializers.randomNormal({ stddev: ${root(variance)}, seed: ${seed} })`;
  const uniform = (square: string): string =>
    `tf.initializers.randomUniform({ minval: -${root(square)}, maxval: ${root(square)}, seed: ${seed} })`;
  switch (name) {
    case 'zeros':
      return `'zeros'`;
    case 'ones':
      return `'ones'`;
    case 'constant':
      return scale === 0 ? `'zeros'` : `tf.initializers.constant({ value: ${literal(scale)} })`;
    case 'normal':
      return `tf.initializers.randomNormal({ stddev: ${literal(scale)}, seed: ${seed} })`;
    case 'uniform':
      return `tf.initializers.randomUniform({ minval: ${literal(-scale)}, maxval: ${literal(scale)}, seed: ${seed} })`;
    case 'xavierUniform':
      return uniform(`6 / ${fans.in + fans.out}`);
    case 'xavierNormal':
      return normal(`2 / ${fans.in + fans.out}`);
    case 'heUniform':
      return uniform(`6 / ${fans.in}`);
    case 'heNormal':
      return normal(`2 / ${fans.in}`);
    case 'lecunNormal':
      return normal(`1 / ${fans.in}`);
    case 'orthogonal':
      return `tf.initializers.orthogonal({ gain: ${literal(scale * orthogonalGain(shapes))}, seed: ${seed} })`;
  }
}

/** What layers with a kernel and a bias end in. @param seed of the kernel; the bias draws from another. */
export function tfjsWeights(
  one: PrintedNode,
  seed: number,
  word: 'kernel' | 'depthwise' = 'kernel',
  shape = one.kernel?.shape ?? [],
): string {
  const { drawnAs } = one.kernel ?? { drawnAs: shape };
  const bias = [at(one.shape, -1)];
  return [
    `${word}Initializer: ${tfjsInitialiser(one.initialiser, one.scale, seed, { shape, drawnAs })}`,
    one.useBias
      ? `biasInitializer: ${tfjsInitialiser(one.biasInitialiser, one.biasScale, seed + 100, { shape: bias, drawnAs: bias })}`
      : 'useBias: false',
    ...(one.frozen ? ['trainable: false'] : []),
  ].join(', ');
}
