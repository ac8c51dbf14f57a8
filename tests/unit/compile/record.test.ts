/** What is recorded of a tfjs program, and what cannot be. */
import '@tensorflow/tfjs-backend-cpu';
import { add, exp, memory, mul, scalar, setBackend, sub, tensor1d, topk, variable } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { reachable } from '../../../src/engine/compile/graph/graph';
import { record } from '../../../src/engine/compile/record/record';
import { CannotRecord } from '../../../src/engine/compile/record/recorder';

beforeAll(async () => {
  await setBackend('cpu');
});

describe('recording', () => {
  it('gives a graph of what is computed, inputs, state and constants told apart; the variables stay what they are', () => {
    const w = variable(tensor1d([1, 2, 3]));
    const kernels = record(new Map([['w', w]]), (recorded) => {
      const x = recorded.input('x', [3]);
      w.assign(sub(w, mul(exp(x), 0.5)));
      return reachable(new Map([['w', recorded.node(w)]])).map(({ operation }) => operation);
    });
    expect(kernels.map(({ kind }) => kind).sort()).toEqual(['input', 'map', 'map', 'map', 'state', 'uniform']);
    expect([...w.dataSync()]).toEqual([1, 2, 3]);
    w.dispose();
  });

  it('leaves no tensor behind', () => {
    const before = memory().numTensors;
    const w = variable(tensor1d([1, 2, 3]));
    record(new Map([['w', w]]), () => void add(w, 1));
    w.dispose();
    expect(memory().numTensors).toBe(before + 1);
  });

  it('ends where a number is read before it is computed, and where a kernel is not known, which it names', () => {
    const reading = (): unknown => record(new Map(), (recorded) => add(recorded.input('x', [1]), 1).dataSync());
    expect(reading).toThrow(CannotRecord);
    const unknown = (): unknown => record(new Map(), (recorded) => topk(recorded.input('x', [3]), 1));
    expect(unknown).toThrow(/TopK/);
    // The backend that was active is active again.
    expect(scalar(2).dataSync()[0]).toBe(2);
  });
});
