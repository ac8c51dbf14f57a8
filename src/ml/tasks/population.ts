/** Many networks of the same shape trained at once, each by a program of its own, on the same samples in the same order. */
import { add, cast, div, less, sub, sum, where, zerosLike, type Scalar, type Tensor1D } from '@tensorflow/tfjs-core';
import { at, only } from '../../base/at';
import type { Program } from '../blueprint/program';
import { held, withoutGradient } from '../held';
import { memberLossesOf } from '../losses';
import type { HostArray, Model } from '../model';
import { createOptimiser } from '../optimisers';
import { scheduledRate } from '../optimisers/schedule';
import type { Population } from '../population';

/** From here on a member counts as broken, as it does where its loss is no number: so large, losses of many could no longer be added. */
const BROKEN = 1e30;

/** True for members whose loss is a number that can be reckoned with, false for broken ones; no gradient flows through it. */
export const unbroken = withoutGradient((losses) => less(losses, BROKEN));

export interface PopulationOptions {
  /** What member i is trained by. They may differ in learning rate, weight decay and in how weights begin. */
  readonly programs: readonly Program[];
  readonly population: Population;
  /** The samples of a step, which all members see: x [batch, …], t [batch, k]. */
  readonly batch: (step: number) => { readonly x: HostArray; readonly t: HostArray };
  readonly evaluateEvery: number;
  readonly evaluate: Model['evaluate'];
  readonly frame: Model['frame'];
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
 * The mean loss of the members that are not broken, with the gradient of their sum: each then learns as it would alone, and a broken
 * one, whose weights are no numbers any more, has no part in it. No number where all are broken, so that the run stops.
 */
function lossOfAll(losses: Tensor1D): Scalar {
  const alive = unbroken(losses);
  const total = sum<Scalar>(where(alive, losses, zerosLike(losses)));
  const shown = div<Scalar>(held(total), sum(cast(alive, 'float32')));
  return add<Scalar>(shown, sub(total, held(total)));
}

/** Builds the model of a population. */
export function populationModel(options: PopulationOptions): Model {
  const { population, programs } = options;
  const first = checkPrograms(programs, population);
  const losses = memberLossesOf(first.loss);
  const of = (number: (program: Program) => number): Float32Array => Float32Array.from(programs, number);
  return {
    variables: population.variables,
    state: population.state,
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
      return { loss: lossOfAll(losses(output, t)), activations, updates };
    },
    evaluateEvery: options.evaluateEvery,
    evaluate: options.evaluate,
    frame: options.frame,
    ...(options.questions === undefined ? {} : { questions: options.questions }),
    dispose: options.dispose,
  };
}
