/**
 * What a printed program hands to its network: `x`, and to a decoder, which is told its answers while it learns, `previous`: each answer
 * one place later, behind a mark.
 */
import { fill, type Lang } from '../../../i18n/text';
import { codeText } from '../../../i18n/code';
import { markOf } from '../../data-kinds';
import type { NetworkSpec } from '../network-spec';
import type { Program } from '../program';

function isTold({ inputs }: Pick<NetworkSpec, 'inputs'>): boolean {
  return Object.hasOwn(inputs, 'previous');
}

/**
 * What the network takes, as one argument, or as several.
 * @param of how a part of an array is written, by the array's name.
 */
export function given({ network }: Pick<Program, 'network'>, of: (name: string) => string, as: 'list' | 'arguments' = 'list'): string {
  if (!isTold(network)) return of('x');
  // The order is that of the network's inputs.
  const parts = Object.keys(network.inputs).map(of).join(', ');
  return as === 'list' ? `[${parts}]` : parts;
}

/** JavaScript that sets `previous` from `ys`, where the network takes it. */
export function jsPrevious({ network, data }: Program, lang: Lang): readonly string[] {
  if (!isTold(network)) return [];
  return [
    `// ${fill(codeText.previous[lang], { mark: markOf(data) })}`,
    `const previous = tf.tensor2d(ys.map((t) => [${markOf(data)}, ...t.slice(0, -1).map((s) => Math.max(s, 0))]), [n, ys[0].length], 'int32');`,
  ];
}

/** Python that sets `previous` from `y`, where the network takes it. */
export function pythonPrevious({ network, data }: Program, lang: Lang): readonly string[] {
  if (!isTold(network)) return [];
  return [
    `# ${fill(codeText.previous[lang], { mark: markOf(data) })}`,
    `previous = np.concatenate([np.full((n, 1), ${markOf(data)}), np.maximum(y[:, :-1], 0)], axis=1)`,
  ];
}
