import { describe, expect, it } from 'vitest';
import { mlp } from '../../../src/ml/blueprint/mlp';
import type { NetworkSpec } from '../../../src/ml/blueprint/network-spec';
import { silencing } from '../../../src/ml/blueprint/outgoing';

const chain = mlp({ name: 'chain', inputs: 2, hidden: [3, 4], outputs: 2, activations: ['tanh'], batchNorm: true });
const dense = (id: string, from: string, units: number) => ({ id, layer: 'dense', from: [from], options: { units } });

describe('what is silenced with a unit', () => {
  it('is its row of the kernel after it, through norm and activation', () => {
    expect(silencing(chain, 'hidden1', 1)).toEqual({ parts: [{ variable: 'hidden2/kernel', indices: [4, 5, 6, 7] }], through: 'onwards' });
    expect(silencing(chain, 'hidden1-activation', 2)).toEqual({
      parts: [{ variable: 'hidden2/kernel', indices: [8, 9, 10, 11] }],
      through: 'onwards',
    });
  });

  it('is its own column and bias where it is an output', () => {
    expect(silencing(chain, 'output', 1)).toEqual({
      parts: [
        { variable: 'output/kernel', indices: [1, 3, 5, 7] },
        { variable: 'output/bias', indices: [1] },
      ],
      through: 'own',
    });
  });

  it('is counted from where it stands in a concatenation, in every branch', () => {
    const spec: NetworkSpec = {
      name: 'branches',
      inputs: { x: [2] },
      nodes: [
        dense('a', 'x', 2),
        dense('b', 'x', 3),
        { id: 'both', layer: 'concat', from: ['a', 'b'], options: {} },
        dense('c', 'both', 1),
        dense('d', 'b', 2),
      ],
      outputs: ['c', 'd'],
    };
    expect(silencing(spec, 'b', 0)?.parts).toEqual([
      { variable: 'c/kernel', indices: [2] },
      { variable: 'd/kernel', indices: [0, 1] },
    ]);
  });

  it('is its own weights where it is added to another without a weight', () => {
    const spec: NetworkSpec = {
      name: 'skip',
      inputs: { x: [2] },
      nodes: [dense('a', 'x', 2), dense('b', 'a', 2), { id: 'sum', layer: 'add', from: ['a', 'b'], options: {} }, dense('c', 'sum', 1)],
      outputs: ['c'],
    };
    expect(silencing(spec, 'b', 1)).toMatchObject({ through: 'own' });
    expect(silencing(spec, 'a', 1)).toMatchObject({ through: 'own' });
    expect(silencing(spec, 'sum', 1)).toEqual({ parts: [{ variable: 'c/kernel', indices: [1] }], through: 'onwards' });
  });

  it('follows the channel of a picture through flattening', () => {
    const spec: NetworkSpec = {
      name: 'image',
      inputs: { x: [1, 2, 3] },
      nodes: [{ id: 'flat', layer: 'flatten', from: ['drop'], options: {} }, dense('out', 'flat', 1)],
      outputs: ['out'],
    };
    const nodes = [{ id: 'drop', layer: 'dropout', from: ['x'], options: { rate: 0.1 } }, ...spec.nodes];
    expect(silencing({ ...spec, nodes }, 'drop', 2)?.parts).toEqual([{ variable: 'out/kernel', indices: [2, 5] }]);
  });

  it('is nothing where there is no such unit or layer', () => {
    expect(silencing(chain, 'hidden1', 3)).toBeUndefined();
    expect(silencing(chain, 'hidden1', -1)).toBeUndefined();
    expect(silencing(chain, 'hidden1', 0.5)).toBeUndefined();
    expect(silencing(chain, 'nowhere', 0)).toBeUndefined();
  });
});
