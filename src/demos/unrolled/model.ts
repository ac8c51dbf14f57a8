import { cast, equal, matMul, mean, reshape, softmax, tensor2d, type Scalar, type Tensor } from '@tensorflow/tfjs-core';
import { only } from '../../base/at';
import { lineNumbers, lineSteps, lineSymbols } from '../../ml/data-kinds/line/program';
import { saidAlone, type WriterWeights } from '../../ml/free-running';
import { classAccuracy } from '../../ml/metrics';
import { defineModel, type HostArray } from '../../ml/model';
import { activationOf, buildNetwork, type Network } from '../../ml/network';
import { supervisedModel } from '../../ml/tasks/supervised';
import type { ValuesOf } from '../declaration';
import type demo from './demo';
import unrolledProgram from './program';
import { boundsOf, resetsOf } from './setting';

/** The network's weights as a writer takes them: the embedding is one product with the cell's kernel. */
function weightsOf(network: Network): WriterWeights {
  return {
    bySymbol: matMul(network.weight('embedding/table'), network.weight('state/kernel')),
    recurrent: network.weight('state/recurrentKernel'),
    bias: network.weight('state/bias'),
    output: network.weight('output/kernel'),
    outputBias: network.weight('output/bias'),
  };
}

const list = (data: Int32Array): HostArray => ({ shape: [data.length], data });

/**
 * Frame. Of the line: `codes` [symbols], code points by number; `line` [places], numbers; `resets`, steps before which the state is zero.
 * The cell's weights `bySymbol` [symbols, gates * units] (embedding times kernel), `recurrent` [units, gates * units], `bias`; `state` and an
 * LSTM's `memory` c [steps, units], `answers` [steps, symbols], probabilities; `alone` [steps, steps], numbers of what is said after each
 * step: row n is given the first n + 1 symbols, and then reads what it has said.
 */
export default defineModel<ValuesOf<typeof demo>>({
  create({ values, random }) {
    const program = () => unrolledProgram(values);
    const first = program();
    const { text } = first.data;
    const [numbers, symbols, steps] = [lineNumbers(text), lineSymbols(text), lineSteps(first.data)];
    const network = buildNetwork(first.network, random.fork('weights'));
    const bounds = boundsOf(values);
    const resets = resetsOf(values);
    const batch = { x: { shape: [1, steps], data: numbers.slice(0, -1) }, t: { shape: [1, steps], data: numbers.slice(1) } };
    const row = ({ data }: HostArray): Tensor => tensor2d(Int32Array.from(data), [1, steps], 'int32');
    const { x, t } = { x: row(batch.x), t: row(batch.t) };
    /** Rows that are given so many symbols, and no more. */
    const told = (counts: readonly number[]): Tensor =>
      tensor2d(
        Float32Array.from({ length: counts.length * steps }, (_, i) => (i % steps < (counts[Math.floor(i / steps)] ?? 0) ? 1 : 0)),
        [counts.length, steps],
      );
    const [givenOne, givenEach] = [told([1]), told(Array.from({ length: steps }, (_, i) => i + 1))];
    const alone = (given: Tensor): Tensor =>
      saidAlone(values.cell, weightsOf(network), { symbols: x, told: given, resets: new Set(resets) });
    const still = {
      codes: list(Int32Array.from(symbols, (symbol) => symbol.codePointAt(0) ?? 0)),
      line: list(numbers),
      resets: list(Int32Array.from(resets)),
    };
    return supervisedModel({
      program,
      network,
      random,
      batch: () => batch,
      evaluateEvery: 10,
      evaluate() {
        return {
          leastLoss: bounds.loss,
          accuracy: classAccuracy(network.scores(x), t),
          aloneAccuracy: mean<Scalar>(cast(equal(alone(givenOne), t), 'float32')),
          bestAccuracy: bounds.accuracy,
          length: numbers.length,
          distinct: symbols.length,
        };
      },
      frame() {
        const applied = network.apply({ x }, { training: false });
        const { bySymbol, recurrent, bias } = weightsOf(network);
        const byStep = (tensor: Tensor): Tensor => reshape(tensor, [steps, -1]);
        const memory = applied.inner()['state#state'];
        return {
          ...still,
          bySymbol,
          recurrent,
          bias,
          state: byStep(activationOf(applied, 'state')),
          ...(memory === undefined ? {} : { memory: byStep(memory) }),
          answers: byStep(softmax(only(applied.outputs, 'the outputs of a network that reads a line'))),
          alone: alone(givenEach),
        };
      },
      dispose() {
        for (const one of [x, t, givenOne, givenEach]) one.dispose();
      },
    });
  },
});
