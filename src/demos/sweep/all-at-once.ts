/** All networks of both maps, as one population. */
import { add, cast, div, equal, less, min, minimum, mul, reshape, slice, sub, sum, type Scalar, type Tensor } from '@tensorflow/tfjs-core';
import { at, only } from '../../base/at';
import { memberLossesOf } from '../../ml/losses';
import type { Model, Share } from '../../ml/model';
import { buildPopulation } from '../../ml/population';
import type { Random } from '../../ml/random';
import { bestOf, rankCorrelation } from '../../ml/rank-correlation';
import { planarTask } from '../../ml/tasks/planar';
import { lossesOrElse, populationModel } from '../../ml/tasks/population';
import { axisArrays, levelsOf, ownArray } from './maps';
import { networkProgram } from './program';
import { weightsOf } from './weights';
import { CELLS, COLUMNS, DRAWS, NETWORKS, placeOf, ROWS, type Values } from './setting';

/** What is ranked in the place of a loss that is no number any more: behind all others. */
const LAST = 1e38;
/** The greatest loss that a curve shows. */
const MOST = 10;

/** How far the maps agree: whole, and among the best quarter of the first. */
function agreement(ranked: Tensor): Record<'bestLoss' | 'sameCellLoss' | 'sameCellPlace' | 'wholeCorrelation' | 'bestCorrelation', Scalar> {
  const [first, second] = [slice(ranked, 0, CELLS), slice(ranked, CELLS, CELLS)];
  const best = min<Scalar>(first);
  const there = cast(equal(first, best), 'float32');
  const same = div<Scalar>(sum(mul(second, there)), sum(there));
  const everyone = cast(equal(first, first), 'float32');
  return {
    bestLoss: minimum<Scalar>(best, MOST),
    sameCellLoss: minimum<Scalar>(same, MOST),
    sameCellPlace: add<Scalar>(1, sum(cast(less(second, same), 'float32'))),
    wholeCorrelation: rankCorrelation(first, second, everyone),
    bestCorrelation: rankCorrelation(first, second, bestOf(first, CELLS / 4)),
  };
}

/** The networks from number `from` + 1 to `to`, their programs, and what they learn. */
function networksOf(values: Values, random: Random, { from, to }: Share) {
  const numbers = Array.from({ length: to - from }, (_, i) => from + i + 1);
  const programs = numbers.map((number) => networkProgram(values, number));
  const population = buildPopulation(
    programs.map(({ network }, i) => ({ spec: network, random: weightsOf(random, placeOf(at(numbers, i)).draw) })),
  );
  const first = networkProgram(values, 1);
  const task = planarTask(first, random);
  const { x, t } = task.heldOut;
  const heldOut = (): Tensor => memberLossesOf(first.loss)(only(population.apply({ x }, { training: false }).outputs), t);
  return { programs, population, task, heldOut };
}

/** Some of the networks, for their steps alone. */
export function someAtOnce(values: Values, random: Random, share: Share): Model {
  const { programs, population, task, heldOut } = networksOf(values, random, share);
  return populationModel({
    programs,
    population,
    batch: task.batch,
    evaluateEvery: Infinity,
    evaluation: { heldOut, metrics: () => ({}) },
    frame: () => ({}),
    dispose: task.dispose,
  });
}

/** Builds the model of 256 networks. */
export function allAtOnce(values: Values, random: Random): Model {
  const { programs, population, task, heldOut } = networksOf(values, random, { from: 0, to: NETWORKS });
  return populationModel({
    programs,
    population,
    batch: task.batch,
    evaluateEvery: 20,
    evaluation: {
      heldOut,
      metrics: (losses, going) => ({
        ...agreement(lossesOrElse(losses, going, LAST)),
        diverged: sub<Scalar>(NETWORKS, sum(going)),
      }),
    },
    frame: (going) => ({
      levels: reshape(levelsOf(heldOut(), going), [DRAWS, ROWS, COLUMNS]),
      ...axisArrays(values),
      points: task.points,
      testPoints: task.testPoints,
    }),
    questions: {
      /** What one of the networks answers over the plane. */
      answer: {
        inputs: ({ values: { cell } }) => ({
          member: { shape: [1], data: Int32Array.of(Number(cell) - 1) },
          own: ownArray(values, Number(cell)),
        }),
        answer({ member, own }) {
          if (member === undefined || own === undefined) throw new Error('a network is asked by its number');
          return { surface: task.surface((grid) => population.scoresOf(member, grid)), own: own.clone() };
        },
      },
    },
    dispose: task.dispose,
  });
}
