/** The question that opens the network: all that stands inside it while it reads the reader's words. */
import { concat, mul, reshape, sum, transpose, type Tensor } from '@tensorflow/tfjs-core';
import { only } from '../../base/at';
import { innerName } from '../../ml/blueprint/inner-values';
import { transformerNodes, type TransformerSettings } from '../../ml/blueprint/transformer';
import { turned } from '../../ml/layers/attention';
import { activationOf, type Network } from '../../ml/network';
import type { Question } from '../../ml/question';
import { floats, named } from '../../ml/question-pieces';
import { streamContributions } from '../../ml/stream';
import type { TextTask } from '../../ml/tasks/text';
import { lineEndOf, placeMark, promptOf, windowOf } from './window';

/** What attention makes of what it is given, in the order in which the answer holds their kernels. */
const PROJECTIONS = ['query', 'key', 'value'] as const;

interface Opened {
  readonly network: Network;
  readonly settings: TransformerSettings;
  readonly task: Pick<TextTask, 'vocabulary'>;
}

/**
 * Answer, by block: `reads` [blocks, places, width], what attention is given; `queries`, `keys`, `values`, `heads` [blocks, places, width],
 * those of all heads side by side, turned where positions turn them; `weights` [blocks, heads, places, places]; `kernels` [blocks, 3, width,
 * width] of queries, keys and values. At the place looked at: `scores` [classes] of the next symbol, and `parts` [parts, classes], what each
 * part of the stream adds to each. `symbols` [places], `count` [1] of them that are heard, `place` [1] from 0.
 */
export function inside({ network, settings, task }: Opened): Question {
  const { length, width, heads, blocks, positions } = settings;
  const each = width / heads;
  const attentions = transformerNodes(settings).parts.filter(({ kind }) => kind === 'attention');
  /** By block, [blocks, places, width]. */
  const stacked = (tensors: readonly Tensor[]): Tensor => reshape(concat([...tensors], 0), [blocks, length, width]);
  /** Queries or keys as they meet. */
  const met = (x: Tensor): Tensor => {
    if (positions !== 'rotary') return x;
    const byHead = transpose(reshape(x, [length, heads, each]), [1, 0, 2]);
    return reshape(transpose(turned(byHead, { width: each }), [1, 0, 2]), [1, length, width]);
  };
  return {
    inputs({ values }) {
      const { symbols, count: given } = windowOf(promptOf(task, values), length, lineEndOf(task));
      // Without a mask what stands behind the reader's words is heard as well.
      const count = settings.causal ? given : length;
      const place = Math.max(0, Math.min(count, Number(values['place'] ?? count)) - 1);
      return {
        x: { shape: [1, length], data: symbols },
        here: placeMark(place, length),
        symbols: floats(symbols, [length]),
        count: floats([count], [1]),
        place: floats([place], [1]),
      };
    },
    answer(inputs) {
      const applied = network.apply({ x: named(inputs, 'x') }, { training: false });
      const inner = applied.inner();
      const kernelsOf = (): Tensor[] =>
        attentions.flatMap(({ says }) => PROJECTIONS.map((role) => network.weight(`${says}/${role}Kernel`)));
      const roleOf = (role: string): Tensor[] => attentions.map(({ says }) => named(inner, innerName(says, role)));
      return {
        reads: stacked(attentions.map(({ reads }) => activationOf(applied, reads))),
        queries: stacked(roleOf('queries').map(met)),
        keys: stacked(roleOf('keys').map(met)),
        values: stacked(roleOf('values')),
        heads: stacked(roleOf('heads')),
        kernels: reshape(concat(kernelsOf(), 0), [blocks, PROJECTIONS.length, width, width]),
        weights: reshape(concat(roleOf('weights'), 0), [blocks, heads, length, length]),
        parts: streamContributions(network, settings, applied, named(inputs, 'here')),
        scores: sum(mul(only(applied.outputs, 'the outputs'), named(inputs, 'here')), [0, 1]),
        symbols: named(inputs, 'symbols'),
        count: named(inputs, 'count'),
        place: named(inputs, 'place'),
      };
    },
  };
}
