import { cast, equal, mean, reshape, square, stack, sub, sum, tensor2d, type Scalar, type Tensor } from '@tensorflow/tfjs-core';
import { drawFeatures } from '../../ml/data-kinds/features/draw';
import { featureScale } from '../../ml/data-kinds/features/program';
import { defineModel, type HostArray } from '../../ml/model';
import { buildNetwork } from '../../ml/network';
import { supervisedModel } from '../../ml/tasks/supervised';
import weightDecayProgram from './program';
import { dataOf, isSquared, MOST, sizesOf, STRENGTHS, type Values } from './setting';
import { solve, type SolvedPoint } from './solved';

function host(numbers: Iterable<number>): HostArray {
  const data = Float32Array.from(numbers);
  return { shape: [data.length], data };
}

/**
 * Frame: `weights` [features], `run` [2], its test error and |w|^2; solved without training, `sizes`, `none`, `best`, `now` [sizes], test
 * errors at each number of features with no penalty, the best strength and the present one (absent where there is no closed form); `strengths`, `trainError`,
 * `testError`, `weightSize` [strengths], at the present number of features under the present kind of penalty; `setting` [4]: samples,
 * features, the present strength (0 for none) and the test error that the present settings lead to.
 */
export default defineModel<Values>({
  create({ values, random }) {
    const program = () => weightDecayProgram(values);
    const { samples, features } = values;
    const sizes = sizesOf(values);
    const drawn = drawFeatures(dataOf(values, MOST), random.fork('data'));
    const solved = solve(drawn, samples, sizes, features);
    const rows = drawn.targets.length;
    const scale = featureScale(features);
    const x = Float32Array.from(
      { length: rows * features },
      (_, i) => scale * (drawn.columns[i % features]?.[Math.floor(i / features)] ?? NaN),
    );
    const t = Float32Array.from(drawn.targets);
    const batch = {
      x: { shape: [samples, features], data: x.slice(0, samples * features) },
      t: { shape: [samples, 1], data: t.slice(0, samples) },
    };
    const held = {
      trainX: tensor2d(batch.x.data, [samples, features]),
      trainY: tensor2d(batch.t.data, [samples, 1]),
      testX: tensor2d(x.slice(samples * features), [rows - samples, features]),
      testY: tensor2d(t.slice(samples), [rows - samples, 1]),
    };
    const network = buildNetwork(program().network, random.fork('weights'));
    const weights = (): Tensor => reshape(network.weight('linear/kernel'), [features]);
    const error = (inputs: Tensor, targets: Tensor): Scalar => mean<Scalar>(square(sub(network.scores(inputs), targets)));
    const strength = (): number => (values.penalty === 'none' ? 0 : values.strength);
    const lasso = (): boolean => values.penalty === 'subgradient' || values.penalty === 'proximal';
    const at = (one: number): SolvedPoint | undefined => (lasso() ? solved.hereLasso(one) : solved.here(one));
    const here = sizes.indexOf(features);
    const still = { sizes: host(sizes), none: host(solved.none), best: host(solved.best) };
    const best = {
      noneError: solved.none[here] ?? NaN,
      bestError: solved.best[here] ?? NaN,
      bestStrength: solved.bestStrength[here] ?? NaN,
    };
    return supervisedModel({
      program,
      network,
      random,
      batch: () => batch,
      evaluateEvery: 10,
      evaluate: () => ({
        trainError: error(held.trainX, held.trainY),
        testError: error(held.testX, held.testY),
        ...best,
        solvedError: at(strength())?.test ?? NaN,
        weightSize: sum<Scalar>(square(weights())),
        zeroShare: mean<Scalar>(cast(equal(weights(), 0), 'float32')),
      }),
      frame() {
        const points = STRENGTHS.flatMap((one) => {
          const point = at(one);
          return point === undefined ? [] : [{ strength: one, ...point }];
        });
        return {
          ...still,
          ...(isSquared(values.penalty) ? { now: host(solved.sizesAt(values.strength)) } : {}),
          strengths: host(points.map(({ strength: one }) => one)),
          trainError: host(points.map(({ train }) => train)),
          testError: host(points.map(({ test }) => test)),
          weightSize: host(points.map(({ size }) => size)),
          setting: host([samples, features, strength(), at(strength())?.test ?? NaN]),
          run: stack([error(held.testX, held.testY), sum(square(weights()))]),
          weights: weights(),
        };
      },
      dispose() {
        for (const tensor of Object.values(held)) tensor.dispose();
      },
    });
  },
});
