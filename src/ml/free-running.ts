/**
 * A recurrent network that reads what it says: free running, as against reading the true symbols (teacher forcing; Williams & Zipser
 * 1989, "A learning algorithm for continually running fully recurrent neural networks").
 */
import {
  add,
  argMax,
  cast,
  concat,
  fill,
  matMul,
  mul,
  oneHot,
  reshape,
  slice,
  stack,
  sub,
  tile,
  transpose,
  zeros,
  type Tensor,
} from '@tensorflow/tfjs-core';
import { at } from '../base/at';
import type { CellName } from './blueprint/layers/recurrent';
import { CELL_STEPS } from './layers/recurrent';
import { unrolled, type Step } from './unrolled';

/** The weights of an embedding, a cell and a dense layer of scores, by what they do. */
export interface WriterWeights {
  /** [symbols, gates * units]: what each symbol adds to the gates, its vector times the cell's kernel. */
  readonly bySymbol: Tensor;
  /** [units, gates * units], and [gates * units]. */
  readonly recurrent: Tensor;
  readonly bias: Tensor;
  /** [units, symbols], and [symbols]. */
  readonly output: Tensor;
  readonly outputBias: Tensor;
}

export interface Told {
  /** [1, steps], int32: the true symbols. */
  readonly symbols: Tensor;
  /** [rows, steps]: 1 where a row reads the true symbol, 0 where it reads what it has just said. Each begins with a true one. */
  readonly told: Tensor;
  /** The steps, from 0, before which the state is zero. */
  readonly resets: ReadonlySet<number>;
}

/**
 * Reads the true symbol or the one said last, and says the likeliest next. Given, side by side: the true symbol [rows, symbols] as one-hot,
 * whether it is told, and whether the state is kept. The state is what was said (one-hot), h, and an LSTM's c.
 */
const stepOf =
  (cell: CellName): Step =>
  (given, state, weights) => {
    const [said, h, c] = [at(state, 0), at(state, 1), state[2]];
    const [bySymbol, recurrent, bias] = [at(weights, 0), at(weights, 1), at(weights, 2)];
    const [output, outputBias] = [at(weights, 3), at(weights, 4)];
    const symbols = at(outputBias.shape, 0);
    const part = (from: number, count: number): Tensor => slice(given, [0, from], [-1, count]);
    const [truth, told, kept] = [part(0, symbols), part(symbols, 1), part(symbols + 1, 1)];
    const read = add(mul(told, truth), mul(sub(1, told), said));
    const made = CELL_STEPS[cell](add(matMul(read, bySymbol), bias), recurrent, mul(kept, h), c === undefined ? undefined : mul(kept, c));
    const scores = add(matMul(made.h, output), outputBias);
    return [cast(oneHot(argMax(scores, -1), symbols), 'float32'), made.h, ...(made.c === undefined ? [] : [made.c])];
  };

const STEPS: Readonly<Record<CellName, Step>> = { rnn: stepOf('rnn'), lstm: stepOf('lstm'), gru: stepOf('gru') };

/**
 * What a network says after each step, the likeliest symbol; of equal ones the first. Call inside `tidy`.
 * @returns numbers of symbols [rows, steps], int32.
 */
export function saidAlone(cell: CellName, weights: WriterWeights, { symbols, told, resets }: Told): Tensor {
  const [rows, steps] = [at(told.shape, 0), at(told.shape, 1)];
  const [units, classes] = [at(weights.output.shape, 0), at(weights.output.shape, 1)];
  const truths = reshape(cast(oneHot(symbols, classes), 'float32'), [steps, classes]);
  const moments = Array.from({ length: steps }, (_, step) =>
    concat(
      [
        tile(slice(truths, [step, 0], [1, classes]), [rows, 1]),
        slice(told, [0, step], [rows, 1]),
        fill([rows, 1], resets.has(step) ? 0 : 1),
      ],
      1,
    ),
  );
  const state = zeros([rows, units]);
  const start = [zeros([rows, classes]), state, ...(cell === 'lstm' ? [state] : [])];
  const { bySymbol, recurrent, bias, output, outputBias } = weights;
  const said = unrolled(STEPS[cell], { moments, start, weights: [bySymbol, recurrent, bias, output, outputBias] });
  return transpose(argMax(stack(said.map((made) => at(made, 0))), -1));
}
