import {
  add,
  concat,
  matMul,
  mul,
  reshape,
  sigmoid,
  slice,
  split,
  stack,
  sub,
  tanh,
  tile,
  unstack,
  type Tensor,
} from '@tensorflow/tfjs-core';
import { at } from '../../base/at';
import { pieceStarts, recurrentSettings, type CellName } from '../blueprint/layers/recurrent';
import { unrolled, type Step } from '../unrolled';
import { firstInput, variableOf, type Layer, type LayerCall } from './layer';

/** What a step makes: h, an LSTM's c, and its gates after their functions. */
interface Made {
  readonly h: Tensor;
  readonly c?: Tensor;
  readonly gates: readonly Tensor[];
}

/**
 * A step of a cell. `x`: the input's product with the kernel and the bias, [batch, gates * units]; `nudge` [batch, units] is added to what
 * the cell carries on, c of an LSTM and h of the others.
 */
type CellStep = (x: Tensor, recurrent: Tensor, h?: Tensor, c?: Tensor, nudge?: Tensor) => Made;

const nudged = (carried: Tensor, nudge: Tensor | undefined): Tensor => (nudge === undefined ? carried : add(carried, nudge));

const asked = (x: Tensor, h: Tensor | undefined, kernel: Tensor): Tensor => (h === undefined ? x : add(x, matMul(h, kernel)));

/** z h' + (1 - z) n, or what is left of it without h'. */
const mixed = (z: Tensor, h: Tensor | undefined, n: Tensor): Tensor => {
  const fresh = mul(sub(1, z), n);
  return h === undefined ? fresh : add(mul(z, h), fresh);
};

/** A step of each cell, as `CELL_GATES` says. */
export const CELL_STEPS: Readonly<Record<CellName, CellStep>> = {
  rnn(x, recurrent, before, _cell, nudge) {
    const h = nudged(tanh(asked(x, before, recurrent)), nudge);
    return { h, gates: [h] };
  },
  lstm(x, recurrent, before, cell, nudge) {
    const [input = x, forget = x, candidate = x, output = x] = split(asked(x, before, recurrent), 4, -1);
    const [i, f, g, o] = [sigmoid(input), sigmoid(forget), tanh(candidate), sigmoid(output)];
    const fresh = mul(i, g);
    const c = nudged(cell === undefined ? fresh : add(mul(f, cell), fresh), nudge);
    return { h: mul(o, tanh(c)), c, gates: [i, f, g, o] };
  },
  gru(x, recurrent, before, _cell, nudge) {
    const [units = 1] = recurrent.shape;
    const [both, own] = [slice(x, [0, 0], [-1, 2 * units]), slice(x, [0, 2 * units], [-1, units])];
    const gatesKernel = slice(recurrent, [0, 0], [units, 2 * units]);
    const candidateKernel = slice(recurrent, [0, 2 * units], [units, units]);
    const [update = both, reset = both] = split(sigmoid(asked(both, before, gatesKernel)), 2, -1);
    const n = tanh(asked(own, before === undefined ? undefined : mul(reset, before), candidateKernel));
    return { h: nudged(mixed(update, before, n), nudge), gates: [update, reset, n] };
  },
};

/** A cell's step from state to state: h, and an LSTM's c. */
interface Cell {
  readonly step: Step;
  /** With its gates behind them, for those who look. */
  readonly open: Step;
  /** Given, behind the input's product, what is added to the state. */
  readonly nudged: Step;
}

function cellOf(step: CellStep): Cell {
  const made: (open: boolean) => Step =
    (open) =>
    (x, [before, cell], [recurrent = x]) => {
      const { h, c, gates } = step(x, recurrent, before, cell);
      return [h, ...(c === undefined ? [] : [c]), ...(open ? [sideBySide(gates)] : [])];
    };
  const moved: Step = (both, [before, cell], [recurrent = both]) => {
    const { units, own } = partsOf(both, recurrent);
    const { h, c } = step(slice(both, [0, 0], [-1, own]), recurrent, before, cell, slice(both, [0, own], [-1, units]));
    return [h, ...(c === undefined ? [] : [c])];
  };
  return { step: made(false), open: made(true), nudged: moved };
}

/** How many numbers of what a nudged step is given are the nudge, and how many the input's product. */
function partsOf(both: Tensor, recurrent: Tensor): { readonly units: number; readonly own: number } {
  const units = at(recurrent.shape, 0);
  return { units, own: at(both.shape, 1) - units };
}

const CELLS: Readonly<Record<CellName, Cell>> = { rnn: cellOf(CELL_STEPS.rnn), lstm: cellOf(CELL_STEPS.lstm), gru: cellOf(CELL_STEPS.gru) };

function sideBySide(gates: readonly Tensor[]): Tensor {
  return reshape(stack([...gates], 1), [gates[0]?.shape[0] ?? 1, -1]);
}

/**
 * What the first step begins with: a trained start, the same for every sample, and what is to be added to it. Nothing stands for zeros,
 * whose products are left out.
 */
function startOf(call: LayerCall, batch: number, units: number): Tensor[] {
  const { startState, startCell } = call.variables;
  const trained = [startState, startCell].flatMap((start) => (start === undefined ? [] : [tile(reshape(start, [1, -1]), [batch, 1])]));
  const given = call.offset('start');
  if (given === undefined) return trained;
  const parts = at(given.shape, 1) === units ? [given] : split(given, 2, 1);
  return parts.map((part, i) => (trained[i] === undefined ? part : add(trained[i], part)));
}

/**
 * A cell step by step over x [batch, steps, features]; see `CELL_GATES` for its equations. The product of the inputs and the kernel is one,
 * over all steps. Notes: `gates` [batch, steps, gates * units], after their functions, and an LSTM's `state` c [batch, steps, units]. Takes an
 * offset `state` [batch, steps, units] of what it carries from step to step, which is h in cells that have no c, and an offset `start` of
 * what the first step begins with: h [batch, units], or an LSTM's h and c beside each other, [batch, 2 units].
 */
export const recurrent: Layer = {
  apply(call) {
    const x = firstInput(call);
    const settings = recurrentSettings(call.node, [x.shape.slice(1)]);
    const { cell, steps, features, units, every, reversed, truncate, carry } = settings;
    const product = matMul(reshape(x, [-1, features]), variableOf(call, 'kernel'));
    const biased = call.variables['bias'] === undefined ? product : add(product, call.variables['bias']);
    const inputs = unstack(reshape(biased, [-1, steps, biased.shape[1] ?? units]), 1);
    const sequence = {
      moments: reversed ? inputs.toReversed() : inputs,
      start: startOf(call, inputs[0]?.shape[0] ?? 1, units),
      weights: [variableOf(call, 'recurrentKernel')],
      pieces: truncate === 0 ? undefined : { begin: new Set(pieceStarts(settings)), carried: carry },
    };
    const nudgedBy = (nudge: Tensor): typeof sequence => {
      const nudges = unstack(nudge, 1);
      const ordered = reversed ? nudges.toReversed() : nudges;
      return { ...sequence, moments: sequence.moments.map((moment, i) => concat([moment, at(ordered, i)], 1)) };
    };
    const inOrder = (made: readonly Tensor[]): Tensor => stack(reversed ? made.toReversed() : [...made], 1);
    // Who looks at one of them looks at both: the steps are taken once more, not twice.
    let opened: readonly (readonly Tensor[])[] | undefined;
    const gates = cell === 'lstm' ? 2 : 1;
    const seen = (place: number): Tensor => {
      opened ??= unrolled(CELLS[cell].open, sequence, gates + 1);
      return inOrder(opened.flatMap((made) => made[place] ?? []));
    };
    call.note('gates', () => seen(gates));
    if (cell === 'lstm') call.note('state', () => seen(1));
    const nudge = call.offset('state');
    const states = (nudge === undefined ? unrolled(CELLS[cell].step, sequence) : unrolled(CELLS[cell].nudged, nudgedBy(nudge))).flatMap(
      ([h]) => h ?? [],
    );
    const last = states.at(-1);
    if (last === undefined) throw new Error(`node "${call.node.id}" has no steps`);
    return every ? inOrder(states) : last;
  },
};
