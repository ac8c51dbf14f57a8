/** A model of two weights whose every number can be followed by hand, with ways to go wrong on purpose. */
import { abs, mean, mul, scalar, sqrt, sub, sum, tensor, variable, type Scalar, type Tensor } from '@tensorflow/tfjs-core';
import type { Model, ModelDefinition } from '../../../src/ml/model';
import { createOptimiser } from '../../../src/ml/optimisers';

export interface TinyOptions {
  /** Learning rate at a step; 0.1 by default. */
  readonly rate?: (step: number) => number;
  /** What the loss is multiplied by at a step; 1 by default. */
  readonly scale?: (step: number) => number;
  /** The loss is the root of the error: its slope is not finite where the error is 0. */
  readonly root?: boolean;
  /** Called in every forward pass, with the number of passes before. */
  readonly onForward?: (passes: number) => void;
  readonly evaluate?: (weights: Tensor) => Readonly<Record<string, Scalar | number>>;
  readonly evaluateEvery?: number;
}

/** Values with a live `learningRate` win over `rate`. */
export function tinyDefinition(options: TinyOptions = {}): ModelDefinition<Readonly<Record<string, unknown>>> {
  return {
    create({ values, random }): Model {
      const start = tensor(Float32Array.from([1 + random.fork('a').uniform(), -1 - random.fork('b').uniform()]), [2]);
      const weights = variable(start);
      start.dispose();
      const named = [{ name: 'tiny/kernel', variable: weights }];
      let passes = 0;
      return {
        variables: named,
        state: [],
        optimiser: createOptimiser({ name: 'sgd' }, named),
        inputs: (step) => ({ scale: { shape: [], data: Float32Array.of(options.scale?.(step) ?? 1) } }),
        hyperparameters: (step) => {
          const { learningRate } = values;
          return { learningRate: typeof learningRate === 'number' ? learningRate : (options.rate?.(step) ?? 0.1) };
        },
        forward({ scale }) {
          options.onForward?.(passes++);
          if (scale === undefined) throw new Error('scale is needed');
          const error = mul(abs(sub(weights, scalar(0.25))), scale);
          return { loss: mean<Scalar>(options.root === true ? sqrt(error) : mul(error, error)), activations: { tiny: error } };
        },
        evaluate: () => options.evaluate?.(weights) ?? { distance: mean<Scalar>(abs(weights)) },
        evaluateEvery: options.evaluateEvery ?? 4,
        frame: () => ({}),
        questions: {
          /** `sum`: the first weight `x` times, and the second. */
          weighed: {
            inputs: (asked) => ({ pair: { shape: [2], data: Float32Array.of(Number(asked.values['x']), 1) } }),
            answer: ({ pair }) => (pair === undefined ? {} : { sum: sum(mul(weights, pair)) }),
          },
          /** `place`: after so many random steps as `x` says, each a piece. */
          walk: {
            inputs: () => ({ at: { shape: [1], data: Float32Array.of(0) } }),
            answer: ({ at }) => (at === undefined ? {} : { place: mul(at, scalar(1)) }),
            next(asked, { place }, pieces) {
              if (pieces > Number(asked.values['x'])) return undefined;
              return { at: { shape: [1], data: Float32Array.of((place?.data[0] ?? 0) + asked.random.fork(pieces).normal()) } };
            },
          },
        },
        dispose: () => undefined,
      };
    },
  };
}

/** The same, started from a recipe without a demo. */
export const tinyRecipe = { demo: 'tiny', values: {}, seed: 1, interventions: [] } as const;
