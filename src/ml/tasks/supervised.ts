/** A model that learns targets from inputs with a network, as a program describes it: what most demos are. */
import { add, type Scalar, type Tensor } from '@tensorflow/tfjs-core';
import { at } from '../../base/at';
import { scalarArray } from '../data/rows';
import { lossOf, penalty, type Loss } from '../losses';
import type { HostArray, Model } from '../model';
import type { Network } from '../network';
import { createOptimiser } from '../optimisers';
import { scheduledRate } from '../optimisers/schedule';
import type { Random } from '../random';
import type { Program } from '../blueprint/program';
import { isKernel } from '../blueprint/weights';

/**
 * Samples of a step: a network's inputs by name and the targets, batch first, and how much each place of the targets counts, where they
 * do not count alike (0 for padding; [batch, …], as the loss takes it). `x` and `t` alone are those of a network whose one input is `x`.
 */
export type Batch =
  | { readonly x: HostArray; readonly t: HostArray }
  | { readonly inputs: Readonly<Record<string, HostArray>>; readonly t: HostArray; readonly weights?: HostArray };

/** What a step takes under the name of the targets' weights. */
const WEIGHTS = 'weights';

export interface SupervisedOptions {
  /** The program at the present values: rate, decay and penalties may change while the run goes on. */
  readonly program: () => Program;
  readonly network: Network;
  readonly random: Random;
  /** The samples of a step. */
  readonly batch: (step: number) => Batch;
  /**
   * From the network's outputs to what the loss compares with the targets. Without it each output is compared with them, and the
   * losses are added: networks side by side are each trained as if alone.
   */
  readonly head?: (outputs: readonly Tensor[]) => Tensor;
  readonly evaluateEvery: number;
  readonly evaluate: () => Readonly<Record<string, Scalar | number>>;
  readonly frame: (step: number) => Readonly<Record<string, Tensor | HostArray>>;
  readonly questions?: Model['questions'];
  /** Frees data tensors. */
  readonly dispose: () => void;
}

/** The loss of each output, added. */
function comparison(outputs: readonly Tensor[], loss: Loss, t: Tensor, weights: Tensor | undefined): Scalar {
  const [first, ...more] = outputs.map((output) => loss(output, t, weights));
  if (first === undefined) throw new Error('the network has no output');
  return more.reduce((sum, one) => add<Scalar>(sum, one), first);
}

/** A program, and its penalties as arrays. */
interface Settings {
  readonly program: Program;
  readonly l1: HostArray;
  readonly l2: HostArray;
}

function settingsOf(program: Program): Settings {
  return { program, l1: scalarArray(program.l1), l2: scalarArray(program.l2) };
}

/** Builds the model. The loss minimised is the program's loss plus its penalties on kernels. */
export function supervisedModel(options: SupervisedOptions): Model {
  const { network, random } = options;
  // Asked for several times a step, and dear beside a small step: kept until the engine says that live values have changed.
  let settings: Settings | undefined;
  const current = (): Settings => (settings ??= settingsOf(options.program()));
  const program = (): Program => current().program;
  const first = program();
  const kernels = network.variables.filter(({ name }) => isKernel(name)).map(({ variable }) => variable);
  const masks = random.fork('mask');
  return {
    spec: network.spec,
    variables: network.variables,
    state: network.state,
    optimiser: createOptimiser(first.optimiser, network.variables),
    inputs(step) {
      const batch = options.batch(step);
      const { l1, l2 } = current();
      // Small networks take a million steps a second: putting objects together by spreading them would take most of that.
      if ('x' in batch && !network.drawsMasks) return { x: batch.x, t: batch.t, l1, l2 };
      const given = 'inputs' in batch ? batch.inputs : { x: batch.x };
      const samples = at(at(Object.values(given), 0, 'the inputs of a batch').shape, 0);
      return {
        ...given,
        t: batch.t,
        l1,
        l2,
        ...('weights' in batch && batch.weights !== undefined ? { [WEIGHTS]: batch.weights } : {}),
        ...(network.drawsMasks ? network.masks(samples, masks.fork(step)) : {}),
      };
    },
    hyperparameters(step) {
      const { learningRate, schedule, steps, weightDecay, shrinkage, clipNorm } = program();
      return { learningRate: scheduledRate(schedule, learningRate, step, steps), weightDecay, shrinkage, clipNorm };
    },
    forward(inputs) {
      const { t, l1, l2, [WEIGHTS]: weights } = inputs;
      if (t === undefined || l1 === undefined || l2 === undefined) throw new Error('inputs t, l1 and l2 are needed');
      // By name: what else a step takes are masks and scalars. Which are missing, the network says.
      const given = Object.fromEntries(
        Object.keys(network.spec.inputs).flatMap((name) => (inputs[name] === undefined ? [] : [[name, inputs[name]]])),
      );
      const applied = network.apply(given, { training: true, masks: inputs });
      const compared = options.head === undefined ? applied.outputs : [options.head(applied.outputs)];
      const loss = comparison(compared, lossOf(first.loss), t, weights);
      const { l1: absolute, l2: squared } = program();
      // Without penalties their ops are left out: on small networks each op costs more than its arithmetic.
      const total = absolute === 0 && squared === 0 ? loss : add<Scalar>(loss, penalty(kernels, l1, l2));
      return { loss: total, updates: applied.updates, activations: applied.activations, inner: () => applied.inner() };
    },
    evaluateEvery: options.evaluateEvery,
    evaluate: options.evaluate,
    frame: options.frame,
    ...(options.questions === undefined ? {} : { questions: options.questions }),
    settingsChanged() {
      settings = undefined;
    },
    dispose() {
      options.dispose();
    },
  };
}
