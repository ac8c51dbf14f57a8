/** A model that learns targets from inputs with a network, as a program describes it: what most demos are. */
import { add, type Scalar, type Tensor } from '@tensorflow/tfjs-core';
import { scalarArray } from '../data/rows';
import { lossOf, penalty } from '../losses';
import type { HostArray, Model } from '../model';
import type { Network } from '../network';
import { createOptimiser } from '../optimisers';
import { scheduledRate } from '../optimisers/schedule';
import type { Random } from '../random';
import type { Program } from '../spec/program';

export interface SupervisedOptions {
  /** The program at the present values: rate, decay and penalties may change while the run goes on. */
  readonly program: () => Program;
  readonly network: Network;
  readonly random: Random;
  /** Inputs `x` and targets `t` of a step. */
  readonly batch: (step: number) => { readonly x: HostArray; readonly t: HostArray };
  /**
   * From the network's outputs to what the loss compares with the targets. Without it each output is compared with them, and the
   * losses are added: networks side by side are each trained as if alone.
   */
  readonly head?: (outputs: readonly Tensor[]) => Tensor;
  readonly evaluateEvery: number;
  readonly evaluate: () => Readonly<Record<string, Scalar | number>>;
  readonly frame: (step: number) => Readonly<Record<string, Tensor | HostArray>>;
  /** Frees data tensors. */
  readonly dispose: () => void;
}

/** The loss of each output, added. */
function comparison(outputs: readonly Tensor[], loss: (output: Tensor, t: Tensor) => Scalar, t: Tensor): Scalar {
  const [first, ...more] = outputs.map((output) => loss(output, t));
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
  const kernels = network.variables.filter(({ name }) => name.endsWith('/kernel')).map(({ variable }) => variable);
  const masks = random.fork('mask');
  return {
    spec: network.spec,
    variables: network.variables,
    state: network.state,
    optimiser: createOptimiser(first.optimiser, network.variables),
    inputs(step) {
      const { x, t } = options.batch(step);
      const { l1, l2 } = current();
      return {
        x,
        t,
        l1,
        l2,
        ...(network.drawsMasks ? network.masks(x.shape[0] ?? 1, masks.fork(step)) : {}),
      };
    },
    hyperparameters(step) {
      const { learningRate, schedule, steps, weightDecay, clipNorm } = program();
      return { learningRate: scheduledRate(schedule, learningRate, step, steps), weightDecay, clipNorm };
    },
    forward(inputs) {
      const { x, t, l1, l2 } = inputs;
      if (x === undefined || t === undefined || l1 === undefined || l2 === undefined) throw new Error('inputs x, t, l1 and l2 are needed');
      const applied = network.apply({ x }, { training: true, masks: inputs });
      const loss = comparison(options.head === undefined ? applied.outputs : [options.head(applied.outputs)], lossOf(first.loss), t);
      const { l1: absolute, l2: squared } = program();
      // Without penalties their ops are left out: on small networks each op costs more than its arithmetic.
      const total = absolute === 0 && squared === 0 ? loss : add<Scalar>(loss, penalty(kernels, l1, l2));
      return { loss: total, updates: applied.updates, activations: applied.activations };
    },
    evaluateEvery: options.evaluateEvery,
    evaluate: options.evaluate,
    frame: options.frame,
    settingsChanged() {
      settings = undefined;
    },
    dispose() {
      options.dispose();
    },
  };
}
