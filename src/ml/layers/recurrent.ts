import { add, matMul, mul, reshape, sigmoid, slice, split, stack, sub, tanh, tile, unstack, type Tensor } from '@tensorflow/tfjs-core';
import { recurrentSettings, type CellName } from '../spec/layers/recurrent';
import { firstInput, variableOf, type Layer, type LayerCall } from './layer';

/** What a step begins with: h, and an LSTM's c. Nothing stands for zeros, whose products are left out. */
type Before = { readonly h: Tensor; readonly c: Tensor | undefined } | undefined;

interface Weights {
  readonly recurrent: Tensor;
  readonly units: number;
}

/** A step of a cell. `x`: the input's product with the kernel and the bias, [batch, gates * units]. */
type Step = (x: Tensor, before: Before, weights: Weights) => { readonly h: Tensor; readonly c?: Tensor; readonly gates: () => Tensor };

const asked = (x: Tensor, h: Tensor | undefined, kernel: Tensor): Tensor => (h === undefined ? x : add(x, matMul(h, kernel)));

/** z h' + (1 - z) n, or what is left of it without h'. */
const mixed = (z: Tensor, h: Tensor | undefined, n: Tensor): Tensor => {
  const fresh = mul(sub(1, z), n);
  return h === undefined ? fresh : add(mul(z, h), fresh);
};

const STEPS: Readonly<Record<CellName, Step>> = {
  rnn(x, before, { recurrent }) {
    const h = tanh(asked(x, before?.h, recurrent));
    return { h, gates: () => h };
  },
  lstm(x, before, { recurrent }) {
    const [input = x, forget = x, candidate = x, output = x] = split(asked(x, before?.h, recurrent), 4, -1);
    const [i, f, g, o] = [sigmoid(input), sigmoid(forget), tanh(candidate), sigmoid(output)];
    const fresh = mul(i, g);
    const c = before?.c === undefined ? fresh : add(mul(f, before.c), fresh);
    return { h: mul(o, tanh(c)), c, gates: () => sideBySide([i, f, g, o]) };
  },
  gru(x, before, { recurrent, units }) {
    const [both, own] = [slice(x, [0, 0], [-1, 2 * units]), slice(x, [0, 2 * units], [-1, units])];
    const gatesKernel = slice(recurrent, [0, 0], [units, 2 * units]);
    const candidateKernel = slice(recurrent, [0, 2 * units], [units, units]);
    const [update = both, reset = both] = split(sigmoid(asked(both, before?.h, gatesKernel)), 2, -1);
    const n = tanh(asked(own, before === undefined ? undefined : mul(reset, before.h), candidateKernel));
    return { h: mixed(update, before?.h, n), gates: () => sideBySide([update, reset, n]) };
  },
};

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
    const weights = { recurrent: variableOf(call, 'recurrentKernel'), units };
    let before = startOf(call, inputs[0]?.shape[0] ?? 1);
    const states: ReturnType<Step>[] = [];
    for (const at of reversed ? inputs.toReversed() : inputs) {
      const made = STEPS[cell](at, before, weights);
      states.push(made);
      before = { h: made.h, c: made.c };
    }
    const inOrder = reversed ? states.toReversed() : states;
    call.note('gates', () =>
      stack(
        inOrder.map(({ gates }) => gates()),
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
