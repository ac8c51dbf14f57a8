import { defineModel } from '../../ml/model';
import { buildSideBySide } from '../../ml/side-by-side';
import { imageTask } from '../../ml/tasks/images';
import { laneTask } from '../../ml/tasks/lanes';
import { supervisedModel } from '../../ml/tasks/supervised';
import type { ValuesOf } from '../declaration';
import type demo from './demo';
import blockRaceProgram from './program';

export default defineModel<ValuesOf<typeof demo>>({
  create({ values, random }) {
    const program = () => blockRaceProgram(values);
    const first = program();
    const task = imageTask(first, random);
    const network = buildSideBySide(first.network, random.fork('weights'));
    const lanes = laneTask(task, network);
    return supervisedModel({
      program,
      network,
      random,
      batch: task.batch,
      evaluateEvery: 25,
      evaluate() {
        const [one, two] = lanes.evaluate();
        if (one === undefined || two === undefined) throw new Error('a race has two networks');
        return {
          firstLoss: one.testLoss,
          secondLoss: two.testLoss,
          firstAccuracy: one.testAccuracy,
          secondAccuracy: two.testAccuracy,
        };
      },
      frame: lanes.frame,
      dispose() {
        lanes.dispose();
        task.dispose();
      },
    });
  },
});
