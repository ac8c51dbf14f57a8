import { mul, scalar, square, sub, tidy, variable, type Scalar, type Tensor } from '@tensorflow/tfjs-core';
import { at } from '../../base/at';
import { scalarArray } from '../../ml/data/rows';
import { parseBindings } from '../../ml/expression/bindings';
import { graphOf } from '../../ml/expression/graph';
import { parseExpression } from '../../ml/expression/parse';
import { defineModel } from '../../ml/model';
import { createOptimiser } from '../../ml/optimisers';
import type { ValuesOf } from '../declaration';
import type demo from './demo';
import { tensorsOf } from './ops';

/** Gradient descent on the variables of an expression, so that its value reaches the goal. */
export default defineModel<ValuesOf<typeof demo>>({
  create({ values }) {
    const parsed = parseExpression(values.expression);
    const given = parseBindings(values.start);
    if ('problem' in parsed) throw new Error(parsed.problem.en);
    if ('problem' in given) throw new Error(given.problem.en);
    const graph = graphOf(parsed.expression);
    const named = graph.variables.map((name) => ({
      label: name,
      name: `${name}/value`,
      variable: tidy(() => variable(scalar(given.bindings[name] ?? 1))),
    }));
    const byName: Readonly<Record<string, Tensor>> = Object.fromEntries(named.map(({ label, variable: one }) => [label, one]));
    const result = (): Tensor => {
      const nodes = tensorsOf(graph, byName, (value) => scalar(value));
      return at(nodes, -1);
    };
    return {
      variables: named,
      state: [],
      optimiser: createOptimiser({ name: 'sgd' }, named),
      inputs: () => ({ goal: scalarArray(values.goal) }),
      hyperparameters: () => ({ learningRate: values.learningRate }),
      forward({ goal }) {
        if (goal === undefined) throw new Error('the input goal is needed');
        const value = result();
        return { loss: mul<Scalar>(0.5, square(sub(value, goal))), activations: { t: value } };
      },
      evaluateEvery: 1,
      evaluate: () => ({ value: mul<Scalar>(1, result()) }),
      frame: () => Object.fromEntries(named.map(({ label, variable: one }) => [`variable/${label}`, one])),
      dispose: () => undefined,
    };
  },
});
