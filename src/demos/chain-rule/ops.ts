/** The expression's operations as tfjs ops: their gradients are the tape's, independent of those that the picture draws. */
import {
  abs,
  add,
  cos,
  div,
  exp,
  log,
  maximum,
  minimum,
  mul,
  neg,
  pow,
  relu,
  sigmoid,
  sin,
  sqrt,
  sub,
  tanh,
  type Tensor,
} from '@tensorflow/tfjs-core';
import { at } from '../../base/at';
import type { Operation } from '../../ml/expression/derivatives';
import type { Graph } from '../../ml/expression/graph';

type Inputs = readonly [Tensor, ...Tensor[]];

const OPS: Readonly<Record<Operation, (inputs: Inputs) => Tensor>> = {
  '+': ([a, b = a]) => add(a, b),
  '-': ([a, b = a]) => sub(a, b),
  '*': ([a, b = a]) => mul(a, b),
  '/': ([a, b = a]) => div(a, b),
  '^': ([a, b = a]) => pow(a, b),
  negate: ([a]) => neg(a),
  exp: ([a]) => exp(a),
  log: ([a]) => log(a),
  sin: ([a]) => sin(a),
  cos: ([a]) => cos(a),
  tanh: ([a]) => tanh(a),
  sigmoid: ([a]) => sigmoid(a),
  relu: ([a]) => relu(a),
  abs: ([a]) => abs(a),
  sqrt: ([a]) => sqrt(a),
  max: (inputs) => inputs.reduce((most, one) => maximum(most, one)),
  min: (inputs) => inputs.reduce((least, one) => minimum(least, one)),
};

/**
 * The value of every node of a graph, in its order.
 * @param variables by name; all that the graph names.
 * @param constant a number as a tensor.
 */
export function tensorsOf(
  graph: Graph,
  variables: Readonly<Record<string, Tensor>>,
  constant: (value: number) => Tensor,
): readonly [Tensor, ...Tensor[]] {
  const values: Tensor[] = [];
  for (const { kind, label, operation, value, inputs } of graph.nodes) {
    const [first, ...rest] = inputs.map((input) => at(values, input, 'the values so far'));
    if (operation !== undefined && first !== undefined) values.push(OPS[operation]([first, ...rest]));
    else values.push((kind === 'variable' ? variables[label] : undefined) ?? constant(value ?? NaN));
  }
  const [first = constant(NaN), ...rest] = values;
  return [first, ...rest];
}
