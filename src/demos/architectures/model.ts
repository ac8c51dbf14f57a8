import { stack, tensor2d } from '@tensorflow/tfjs-core';
import { oneHotRows } from '../../ml/data/rows';
import { gradientSizes, rootMeanSquare } from '../../ml/layer-flow';
import { lossOf } from '../../ml/losses';
import { defineModel } from '../../ml/model';
import { activationOf, buildNetwork } from '../../ml/network';
import { strokesTask } from '../../ml/tasks/strokes';
import { supervisedModel } from '../../ml/tasks/supervised';
import type { ValuesOf } from '../declaration';
import type demo from './demo';
import architecturesProgram from './program';

/** Frame: `activations` and `gradients` [layers], root mean squares over the convolutions and dense layers in the network's order. */
export default defineModel<ValuesOf<typeof demo>>({
  create({ values, random }) {
    const program = () => architecturesProgram(values);
    const first = program();
    const { data } = first;
    const task = strokesTask(first, random.fork('data'));
    const network = buildNetwork(first.network, random.fork('weights'));
    const layers = first.network.nodes.flatMap(({ id, layer }) =>
      layer === 'conv2d' || layer === 'dense' ? [{ before: id, after: id }] : [],
    );
    const classes = Array.from({ length: data.classes }, (_, k) => k);
    const t = tensor2d(oneHotRows(classes, data.classes), [data.classes, data.classes]);
    const flow = { network, layers, x: task.examples, t, loss: lossOf(first.loss), training: true };
    return supervisedModel({
      program,
      network,
      random,
      batch: task.batch,
      evaluateEvery: 20,
      evaluate: () => ({ testAccuracy: task.testAccuracy(network.scores) }),
      frame() {
        const applied = network.apply({ x: task.examples }, { training: true });
        return {
          activations: stack(layers.map(({ after }) => rootMeanSquare(activationOf(applied, after)))),
          gradients: gradientSizes(flow),
        };
      },
      dispose() {
        t.dispose();
        task.dispose();
      },
    });
  },
});
