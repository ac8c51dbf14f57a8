/** The question that is put to the run at fixed steps: a line drawn by lot, so that it can be seen how the writing has changed on the way. */
import { at } from '../../base/at';
import { carriedUnits, readOn } from '../../ml/carried';
import { drawn } from '../../ml/data-kinds/text/writing';
import type { Network } from '../../ml/network';
import type { Question } from '../../ml/question';
import type { TextTask } from '../../ml/tasks/text';
import { floats, named } from '../../ml/question-pieces';
import { symbolEach } from './pieces';

interface Sampled {
  readonly network: Network;
  readonly task: Pick<TextTask, 'vocabulary'>;
  /** Symbols that are written. */
  readonly length: number;
}

/**
 * Begins a line and draws one symbol after the other, a piece each. The lots are the same at whichever step it is asked: what differs is
 * the network. Answer: `text` [length], numbers of symbols.
 */
export function sample({ network, task: { vocabulary }, length }: Sampled): Question {
  const { symbols, unknown } = vocabulary;
  const carried = carriedUnits(network.spec, 'state');
  return {
    inputs: () => ({
      x: symbolEach([at(vocabulary.encode('\n'), 0)]),
      carried: floats(new Float32Array(carried), [1, carried]),
      text: floats(new Float32Array(length), [length]),
    }),
    answer: (inputs) => ({
      ...readOn({ network, node: 'state' }, named(inputs, 'x'), named(inputs, 'carried')),
      text: named(inputs, 'text'),
    }),
    next({ values, random }, answer, pieces) {
      if (pieces > length) return undefined;
      const lot = random.fork('sample').fork(pieces).uniform();
      const symbol = drawn(named(answer, 'scores').data, lot, {
        classes: symbols.length,
        unknown,
        temperature: Number(values['temperature'] ?? 1),
      });
      const text = Float32Array.from(named(answer, 'text').data);
      text[pieces - 1] = symbol;
      return { x: symbolEach([symbol]), carried: floats(named(answer, 'carried').data, [1, carried]), text: floats(text, [length]) };
    },
  };
}
