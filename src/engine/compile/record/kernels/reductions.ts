/** Kernels that make one number of many. */
import type { DataType, TensorInfo } from '@tensorflow/tfjs-core';
import { sizeOfShape, stridesOf, type Node } from '../../graph/node';
import type { Call, Recording } from '../call';

type Reducer = 'sum' | 'max' | 'min' | 'product';

function reduced(call: Call, name: Reducer, node: Node): Node {
  // Max alone calls them otherwise.
  const axes = call.axes(call.attribute('reductionIndices') === undefined ? 'axis' : 'reductionIndices', node.shape.length);
  const kept = node.shape.filter((_, axis) => !axes.includes(axis));
  const result = call.make({ kind: 'reduce', name, axes }, [node], kept);
  if (!call.boolean('keepDims')) return result;
  return call.view(
    result,
    node.shape.map((length, axis) => (axes.includes(axis) ? 1 : length)),
  );
}

const reduction =
  (name: Reducer, dtype?: DataType): Recording =>
  (call) =>
    call.give(reduced(call, name, call.node('x')), dtype ?? call.dtype('x'));

const argument =
  (name: 'max' | 'min'): Recording =>
  (call) => {
    const x = call.node('x');
    const [axis = 0] = call.axes('axis', x.shape.length);
    const order = [...x.shape.keys()].filter((one) => one !== axis);
    const strides = x.shape.map((_, one) => sizeOfShape(x.shape.slice(one + 1)));
    const perm = [...order, axis];
    const last = call.make(
      { kind: 'move', offset: 0, strides: perm.map((one) => strides[one] ?? 0) },
      [x],
      perm.map((one) => x.shape[one] ?? 1),
    );
    return call.give(
      call.make(
        { kind: 'argument', name },
        [last],
        order.map((one) => x.shape[one] ?? 1),
      ),
      'int32',
    );
  };

/** Moved on by a number of places along an axis (back where it is negative); 0 comes in. */
function shifted(call: Call, x: Node, axis: number, places: number): Node {
  const strides = stridesOf(x.shape);
  const edge = (at: (length: number) => number, otherwise: (length: number) => number): number[] =>
    x.shape.map((length, one) => (one === axis ? at(length) : otherwise(length)));
  const inside = {
    from: edge(
      () => Math.max(0, places),
      () => 0,
    ),
    to: edge(
      (length) => length + Math.min(0, places),
      (length) => length,
    ),
    fill: 0,
  };
  return call.make({ kind: 'move', offset: -places * (strides[axis] ?? 0), strides, inside }, [x], x.shape);
}

/** Sums of all up to each place: of two neighbours, of four, of eight, ... (Hillis & Steele 1986). */
function cumulativeSum(call: Call): TensorInfo {
  const x = call.node('x');
  const [axis = 0] = call.axes('axis', x.shape.length);
  const length = x.shape[axis] ?? 1;
  const way = call.boolean('reverse') ? -1 : 1;
  let sum = call.boolean('exclusive') ? shifted(call, x, axis, way) : x;
  for (let reach = 1; reach < length; reach *= 2) sum = call.map('add', [sum, shifted(call, sum, axis, way * reach)]);
  return call.give(sum, call.dtype('x'));
}

export const reductions: Readonly<Record<string, Recording>> = {
  All: reduction('min', 'bool'),
  Any: reduction('max', 'bool'),
  ArgMax: argument('max'),
  ArgMin: argument('min'),
  Cumsum: cumulativeSum,
  LogSoftmax: (call) => call.give(call.make({ kind: 'softmax', log: true }, [call.node('logits')], call.node('logits').shape)),
  Max: reduction('max'),
  Mean: (call) => {
    const x = call.node('x');
    const sum = reduced(call, 'sum', x);
    return call.give(call.map('mul', [sum, call.uniform(sizeOfShape(sum.shape) / Math.max(1, sizeOfShape(x.shape)))]));
  },
  Min: reduction('min'),
  Prod: reduction('product'),
  Softmax: (call) => call.give(call.make({ kind: 'softmax', log: false }, [call.node('logits')], call.node('logits').shape)),
  Sum: reduction('sum'),
};
