/** Update rules of the chapters, as tensor programs with their own slots. They replay bit for bit. */
import {
  add,
  div,
  mul,
  sqrt,
  square,
  sub,
  tensor,
  tidy,
  variable,
  zerosLike,
  type Scalar,
  type Tensor,
  type Variable,
} from '@tensorflow/tfjs-core';
import type { NamedVariable } from '../model';
import type { OptimiserName, OptimiserSettings } from '../blueprint/optimiser-settings';
import { isKernel } from '../blueprint/weights';
import type { Optimiser } from './optimiser';
import { softThreshold } from './soft-threshold';

type Scalars = Readonly<Record<string, Scalar>>;

interface Rule {
  readonly slots: readonly string[];
  /** Numbers of step t (1-based) besides the rate. */
  scalars(t: number, settings: Required<OptimiserSettings>): Readonly<Record<string, number>>;
  /** The change to subtract from the weight, times the rate; assigns the slots. */
  change(gradient: Tensor, slots: readonly Variable[], scalars: Scalars, settings: Required<OptimiserSettings>): Tensor;
}

const constants = (settings: Readonly<Record<string, number>>): Readonly<Record<string, number>> => settings;

function moved(slot: Variable | undefined, factor: number, towards: Tensor, weight: number): Tensor {
  if (slot === undefined) throw new Error('the optimiser’s slot is not there');
  const value = add(mul(slot, factor), mul(towards, weight));
  slot.assign(value);
  return value;
}

const rules: Readonly<Record<OptimiserName, Rule>> = {
  sgd: { slots: [], scalars: () => ({}), change: (gradient) => gradient },
  // v <- momentum v + g; w <- w - rate v (Polyak 1964), or w <- w - rate (g + momentum v) with Nesterov's look ahead, both in
  // the form of Sutskever et al. 2013 that libraries share.
  momentum: {
    slots: ['velocity'],
    scalars: () => ({}),
    change(gradient, [velocity], _, { momentum, nesterov }) {
      const value = moved(velocity, momentum, gradient, 1);
      return nesterov ? add(gradient, mul(value, momentum)) : value;
    },
  },
  // s <- decay s + (1 - decay) g^2; w <- w - rate g / (sqrt s + epsilon) (Tieleman & Hinton 2012).
  rmsprop: {
    slots: ['square'],
    scalars: () => ({}),
    change: (gradient, [slot], _, { decay, epsilon }) => div(gradient, add(sqrt(moved(slot, decay, square(gradient), 1 - decay)), epsilon)),
  },
  // Kingma & Ba 2015, algorithm 1; the bias corrections are scalars of the step.
  adam: {
    slots: ['mean', 'square'],
    scalars: (t, { beta1, beta2 }) => constants({ correction1: 1 / (1 - beta1 ** t), correction2: 1 / (1 - beta2 ** t) }),
    change(gradient, [first, second], { correction1, correction2 }, { beta1, beta2, epsilon }) {
      if (correction1 === undefined || correction2 === undefined) throw new Error('Adam’s corrections are not there');
      const mean = mul(moved(first, beta1, gradient, 1 - beta1), correction1);
      const deviation = sqrt(mul(moved(second, beta2, square(gradient), 1 - beta2), correction2));
      return div(mean, add(deviation, epsilon));
    },
  },
};

const DEFAULTS = { momentum: 0.9, nesterov: false, decay: 0.9, beta1: 0.9, beta2: 0.999, epsilon: 1e-8 } as const;

/** What each member of a population has of its own (`ml/population`), by its number. */
export interface MemberRates {
  /** Times the step's `learningRate`, which says how the rate changes over a run. */
  readonly learningRate: Float32Array;
  /** In the place of the step's `weightDecay`. */
  readonly weightDecay: Float32Array;
}

/** One number a member, against variables whose first dimension is members. */
function column(numbers: Float32Array, { rank }: Tensor): Tensor {
  return tensor(numbers, [numbers.length, ...Array.from({ length: rank - 1 }, () => 1)]);
}

/**
 * Creates an optimiser over named variables. Weight decay is decoupled: w <- w - rate * (change + decay * w), kernels only
 * (Loshchilov & Hutter 2019); so is what L1 shrinks by, where a step has such a `shrinkage`.
 * @param members what members of a population have of their own, where the variables are those of one.
 */
export function createOptimiser(settings: OptimiserSettings, variables: readonly NamedVariable[], members?: MemberRates): Optimiser {
  const full = { ...DEFAULTS, ...settings };
  const rule = rules[settings.name];
  const slotsOf = new Map(
    variables.map(({ name, variable: weight }) => [
      name,
      rule.slots.map((slot) => ({ name: `${name}/${slot}`, variable: tidy(() => variable(zerosLike(weight), false)) })),
    ]),
  );
  const slots = [...slotsOf.values()].flat();
  return {
    name: settings.name,
    slots,
    scalars: (step, { learningRate, weightDecay, shrinkage }) => ({
      learningRate,
      weightDecay: weightDecay ?? 0,
      // Left out where there is none: on small networks each op costs more than its arithmetic.
      ...(shrinkage === undefined || shrinkage === 0 ? {} : { shrinkage }),
      ...rule.scalars(step + 1, full),
    }),
    apply(gradients, scalars) {
      const { learningRate, weightDecay, shrinkage } = scalars;
      if (learningRate === undefined || weightDecay === undefined)
        throw new Error('learningRate and weightDecay must be among the scalars');
      for (const { name, variable: weight } of variables) {
        const gradient = gradients[name];
        if (gradient === undefined) continue;
        const change = rule.change(
          gradient,
          (slotsOf.get(name) ?? []).map((slot) => slot.variable),
          scalars,
          full,
        );
        const decay = members === undefined ? weightDecay : column(members.weightDecay, weight);
        const rate = members === undefined ? learningRate : mul(learningRate, column(members.learningRate, weight));
        const decayed = isKernel(name) ? add(change, mul(weight, decay)) : change;
        const stepped = sub(weight, mul(decayed, rate));
        weight.assign(shrinkage !== undefined && isKernel(name) ? softThreshold(stepped, mul(rate, shrinkage)) : stepped);
      }
    },
    dispose() {
      for (const slot of slots) slot.variable.dispose();
    },
  };
}
