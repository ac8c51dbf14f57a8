import { defineModel } from '../../../src/ml/model';
import { buildNetwork } from '../../../src/ml/network';
import { planarTask } from '../../../src/ml/tasks/planar';
import { supervisedModel } from '../../../src/ml/tasks/supervised';
import type { ValuesOf } from '../../../src/demos/declaration';
import type demo from './demo';
import newProgram from './program';

export default defineModel<ValuesOf<typeof demo>>({
  create({ values, random }) {
    const program = () => newProgram(values);
    const first = program();
    const task = planarTask(first, random);
    const network = buildNetwork(first.network, random.fork('weights'));
    const { scores } = network;
    return supervisedModel({
      program,
      network,
      random,
      batch: task.batch,
      evaluateEvery: 10,
      evaluate: () => task.evaluate(scores),
      frame: () => ({ surface: task.surface(scores), points: task.points, testPoints: task.testPoints }),
      dispose: task.dispose,
    });
  },
});
