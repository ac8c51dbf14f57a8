/** What the run can be asked: to go on with a prompt, and what it expects at a place of the passage, and by which earlier symbols. */
import { grad, logSoftmax, mul, neg, reshape, softmax, sqrt, square, sum, zeros, type Tensor } from '@tensorflow/tfjs-core';
import { at, only } from '../../base/at';
import { carriedUnits, readOn } from '../../ml/carried';
import type { Windows } from '../../ml/data-kinds/text/windows';
import type { Network } from '../../ml/network';
import type { Question } from '../../ml/question';
import type { TextTask } from '../../ml/tasks/text';
import { goOn, WRITERS, writtenOn } from '../../ml/data-kinds/text/writing';
import { floats, named } from '../../ml/question-pieces';
import { symbolEach } from './pieces';
import { EMBEDDING } from './program';

interface Reading {
  readonly network: Network;
  readonly task: Pick<TextTask, 'vocabulary'>;
  /** Symbols that are written. */
  readonly length: number;
}

/** The symbols of the prompt, behind a line end: what is written begins a line. */
function promptOf({ vocabulary }: Reading['task'], values: Readonly<Record<string, unknown>>): Int32Array {
  const { prompt } = values;
  return vocabulary.encode(`\n${typeof prompt === 'string' ? prompt : ''}`);
}

/**
 * Goes on with the prompt three ways (`ml/data-kinds/text/writing`), a symbol a piece. Answer: `texts` [rows, length] numbers of symbols, `bits` [rows],
 * `first` [classes] scores of what comes behind the prompt.
 */
export function writing({ network, task, length }: Reading): Question {
  const { symbols, unknown } = task.vocabulary;
  const classes = symbols.length;
  const carried = carriedUnits(network.spec, 'state');
  return {
    inputs({ values }) {
      return {
        x: symbolEach(new Int32Array(WRITERS).fill(at(promptOf(task, values), 0))),
        carried: floats(new Float32Array(WRITERS * carried), [WRITERS, carried]),
        texts: floats(new Float32Array(WRITERS * length), [WRITERS, length]),
        bits: floats(new Float32Array(WRITERS), [WRITERS]),
        first: floats(new Float32Array(classes), [classes]),
      };
    },
    answer(inputs) {
      const read = readOn({ network, node: 'state' }, named(inputs, 'x'), named(inputs, 'carried'));
      // What was written so far is handed on as it is.
      return { ...read, texts: named(inputs, 'texts'), bits: named(inputs, 'bits'), first: named(inputs, 'first') };
    },
    next({ values, random }, answer, pieces) {
      const prompt = promptOf(task, values);
      const given = Object.fromEntries(Object.entries(answer).filter(([name]) => name !== 'scores'));
      if (pieces < prompt.length) return { ...given, x: symbolEach(new Int32Array(WRITERS).fill(at(prompt, pieces))) };
      const place = pieces - prompt.length;
      if (place === length) return undefined;
      const scores = named(answer, 'scores').data;
      const before = { texts: Float32Array.from(named(answer, 'texts').data), bits: Float32Array.from(named(answer, 'bits').data) };
      const lot = random
        .fork(Number(values['draw'] ?? 1))
        .fork(place)
        .uniform();
      const gone = goOn(scores, before, place, lot, { classes, unknown, temperature: Number(values['temperature'] ?? 1) });
      const { texts, bits } = writtenOn(before, gone, place);
      const states = named(answer, 'carried').data;
      return {
        x: symbolEach(gone.map(({ symbol }) => symbol)),
        // Who goes on from a text goes on from what was carried at its end.
        carried: floats(
          gone.flatMap(({ from }) => Array.from(states.slice(from * carried, (from + 1) * carried))),
          [WRITERS, carried],
        ),
        texts: floats(texts, [WRITERS, length]),
        bits: floats(bits, [WRITERS]),
        first: place === 0 ? floats(scores.slice(0, classes), [classes]) : named(answer, 'first'),
      };
    },
  };
}

/**
 * What is expected at the place looked at. Answer: `probabilities` [classes]; `moved` [places], how long the derivative of the true
 * symbol's log-probability by each earlier symbol's embedding is, over the row's inputs; `place` [1], from 0, in the passage.
 */
export function reading({ network }: Reading, { rows, length, x, t }: Windows): Question {
  const classes = at(
    network.spec.nodes.filter(({ id }) => id === 'output').map(({ options }) => Number(options['units'])),
    0,
  );
  return {
    inputs({ values }) {
      const place = Math.max(0, Math.min(rows * length, Number(values['place'] ?? 1)) - 1);
      const [row, column] = [Math.floor(place / length), place % length];
      return {
        x: { shape: [1, length], data: x.slice(row * length, (row + 1) * length) },
        here: floats(
          Array.from({ length }, (_, i) => (i === column ? 1 : 0)),
          [1, length, 1],
        ),
        truth: floats(
          Array.from({ length: classes }, (_, symbol) => (symbol === t[place] ? 1 : 0)),
          [classes],
        ),
        place: floats([place], [1]),
      };
    },
    answer(inputs) {
      const here = named(inputs, 'here');
      const scoresHere = (embedded: Tensor): Tensor => {
        const { outputs } = network.apply({ x: named(inputs, 'x') }, { training: false, offsets: { embedding: embedded } });
        return sum(mul(only(outputs, 'the outputs'), here), [0, 1]);
      };
      const said = (embedded: Tensor): Tensor => neg(sum(mul(logSoftmax(scoresHere(embedded)), named(inputs, 'truth'))));
      const none = zeros([1, length, EMBEDDING]);
      const by = grad(said)(none);
      return {
        probabilities: softmax(scoresHere(none)),
        moved: reshape(sqrt(sum(square(by), -1)), [length]),
        place: named(inputs, 'place'),
      };
    },
  };
}
