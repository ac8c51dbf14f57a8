import {
  dispose,
  memory,
  mul,
  scalar,
  square,
  sub,
  sum,
  tensor1d,
  tidy,
  variable,
  variableGrads,
  type Scalar,
} from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import '../../../src/ml/gradients';
import type { NamedVariable } from '../../../src/ml/model';
import { createOptimiser } from '../../../src/ml/optimisers';
import type { Optimiser } from '../../../src/ml/optimisers/optimiser';
import { OPTIMISER_NAMES, type OptimiserSettings } from '../../../src/ml/blueprint/optimiser-settings';
import { expectClose, NODE_BACKENDS, on } from './support';

const START = [1, -2, 0.5];
const RATE = 0.1;

function weight(name = 'layer/kernel'): NamedVariable {
  return { name, variable: tidy(() => variable(tensor1d(START))) };
}

/** One step of `optimiser` with given gradients of its one weight. */
function stepWith(optimiser: Optimiser, { name }: NamedVariable, gradient: readonly number[], step: number, weightDecay = 0): void {
  tidy(() => {
    const scalars = Object.entries(optimiser.scalars(step, { learningRate: RATE, weightDecay }));
    optimiser.apply({ [name]: tensor1d([...gradient]) }, Object.fromEntries(scalars.map(([key, value]) => [key, scalar(value)])));
  });
}

/** Where gradients lead a weight. */
function path(settings: OptimiserSettings, gradients: readonly (readonly number[])[], weightDecay = 0): number[][] {
  const one = weight();
  const optimiser = createOptimiser(settings, [one]);
  const places = gradients.map((gradient, step) => {
    stepWith(optimiser, one, gradient, step, weightDecay);
    return [...one.variable.dataSync()];
  });
  optimiser.dispose();
  one.variable.dispose();
  return places;
}

const GRADIENTS = [
  [1, -0.5, 0],
  [0.5, 2, -1],
  [-1, 0.25, 3],
];

/** A rule for one number in doubles: from gradient and memory to the change per rate. */
type Rule = (gradient: number, memory: number[], t: number) => number;

/** The rules as their papers write them. */
const papers: Readonly<Record<(typeof OPTIMISER_NAMES)[number], Rule>> = {
  sgd: (g) => g,
  momentum: (g, memory) => (memory[0] = 0.9 * (memory[0] ?? 0) + g),
  rmsprop(g, memory) {
    const s = (memory[0] = 0.9 * (memory[0] ?? 0) + 0.1 * g * g);
    return g / (Math.sqrt(s) + 1e-8);
  },
  adam(g, memory, t) {
    const m = (memory[0] = 0.9 * (memory[0] ?? 0) + 0.1 * g);
    const v = (memory[1] = 0.999 * (memory[1] ?? 0) + 0.001 * g * g);
    return m / (1 - 0.9 ** t) / (Math.sqrt(v / (1 - 0.999 ** t)) + 1e-8);
  },
};

describe.each(NODE_BACKENDS)('optimisers on %s', (backend) => {
  beforeAll(() => on(backend));

  it.each(OPTIMISER_NAMES)('%s walks as its paper says', (name) => {
    const memories: number[][] = START.map(() => []);
    let place = START;
    const expected = GRADIENTS.map((gradient, step) => {
      place = place.map((w, i) => w - RATE * papers[name](gradient[i] ?? NaN, memories[i] ?? [], step + 1));
      return place;
    });
    expectClose(path({ name }, GRADIENTS).flat(), expected.flat(), 1e-6);
  });

  it('Nesterov’s momentum goes on along the velocity that its gradient has just changed', () => {
    let place = START;
    let velocity = START.map(() => 0);
    const expected = GRADIENTS.map((gradient) => {
      velocity = velocity.map((v, i) => 0.8 * v + (gradient[i] ?? NaN));
      place = place.map((w, i) => w - RATE * ((gradient[i] ?? NaN) + 0.8 * (velocity[i] ?? NaN)));
      return place;
    });
    expectClose(path({ name: 'momentum', momentum: 0.8, nesterov: true }, GRADIENTS).flat(), expected.flat(), 1e-6);
  });

  it('the first step of Adam is the rate against the sign, whatever the gradient’s size', () => {
    for (const size of [1e-3, 1, 1e3]) {
      const [first] = path({ name: 'adam' }, [[size, -size, 0]]);
      expectClose(first ?? [], [1 - RATE, -2 + RATE, 0.5], 2e-5);
    }
  });

  it('momentum under a constant gradient comes to 1 / (1 - momentum) times the step', () => {
    const places = path(
      { name: 'momentum', momentum: 0.5 },
      Array.from({ length: 40 }, () => [1, 1, 1]),
    );
    const [before, after] = [places.at(-2)?.[0] ?? NaN, places.at(-1)?.[0] ?? NaN];
    expect(before - after).toBeCloseTo(RATE * 2, 5);
  });

  it('RMSProp under a constant gradient steps by the rate, large gradient or small', () => {
    for (const size of [0.01, 100]) {
      const places = path(
        { name: 'rmsprop', decay: 0.5 },
        Array.from({ length: 40 }, () => [size, size, size]),
      );
      expect((places.at(-2)?.[0] ?? NaN) - (places.at(-1)?.[0] ?? NaN)).toBeCloseTo(RATE, 4);
    }
  });

  it('weight decay shrinks kernels by rate times decay beside the step, and no biases', () => {
    const still = [[0, 0, 0]];
    for (const name of OPTIMISER_NAMES)
      expectClose(
        path({ name }, still, 0.2).flat(),
        START.map((w) => w * (1 - RATE * 0.2)),
        1e-6,
      );
    const bias = weight('layer/bias');
    const optimiser = createOptimiser({ name: 'sgd' }, [bias]);
    stepWith(optimiser, bias, [0, 0, 0], 0, 0.2);
    expect([...bias.variable.dataSync()]).toEqual(START);
    optimiser.dispose();
    bias.variable.dispose();
  });

  it('leaves a weight without a gradient alone', () => {
    const one = weight();
    const optimiser = createOptimiser({ name: 'adam' }, [one]);
    tidy(() => {
      const scalars = Object.entries(optimiser.scalars(0, { learningRate: 1 }));
      optimiser.apply({}, Object.fromEntries(scalars.map(([key, value]) => [key, scalar(value)])));
    });
    expect([...one.variable.dataSync()]).toEqual(START);
    optimiser.dispose();
    one.variable.dispose();
  });

  it.each(OPTIMISER_NAMES)('%s goes on bit for bit from restored weights and slots, and keeps its tensors', (name) => {
    const before = memory().numTensors;
    const one = weight();
    const optimiser = createOptimiser({ name }, [one]);
    const target = tensor1d([0.3, 0.7, -1.1]);
    const held = memory().numTensors;
    const train = (from: number, to: number): number[] => {
      for (let step = from; step < to; step++) {
        const { value, grads } = variableGrads(() => sum<Scalar>(square(mul(sub(one.variable, target), 1.7))), [one.variable]);
        stepWith(optimiser, one, [...(grads[one.variable.name]?.dataSync() ?? [])], step);
        dispose([value, grads]);
      }
      return [...one.variable.dataSync()];
    };
    train(0, 7);
    expect(memory().numTensors).toBe(held);
    const kept = [one, ...optimiser.slots].map(({ variable: slot }) => ({ slot, values: slot.dataSync().slice() }));
    const end = train(7, 20);
    for (const { slot, values } of kept) tidy(() => slot.assign(tensor1d(values)));
    expect(train(7, 20)).toEqual(end);
    expect(memory().numTensors).toBe(held);
    optimiser.dispose();
    dispose([one.variable, target]);
    expect(memory().numTensors).toBe(before);
  });

  it.each(OPTIMISER_NAMES)('%s finds the bottom of a bowl', (name) => {
    const one = weight();
    const optimiser = createOptimiser({ name }, [one]);
    for (let step = 0; step < 300; step++) {
      const gradient = [...one.variable.dataSync()].map((w, i) => (i + 1) * 0.5 * w);
      tidy(() => {
        const rate = 0.2 * 0.98 ** step;
        const scalars = Object.entries(optimiser.scalars(step, { learningRate: rate }));
        optimiser.apply({ [one.name]: tensor1d(gradient) }, Object.fromEntries(scalars.map(([key, value]) => [key, scalar(value)])));
      });
    }
    expectClose([...one.variable.dataSync()], [0, 0, 0], 0.02);
    optimiser.dispose();
    one.variable.dispose();
  });
});

describe('the numbers of an optimiser', () => {
  it('names its slots after its variables, all zero at the start', async () => {
    await on('cpu');
    const one = weight();
    const optimiser = createOptimiser({ name: 'adam' }, [one]);
    expect(optimiser.slots.map(({ name }) => name)).toEqual(['layer/kernel/mean', 'layer/kernel/square']);
    for (const { variable: slot } of optimiser.slots) expect([...slot.dataSync()]).toEqual([0, 0, 0]);
    expect(optimiser.scalars(0, { learningRate: 0.5, weightDecay: 0.1 })).toEqual({
      learningRate: 0.5,
      weightDecay: 0.1,
      correction1: 1 / (1 - 0.9),
      correction2: 1 / (1 - 0.999),
    });
    optimiser.dispose();
    one.variable.dispose();
  });
});
