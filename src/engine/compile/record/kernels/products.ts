/** Matrix products, look-ups by index and their gradients. */
import type { TensorInfo } from '@tensorflow/tfjs-core';
import { broadcastShape, sizeOfShape, stridesOf, type Node } from '../../graph/node';
import type { Call, Recording } from '../call';
import { CannotRecord } from '../recorder';

function matrixProduct(call: Call): Node {
  const [a, b] = [call.node('a'), call.node('b')];
  const [transposeA, transposeB] = [call.boolean('transposeA'), call.boolean('transposeB')];
  const rows = a.shape.at(transposeA ? -1 : -2) ?? 1;
  const columns = b.shape.at(transposeB ? -2 : -1) ?? 1;
  const batch = broadcastShape([a.shape.slice(0, -2), b.shape.slice(0, -2)]);
  return call.make({ kind: 'matmul', transposeA, transposeB }, [a, b], [...batch, rows, columns]);
}

function fusedProduct(call: Call): TensorInfo {
  if (call.has('preluActivationWeights')) throw new CannotRecord('_FusedMatMul with prelu');
  const product = matrixProduct(call);
  const sum = call.has('bias') ? call.map('add', [product, call.node('bias')]) : product;
  switch (call.attribute('activation')) {
    case 'relu':
      return call.give(call.map('relu', [sum]));
    case 'sigmoid':
      return call.give(call.map('sigmoid', [sum]));
    case 'linear':
    case undefined:
    case null:
      return call.give(sum);
    default:
      throw new CannotRecord(`_FusedMatMul with ${String(call.attribute('activation'))}`);
  }
}

/** Each member of a batch by indices of its own: rows of all members, counted through. */
function gatherInBatch(call: Call, x: Node, indices: Node, axis: number, batchDims: number): TensorInfo {
  if (batchDims !== 1 || axis !== 1) throw new CannotRecord(`GatherV2 with batchDims ${batchDims} along axis ${axis}`);
  const [batch = 1, count = 1, ...rest] = x.shape;
  const each = sizeOfShape(indices.shape.slice(1));
  const starts = Float32Array.from({ length: batch }, (_, member) => member * count);
  const places = call.map('add', [call.view(indices, [batch, each]), call.make({ kind: 'constant', data: starts }, [], [batch, 1])]);
  const picked = call.make({ kind: 'gather' }, [call.view(x, [batch * count, ...rest]), places], [batch * each, ...rest]);
  return call.give(call.view(picked, [...indices.shape, ...rest]), call.dtype('x'));
}

function gather(call: Call): TensorInfo {
  const [x, indices] = [call.node('x'), call.node('indices')];
  const [axis = 0] = call.axes('axis', x.shape.length);
  const batchDims = call.number('batchDims', 0);
  if (batchDims !== 0) return gatherInBatch(call, x, indices, axis, batchDims);
  const rest = [...x.shape.slice(0, axis), ...x.shape.slice(axis + 1)];
  const own = stridesOf(x.shape);
  const perm = [axis, ...[...x.shape.keys()].filter((one) => one !== axis)];
  const rows = call.make(
    { kind: 'move', offset: 0, strides: perm.map((one) => own[one] ?? 0) },
    [x],
    perm.map((one) => x.shape[one] ?? 1),
  );
  const picked = call.make({ kind: 'gather' }, [rows, indices], [sizeOfShape(indices.shape), ...rest]);
  if (axis === 0) return call.give(call.view(picked, [...indices.shape, ...rest]), call.dtype('x'));
  // The picked axis goes back to its place.
  const strides = stridesOf(picked.shape);
  const order = [
    ...Array.from({ length: axis }, (_, one) => one + 1),
    0,
    ...Array.from({ length: rest.length - axis }, (_, one) => axis + 1 + one),
  ];
  const back = call.make(
    { kind: 'move', offset: 0, strides: order.map((one) => strides[one] ?? 0) },
    [picked],
    order.map((one) => picked.shape[one] ?? 1),
  );
  return call.give(call.view(back, [...x.shape.slice(0, axis), ...indices.shape, ...x.shape.slice(axis + 1)]), call.dtype('x'));
}

export const products: Readonly<Record<string, Recording>> = {
  BatchMatMul: (call) => call.give(matrixProduct(call)),
  _FusedMatMul: fusedProduct,
  GatherV2: gather,
  OneHot: (call) => {
    const indices = call.node('indices');
    const operation = { kind: 'oneHot', on: call.number('onValue', 1), off: call.number('offValue', 0) } as const;
    const made = call.make(operation, [indices], [...indices.shape, call.number('depth')]);
    const dtype = call.attribute('dtype');
    return call.give(made, dtype === 'float32' ? 'float32' : 'int32');
  },
  UnsortedSegmentSum: (call) => {
    const [x, ids] = [call.node('x'), call.node('segmentIds')];
    return call.give(call.make({ kind: 'segmentSum' }, [x, ids], [call.number('numSegments'), ...x.shape.slice(1)]), call.dtype('x'));
  },
};
