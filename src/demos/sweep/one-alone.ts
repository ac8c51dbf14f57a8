/** One network of the maps, trained by itself: on the same samples in the same order, from the same first weights. */
import { ones, reshape, sum, type Scalar, type Tensor } from '@tensorflow/tfjs-core';
import { lossOf } from '../../ml/losses';
import type { Model } from '../../ml/model';
import { buildNetwork } from '../../ml/network';
import type { Random } from '../../ml/random';
import { planarTask } from '../../ml/tasks/planar';
import { supervisedModel } from '../../ml/tasks/supervised';
import { axisArrays, levelsOf, onlyShown, ownArray } from './maps';
import { networkProgram } from './program';
import { placeOf, type Values } from './setting';
import { weightsOf } from './weights';

/** Builds the model of the network whose number is `only`. */
export function oneAlone(values: Values, random: Random): Model {
  const program = networkProgram(values, values.only);
  const task = planarTask(program, random);
  const network = buildNetwork(program.network, weightsOf(random, placeOf(values.only).draw));
  const { scores } = network;
  const { x, t } = task.heldOut;
  const loss = (): Tensor => reshape(lossOf(program.loss)(scores(x), t), [1]);
  return supervisedModel({
    program: () => program,
    network,
    random,
    batch: task.batch,
    evaluateEvery: 20,
    evaluate: () => ({ testLoss: sum<Scalar>(loss()) }),
    frame: () => ({
      levels: onlyShown(levelsOf(loss(), ones([1])), values.only),
      ...axisArrays(values),
      points: task.points,
      testPoints: task.testPoints,
    }),
    questions: {
      answer: {
        inputs: () => ({ own: ownArray(values, values.only) }),
        answer({ own }) {
          if (own === undefined) throw new Error('what the network is trained by is missing');
          return { surface: task.surface(scores), own: own.clone() };
        },
      },
    },
    dispose: task.dispose,
  });
}
