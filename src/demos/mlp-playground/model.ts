import type { Tensor } from '@tensorflow/tfjs-core';
import type { OwnRows } from '../../ml/data-kinds/rows/own';
import { defineModel } from '../../ml/model';
import { activationOf, buildNetwork } from '../../ml/network';
import { planarTask } from '../../ml/tasks/planar';
import { supervisedModel } from '../../ml/tasks/supervised';
import type { ValuesOf } from '../declaration';
import type demo from './demo';
import playgroundProgram from './program';

/** Steps between two evaluations on all training and test points. */
const EVALUATE_EVERY = 10;

export default defineModel<ValuesOf<typeof demo>, OwnRows>({
  create({ values, random, ownData }) {
    const program = () => playgroundProgram(values, ownData);
    const first = program();
    const task = planarTask(first, random, ownData);
    const network = buildNetwork(first.network, random.fork('weights'));
    const apply = (x: Tensor) => network.apply({ x }, { training: false });
    const { scores } = network;
    const layers = values.hidden.map((_, i) => `hidden${i + 1}`);

    return supervisedModel({
      program,
      network,
      random,
      batch: task.batch,
      evaluateEvery: EVALUATE_EVERY,
      evaluate: () => task.evaluate(scores),
      frame() {
        const units = layers.map((id) => [`units/${id}`, task.unitSurfaces((x) => activationOf(apply(x), `${id}-activation`))] as const);
        return {
          surface: task.surface(scores),
          points: task.points,
          testPoints: task.testPoints,
          'units/x': task.featureSurfaces,
          ...Object.fromEntries(units),
          'units/output': task.unitSurfaces(scores),
          // Running statistics, for pictures that work out what lies in a hidden layer.
          ...Object.fromEntries(network.state.map(({ name, variable }) => [`state/${name}`, variable])),
        };
      },
      dispose: task.dispose,
    });
  },
});
