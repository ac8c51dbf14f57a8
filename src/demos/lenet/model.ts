import { softmax, type Tensor } from '@tensorflow/tfjs-core';
import type { OwnImages } from '../../ml/data-kinds/images/own';
import { defineModel } from '../../ml/model';
import { buildNetwork } from '../../ml/network';
import { imageTask } from '../../ml/tasks/images';
import { supervisedModel } from '../../ml/tasks/supervised';
import type { ValuesOf } from '../spec';
import type demo from './demo';
import lenetProgram from './program';

/** Steps between two evaluations on all held-out digits. */
const EVALUATE_EVERY = 20;
/** Badly read digits that are shown. */
const WORST = 8;
/** Weights under this name travel with every frame, so that the page can read whatever is written in it, but are not recorded. */
const LIVE = 'live/';

export default defineModel<ValuesOf<(typeof demo)['parameters']>, OwnImages>({
  create({ values, random, ownData }) {
    const program = () => lenetProgram(values, ownData);
    const first = program();
    const task = imageTask(first, random, ownData);
    const network = buildNetwork(first.network, random.fork('weights'));
    const apply = (x: Tensor) => network.apply({ x }, { training: false });
    const scores = (x: Tensor): Tensor => apply(x).outputs[0] ?? x;
    const examples = task.examples();
    return supervisedModel({
      program,
      network,
      random,
      batch: task.batch,
      evaluateEvery: EVALUATE_EVERY,
      evaluate: () => task.evaluate(scores),
      frame() {
        const given = task.testScores(scores);
        const { activations, outputs } = apply(examples.tensor);
        const worst = task.worst(given, WORST);
        return {
          examples: examples.array,
          exampleLabels: examples.labels,
          exampleScores: softmax(outputs[0] ?? given),
          ...Object.fromEntries(
            ['dense1', 'dense2'].flatMap((id) => {
              const units = activations[`${id}-${values.activation}`];
              return units === undefined ? [] : [[`examples/${id}-${values.activation}`, units]];
            }),
          ),
          confusion: task.confusion(given),
          misread: worst.images,
          misreadAs: worst.readings,
          ...Object.fromEntries(network.variables.map(({ name, variable }) => [LIVE + name, variable])),
        };
      },
      dispose() {
        examples.tensor.dispose();
        task.dispose();
      },
    });
  },
});
