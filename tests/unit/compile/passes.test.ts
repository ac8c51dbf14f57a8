/** What each pass does to a small graph. */
import { describe, expect, it } from 'vitest';
import { Graph, reachable, rebuild } from '../../../src/engine/compile/graph/graph';
import type { Node } from '../../../src/engine/compile/graph/node';
import { fuse } from '../../../src/engine/compile/passes/fuse';
import { SharingGraph } from '../../../src/engine/compile/passes/share';
import { simplify } from '../../../src/engine/compile/passes/simplify';

const outputs = (node: Node): Map<string, Node> => new Map([['y', node]]);
const kinds = (graph: ReadonlyMap<string, Node>): string[] =>
  reachable(graph).map(({ operation }) => (operation.kind === 'map' ? operation.name : operation.kind));

describe('dead code', () => {
  it('is left behind: only what the outputs need is reached', () => {
    const graph = new Graph();
    const x = graph.make({ kind: 'input', name: 'x' }, [], [4]);
    graph.make({ kind: 'map', name: 'exp' }, [x], [4]);
    expect(kinds(outputs(graph.make({ kind: 'map', name: 'tanh' }, [x], [4])))).toEqual(['input', 'tanh']);
  });
});

describe('a graph that shares', () => {
  it('makes one of what computes the same from the same', () => {
    const graph = new Graph();
    const x = graph.make({ kind: 'input', name: 'x' }, [], [4]);
    const [one, same] = [0, 1].map(() => graph.make({ kind: 'map', name: 'exp' }, [x], [4]));
    const sum = graph.make({ kind: 'map', name: 'add' }, [one ?? x, same ?? x], [4]);
    expect(kinds(outputs(sum))).toEqual(['input', 'exp', 'exp', 'add']);
    expect(kinds(rebuild(outputs(sum), () => undefined, new SharingGraph()))).toEqual(['input', 'exp', 'add']);
  });
});

describe('simplify', () => {
  it('folds what is one known number', () => {
    const graph = new Graph();
    const two = graph.make({ kind: 'uniform', value: 2 }, [], [3]);
    const folded = simplify(outputs(graph.make({ kind: 'map', name: 'square' }, [two], [3]))).get('y');
    expect(folded?.operation).toEqual({ kind: 'uniform', value: 4 });
  });

  it('drops work that changes nothing', () => {
    const graph = new Graph();
    const x = graph.make({ kind: 'input', name: 'x' }, [], [3]);
    const one = graph.make({ kind: 'uniform', value: 1 }, [], []);
    expect(kinds(simplify(outputs(graph.make({ kind: 'map', name: 'mul' }, [x, one], [3]))))).toEqual(['input']);
  });

  it('turns a transpose before a matrix product into the product’s flag, and a reshape of a reshape into one view', () => {
    const graph = new Graph();
    const a = graph.make({ kind: 'input', name: 'a' }, [], [3, 2]);
    const b = graph.make({ kind: 'input', name: 'b' }, [], [3, 4]);
    const turned = graph.make({ kind: 'move', offset: 0, strides: [1, 2] }, [a], [2, 3]);
    const product = graph.make({ kind: 'matmul', transposeA: false, transposeB: false }, [turned, b], [2, 4]);
    const flat = graph.make({ kind: 'view' }, [graph.make({ kind: 'view' }, [product], [4, 2])], [8]);
    const simple = simplify(outputs(flat));
    expect(kinds(simple)).toEqual(['input', 'input', 'matmul', 'view']);
    expect(reachable(simple).find(({ operation }) => operation.kind === 'matmul')?.operation).toMatchObject({ transposeA: true });
  });
});

describe('fuse', () => {
  it('puts bias and activation into the matrix product before them: one kernel, one result', () => {
    const graph = new Graph();
    const [x, w, b] = [
      graph.make({ kind: 'input', name: 'x' }, [], [5, 3]),
      graph.make({ kind: 'state', name: 'w' }, [], [3, 4]),
      graph.make({ kind: 'state', name: 'b' }, [], [4]),
    ];
    const product = graph.make({ kind: 'matmul', transposeA: false, transposeB: false }, [x, w], [5, 4]);
    const sum = graph.make({ kind: 'map', name: 'add' }, [product, b], [5, 4]);
    const y = graph.make({ kind: 'map', name: 'tanh' }, [sum], [5, 4]);
    const groups = fuse(outputs(y));
    expect(groups).toHaveLength(1);
    expect(groups[0]).toMatchObject({ head: product, maps: [sum, y], results: [y] });
  });

  it('goes over elements once for a chain of maps, and keeps apart what has to wait for a sum', () => {
    const graph = new Graph();
    const x = graph.make({ kind: 'input', name: 'x' }, [], [6]);
    const squares = graph.make({ kind: 'map', name: 'square' }, [graph.make({ kind: 'map', name: 'sin' }, [x], [6])], [6]);
    const sum = graph.make({ kind: 'reduce', name: 'sum', axes: [0] }, [squares], []);
    const shares = graph.make({ kind: 'map', name: 'div' }, [squares, sum], [6]);
    expect(fuse(outputs(shares)).map(({ head, maps }) => [head?.operation.kind, maps.length])).toEqual([
      [undefined, 2],
      ['reduce', 0],
      [undefined, 1],
    ]);
  });
});
