import {
  add,
  concat,
  mean,
  lessEqual,
  abs,
  cast,
  mul,
  slice,
  square,
  sub,
  sum,
  tensor1d,
  tidy,
  variable,
  type Scalar,
  type Tensor,
} from '@tensorflow/tfjs-core';
import { at } from '../../base/at';
import { activate } from '../../ml/layers/activation';
import { defineModel, type NamedVariable } from '../../ml/model';
import { createOptimiser } from '../../ml/optimisers';
import { ACTIVATION_NAMES, activations } from '../../ml/blueprint/activations';
import type { ValuesOf } from '../declaration';
import type demo from './demo';

/** A run has arrived when its output is this near to the target. */
const NEAR = 0.01;

/** Nine pre-activations, each moved by gradient descent through its own activation towards a target that it can reach. */
export default defineModel<ValuesOf<typeof demo>>({
  create({ values }) {
    const count = ACTIVATION_NAMES.length;
    const z = tidy(() => variable(tensor1d(new Float32Array(count).fill(values.start))));
    const variables: readonly NamedVariable[] = [{ name: 'z/value', variable: z }];
    const targets = Float32Array.from(ACTIVATION_NAMES, (name) => activations[name].value(values.goal));
    const outputs = (): Tensor[] => ACTIVATION_NAMES.map((name, i) => activate(name, slice(z, i, 1)));
    const errors = (): Tensor[] => outputs().map((output, i) => sub(output, targets[i] ?? 0));
    return {
      variables,
      state: [],
      optimiser: createOptimiser({ name: 'sgd' }, variables),
      inputs: () => ({}),
      hyperparameters: () => ({ learningRate: values.learningRate }),
      forward() {
        const given = outputs();
        const losses = errors().map((error) => mul<Scalar>(0.5, sum(square(error))));
        return {
          loss: losses.reduce((total, loss) => add<Scalar>(total, loss)),
          activations: Object.fromEntries(ACTIVATION_NAMES.map((name, i) => [name, at(given, i)])),
        };
      },
      evaluateEvery: 2,
      evaluate: () => ({ arrived: mean<Scalar>(cast(lessEqual(abs(concat(errors())), NEAR), 'float32')) }),
      frame: () => ({ z, targets: { shape: [count], data: targets } }),
      dispose: () => undefined,
    };
  },
});
