import { abs, add, concat, matMul, max, reshape, sub, type Scalar, type Tensor } from '@tensorflow/tfjs-core';
import { at } from '../../base/at';
import { defineModel } from '../../ml/model';
import { buildNetwork, type Network } from '../../ml/network';
import { planarTask, type Scores } from '../../ml/tasks/planar';
import { supervisedModel } from '../../ml/tasks/supervised';
import type { ValuesOf } from '../declaration';
import type demo from './demo';
import collapseProgram from './program';

/** W = W1 W2 … and b = (… (b1 W2 + b2) W3 …) + bL: what remains of the layers when nothing stands between them. */
function collapse(network: Network): { readonly kernel: Tensor; readonly bias: Tensor } {
  const of = (role: string): Tensor[] => network.variables.filter(({ name }) => name.endsWith(`/${role}`)).map(({ variable }) => variable);
  const kernels = of('kernel');
  const biases = of('bias');
  const [first, ...rest] = kernels;
  const [firstBias] = biases;
  if (first === undefined || firstBias === undefined) throw new Error('a network without layers cannot be multiplied');
  let kernel: Tensor = first;
  let bias: Tensor = reshape(firstBias, [1, -1]);
  rest.forEach((next, i) => {
    kernel = matMul(kernel, next);
    bias = add(matMul(bias, next), at(biases, i + 1));
  });
  return { kernel, bias };
}

export default defineModel<ValuesOf<typeof demo>>({
  create({ values, random }) {
    const program = () => collapseProgram(values);
    const first = program();
    const task = planarTask(first, random);
    const network = buildNetwork(first.network, random.fork('weights'));
    const deep = network.scores;
    const collapsed: Scores = (x) => {
      const { kernel, bias } = collapse(network);
      return add(matMul(x, kernel), bias);
    };
    return supervisedModel({
      program,
      network,
      random,
      batch: task.batch,
      evaluateEvery: 10,
      evaluate() {
        const { testLoss, testAccuracy } = task.evaluate(deep);
        const difference = max<Scalar>(abs(sub(task.surface(deep), task.surface(collapsed))));
        return { testLoss: testLoss ?? NaN, testAccuracy: testAccuracy ?? NaN, difference };
      },
      frame() {
        const { kernel, bias } = collapse(network);
        return {
          surface: task.surface(deep),
          collapsedSurface: task.surface(collapsed),
          collapsed: concat([kernel, bias], 0),
          points: task.points,
          testPoints: task.testPoints,
        };
      },
      dispose: task.dispose,
    });
  },
});
