/** Layers over sequences against their equations in plain numbers, and their gradients against central differences. */
import { mul, sum, tensor, tidy, variableGrads, type Scalar, type Tensor } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildNetwork, type Network } from '../../../src/ml/network';
import { createRandom } from '../../../src/ml/random';
import { describeNetwork } from '../../../src/ml/blueprint/describe';
import { sinusoids } from '../../../src/ml/blueprint/layers/positions';
import type { InputSpec, NetworkSpec, NodeSpec } from '../../../src/ml/blueprint/network-spec';
import { silencing } from '../../../src/ml/blueprint/outgoing';
import { attended, dot, rowOf, states, type Rows } from './sequence-reference';
import { centralDifferences, expectClose, momentsOf, normals, on } from './support';

beforeAll(() => on('cpu'));

function single(layer: string, inputs: readonly InputSpec[], options: NodeSpec['options']): NetworkSpec {
  const names = inputs.map((_, i) => `in${i + 1}`);
  return {
    name: 'single',
    inputs: Object.fromEntries(inputs.map((input, i) => [names[i] ?? '', input])),
    nodes: [{ id: 'one', layer, from: names, options }],
    outputs: ['one'],
  };
}

/** A network whose weights are normal numbers, and what they are by role. */
function stirred(spec: NetworkSpec): { readonly network: Network; readonly weights: Record<string, number[]> } {
  const network = buildNetwork(spec, createRandom(0));
  const random = createRandom(7);
  const weights: Record<string, number[]> = {};
  for (const { name, variable } of network.variables) {
    const values = normals(random.fork(name), variable.size).map((value) => 0.6 * value);
    weights[name.slice('one/'.length)] = values;
    tidy(() => variable.assign(tensor(values, variable.shape)));
  }
  return { network, weights };
}

/** Gradients of a weighted sum of the output by every weight, checked against central differences of the reference. */
function checkGradients(
  network: Network,
  inputs: Record<string, Tensor>,
  weights: Record<string, number[]>,
  reference: (weights: Record<string, Rows>) => number[],
): void {
  const size = reference(weights).length;
  const above = normals(createRandom(5), size);
  const { value, grads } = variableGrads(() => {
    const [output] = network.apply(inputs, { training: true }).outputs;
    if (output === undefined) throw new Error('no output');
    return sum<Scalar>(mul(output, tensor(above, output.shape)));
  });
  expectClose([...value.dataSync()], [dot(reference(weights), above)], 1e-4);
  for (const { name, variable } of network.variables) {
    const role = name.slice('one/'.length);
    const slope = centralDifferences((moved) => dot(reference({ ...weights, [role]: moved }), above), weights[role] ?? []);
    expectClose([...(grads[variable.name]?.dataSync() ?? [])], slope, 2e-4);
  }
}

describe.each(['rnn', 'lstm', 'gru'] as const)('a recurrent layer of %s cells', (cell) => {
  const size = { steps: 4, features: 3, units: 2 };
  it.each([
    { every: true, reversed: false, start: 'zeros' },
    { every: true, reversed: true, start: 'learned' },
    { every: false, reversed: true, start: 'zeros' },
    { every: false, reversed: false, start: 'learned' },
  ])('is what its equations say, and so are its gradients: %o', ({ every, reversed, start }) => {
    const { network, weights } = stirred(single('recurrent', [[4, 3]], { cell, units: 2, every, reversed, start }));
    const samples = [normals(createRandom(1), 12), normals(createRandom(2), 12)];
    const reference = (w: Record<string, Rows>): number[] =>
      samples.flatMap((x) => {
        const all = states(cell, { x, w, ...size }, reversed);
        return every ? (reversed ? all.toReversed() : all).flat() : (all.at(-1) ?? []);
      });
    checkGradients(network, { in1: tensor(samples.flat(), [2, 4, 3]) }, weights, reference);
    network.dispose();
  });

  it('notes its gates and its state, and they are those that made its output', () => {
    const { network } = stirred(single('recurrent', [[4, 3]], { cell, units: 2 }));
    tidy(() => {
      const applied = network.apply({ in1: tensor(normals(createRandom(1), 24), [2, 4, 3]) }, { training: false });
      const inner = applied.inner();
      const gates = { rnn: 1, lstm: 4, gru: 3 }[cell];
      expect(inner['one#gates']?.shape).toEqual([2, 4, 2 * gates]);
      const output = [...(applied.outputs[0]?.dataSync() ?? [])];
      const [state, all] = [inner['one#state']?.dataSync() ?? [], inner['one#gates']?.dataSync() ?? []];
      if (cell === 'rnn') return expectClose(output, [...all], 1e-6);
      // A GRU's update gate mixes the state before (four steps of two units) with its candidate.
      if (cell === 'gru')
        return expectClose(
          output,
          output.map((_, i) => {
            const [step, unit] = [Math.floor(i / 2), i % 2];
            const [update = NaN, candidate = NaN] = [all[step * 6 + unit], all[step * 6 + 4 + unit]];
            return update * (step % 4 === 0 ? 0 : (output[i - 2] ?? NaN)) + (1 - update) * candidate;
          }),
          1e-6,
        );
      expectClose(
        output,
        output.map((_, i) => (all[Math.floor(i / 2) * 8 + 6 + (i % 2)] ?? NaN) * Math.tanh(state[i] ?? NaN)),
        1e-6,
      );
    });
    network.dispose();
  });

  it('draws each gate as a kernel of its own, and its biases are 0 but for the forget gate’s', () => {
    const gates = { rnn: 1, lstm: 4, gru: 3 }[cell];
    const network = buildNetwork(
      single('recurrent', [[2, 60]], { cell, units: 40, initialiser: 'xavierNormal', recurrentInitialiser: 'heNormal' }),
      createRandom(3),
    );
    const valuesOf = (role: string): number[] => [
      ...(network.variables.find(({ name }) => name === `one/${role}`)?.variable.dataSync() ?? []),
    ];
    for (let gate = 0; gate < gates; gate++) {
      const own = (role: string): number[] => valuesOf(role).filter((_, i) => Math.floor((i % (40 * gates)) / 40) === gate);
      expect(Math.sqrt(momentsOf(own('kernel')).variance) / Math.sqrt(2 / 100)).toBeCloseTo(1, 1);
      expect(Math.sqrt(momentsOf(own('recurrentKernel')).variance) / Math.sqrt(2 / 40)).toBeCloseTo(1, 1);
      expect(new Set(own('bias'))).toEqual(new Set([cell === 'lstm' && gate === 1 ? 1 : 0]));
    }
    network.dispose();
  });

  it('begins its gates with the biases that it is told', () => {
    const network = buildNetwork(
      single('recurrent', [[2, 3]], { cell, units: 2, forgetBias: 3, inputBias: -3, updateBias: 2 }),
      createRandom(3),
    );
    const bias = network.variables.find(({ name }) => name === 'one/bias')?.variable.dataSync() ?? [];
    expect([...bias]).toEqual({ rnn: [0, 0], lstm: [-3, -3, 3, 3, 0, 0, 0, 0], gru: [2, 2, 0, 0, 0, 0] }[cell]);
    network.dispose();
  });

  it('is silent to itself and to what follows where a unit of it is off', () => {
    const spec: NetworkSpec = { ...single('recurrent', [[4, 3]], { cell, units: 2 }), outputs: ['out'] };
    const chain: NetworkSpec = { ...spec, nodes: [...spec.nodes, { id: 'out', layer: 'dense', from: ['one'], options: { units: 1 } }] };
    const off = silencing(chain, 'one', 1);
    const gates = { rnn: 1, lstm: 4, gru: 3 }[cell];
    expect(off?.through).toBe('onwards');
    expect(off?.parts).toEqual([
      { variable: 'out/kernel', indices: [1] },
      { variable: 'one/recurrentKernel', indices: Array.from({ length: 2 * gates }, (_, i) => 2 * gates + i) },
    ]);
  });
});

describe('attention', () => {
  it.each([
    { score: 'scaled', causal: true, rotary: false, heads: 2, own: true },
    { score: 'dot', causal: false, rotary: true, heads: 1, own: false },
    { score: 'additive', causal: false, rotary: false, heads: 2, own: false },
  ])('is what its equations say, and so are its gradients: %o', ({ score, causal, rotary, heads, own }) => {
    const [steps, places, d, m, units] = own ? [3, 3, 4, 4, 4] : [2, 3, 3, 2, 4];
    const { network, weights } = stirred(
      single(
        'attention',
        own
          ? [[3, 4]]
          : [
              [2, 3],
              [3, 2],
            ],
        { heads, units, score, causal, rotary },
      ),
    );
    const [query, memory] = [normals(createRandom(1), steps * d), normals(createRandom(2), places * m)];
    const reference = (w: Record<string, Rows>): number[] =>
      attended(query, own ? query : memory, w, { steps, places, d, m, heads, units, score, causal, rotary });
    const inputs = { in1: tensor(query, [1, steps, d]), ...(own ? {} : { in2: tensor(memory, [1, places, m]) }) };
    checkGradients(network, inputs, weights, reference);
    tidy(() => {
      const noted = network.apply(inputs, { training: false }).inner()['one#weights'];
      expect(noted?.shape).toEqual([1, heads, steps, places]);
      const shares = [...(noted?.dataSync() ?? [])];
      for (let row = 0; row < heads * steps; row++) {
        expect(rowOf(shares, row, places).reduce((a, b) => a + b, 0)).toBeCloseTo(1, 5);
        if (causal)
          expect(
            rowOf(shares, row, places)
              .slice((row % steps) + 1)
              .every((share) => share === 0),
          ).toBe(true);
      }
    });
    network.dispose();
  });
});

describe('embeddings and positions', () => {
  it('pick rows of their table, whose gradient is the sum over the places where each was picked', () => {
    const { network, weights } = stirred(single('embedding', [{ shape: [3], kind: 'indices', size: 4 }], { size: 4, units: 2 }));
    const picks = [2, 0, 2, 3, 3, 3];
    const reference = (w: Record<string, Rows>): number[] => picks.flatMap((pick) => rowOf(w['table'] ?? [], pick, 2));
    checkGradients(network, { in1: tensor(picks, [2, 3], 'int32') }, weights, reference);
    network.dispose();
  });

  it('are added, learnt ones with a gradient of their own; sinusoids of position 0 are 0 and 1', () => {
    const { network, weights } = stirred(single('positions', [[3, 2]], {}));
    const x = normals(createRandom(1), 12);
    checkGradients(network, { in1: tensor(x, [2, 3, 2]) }, weights, (w) => x.map((value, i) => value + (w['table']?.[i % 6] ?? NaN)));
    network.dispose();
    expect([...sinusoids(1, 4)]).toEqual([0, 1, 0, 1]);
    expectClose([...sinusoids(3, 4)].slice(8), [Math.sin(2), Math.cos(2), Math.sin(0.02), Math.cos(0.02)], 1e-6);
  });
});

describe('a description of layers over sequences', () => {
  const multiplyAdds = (spec: NetworkSpec): number => describeNetwork(spec).multiplyAdds;
  it('counts the multiplications of every step', () => {
    expect(multiplyAdds(single('recurrent', [[7, 3]], { units: 5 }))).toBe(7 * 5 * 8);
    expect(multiplyAdds(single('recurrent', [[7, 3]], { units: 5, cell: 'lstm' }))).toBe(7 * (4 * 5 * 8 + 10));
    expect(multiplyAdds(single('recurrent', [[7, 3]], { units: 5, cell: 'gru' }))).toBe(7 * (3 * 5 * 8 + 10));
    // Three projections of 4 steps, all pairs twice, and the way out.
    expect(multiplyAdds(single('attention', [[4, 6]], { heads: 2 }))).toBe(4 * 4 * 36 + 2 * 16 * 6);
    expect(describeNetwork(single('recurrent', [[7, 3]], { units: 5, cell: 'lstm' })).parameters).toBe(4 * 5 * (3 + 5 + 1));
  });

  it.each([
    ['recurrent', [[4]], { units: 2 }, 'it should be [steps, features]'],
    ['recurrent', [[4, 2]], { units: 2, cell: 'gated' }, 'cell is "gated"; it should be one of rnn, lstm, gru'],
    ['attention', [[4, 6]], { heads: 4 }, 'has 4 heads; they should divide its 6 units'],
    [
      'attention',
      [
        [3, 6],
        [4, 6],
      ],
      { causal: true },
      'is causal over 3 and 4 steps',
    ],
    ['attention', [[3, 6]], { heads: 2, rotary: true }, 'turns 3 numbers a head in pairs'],
    ['embedding', [[4]], { size: 3, units: 2 }, 'takes numbers from "in1"'],
    ['embedding', [{ shape: [4], kind: 'indices', size: 5 }], { size: 3, units: 2 }, 'looks up 3 things, and "in1" names 5'],
    ['dense', [{ shape: [4], kind: 'indices', size: 5 }], { units: 2 }, 'an embedding should be between them'],
    ['lastStep', [[4]], {}, 'it should be [steps, features]'],
    ['positions', [[4]], {}, 'it should be [steps, features]'],
  ] as readonly (readonly [string, readonly InputSpec[], NodeSpec['options'], string])[])(
    'refuses %s of %j with %j',
    (layer, inputs, options, words) => {
      expect(() => describeNetwork(single(layer, inputs, options))).toThrow(words);
    },
  );
});
