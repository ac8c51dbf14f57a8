import {
  add,
  argMax,
  cast,
  equal,
  grad,
  log,
  matMul,
  maximum,
  mean,
  mul,
  neg,
  reshape,
  slice,
  softmax,
  sqrt,
  square,
  stack,
  sub,
  sum,
  tensor,
  tensor1d,
  tidy,
  variable,
  zerosLike,
  type Scalar,
  type Tensor,
} from '@tensorflow/tfjs-core';
import { at } from '../../base/at';
import { scalarArray } from '../../ml/data/rows';
import { defineModel } from '../../ml/model';
import { createOptimiser } from '../../ml/optimisers';
import { additiveScores, dotScores } from '../../ml/scores';
import type { ValuesOf } from '../declaration';
import type demo from './demo';
import { drawScores } from './draws';
import { problemOf, rightKey } from './problem';
import { HIDDEN, KEYS, LANES, LOOK_UPS, SHOWN, VALUE, type Lane } from './setting';

/** Stands in for zero in a logarithm. */
const LEAST = 1e-30;

/** What is measured of one score's look-ups. */
function measuresOf(scores: Tensor, right: Tensor, lossesOf: (scores: Tensor) => Tensor): Readonly<Record<string, Scalar>> {
  const weights = softmax(scores);
  const slopes = grad((by: Tensor) => sum(lossesOf(add(scores, by))))(zerosLike(scores));
  return {
    Accuracy: mean<Scalar>(cast(equal(argMax(weights, -1), right), 'float32')),
    Entropy: neg<Scalar>(mean(sum(mul(weights, log(maximum(weights, LEAST))), -1))),
    // The mean length of a look-up's gradient by its scores: what has come through the softmax.
    Gradient: mean<Scalar>(sqrt(sum(square(slopes), -1))),
  };
}

/**
 * Look-ups side by side under three scores. Frame: `scores`, `weights` [scores, look-ups, keys] of the first look-ups; `measures` [scores, 3],
 * accuracy, entropy and gradient of all; `drawn` [5]: variance, entropy and slope of drawn scores without the root, and both with it.
 */
export default defineModel<ValuesOf<typeof demo>>({
  create({ values, random }) {
    const { length } = values;
    const drawn = drawScores(length, random.fork('draws'));
    const problem = problemOf(length, random.fork('problem'));
    const keys = tensor(problem.keys, [LOOK_UPS, KEYS, length]);
    const said = tensor(problem.said, [LOOK_UPS, KEYS, VALUE]);
    const meant = tensor(problem.meant, [LOOK_UPS, VALUE]);
    const queryMap = tensor(problem.queryMap, [length, HIDDEN]);
    const scoreWeights = tensor(problem.scoreWeights, [HIDDEN]);
    const mappedKeys = tidy(() =>
      reshape(matMul(reshape(keys, [LOOK_UPS * KEYS, length]), tensor(problem.keyMap, [length, HIDDEN])), [LOOK_UPS, KEYS, HIDDEN]),
    );
    const right = tensor1d(
      Array.from({ length: LOOK_UPS }, (_, i) => rightKey(i)),
      'int32',
    );
    const named = LANES.map((lane) => ({
      name: `${lane}/queries`,
      variable: tidy(() => variable(tensor(problem.queries, [LOOK_UPS, length]))),
    }));

    const scoresOf = (lane: Lane): Tensor => {
      const queries = at(named, LANES.indexOf(lane)).variable;
      if (lane === 'additive') return additiveScores(reshape(matMul(queries, queryMap), [LOOK_UPS, 1, HIDDEN]), mappedKeys, scoreWeights);
      return dotScores(reshape(queries, [LOOK_UPS, 1, length]), keys, lane === 'scaled' ? 1 / Math.sqrt(length) : 1);
    };
    const lossesOf = (scores: Tensor): Tensor => {
      const heard = sum(mul(reshape(softmax(scores), [LOOK_UPS, KEYS, 1]), said), 1);
      return mul(0.5, mean(square(sub(heard, meant)), -1));
    };
    const first = (one: Tensor): Tensor => slice(one, [0, 0], [SHOWN, KEYS]);

    return {
      variables: named,
      state: [],
      optimiser: createOptimiser({ name: 'sgd' }, named),
      inputs: () => ({ share: scalarArray(1 / LOOK_UPS) }),
      // The loss is a mean over look-ups that share no weight: each gets the rate as if it were alone.
      hyperparameters: () => ({ learningRate: values.learningRate * LOOK_UPS }),
      forward({ share }) {
        if (share === undefined) throw new Error('the input share is needed');
        const losses = LANES.map((lane) => mul<Scalar>(share, sum(lossesOf(scoresOf(lane)))));
        return { loss: losses.reduce((all, one) => add<Scalar>(all, one)) };
      },
      evaluateEvery: 5,
      evaluate: () => ({
        ...Object.fromEntries(
          LANES.flatMap((lane) =>
            Object.entries(measuresOf(scoresOf(lane), right, lossesOf)).map(([name, one]) => [`${lane}${name}`, one] as const),
          ),
        ),
        variance: drawn.variance,
        drawnEntropy: drawn.dot.entropy,
        drawnScaledEntropy: drawn.scaled.entropy,
        drawnSlope: drawn.dot.slope,
        drawnScaledSlope: drawn.scaled.slope,
      }),
      frame() {
        const scores = LANES.map(scoresOf);
        return {
          scores: stack(scores.map(first)),
          weights: stack(scores.map((one) => first(softmax(one)))),
          measures: stack(scores.map((one) => stack(Object.values(measuresOf(one, right, lossesOf))))),
          drawn: {
            shape: [5],
            data: Float32Array.of(drawn.variance, drawn.dot.entropy, drawn.dot.slope, drawn.scaled.entropy, drawn.scaled.slope),
          },
        };
      },
      dispose() {
        for (const one of [keys, said, meant, queryMap, scoreWeights, mappedKeys, right]) one.dispose();
      },
    };
  },
});
