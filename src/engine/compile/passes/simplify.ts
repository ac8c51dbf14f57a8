/**
 * Writes a graph more simply: folds what is one known number, drops work that changes nothing, lets maps broadcast instead of copying,
 * turns transposes before a matrix product into its flags. Each rule keeps the numbers, but for the sign of a zero.
 */
import { rebuild, type Graph, type Rule } from '../graph/graph';
import {
  broadcastShape,
  broadcastStrides,
  sameShape,
  sizeOfShape,
  stridesOf,
  type MapName,
  type Node,
  type Outputs,
  type Shape,
} from '../graph/node';
import { evaluateMap } from './scalar-functions';
import { SharingGraph } from './share';

function uniformOf(node: Node | undefined): number | undefined {
  return node?.operation.kind === 'uniform' ? node.operation.value : undefined;
}

function uniform(graph: Graph, value: number, shape: Shape): Node {
  return graph.make({ kind: 'uniform', value }, [], shape);
}

function view(graph: Graph, node: Node, shape: Shape): Node {
  if (sameShape(node.shape, shape)) return node;
  const value = uniformOf(node);
  if (value !== undefined) return uniform(graph, value, shape);
  const source = node.operation.kind === 'view' ? (node.inputs[0] ?? node) : node;
  return sameShape(source.shape, shape) ? source : graph.make({ kind: 'view' }, [source], shape);
}

function broadcast(graph: Graph, node: Node, shape: Shape): Node {
  if (sizeOfShape(node.shape) === sizeOfShape(shape)) return view(graph, node, shape);
  const value = uniformOf(node);
  if (value !== undefined) return uniform(graph, value, shape);
  return graph.make({ kind: 'move', offset: 0, strides: broadcastStrides(node.shape, shape) }, [node], shape);
}

/** What a node repeats, where it does nothing else; else the node. */
function beforeBroadcast(node: Node): Node {
  const { operation, inputs, shape } = node;
  if (operation.kind !== 'move') return node;
  const [source] = inputs;
  if (source === undefined || operation.offset !== 0 || operation.inside !== undefined) return node;
  if (source.shape.length > shape.length) return node;
  const plain = broadcastStrides(source.shape, shape);
  const fits = operation.strides.every((stride, axis) => stride === plain[axis] || shape[axis] === 1);
  const lengths = source.shape.every((length, axis) => length === 1 || length === shape[axis + shape.length - source.shape.length]);
  return fits && lengths ? source : node;
}

const isPowerOfTwo = (value: number): boolean => value !== 0 && Number.isInteger(Math.log2(Math.abs(value)));

/** A map of two that is one of its inputs, or something cheaper. */
function cheaper(
  name: MapName,
  inputs: readonly Node[],
  make: (name: MapName, inputs: readonly Node[]) => Node,
  number: (value: number) => Node,
): Node | undefined {
  const [a, b] = inputs;
  if (a === undefined) return undefined;
  if (name === 'neg' && a.operation.kind === 'map' && a.operation.name === 'neg') return a.inputs[0];
  if (b === undefined) return undefined;
  const [left, right] = [uniformOf(a), uniformOf(b)];
  switch (name) {
    case 'add':
      return right === 0 ? a : left === 0 ? b : undefined;
    case 'sub':
      return right === 0 ? a : left === 0 ? make('neg', [b]) : undefined;
    case 'mul':
      if (a === b) return make('square', [a]);
      return right === 1 ? a : left === 1 ? b : right === -1 ? make('neg', [a]) : left === -1 ? make('neg', [b]) : undefined;
    case 'div':
      if (right === 1) return a;
      return right !== undefined && isPowerOfTwo(right) ? make('mul', [a, number(1 / right)]) : undefined;
    case 'pow':
      if (right === 1) return a;
      if (right === 2) return make('square', [a]);
      if (right === 3) return make('mul', [make('square', [a]), a]);
      if (right === 0.5) return make('sqrt', [a]);
      return right === -1 ? make('reciprocal', [a]) : undefined;
    default:
      return undefined;
  }
}

/** True where none of the rules can say anything: no input is a known number or repeats another, and nothing is done to a thing twice. */
function isPlain(name: MapName, inputs: readonly Node[]): boolean {
  if (name === 'neg' || (name === 'mul' && inputs[0] === inputs[1])) return false;
  return inputs.every((input) => input.operation.kind !== 'uniform' && beforeBroadcast(input) === input);
}

function simplifyMap(graph: Graph, node: Node, given: readonly Node[]): Node | undefined {
  const { operation, shape } = node;
  if (operation.kind !== 'map' || isPlain(operation.name, given)) return undefined;
  const values = given.map(uniformOf);
  const known = values.filter((value) => value !== undefined);
  if (known.length === values.length) return uniform(graph, evaluateMap(operation.name, known, operation.numbers), shape);
  const inputs = given.map((input) => {
    const value = uniformOf(input);
    return value === undefined ? beforeBroadcast(input) : uniform(graph, value, []);
  });
  const make = (name: MapName, of: readonly Node[]): Node =>
    graph.make(name === operation.name ? operation : { kind: 'map', name }, of, broadcastShape(of.map((input) => input.shape)));
  const result = cheaper(operation.name, inputs, make, (value) => uniform(graph, value, [])) ?? make(operation.name, inputs);
  // Computed at the size of its inputs; who needs it larger broadcasts it.
  return sameShape(result.shape, shape) ? result : broadcast(graph, result, shape);
}

/** True where the last two dimensions are swapped and the others in place. */
function isTransposed(node: Node): boolean {
  const [source] = node.inputs;
  const { operation, shape } = node;
  if (operation.kind !== 'move' || operation.inside !== undefined || operation.offset !== 0 || source === undefined) return false;
  if (source.shape.length !== shape.length || shape.length < 2) return false;
  const strides = stridesOf(source.shape);
  const wanted = [...strides.slice(0, -2), strides.at(-1), strides.at(-2)];
  const swapped = [...source.shape.slice(0, -2), source.shape.at(-1) ?? 1, source.shape.at(-2) ?? 1];
  return sameShape(swapped, shape) && operation.strides.every((stride, axis) => stride === wanted[axis] || shape[axis] === 1);
}

function simplifyProduct(graph: Graph, node: Node, inputs: readonly Node[]): Node | undefined {
  const { operation } = node;
  const [a, b] = inputs;
  if (operation.kind !== 'matmul' || a === undefined || b === undefined) return undefined;
  const [turnedA, turnedB] = [isTransposed(a), isTransposed(b)];
  if (!turnedA && !turnedB) return undefined;
  const sources = [turnedA ? (a.inputs[0] ?? a) : a, turnedB ? (b.inputs[0] ?? b) : b];
  const flags = { transposeA: operation.transposeA !== turnedA, transposeB: operation.transposeB !== turnedB };
  return graph.make({ kind: 'matmul', ...flags }, sources, node.shape);
}

function simplifyMove(graph: Graph, node: Node, source: Node): Node | undefined {
  const { operation, shape } = node;
  if (operation.kind !== 'move') return undefined;
  const value = uniformOf(source);
  if (value !== undefined && (operation.inside === undefined || operation.inside.fill === value)) return uniform(graph, value, shape);
  const natural = stridesOf(shape);
  const inPlace = operation.strides.every((stride, axis) => stride === natural[axis] || shape[axis] === 1);
  const whole = operation.offset === 0 && operation.inside === undefined && sizeOfShape(shape) === sizeOfShape(source.shape);
  return whole && inPlace ? view(graph, source, shape) : undefined;
}

function simplifyReduction(graph: Graph, node: Node, source: Node): Node | undefined {
  const { operation, shape } = node;
  if (operation.kind !== 'reduce') return undefined;
  if (sizeOfShape(shape) === sizeOfShape(source.shape)) return view(graph, source, shape);
  const value = uniformOf(source);
  if (value === undefined || operation.name === 'product') return undefined;
  const count = sizeOfShape(source.shape) / Math.max(1, sizeOfShape(shape));
  return uniform(graph, operation.name === 'sum' ? Math.fround(value * count) : value, shape);
}

const rule: Rule = (graph, node, inputs) => {
  if (node.operation.kind === 'map') return simplifyMap(graph, node, inputs);
  const [source] = inputs;
  if (source === undefined) return undefined;
  switch (node.operation.kind) {
    case 'view': {
      // A broadcast number stays one when its shape changes.
      const before = beforeBroadcast(source);
      if (before !== source && sizeOfShape(before.shape) === 1) return broadcast(graph, view(graph, before, []), node.shape);
      return view(graph, source, node.shape);
    }
    case 'matmul':
      return simplifyProduct(graph, node, inputs);
    case 'move':
      return simplifyMove(graph, node, source);
    case 'reduce':
      return simplifyReduction(graph, node, source);
    default:
      return undefined;
  }
};

/** Applies all rules once, inputs before what is made of them; what comes out the same is computed once. */
export function simplify(outputs: Outputs): Map<string, Node> {
  return rebuild(outputs, rule, new SharingGraph());
}
