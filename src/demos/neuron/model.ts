import { defineModel } from '../../ml/model';
import { buildNetwork } from '../../ml/network';
import { planarTask } from '../../ml/tasks/planar';
import { supervisedModel } from '../../ml/tasks/supervised';
import type { ValuesOf } from '../declaration';
import type demo from './demo';
import neuronProgram from './program';

export default defineModel<ValuesOf<typeof demo>>({
  create({ values, random }) {
    const program = () => neuronProgram(values);
    const first = program();
    const task = planarTask(first, random);
    const network = buildNetwork(first.network, random.fork('weights'));
    const { scores } = network;
    return supervisedModel({
      program,
      network,
      random,
      batch: task.batch,
      evaluateEvery: 5,
      evaluate: () => task.evaluate(scores),
      frame: () => ({ surface: task.surface(scores), points: task.points, testPoints: task.testPoints }),
      dispose: task.dispose,
    });
  },
});
