import { add, matMul, mul, reshape, sigmoid, slice, split, stack, sub, tanh, tile, unstack, type Tensor } from '@tensorflow/tfjs-core';
import { repeated, type Repeatable } from '../repeated';
import { recurrentSettings, type CellName } from '../blueprint/layers/recurrent';
import { firstInput, variableOf, type Layer, type LayerCall } from './layer';

/** What a step begins with: h, and an LSTM's c. Nothing stands for zeros, whose products are left out. */
type Before = { readonly h: Tensor; readonly c: Tensor | undefined } | undefined;

/** What a step makes: h, an LSTM's c, and its gates after their functions. */
interface Made {
  readonly h: Tensor;
  readonly c?: Tensor;
  readonly gates: readonly Tensor[];
}

/** A step of a cell. `x`: the input's product with the kernel and the bias, [batch, gates * units]. */
type Step = (x: Tensor, recurrent: Tensor, h?: Tensor, c?: Tensor) => Made;

const asked = (x: Tensor, h: Tensor | undefined, kernel: Tensor): Tensor => (h === undefined ? x : add(x, matMul(h, kernel)));

/** z h' + (1 - z) n, or what is left of it without h'. */
const mixed = (z: Tensor, h: Tensor | undefined, n: Tensor): Tensor => {
  const fresh = mul(sub(1, z), n);
  return h === undefined ? fresh : add(mul(z, h), fresh);
};

const STEPS: Readonly<Record<CellName, Step>> = {
  rnn(x, recurrent, before) {
    const h = tanh(asked(x, before, recurrent));
    return { h, gates: [h] };
  },
  lstm(x, recurrent, before, cell) {
    const [input = x, forget = x, candidate = x, output = x] = split(asked(x, before, recurrent), 4, -1);
    const [i, f, g, o] = [sigmoid(input), sigmoid(forget), tanh(candidate), sigmoid(output)];
    const fresh = mul(i, g);
    const c = cell === undefined ? fresh : add(mul(f, cell), fresh);
    return { h: mul(o, tanh(c)), c, gates: [i, f, g, o] };
  },
  gru(x, recurrent, before) {
    const [units = 1] = recurrent.shape;
    const [both, own] = [slice(x, [0, 0], [-1, 2 * units]), slice(x, [0, 2 * units], [-1, units])];
    const gatesKernel = slice(recurrent, [0, 0], [units, 2 * units]);
    const candidateKernel = slice(recurrent, [0, 2 * units], [units, units]);
    const [update = both, reset = both] = split(sigmoid(asked(both, before, gatesKernel)), 2, -1);
    const n = tanh(asked(own, before === undefined ? undefined : mul(reset, before), candidateKernel));
    return { h: mixed(update, before, n), gates: [update, reset, n] };
  },
};

/** Steps, recorded once for all moments: h, and an LSTM's c; the gates by themselves, since a training step has no use for them. */
interface Cell {
  readonly step: Repeatable;
  readonly gates: Repeatable;
}

function cellOf(step: Step): Cell {
  return {
    step: repeated((x, recurrent, h, c) => {
      const made = step(x, recurrent, h, c);
      return made.c === undefined ? [made.h] : [made.h, made.c];
    }),
    gates: repeated((x, recurrent, h, c) => [sideBySide(step(x, recurrent, h, c).gates)]),
  };
}

const CELLS: Readonly<Record<CellName, Cell>> = { rnn: cellOf(STEPS.rnn), lstm: cellOf(STEPS.lstm), gru: cellOf(STEPS.gru) };

function sideBySide(gates: readonly Tensor[]): Tensor {
  return reshape(stack([...gates], 1), [gates[0]?.shape[0] ?? 1, -1]);
}

/** A trained start, the same for every sample. */
function startOf(call: LayerCall, batch: number): Before {
  const { startState, startCell } = call.variables;
  if (startState === undefined) return undefined;
  const each = (start: Tensor): Tensor => tile(reshape(start, [1, -1]), [batch, 1]);
  return { h: each(startState), c: startCell === undefined ? undefined : each(startCell) };
}

/**
 * A cell step by step over x [batch, steps, features]; see `CELL_GATES` for its equations. The product of the inputs and the kernel is one,
 * over all steps. Notes: `gates` [batch, steps, gates * units], after their functions, and an LSTM's `state` c [batch, steps, units].
 */
export const recurrent: Layer = {
  apply(call) {
    const x = firstInput(call);
    const { cell, steps, features, units, every, reversed } = recurrentSettings(call.node, [x.shape.slice(1)]);
    const product = matMul(reshape(x, [-1, features]), variableOf(call, 'kernel'));
    const biased = call.variables['bias'] === undefined ? product : add(product, call.variables['bias']);
    const inputs = unstack(reshape(biased, [-1, steps, biased.shape[1] ?? units]), 1);
    const kernel = variableOf(call, 'recurrentKernel');
    let before = startOf(call, inputs[0]?.shape[0] ?? 1);
    const states: { readonly h: Tensor; readonly c: Tensor | undefined; readonly given: readonly Tensor[] }[] = [];
    for (const at of reversed ? inputs.toReversed() : inputs) {
      const given = [at, kernel, ...[before?.h, before?.c].filter((one) => one !== undefined)];
      const [h, c] = CELLS[cell].step(...given);
      if (h === undefined) throw new Error(`a step of node "${call.node.id}" gives no state`);
      states.push({ h, c, given });
      before = { h, c };
    }
    const inOrder = reversed ? states.toReversed() : states;
    call.note('gates', () =>
      stack(
        inOrder.flatMap(({ given }) => CELLS[cell].gates(...given)),
        1,
      ),
    );
    if (cell === 'lstm')
      call.note('state', () =>
        stack(
          inOrder.flatMap(({ c }) => c ?? []),
          1,
        ),
      );
    const last = states.at(-1)?.h;
    if (last === undefined) throw new Error(`node "${call.node.id}" has no steps`);
    return every
      ? stack(
          inOrder.map(({ h }) => h),
          1,
        )
      : last;
  },
};
