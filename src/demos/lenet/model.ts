import { softmax, type Tensor } from '@tensorflow/tfjs-core';
import { only } from '../../base/at';
import type { OwnImages } from '../../ml/data-kinds/images/own';
import { defineModel } from '../../ml/model';
import { buildNetwork } from '../../ml/network';
import { imageTask } from '../../ml/tasks/images';
import { supervisedModel } from '../../ml/tasks/supervised';
import type { ValuesOf } from '../declaration';
import type demo from './demo';
import { imageRead } from './image-read';
import lenetProgram from './program';

/** Steps between two evaluations on all held-out digits. */
const EVALUATE_EVERY = 20;
/** Badly read digits that are shown. */
const WORST = 8;

/** Layers whose outputs are drawn. */
const DRAWN: ReadonlySet<string> = new Set(['activation', 'maxPool', 'averagePool']);

export default defineModel<ValuesOf<(typeof demo)['parameters']>, OwnImages>({
  create({ values, random, ownData }) {
    const program = () => lenetProgram(values, ownData);
    const first = program();
    const task = imageTask(first, random, ownData);
    const network = buildNetwork(first.network, random.fork('weights'));
    const apply = (x: Tensor) => network.apply({ x }, { training: false });
    const drawn = network.spec.nodes.filter(({ layer }) => DRAWN.has(layer)).map(({ id }) => id);
    const { scores } = network;
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
          exampleScores: softmax(only(outputs, 'the outputs of LeNet')),
          ...Object.fromEntries(
            ['dense1', 'dense2'].flatMap((id) => {
              const units = activations[`${id}-${values.activation}`];
              return units === undefined ? [] : [[`examples/${id}-${values.activation}`, units]];
            }),
          ),
          confusion: task.confusion(given),
          misread: worst.images,
          misreadAs: worst.readings,
        };
      },
      questions: {
        /** What is written, or the test digit chosen, on its way through the network. */
        reading: {
          inputs: ({ values: asked }) => ({ x: imageRead(asked, examples) }),
          answer({ x }) {
            if (x === undefined) throw new Error('a reading is of an image x');
            const { activations, outputs } = apply(x);
            return {
              scores: softmax(only(outputs, 'the outputs of LeNet')),
              ...Object.fromEntries(drawn.flatMap((id) => (activations[id] === undefined ? [] : [[`layers/${id}`, activations[id]]]))),
            };
          },
        },
      },
      dispose() {
        examples.tensor.dispose();
        task.dispose();
      },
    });
  },
});
