/** A recurrent layer in pieces: what is cut are gradients, and nothing of what is computed. */
import { concat, grads, mul, slice, sum, tensor, tidy, type Scalar, type Tensor } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import '../../../src/ml/gradients';
import { pieceStarts } from '../../../src/ml/blueprint/layers/recurrent';
import type { NodeSpec } from '../../../src/ml/blueprint/network-spec';
import { buildNetwork, type Network } from '../../../src/ml/network';
import { createRandom } from '../../../src/ml/random';
import { unrolled, type Pieces, type Step } from '../../../src/ml/unrolled';
import { normals, on, read } from './support';

const STEPS = 7;
const FEATURES = 2;
const UNITS = 3;

beforeAll(() => on('cpu'));

function cell(options: NodeSpec['options']): Network {
  const network = {
    name: 'cell',
    inputs: { x: [STEPS, FEATURES] },
    nodes: [{ id: 'cell', layer: 'recurrent', from: ['x'], options: { units: UNITS, ...options } }],
    outputs: ['cell'],
  };
  return buildNetwork(network, createRandom(3));
}

/** Output on one sequence, and the gradient of a sum of its last state by what is read, [steps, features]. */
function lookAt(options: NodeSpec['options']) {
  const network = cell(options);
  const found = tidy(() => {
    const x = tensor(normals(createRandom(4), STEPS * FEATURES), [1, STEPS, FEATURES]);
    const output = (given: Tensor): Tensor => {
      const [made] = network.apply({ x: given }, { training: true }).outputs;
      if (made === undefined) throw new Error('no output');
      return made;
    };
    const [gradient] = grads((given: Tensor): Scalar => sum(slice(output(given), [0, STEPS - 1, 0], [1, 1, UNITS])))([x]);
    return { output: read(output(x)), gradient: gradient === undefined ? [] : read(gradient) };
  });
  network.dispose();
  return found;
}

describe('a recurrent layer in pieces', () => {
  it('has pieces of one length, counted from the last; what is left is the first', () => {
    expect(pieceStarts({ steps: 7, truncate: 3 })).toEqual([1, 4]);
    expect(pieceStarts({ steps: 6, truncate: 3 })).toEqual([3]);
    expect(pieceStarts({ steps: 6, truncate: 6 })).toEqual([]);
    expect(pieceStarts({ steps: 6, truncate: 9 })).toEqual([]);
    expect(pieceStarts({ steps: 3, truncate: 1 })).toEqual([1, 2]);
    expect(pieceStarts({ steps: 6, truncate: 0 })).toEqual([]);
  });

  it.each(['rnn', 'lstm', 'gru'])('computes, where the state is carried, what it computes uncut, bit for bit: %s', (name) => {
    expect(lookAt({ cell: name, truncate: 3 }).output).toEqual(lookAt({ cell: name }).output);
  });

  it.each(['rnn', 'lstm', 'gru'])('lets no gradient past a cut, and within the piece all of it: %s', (name) => {
    const whole = lookAt({ cell: name }).gradient;
    const cut = lookAt({ cell: name, truncate: 3 }).gradient;
    const beyond = (STEPS - 3) * FEATURES;
    expect(cut.slice(0, beyond)).toEqual(new Array<number>(beyond).fill(0));
    expect(cut.slice(beyond)).toEqual(whole.slice(beyond));
    expect(whole.slice(0, beyond).every((value) => value !== 0)).toBe(true);
  });

  it('that begins anew is the same layer over its last piece alone', () => {
    const anew = lookAt({ truncate: 3, carry: false });
    const uncut = lookAt({});
    expect(anew.output.slice(-UNITS)).not.toEqual(uncut.output.slice(-UNITS));
    const network = cell({ truncate: 3, carry: false });
    const x = tensor(normals(createRandom(4), STEPS * FEATURES), [1, STEPS, FEATURES]);
    // Whatever stands before the piece.
    const other = concat([mul(slice(x, [0, 0, 0], [1, STEPS - 3, FEATURES]), -5), slice(x, [0, STEPS - 3, 0], [1, 3, FEATURES])], 1);
    const last = (given: Tensor): number[] =>
      tidy(() => network.apply({ x: given }, { training: false }).outputs.flatMap(read)).slice(-UNITS);
    expect(last(other)).toEqual(last(x));
    for (const one of [x, other]) one.dispose();
    network.dispose();
  });

  it('has the gradients of steps that begin with a constant', () => {
    tidy(() => {
      const step: Step = (given, [before], [weight = given]) => [
        before === undefined ? mul(given, weight) : mul(given, mul(before, weight)),
      ];
      const moments = [2, 3, 5].map((value) => tensor([value]));
      const weight = tensor([7]);
      // Uncut, the last is (5 w)(3 w)(2 w) = 30 w^3; cut before the last it is 5 w with the number 6 w^2 beside it.
      const last =
        (pieces?: Pieces) =>
        (w: Tensor): Scalar =>
          sum(
            unrolled(step, { moments, start: [], weights: [w], pieces })
              .flat()
              .at(-1) ?? w,
          );
      const by = (pieces?: Pieces): number[] => grads(last(pieces))([weight]).flatMap(read);
      expect(by()).toEqual([90 * 7 ** 2]);
      expect(by({ begin: new Set([2]), carried: true })).toEqual([5 * 6 * 7 ** 2]);
      expect(by({ begin: new Set([1]), carried: true })).toEqual([5 * 3 * 2 * (2 * 7) * 7]);
      expect(by({ begin: new Set([2]), carried: false })).toEqual([5]);
    });
  });
});
