/** What the network is asked to write: on from the reader's words, three ways, and at fixed steps a line by lot. */
import { reshape, sum, mul, type Tensor } from '@tensorflow/tfjs-core';
import { at, only } from '../../base/at';
import { drawn, goOn, WRITERS, writtenOn } from '../../ml/data-kinds/text/writing';
import { sizeOf } from '../../ml/blueprint/layer-description';
import type { TransformerSettings } from '../../ml/blueprint/transformer';
import type { Network } from '../../ml/network';
import type { HostArray } from '../../ml/model';
import { floats, named } from '../../ml/question-pieces';
import { HIDDEN } from '../../ml/layers/attention';
import { cachedWork, readOnCached } from '../../ml/cached-transformer';
import type { Asked, Question } from '../../ml/question';
import type { TextTask } from '../../ml/tasks/text';
import { lineEndOf, placeMark, promptOf, windowOf } from './window';

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

/** What is read of some texts whose last symbol stands at `place`, with what has been kept of those before. */
function lastOf(texts: readonly ArrayLike<number>[], place: number, window: number): Readonly<Record<string, HostArray>> {
  return {
    last: { shape: [texts.length], data: Int32Array.from(texts, (text) => at(Array.from(text), place)) },
    here: placeMark(place, window),
    seen: floats(
      Array.from({ length: window }, (_, i) => (i <= place ? 0 : HIDDEN)),
      [1, window],
    ),
  };
}

/** Of the rows of [blocks, rows, …] those that are gone on from, in their order. */
function rowsFrom(array: HostArray, from: readonly number[]): HostArray {
  const [blocks, rows] = [at(array.shape, 0), at(array.shape, 1)];
  const size = array.data.length / (blocks * rows);
  const chosen = new Float32Array(array.data.length);
  for (let block = 0; block < blocks; block++)
    from.forEach((row, i) => {
      const start = (block * rows + row) * size;
      chosen.set(Array.from(array.data.slice(start, start + size)), (block * rows + i) * size);
    });
  return { shape: array.shape, data: chosen };
}

/**
 * Goes on with the prompt three ways (`ml/data-kinds/text/writing`), a symbol a piece: reading the last symbols anew for each, or, where
 * `cache` is asked for, one alone with the keys and values of those before kept, as long as the window has room. Answer: `texts` [rows,
 * length] numbers of symbols, `bits` [rows], `first` [classes] scores of what comes behind the prompt, `work` [1] multiply-adds for one of the texts.
 */
export function writing({ network, settings, task, window, length }: Writer & { readonly settings: TransformerSettings }): Question {
  const { symbols, unknown } = task.vocabulary;
  const classes = symbols.length;
  const filler = lineEndOf(task);
  const none = [settings.blocks, WRITERS, window, settings.width];
  const cached = (values: Asked['values'], place: number): boolean => values['cache'] === true && settings.causal && place < window;
  /** What is read next: the symbol at `place` of the texts with what is kept, or the window that ends there; and the work of it. */
  const read = (
    asked: Asked,
    texts: readonly ArrayLike<number>[],
    place: number,
    kept: Readonly<Record<string, HostArray>>,
    before: number,
  ) =>
    cached(asked.values, place)
      ? { ...lastOf(texts, place, window), ...kept, work: floats([before + cachedWork(settings, place)], [1]) }
      : { ...windowsOf(texts, window, filler), work: floats([before + network.description.multiplyAdds], [1]) };
  return {
    inputs(asked) {
      const prompt = promptOf(task, asked.values);
      const empty = floats(new Float32Array(sizeOf(none)), none);
      const texts = new Array<Int32Array>(WRITERS).fill(prompt);
      const start = cached(asked.values, prompt.length - 1) ? 0 : prompt.length - 1;
      return {
        ...read(asked, texts, start, { keys: empty, values: empty }, 0),
        texts: floats(new Float32Array(WRITERS * length), [WRITERS, length]),
        bits: floats(new Float32Array(WRITERS), [WRITERS]),
        first: floats(new Float32Array(classes), [classes]),
      };
    },
    answer(inputs) {
      const { last, keys, values } = inputs;
      // What was written so far is handed on as it is.
      const handed = {
        texts: named(inputs, 'texts'),
        bits: named(inputs, 'bits'),
        first: named(inputs, 'first'),
        work: named(inputs, 'work'),
      };
      if (last === undefined || keys === undefined || values === undefined) return { scores: scoresHere(network, inputs), ...handed };
      return { ...readOnCached(network, settings, last, named(inputs, 'here'), named(inputs, 'seen'), { keys, values }), ...handed };
    },
    next(asked, answer, pieces) {
      const { values, random } = asked;
      const prompt = Array.from(promptOf(task, values));
      const work = at(Array.from(named(answer, 'work').data), 0);
      const { keys, values: said } = answer;
      const kept = (from: readonly number[]): Readonly<Record<string, HostArray>> =>
        keys === undefined || said === undefined ? {} : { keys: rowsFrom(keys, from), values: rowsFrom(said, from) };
      const stays = Array.from({ length: WRITERS }, (_, row) => row);
      const given = { texts: named(answer, 'texts'), bits: named(answer, 'bits'), first: named(answer, 'first') };
      // With a cache the prompt, too, is read symbol by symbol.
      const reading = cached(values, prompt.length - 1) ? prompt.length : 1;
      if (pieces < reading) return { ...read(asked, new Array<number[]>(WRITERS).fill(prompt), pieces, kept(stays), work), ...given };
      const place = pieces - reading;
      if (place === length) return undefined;
      const scores = named(answer, 'scores').data;
      const before = { texts: Float32Array.from(given.texts.data), bits: Float32Array.from(given.bits.data) };
      const lot = random
        .fork(Number(values['draw'] ?? 1))
        .fork(place)
        .uniform();
      const gone = goOn(scores, before, place, lot, { classes, unknown, temperature: Number(values['temperature'] ?? 1) });
      const { texts, bits } = writtenOn(before, gone, place);
      const whole = stays.map((row) => [...prompt, ...texts.slice(row * length, row * length + place + 1)]);
      const from = gone.map((one) => one.from);
      return {
        ...read(asked, whole, prompt.length + place, kept(from), work),
        texts: floats(texts, [WRITERS, length]),
        bits: floats(bits, [WRITERS]),
        first: place === 0 ? floats(scores.slice(0, classes), [classes]) : given.first,
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
