import { at } from '../../base/at';
import { flowOnPoints } from '../../ml/deep-task';
import { layerFlow } from '../../ml/layer-flow';
import { defineModel } from '../../ml/model';
import { buildNetwork } from '../../ml/network';
import { planarTask } from '../../ml/tasks/planar';
import { supervisedModel } from '../../ml/tasks/supervised';
import type { ValuesOf } from '../declaration';
import type demo from './demo';
import { judgeOf } from './judged';
import batchNormProgram from './program';
import { HIDDEN } from './setting';
import { statisticsOn } from './statistics';

export default defineModel<ValuesOf<typeof demo>>({
  create({ values, random }) {
    const program = () => batchNormProgram(values);
    const first = program();
    const task = planarTask(first, random);
    const network = buildNetwork(first.network, random.fork('weights'));
    const judge = judgeOf(task, network, values, random);
    // What the activations read.
    const given = HIDDEN.map(({ sums, norm }) => (values.norm === 'none' ? sums : norm));
    const statistics = statisticsOn(network, given, task.points, first.batchSize, random);
    const layers = given.map((id) => ({ before: id, after: id }));
    const flow = flowOnPoints(network, layers, task.points, first.loss);
    return supervisedModel({
      program,
      network,
      random,
      batch: task.batch,
      evaluateEvery: 5,
      evaluate() {
        const sizes = statistics.sizes();
        return { ...judge.evaluate(), firstSize: at(sizes, 0), lastSize: at(sizes, -1) };
      },
      frame() {
        const { activationCounts, activationRange } = layerFlow(flow);
        return {
          ...statistics.frame(),
          activationCounts,
          activationRange,
          accuracies: judge.accuracies(),
          surface: judge.surface(),
          points: task.points,
          testPoints: judge.points(),
        };
      },
      dispose() {
        flow.x.dispose();
        flow.t.dispose();
        statistics.dispose();
        judge.dispose();
        task.dispose();
      },
    });
  },
});
