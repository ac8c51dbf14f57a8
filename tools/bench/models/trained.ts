/** What the timed models share: seeded weights, an optimiser, inputs that repeat after a few batches. No pictures, no evaluation. */
import { tensor, variable, type Scalar, type Tensor } from '@tensorflow/tfjs-core';
import '../../../src/ml/gradients';
import { initialise } from '../../../src/ml/initialisers';
import type { HostArray, Model } from '../../../src/ml/model';
import { createOptimiser } from '../../../src/ml/optimisers';
import { createRandom, type Random } from '../../../src/ml/random';
import type { InitialiserName } from '../../../src/ml/blueprint/initialiser-names';
import type { OptimiserSettings } from '../../../src/ml/blueprint/optimiser-settings';

/** A weight: its shape, where its numbers come from, and the rule's factor. */
export interface WeightPlan {
  readonly shape: readonly number[];
  readonly initialiser: InitialiserName;
  readonly scale?: number;
}

/** The weights' tensors by name; throws where a name is none of them. */
export type Weights = (name: string) => Tensor;

/** Batches made before the clock starts, so that what is timed is the step and not the drawing of data. */
const BATCHES_HELD = 8;

export interface TrainedOptions {
  readonly seed: number;
  readonly weights: Readonly<Record<string, WeightPlan>>;
  readonly optimiser: OptimiserSettings;
  readonly learningRate: number;
  /** One batch from its own stream; batch n serves steps n, n + 8, n + 16, … */
  readonly batch: (random: Random) => Readonly<Record<string, HostArray>>;
  /** The loss by ordinary tfjs ops; `input` throws where a name is none of the batch's. */
  readonly loss: (weight: Weights, input: Weights) => Scalar;
  /** Frees constants that `loss` uses. */
  readonly dispose?: () => void;
}

function lookUp(table: ReadonlyMap<string, Tensor>): Weights {
  return (name) => {
    const found = table.get(name);
    if (found === undefined) throw new Error(`there is no "${name}"; there are ${[...table.keys()].join(', ')}`);
    return found;
  };
}

/** A dense layer's two weights: `<name>/kernel` [inputs, outputs], Xavier-uniform, and `<name>/bias` [outputs], zeros. */
export function densePlan(name: string, inputs: number, outputs: number): Record<string, WeightPlan> {
  return {
    [`${name}/kernel`]: { shape: [inputs, outputs], initialiser: 'xavierUniform' },
    [`${name}/bias`]: { shape: [outputs], initialiser: 'zeros' },
  };
}

/** A model with the given weights and loss; the same seed gives the same weights and batches. */
export function trained(options: TrainedOptions): Model {
  const random = createRandom(options.seed);
  const draw = random.fork('weights');
  const variables = Object.entries(options.weights).map(([name, { shape, initialiser, scale }]) => {
    const start = tensor(initialise(initialiser, shape, draw.fork(name), scale), [...shape], 'float32');
    const made = variable(start, true);
    start.dispose();
    return { name, variable: made };
  });
  const weight = lookUp(new Map(variables.map((one) => [one.name, one.variable])));
  const data = random.fork('data');
  const batches = Array.from({ length: BATCHES_HELD }, (_, i) => options.batch(data.fork(i)));
  return {
    variables,
    state: [],
    optimiser: createOptimiser(options.optimiser, variables),
    inputs: (step) => batches[step % BATCHES_HELD] ?? {},
    hyperparameters: () => ({ learningRate: options.learningRate }),
    forward: (inputs) => ({ loss: options.loss(weight, lookUp(new Map(Object.entries(inputs)))) }),
    evaluateEvery: Infinity,
    evaluate: () => ({}),
    frame: () => ({}),
    dispose: () => options.dispose?.(),
  };
}
