import {
  add,
  div,
  exp,
  fill,
  matMul,
  mean,
  mul,
  reshape,
  scalar,
  softmax,
  square,
  stack,
  sub,
  sum,
  tensor2d,
  tidy,
  variable,
  type Scalar,
  type Tensor,
} from '@tensorflow/tfjs-core';
import { scalarArray } from '../../ml/data/rows';
import { functionSamples, functionValue } from '../../ml/data-kinds/function/samples';
import { defineModel, type HostArray } from '../../ml/model';
import { createOptimiser } from '../../ml/optimisers';
import type { ValuesOf } from '../declaration';
import type demo from './demo';
import { HELD_OUT, LOOKS, PLACES, placesOf, widthsOf } from './setting';

/** What is added to a score that must not count: e^-1e9 is 0 in any arithmetic. */
const HIDDEN = -1e9;

/**
 * Attention with places for keys and queries, y for values, and the score -(x - x')² / 2σ². Frame: `grid`, `target`, `average`, `chosen`,
 * `learned` [places]; `points` [n, 2]; `looks` [queries, n], weights under the learned width; `seen` [n, n], those of training; `widths`,
 * `trainError`, `testError` [widths]; `width` [].
 */
export default defineModel<ValuesOf<typeof demo>>({
  create({ values, random }) {
    const count = values.samples;
    const drawn = (name: string, many: number) => functionSamples(values.target, many, values.noise, random.fork(name));
    const [samples, others] = [drawn('data', count), drawn('heldOut', HELD_OUT)];
    const column = (numbers: readonly number[] | Float32Array): Tensor => tensor2d(Float32Array.from(numbers), [numbers.length, 1]);
    const keys = tensor2d(
      samples.map(({ x }) => x),
      [1, count],
    );
    const said = column(samples.map(({ y }) => y));
    const [asked, places, looks, heldX, heldY] = [
      samples.map(({ x }) => x),
      placesOf(PLACES),
      placesOf(LOOKS),
      others.map(({ x }) => x),
      others.map(({ y }) => y),
    ].map(column);
    if (!asked || !places || !looks || !heldX || !heldY) throw new Error('a column is missing');
    const itself = tensor2d(
      Float32Array.from({ length: count * count }, (_, i) => (i % (count + 1) === 0 ? HIDDEN : 0)),
      [count, count],
    );
    const widths = widthsOf();
    const named = [{ name: 'width/logarithm', variable: tidy(() => variable(scalar(Math.log(values.width)))) }];
    const learned = (): Tensor => exp(named[0]?.variable ?? scalar(NaN));

    /** Weights [queries, n] of all points for queries [queries, 1], each row with a sum of 1. */
    const weightsOf = (queries: Tensor, width: Tensor | number, masked = false): Tensor => {
      const scores = div(square(sub(queries, keys)), mul(-2, square(width)));
      return softmax(masked ? add(scores, itself) : scores);
    };
    const predicted = (queries: Tensor, width: Tensor | number): Tensor => matMul(weightsOf(queries, width), said);
    /** Mean squared error over the points themselves, as they are seen in training, and over those held out. */
    const trainError = (width: Tensor | number): Scalar =>
      mean<Scalar>(square(sub(matMul(weightsOf(asked, width, values.mask), said), said)));
    const testError = (width: Tensor | number): Scalar => mean<Scalar>(square(sub(predicted(heldX, width), heldY)));
    const line = (curve: Tensor): Tensor => reshape(curve, [PLACES]);
    const host = (data: Float32Array, shape: readonly number[] = [data.length]): HostArray => ({ shape, data });
    const still = {
      grid: host(placesOf(PLACES)),
      target: host(placesOf(PLACES).map((x) => functionValue(values.target, x))),
      points: host(Float32Array.from(samples.flatMap(({ x, y }) => [x, y])), [count, 2]),
      widths: host(widths),
    };

    return {
      variables: named,
      state: [],
      optimiser: createOptimiser({ name: 'adam' }, named),
      inputs: () => ({ half: scalarArray(0.5) }),
      hyperparameters: () => ({ learningRate: values.learningRate }),
      forward({ half }) {
        if (half === undefined) throw new Error('the input half is needed');
        return { loss: mul<Scalar>(half, trainError(learned())) };
      },
      evaluateEvery: 1,
      evaluate: () => ({
        averageError: mean<Scalar>(square(sub(mean(said), heldY))),
        chosenError: testError(values.width),
        learnedError: testError(learned()),
        learnedWidth: mul<Scalar>(1, learned()),
        own: mul<Scalar>(-1 / (count * -HIDDEN), sum(mul(weightsOf(asked, learned(), values.mask), itself))),
      }),
      frame() {
        const width = learned();
        const errors = (error: (width: number) => Scalar): Tensor => stack(Array.from(widths, error));
        return {
          ...still,
          average: mul(fill([PLACES], 1), mean(said)),
          chosen: line(predicted(places, values.width)),
          learned: line(predicted(places, width)),
          looks: weightsOf(looks, width),
          seen: weightsOf(asked, width, values.mask),
          trainError: errors(trainError),
          testError: errors(testError),
          width,
        };
      },
      dispose() {
        for (const one of [keys, said, asked, places, looks, heldX, heldY, itself]) one.dispose();
      },
    };
  },
});
