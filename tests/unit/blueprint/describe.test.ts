import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeNetwork } from '../../../src/ml/blueprint/describe';
import { NetworkError } from '../../../src/ml/blueprint/layer-description';
import { mlp } from '../../../src/ml/blueprint/mlp';
import type { NetworkSpec, NodeSpec } from '../../../src/ml/blueprint/network-spec';

const net = (inputs: number, hidden: number[], outputs: number) =>
  describeNetwork(mlp({ name: 'n', inputs, hidden, outputs, activations: ['relu'] }));

const graph = (nodes: readonly NodeSpec[], outputs: readonly string[]): NetworkSpec => ({ name: 'g', inputs: { x: [4] }, nodes, outputs });
const dense = (id: string, from: string, units: number): NodeSpec => ({ id, layer: 'dense', from: [from], options: { units } });

describe('counts', () => {
  it.each([
    // Worked by hand: (2 * 8 + 8) + (8 * 8 + 8) + (8 + 1) = 105.
    [2, [8, 8], 1, 105],
    [2, [4, 2], 1, 25],
    // The 784-256-10 network of Zhang et al., Dive into Deep Learning, section 5.2.
    [784, [256], 10, 203_530],
    // 784-300-100-10, LeCun et al. 1998, table 1's larger fully connected network.
    [784, [300, 100], 10, 266_610],
  ])('%i inputs, hidden %o, %i outputs: %i parameters', (inputs, hidden, outputs, parameters) => {
    const description = net(inputs, hidden, outputs);
    expect(description.parameters).toBe(parameters);
    // Every weight but the biases takes part in one multiply-add a sample.
    const biases = [...hidden, outputs].reduce((sum, units) => sum + units, 0);
    expect(description.multiplyAdds).toBe(parameters - biases);
  });

  it('follow branches and joins', () => {
    const spec = graph(
      [
        dense('a', 'x', 3),
        dense('b', 'x', 3),
        { id: 'sum', layer: 'add', from: ['a', 'b'], options: {} },
        { id: 'side', layer: 'concat', from: ['sum', 'x'], options: {} },
        dense('out', 'side', 2),
      ],
      ['out'],
    );
    const { nodes, parameters } = describeNetwork(spec);
    expect(nodes['sum']?.shape).toEqual([3]);
    expect(nodes['side']?.shape).toEqual([7]);
    expect(parameters).toBe(2 * (4 * 3 + 3) + (7 * 2 + 2));
  });

  it('work for inputs of several dimensions: dense over the last, flatten over all', () => {
    const spec: NetworkSpec = {
      name: 'g',
      inputs: { x: [5, 4] },
      nodes: [dense('a', 'x', 3), { id: 'flat', layer: 'flatten', from: ['a'], options: {} }],
      outputs: ['flat'],
    };
    const { nodes } = describeNetwork(spec);
    expect([nodes['a']?.shape, nodes['flat']?.shape, nodes['a']?.parameters, nodes['a']?.multiplyAdds]).toEqual([[5, 3], [15], 15, 60]);
  });

  it('of any chain are the sum of its variables’ sizes', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20 }),
        fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 6 }),
        fc.boolean(),
        (inputs, hidden, batchNorm) => {
          const description = describeNetwork(
            mlp({ name: 'n', inputs, hidden, outputs: 1, activations: ['tanh'], batchNorm, dropout: 0.5 }),
          );
          const sizes = [inputs, ...hidden, 1];
          const expected =
            sizes.slice(1).reduce((sum, units, i) => sum + units * ((sizes[i] ?? 0) + 1), 0) +
            (batchNorm ? 2 * hidden.reduce((sum, units) => sum + units, 0) : 0);
          expect(description.parameters).toBe(expected);
        },
      ),
    );
  });
});

describe('weights that begin as one number', () => {
  const table = (options: NodeSpec['options']): NetworkSpec => ({
    name: 't',
    inputs: { x: { shape: [3], kind: 'indices', size: 5 } },
    nodes: [{ id: 'e', layer: 'embedding', from: ['x'], options: { size: 5, units: 2, ...options } }],
    outputs: ['e'],
  });
  const column = (options: NodeSpec['options']): NetworkSpec =>
    graph([{ id: 'e', layer: 'dense', from: ['x'], options: { units: 2, ...options } }], ['e']);

  it.each([
    ['a dense layer', column],
    ['a table', table],
  ] as const)('may begin below zero in %s, which a deviation may not be', (_, of) => {
    const { nodes } = describeNetwork(of({ initialiser: 'constant', initialScale: -4.5 }));
    expect(nodes['e']?.variables[0]?.initialiserOptions).toEqual({ scale: -4.5 });
    expect(() => describeNetwork(of({ initialiser: 'normal', initialScale: -4.5 }))).toThrow(
      'node "e": initialScale is -4.5; it should be a number from 0',
    );
  });
});

describe('a mistake in a network', () => {
  it.each([
    ['an unknown layer', graph([{ id: 'a', layer: 'magic', from: ['x'], options: {} }], ['a']), 'node "a": there is no layer "magic"'],
    ['a reference to nothing', graph([dense('a', 'y', 2)], ['a']), 'node "a": takes from "y"'],
    ['a reference forwards', graph([dense('a', 'b', 2), dense('b', 'x', 2)], ['a']), 'node "a": takes from "b"'],
    ['a name used twice', graph([dense('a', 'x', 2), dense('a', 'x', 2)], ['a']), 'node "a": the name is used twice'],
    [
      'shapes that do not add',
      graph([dense('a', 'x', 2), { id: 's', layer: 'add', from: ['a', 'x'], options: {} }], ['s']),
      'node "s": adds shapes [2] and [4]',
    ],
    ['too few inputs', graph([{ id: 's', layer: 'add', from: ['x'], options: {} }], ['s']), 'node "s": has 1 inputs'],
    ['units that are missing', graph([{ id: 'a', layer: 'dense', from: ['x'], options: {} }], ['a']), 'node "a": units is undefined'],
    [
      'dropout of everything',
      graph([{ id: 'd', layer: 'dropout', from: ['x'], options: { rate: 1 } }], ['d']),
      'node "d": rate is 1; it should be a number from 0 to 0.99',
    ],
    [
      'an unknown activation',
      graph([{ id: 'a', layer: 'activation', from: ['x'], options: { activation: 'relu7' } }], ['a']),
      'node "a": activation is "relu7"',
    ],
    ['an input of no length', { ...graph([], ['x']), inputs: { x: [0] } }, 'node "x": has the shape [0]'],
    ['an input of half a length', { ...graph([], ['x']), inputs: { x: [2.5] } }, 'node "x": has the shape [2.5]'],
    ['no outputs', graph([dense('a', 'x', 2)], []), 'has no outputs'],
    ['an output that is not there', graph([dense('a', 'x', 2)], ['b']), 'node "b": is named as an output'],
  ])('%s names the node and the cause', (_, spec, message) => {
    expect(() => describeNetwork(spec)).toThrow(NetworkError);
    expect(() => describeNetwork(spec)).toThrow(message);
  });
});
