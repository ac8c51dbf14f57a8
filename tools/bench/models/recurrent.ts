/** Simple RNN, LSTM and GRU that predict the next character at every step: 32 units, 20 steps or any number, 30 characters. */
import {
  add,
  cast,
  concat,
  gather,
  matMul,
  mul,
  oneHot,
  reshape,
  sigmoid,
  split,
  sub,
  tanh,
  unstack,
  zeros,
  type Tensor,
} from '@tensorflow/tfjs-core';
import { lossOf } from '../../../src/ml/losses';
import type { Model } from '../../../src/ml/model';
import { unrolled, type Step } from '../../../src/ml/unrolled';
import { STEPS, textBatch, VOCABULARY } from './text';
import { densePlan, trained, type Weights, type WeightPlan } from './trained';

const UNITS = 32;

interface Cell {
  readonly weights: Readonly<Record<string, WeightPlan>>;
  /** Number of state tensors [batch, 32]; the first is what the cell gives. */
  readonly states: number;
  /** From x [batch, 32] and the state to the next state. */
  readonly next: (x: Tensor, state: readonly Tensor[], weight: Weights) => readonly Tensor[];
}

function part(parts: readonly Tensor[], i: number): Tensor {
  const found = parts[i];
  if (found === undefined) throw new Error(`there is no part ${i} of ${parts.length}`);
  return found;
}

function gates(name: string, x: Tensor, h: Tensor, weight: Weights): Tensor {
  return add(matMul(concat([x, h], 1), weight(`${name}/kernel`)), weight(`${name}/bias`));
}

/** h' = tanh([x, h] W + b) (Elman 1990). */
const simple: Cell = {
  weights: densePlan('cell', 2 * UNITS, UNITS),
  states: 1,
  next: (x, state, weight) => [tanh(gates('cell', x, part(state, 0), weight))],
};

/** Hochreiter & Schmidhuber 1997 with the forget gate of Gers et al. 2000; all four gates by one product. */
const lstm: Cell = {
  weights: densePlan('cell', 2 * UNITS, 4 * UNITS),
  states: 2,
  next(x, state, weight) {
    const parts = split(gates('cell', x, part(state, 0), weight), 4, 1);
    // One is added to the forget gate, so that a fresh cell remembers (Jozefowicz et al. 2015).
    const kept = mul(part(state, 1), sigmoid(add(part(parts, 1), 1)));
    const memory = add(kept, mul(sigmoid(part(parts, 0)), tanh(part(parts, 2))));
    return [mul(sigmoid(part(parts, 3)), tanh(memory)), memory];
  },
};

/** Cho et al. 2014: update and reset gate by one product, then the candidate from what the reset gate lets through. */
const gru: Cell = {
  weights: { ...densePlan('gates', 2 * UNITS, 2 * UNITS), ...densePlan('candidate', 2 * UNITS, UNITS) },
  states: 1,
  next(x, state, weight) {
    const h = part(state, 0);
    const parts = split(sigmoid(gates('gates', x, h, weight)), 2, 1);
    const candidate = tanh(gates('candidate', x, mul(part(parts, 1), h), weight));
    return [add(h, mul(part(parts, 0), sub(candidate, h)))];
  },
};

const cells = { simple, lstm, gru } as const;

/** The name of a cell. */
export type CellName = keyof typeof cells;

/** The model under Adam; inputs `x` and `t`, whole numbers [steps, batch]. The gradient runs through all steps. */
export function recurrent(name: CellName, batch: number, seed: number, steps = STEPS): Model {
  const cell: Cell = cells[name];
  const names = Object.keys(cell.weights);
  const step: Step = (x, state, weights) => cell.next(x, state, (one) => part(weights, names.indexOf(one)));
  return trained({
    seed,
    weights: {
      embedding: { shape: [VOCABULARY, UNITS], initialiser: 'normal', scale: 0.5 },
      ...cell.weights,
      ...densePlan('output', UNITS, VOCABULARY),
    },
    optimiser: { name: 'adam' },
    learningRate: 0.01,
    batch: (random) => textBatch(random, batch, true, steps),
    loss(weight, input) {
      const embedded = gather(weight('embedding'), reshape(input('x'), [-1]));
      const states = unrolled(step, {
        moments: unstack(reshape(embedded, [steps, batch, UNITS])),
        start: Array.from({ length: cell.states }, () => zeros([batch, UNITS])),
        weights: names.map(weight),
      });
      const outputs = states.map((state) => part(state, 0));
      const logits = add(matMul(concat(outputs, 0), weight('output/kernel')), weight('output/bias'));
      const targets = cast(oneHot(reshape(input('t'), [-1]), VOCABULARY), 'float32');
      return lossOf('crossEntropy')(logits, targets);
    },
  });
}
