import { abs, concat, max, mean, ones, reshape, sigmoid, sub, tidy, tile, variable, type Scalar, type Tensor } from '@tensorflow/tfjs-core';
import { at } from '../../base/at';
import { defineModel } from '../../ml/model';
import { buildSideBySide } from '../../ml/side-by-side';
import { planarTask, SURFACE_SIDE } from '../../ml/tasks/planar';
import { supervisedModel } from '../../ml/tasks/supervised';
import type { ValuesOf } from '../declaration';
import { askedAgain } from './again';
import type demo from './demo';
import { answersOf, DROPPED, FixedMasks, lossOfProbability, PLAIN, shiftOf, spreadOf, stopsOf, withoutDropout } from './lanes';
import dropoutProgram from './program';
import { BATCH, HELD_OUT, TIMES } from './setting';

/** The masks that a step draws, by the names of its inputs, in the order of the layers. */
const MASKS = ['mask/dropped/hidden1-dropout', 'mask/dropped/hidden2-dropout'];

/**
 * Frame: `plainSurface`, `droppedSurface` [side, side]; `points`, `testPoints` [n, 3]; `thinned` [batch, units of both layers], the masks of
 * the step that was made last, 1 for what was kept.
 */
export default defineModel<ValuesOf<typeof demo>>({
  create({ values, random }) {
    const program = () => dropoutProgram(values);
    const first = program();
    const task = planarTask(first, random);
    const network = buildSideBySide(first.network, random.fork('weights'));
    const { x: heldOut, t: heldOutLabels } = task.heldOut;
    const masks = new FixedMasks(network, random.fork('evaluation'), [values.samples, HELD_OUT, TIMES * HELD_OUT, SURFACE_SIDE ** 2]);
    const plain = (x: Tensor): Tensor => answersOf(network, PLAIN, x);
    const dropped = (x: Tensor): Tensor => answersOf(network, DROPPED, x, values.leftOn ? masks.for(at(x.shape, 0)) : undefined);
    // A part of the state, so that the picture shows what the step dropped and not what another would drop.
    const thinned = tidy(() => variable(ones([BATCH, 2 * values.units])));

    const model = supervisedModel({
      program,
      network,
      random,
      batch: task.batch,
      evaluateEvery: 20,
      evaluate() {
        const [without, dropping] = [task.evaluate(plain), task.evaluate(dropped)];
        const repeated = tile(heldOut, [TIMES, 1]);
        const answers = reshape(sigmoid(dropped(repeated)), [TIMES, HELD_OUT]);
        const thinnedPass = network.apply({ x: repeated }, { training: true, masks: masks.for(TIMES * HELD_OUT) });
        const drawn = stopsOf(thinnedPass);
        const whole = stopsOf(network.apply({ x: heldOut }, { training: false }));
        const averaged = mean(reshape(sigmoid(at(thinnedPass.outputs, DROPPED)), [TIMES, HELD_OUT]), 0);
        const bare = network.apply({ x: heldOut }, { training: false, weights: withoutDropout(network) });
        return {
          plainTest: without['testLoss'] ?? NaN,
          droppedTest: dropping['testLoss'] ?? NaN,
          plainTrain: without['trainLoss'] ?? NaN,
          droppedTrain: dropping['trainLoss'] ?? NaN,
          plainAccuracy: without['testAccuracy'] ?? NaN,
          droppedAccuracy: dropping['testAccuracy'] ?? NaN,
          averagedTest: lossOfProbability(averaged, reshape(heldOutLabels, [HELD_OUT])),
          spread: spreadOf(answers),
          keptShift: shiftOf(drawn, whole, 0),
          bentShift: shiftOf(drawn, whole, 2),
          apart: max<Scalar>(abs(sub(dropped(heldOut), at(bare.outputs, PLAIN)))),
        };
      },
      frame: () => ({
        plainSurface: task.surface(plain),
        droppedSurface: task.surface(dropped),
        points: task.points,
        testPoints: task.testPoints,
        thinned,
      }),
      questions: { again: askedAgain(network, () => values.leftOn) },
      dispose() {
        masks.dispose();
        task.dispose();
      },
    });
    return {
      ...model,
      state: [...model.state, { name: 'thinned/mask', variable: thinned }],
      forward(inputs) {
        const given = model.forward(inputs);
        const drawn = MASKS.map((name) => inputs[name]).filter((mask) => mask !== undefined);
        return { ...given, updates: [...(given.updates ?? []), { variable: thinned, value: concat(drawn, 1) }] };
      },
    };
  },
});
