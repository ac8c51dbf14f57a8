import { matMul, mul, stack, type Tensor } from '@tensorflow/tfjs-core';
import { at } from '../../base/at';
import { decadesOnTheWay, flowOnPoints } from '../../ml/deep-task';
import { layerFlow, rootMeanSquare } from '../../ml/layer-flow';
import { defineModel, type NamedVariable } from '../../ml/model';
import { buildNetwork } from '../../ml/network';
import { deepLayers } from '../../ml/blueprint/deep';
import { planarTask } from '../../ml/tasks/planar';
import { supervisedModel } from '../../ml/tasks/supervised';
import type { ValuesOf } from '../declaration';
import type demo from './demo';
import explodingProgram from './program';

/**
 * How far W1, W1 W2, W1 W2 W3, … stretch a vector: the root of the mean of |u P|² over all directions u of length 1, which is the
 * product's Frobenius norm over the root of its number of rows.
 */
function productStretches(variables: readonly NamedVariable[]): Tensor {
  const kernels = variables.filter(({ name }) => /^hidden\d+\/kernel$/.test(name)).map(({ variable }): Tensor => variable);
  const stretches: Tensor[] = [];
  let product: Tensor | undefined;
  for (const kernel of kernels) {
    product = product === undefined ? kernel : matMul(product, kernel);
    stretches.push(mul(rootMeanSquare(product), Math.sqrt(at(product.shape, 1))));
  }
  return stack(stretches);
}

export default defineModel<ValuesOf<typeof demo>>({
  create({ values, random }) {
    const program = () => explodingProgram(values);
    const first = program();
    const task = planarTask(first, random);
    const network = buildNetwork(first.network, random.fork('weights'));
    const { scores } = network;
    const layers = deepLayers({ depth: values.depth, layerNorm: values.normalise, residual: values.residual });
    const flow = flowOnPoints(network, layers, task.points, first.loss);
    return supervisedModel({
      program,
      network,
      random,
      batch: task.batch,
      evaluateEvery: 20,
      evaluate: () => ({ testAccuracy: task.evaluate(scores)['testAccuracy'] ?? NaN, decades: decadesOnTheWay(flow) }),
      frame: () => ({
        ...layerFlow(flow),
        layers: { shape: [layers.length], data: Float32Array.from(layers, (_, i) => i + 1) },
        productStretch: productStretches(network.variables),
      }),
      dispose() {
        flow.x.dispose();
        flow.t.dispose();
        task.dispose();
      },
    });
  },
});
