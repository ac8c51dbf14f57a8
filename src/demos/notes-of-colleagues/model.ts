import {
  div,
  grad,
  matMul,
  max,
  mean,
  mul,
  neg,
  reshape,
  softmax,
  sqrt,
  square,
  sub,
  sum,
  tensor,
  tidy,
  variable,
  type Scalar,
  type Tensor,
} from '@tensorflow/tfjs-core';
import { at } from '../../base/at';
import { scalarArray } from '../../ml/data/rows';
import { held } from '../../ml/held';
import { defineModel } from '../../ml/model';
import { createOptimiser } from '../../ml/optimisers';
import { additiveScores, dotScores } from '../../ml/scores';
import type { ValuesOf } from '../declaration';
import type demo from './demo';
import { firstKeys } from './keys';
import { GRID, gridQueries, HIDDEN, NOTES } from './setting';

/** What is heard from whom: the scores of all keys, the weights that they become, and the notes' mean under them. */
interface Heard {
  readonly scores: Tensor;
  readonly weights: Tensor;
  readonly answers: Tensor;
}

/**
 * One look-up. Frame: `scores`, `weights` [colleagues]; `answer` []; `surface` [side, side], the answer that each question of the plane
 * would get; `pull` [2], minus the gradient by the query.
 */
export default defineModel<ValuesOf<typeof demo>>({
  create({ values, random }) {
    const count = values.colleagues;
    const drawn = random.fork('weights');
    const normals = (name: string, length: number, scale: number): Float32Array => {
      const own = drawn.fork(name);
      return Float32Array.from({ length }, () => scale * own.normal());
    };
    const named = (name: string, shape: readonly number[], data: Float32Array) => ({
      name: `${name}/value`,
      variable: tidy(() => variable(tensor(data, [...shape]))),
    });
    const all = [
      named('query', [2], normals('query', 2, 0.5)),
      named('keys', [count, 2], firstKeys(count, drawn.fork('keys'))),
      named('notes', [count], Float32Array.from(NOTES.slice(0, count))),
      named('queryMap', [2, HIDDEN], normals('queryMap', 2 * HIDDEN, 1)),
      named('keyMap', [2, HIDDEN], normals('keyMap', 2 * HIDDEN, 1)),
      named('scoreWeights', [HIDDEN], normals('scoreWeights', HIDDEN, 1)),
    ];
    const [query, keys, notes, queryMap, keyMap, scoreWeights] = [0, 1, 2, 3, 4, 5].map((i): Tensor => at(all, i).variable);
    if (!query || !keys || !notes || !queryMap || !keyMap || !scoreWeights) throw new Error('a weight is missing');
    const grid = tensor(gridQueries(), [GRID * GRID, 1, 2]);

    /** @param queries [batch, 1, 2] */
    const heard = (queries: Tensor): Heard => {
      const asked = at(queries.shape, 0);
      const theirs = values.learns === 'query' ? held(keys) : keys;
      const said = values.learns === 'notes' ? notes : held(notes);
      const scores =
        values.score === 'additive'
          ? additiveScores(
              reshape(matMul(reshape(queries, [asked, 2]), held(queryMap)), [asked, 1, HIDDEN]),
              reshape(matMul(theirs, held(keyMap)), [1, count, HIDDEN]),
              held(scoreWeights),
            )
          : dotScores(queries, reshape(theirs, [1, count, 2]), values.score === 'scaled' ? Math.SQRT1_2 : 1);
      const weights = softmax(div(scores, values.temperature));
      return { scores, weights, answers: sum(mul(weights, said), -1) };
    };
    const asked = (by: Tensor = query): Heard => heard(reshape(by, [1, 1, 2]));
    const lossOf = (answers: Tensor, goal: Tensor | number): Scalar => mul<Scalar>(0.5, mean(square(sub(answers, goal))));

    return {
      variables: all,
      state: [],
      optimiser: createOptimiser({ name: 'sgd' }, all),
      inputs: () => ({ goal: scalarArray(values.goal) }),
      hyperparameters: () => ({ learningRate: values.learningRate }),
      forward({ goal }) {
        if (goal === undefined) throw new Error('the input goal is needed');
        return { loss: lossOf(asked().answers, goal) };
      },
      evaluateEvery: 1,
      evaluate() {
        const { weights, answers } = asked();
        return { answer: mean(answers), largest: max(weights), sum: sum(weights), length: sqrt<Scalar>(sum(square(query))) };
      },
      frame() {
        const { scores, weights, answers } = asked();
        const slope = grad((by: Tensor) => lossOf(asked(by).answers, values.goal));
        return {
          scores: reshape(scores, [count]),
          weights: reshape(weights, [count]),
          answer: reshape(answers, []),
          surface: reshape(heard(grid).answers, [GRID, GRID]),
          pull: neg(slope(query)),
        };
      },
      dispose: () => grid.dispose(),
    };
  },
});
