/** Many networks of the same shape trained at once, each by a program of its own, on the same samples in the same order. */
import {
  cast,
  customGrad,
  div,
  exp,
  greater,
  isFinite,
  log,
  mul,
  ones,
  sum,
  tidy,
  variable,
  where,
  zeros,
  zerosLike,
  type GradSaveFunc,
  type Scalar,
  type Tensor,
} from '@tensorflow/tfjs-core';
import { at, only } from '../../base/at';
import type { Program } from '../blueprint/program';
import { withoutGradient } from '../held';
import { memberLossesOf } from '../losses';
import type { HostArray, Model } from '../model';
import { createOptimiser } from '../optimisers';
import { scheduledRate } from '../optimisers/schedule';
import type { Population } from '../population';

/** 1 for members whose loss is a number and who went on until now, 0 for those that are broken or break with it; without a gradient. */
function goingOn(losses: Tensor, until: Tensor): Tensor {
  return withoutGradient((now) => mul(until, cast(isFinite(now), 'float32')))(losses);
}

/** True for members that go on and have a loss that is a number. */
export function isGoing(losses: Tensor, going: Tensor): Tensor {
  return greater(goingOn(losses, going), 0.5);
}

/** Losses of members that go on, and another number in the place of the others'. */
export function lossesOrElse(losses: Tensor, going: Tensor, other: number): Tensor {
  return where(isGoing(losses, going), losses, other);
}

/** States of a population, [members]: 1 for those who go on, and the loss of each at the last step. */
const GOING = 'members/going';
const LOSS = 'members/loss';

export interface PopulationOptions {
  /** What member i is trained by. They may differ in learning rate, weight decay and in how weights begin. */
  readonly programs: readonly Program[];
  readonly population: Population;
  /** The samples of a step, which all members see: x [batch, …], t [batch, k]. */
  readonly batch: (step: number) => { readonly x: HostArray; readonly t: HostArray };
  readonly evaluateEvery: number;
  /** What each member gives for what is held out, [members], and the metrics of these; told which members go on, [members], 1 or 0. */
  readonly evaluation?: {
    readonly heldOut: () => Tensor;
    readonly metrics: (heldOut: Tensor, going: Tensor) => ReturnType<Model['evaluate']>;
  };
  /** As `Model` has it; told which members go on. */
  readonly frame: (going: Tensor) => ReturnType<Model['frame']>;
  readonly questions?: Model['questions'];
  /** Frees data tensors. */
  readonly dispose: () => void;
}

/** In what all programs must be alike, and what a population is trained without. */
function checkPrograms(programs: readonly Program[], { members }: Population): Program {
  if (programs.length !== members) throw new RangeError(`there are ${programs.length} programs for ${members} members`);
  const first = at(programs, 0, 'the programs of a population');
  const common = ({ loss, optimiser, schedule, steps, batchSize, data }: Program): string =>
    JSON.stringify([loss, optimiser, schedule, steps, batchSize, data]);
  programs.forEach((one, i) => {
    if (common(one) !== common(first)) {
      throw new RangeError(`program ${i} differs from program 0 in more than learning rate, weight decay and how weights begin`);
    }
    if (one.l1 !== 0 || one.l2 !== 0 || Number.isFinite(one.clipNorm)) {
      throw new RangeError(
        `program ${i} has a penalty or clips gradients; a population has weight decay in their place: l1 and l2 should be 0, clipNorm Infinity`,
      );
    }
  });
  return first;
}

/**
 * The geometric mean of the losses of members that go on, with the gradient of their sum: each learns as it would alone. A sum would show
 * nothing but the few members that have gone far astray, and soon be no number at all. No number where none goes on.
 */
const meanOfGoing = customGrad((...given) => {
  // customGrad types what it is given as tensors or the function that saves, which is always the last.
  const [losses, going, save] = given as [Tensor, Tensor, GradSaveFunc];
  save([going]);
  return {
    value: exp(sum<Scalar>(div(where(greater(going, 0.5), log(losses), 0), sum(going)))),
    gradFunc: (dy: Scalar, [kept]: Tensor[]) => (kept === undefined ? [] : [mul(dy, kept), zerosLike(kept)]),
  };
});

/**
 * Builds the model of a population. A member whose loss is no number at some step is broken from then on: it learns no more, as a run
 * alone stops there, and has no part in the loss.
 */
export function populationModel(options: PopulationOptions): Model {
  const { evaluation, population, programs } = options;
  const first = checkPrograms(programs, population);
  const losses = memberLossesOf(first.loss);
  const of = (number: (program: Program) => number): Float32Array => Float32Array.from(programs, number);
  const going = tidy(() => variable(ones([population.members]), false));
  const last = tidy(() => variable(zeros([population.members]), false));
  return {
    variables: population.variables,
    state: [...population.state, { name: GOING, variable: going }, { name: LOSS, variable: last }],
    members: {
      count: population.members,
      loss: LOSS,
      going: GOING,
      lossOfAll: () => meanOfGoing(last, going),
      ...(evaluation === undefined
        ? {}
        : { evaluation: { heldOut: evaluation.heldOut, metrics: (heldOut) => evaluation.metrics(heldOut, going) } }),
    },
    optimiser: createOptimiser(first.optimiser, population.variables, {
      learningRate: of(({ learningRate }) => learningRate),
      weightDecay: of(({ weightDecay }) => weightDecay),
    }),
    inputs: options.batch,
    hyperparameters: (step) => ({ learningRate: scheduledRate(first.schedule, 1, step, first.steps) }),
    forward({ x, t }) {
      if (x === undefined || t === undefined) throw new Error('inputs x and t are needed');
      const { outputs, activations, updates } = population.apply({ x }, { training: true });
      const output = only(outputs, 'the outputs of a population');
      const now = losses(output, t);
      const still = goingOn(now, going);
      return {
        loss: meanOfGoing(now, still),
        activations,
        updates: [...updates, { variable: going, value: still }, { variable: last, value: now }],
      };
    },
    evaluateEvery: options.evaluateEvery,
    evaluate: () => evaluation?.metrics(evaluation.heldOut(), going) ?? {},
    frame: () => options.frame(going),
    ...(options.questions === undefined ? {} : { questions: options.questions }),
    dispose: options.dispose,
  };
}
