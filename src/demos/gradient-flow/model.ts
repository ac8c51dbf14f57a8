import { decadesOnTheWay, flowOnPoints } from '../../ml/deep-task';
import { layerFlow } from '../../ml/layer-flow';
import { defineModel } from '../../ml/model';
import { buildNetwork } from '../../ml/network';
import { deepLayers } from '../../ml/blueprint/deep';
import { planarTask } from '../../ml/tasks/planar';
import { supervisedModel } from '../../ml/tasks/supervised';
import type { ValuesOf } from '../declaration';
import type demo from './demo';
import gradientFlowProgram from './program';

export default defineModel<ValuesOf<typeof demo>>({
  create({ values, random }) {
    const program = () => gradientFlowProgram(values);
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
      frame: () => ({ ...layerFlow(flow) }),
      dispose() {
        flow.x.dispose();
        flow.t.dispose();
        task.dispose();
      },
    });
  },
});
