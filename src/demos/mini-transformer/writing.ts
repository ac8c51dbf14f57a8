/** What the network is asked to write: on from the reader's words, three ways, and at fixed steps a line by lot. */
import { reshape, sum, mul, type Tensor } from '@tensorflow/tfjs-core';
import { at, only } from '../../base/at';
import { drawn, goOn, WRITERS, writtenOn } from '../../ml/data-kinds/text/writing';
import type { Network } from '../../ml/network';
import type { HostArray } from '../../ml/model';
import type { Question } from '../../ml/question';
import type { TextTask } from '../../ml/tasks/text';
import { floats, lineEndOf, named, placeMark, promptOf, windowOf } from './window';

export interface Writer {
  readonly network: Network;
  readonly task: Pick<TextTask, 'vocabulary'>;
  /** Places of a window, and symbols that are written. */
  readonly window: number;
  readonly length: number;
}

/** [rows, classes]: the scores of what comes behind the windows' last symbols. */
function scoresHere(network: Network, inputs: Readonly<Record<string, Tensor>>): Tensor {
  const scores = only(network.apply({ x: named(inputs, 'x') }, { training: false }).outputs, 'the outputs');
  return reshape(sum(mul(scores, named(inputs, 'here')), 1), [-1, at(scores.shape, 2)]);
}

/** Windows onto the ends of texts of one length, and the mark of their last symbol. */
function windowsOf(
  texts: readonly ArrayLike<number>[],
  window: number,
  filler: number,
): { readonly x: HostArray; readonly here: HostArray } {
  const seen = texts.map((text) => windowOf(text, window, filler));
  return {
    x: { shape: [texts.length, window], data: Int32Array.from(seen.flatMap(({ symbols }) => Array.from(symbols))) },
    here: placeMark((seen[0]?.count ?? 1) - 1, window),
  };
}

/**
 * Goes on with the prompt three ways (`ml/data-kinds/text/writing`), a symbol a piece, reading the last symbols anew for each. Answer:
 * `texts` [rows, length] numbers of symbols, `bits` [rows], `first` [classes] scores of what comes behind the prompt.
 */
export function writing({ network, task, window, length }: Writer): Question {
  const { symbols, unknown } = task.vocabulary;
  const classes = symbols.length;
  const filler = lineEndOf(task);
  return {
    inputs({ values }) {
      return {
        ...windowsOf(new Array(WRITERS).fill(promptOf(task, values)), window, filler),
        texts: floats(new Float32Array(WRITERS * length), [WRITERS, length]),
        bits: floats(new Float32Array(WRITERS), [WRITERS]),
        first: floats(new Float32Array(classes), [classes]),
      };
    },
    answer: (inputs) => ({
      scores: scoresHere(network, inputs),
      // What was written so far is handed on as it is.
      texts: named(inputs, 'texts'),
      bits: named(inputs, 'bits'),
      first: named(inputs, 'first'),
    }),
    next({ values, random }, answer, pieces) {
      const place = pieces - 1;
      if (place === length) return undefined;
      const scores = named(answer, 'scores').data;
      const before = { texts: Float32Array.from(named(answer, 'texts').data), bits: Float32Array.from(named(answer, 'bits').data) };
      const lot = random
        .fork(Number(values['draw'] ?? 1))
        .fork(place)
        .uniform();
      const gone = goOn(scores, before, place, lot, { classes, unknown, temperature: Number(values['temperature'] ?? 1) });
      const { texts, bits } = writtenOn(before, gone, place);
      const prompt = Array.from(promptOf(task, values));
      const whole = Array.from({ length: WRITERS }, (_, row) => [...prompt, ...texts.slice(row * length, row * length + place + 1)]);
      return {
        ...windowsOf(whole, window, filler),
        texts: floats(texts, [WRITERS, length]),
        bits: floats(bits, [WRITERS]),
        first: place === 0 ? floats(scores.slice(0, classes), [classes]) : named(answer, 'first'),
      };
    },
  };
}

/**
 * Begins a line and draws one symbol after the other, a piece each. The lots are the same at whichever step it is asked: what differs is
 * the network. Answer: `text` [length], numbers of symbols.
 */
export function sample({ network, task, window, length }: Writer): Question {
  const { symbols, unknown } = task.vocabulary;
  const filler = lineEndOf(task);
  return {
    inputs: () => ({ ...windowsOf([[filler]], window, filler), text: floats(new Float32Array(length), [length]) }),
    answer: (inputs) => ({ scores: scoresHere(network, inputs), text: named(inputs, 'text') }),
    next({ values, random }, answer, pieces) {
      if (pieces > length) return undefined;
      const lot = random.fork('sample').fork(pieces).uniform();
      const temperature = Number(values['temperature'] ?? 1);
      const symbol = drawn(named(answer, 'scores').data, lot, { classes: symbols.length, unknown, temperature });
      const text = Float32Array.from(named(answer, 'text').data);
      text[pieces - 1] = symbol;
      return { ...windowsOf([[filler, ...text.slice(0, pieces)]], window, filler), text: floats(text, [length]) };
    },
  };
}
