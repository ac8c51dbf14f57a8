/** Kernels that put numbers into other places: shapes, slices, transposes, joins. */
import type { TensorInfo } from '@tensorflow/tfjs-core';
import { sizeOfShape, stridesOf, type Node, type Shape } from '../../graph/node';
import type { Call, Recording } from '../call';
import { CannotRecord } from '../recorder';

function slice(call: Call, x: Node, begin: readonly number[], size: readonly number[]): Node {
  const strides = stridesOf(x.shape);
  const shape = x.shape.map((length, axis) => ((size[axis] ?? -1) < 0 ? length - (begin[axis] ?? 0) : (size[axis] ?? length)));
  const offset = strides.reduce((sum, stride, axis) => sum + stride * (begin[axis] ?? 0), 0);
  return call.make({ kind: 'move', offset, strides }, [x], shape);
}

function reshape(call: Call, name: string): TensorInfo {
  const x = call.node(name);
  const wanted = call.numbers('shape');
  const known = sizeOfShape(wanted.filter((length) => length >= 0));
  const shape = wanted.map((length) => (length < 0 ? sizeOfShape(x.shape) / known : length));
  return call.give(call.view(x, shape), call.dtype(name));
}

function transpose(call: Call): TensorInfo {
  const x = call.node('x');
  const perm = call.numbers('perm');
  const own = stridesOf(x.shape);
  const shape = perm.map((axis) => x.shape[axis] ?? 1);
  return call.give(call.make({ kind: 'move', offset: 0, strides: perm.map((axis) => own[axis] ?? 0) }, [x], shape), call.dtype('x'));
}

function split(call: Call): TensorInfo[] {
  const x = call.node('x');
  const [axis = 0] = call.axes('axis', x.shape.length);
  const length = x.shape[axis] ?? 1;
  const given = call.attribute('numOrSizeSplits');
  const listed = typeof given === 'number' ? Array.from({ length: given }, () => length / given) : call.numbers('numOrSizeSplits');
  const rest = length - listed.filter((size) => size >= 0).reduce((sum, size) => sum + size, 0);
  let start = 0;
  return listed.map((listedSize) => {
    const size = listedSize < 0 ? rest : listedSize;
    const begin = x.shape.map((_, one) => (one === axis ? start : 0));
    start += size;
    return call.give(
      slice(
        call,
        x,
        begin,
        x.shape.map((whole, one) => (one === axis ? size : whole)),
      ),
      call.dtype('x'),
    );
  });
}

function pad(call: Call): TensorInfo {
  const x = call.node('x');
  const paddings = call.attribute('paddings');
  if (!Array.isArray(paddings)) throw new CannotRecord('PadV2 without paddings');
  const pairs = paddings.map((pair: unknown) => (Array.isArray(pair) ? [Number(pair[0]), Number(pair[1])] : [0, 0]));
  const before = pairs.map(([first = 0]) => first);
  const shape = x.shape.map((length, axis) => length + (pairs[axis]?.[0] ?? 0) + (pairs[axis]?.[1] ?? 0));
  const strides = stridesOf(x.shape);
  const offset = -strides.reduce((sum, stride, axis) => sum + stride * (before[axis] ?? 0), 0);
  const inside = { from: before, to: x.shape.map((length, axis) => length + (before[axis] ?? 0)), fill: call.number('constantValue', 0) };
  return call.give(call.make({ kind: 'move', offset, strides, inside }, [x], shape), call.dtype('x'));
}

function tile(call: Call): TensorInfo {
  const x = call.node('x');
  const reps = call.numbers('reps');
  const own = stridesOf(x.shape);
  // Along each dimension: which copy (which does not matter), then which element.
  const shape = x.shape.flatMap((length, axis) => [reps[axis] ?? 1, length]);
  const strides = x.shape.flatMap((_, axis) => [0, own[axis] ?? 0]);
  const copies = call.make({ kind: 'move', offset: 0, strides }, [x], shape);
  return call.give(
    call.view(
      copies,
      x.shape.map((length, axis) => length * (reps[axis] ?? 1)),
    ),
    call.dtype('x'),
  );
}

function reverse(call: Call): TensorInfo {
  const x = call.node('x');
  const axes = call.axes('dims', x.shape.length);
  const own = stridesOf(x.shape);
  const strides = own.map((stride, axis) => (axes.includes(axis) ? -stride : stride));
  const offset = own.reduce((sum, stride, axis) => sum + (axes.includes(axis) ? stride * ((x.shape[axis] ?? 1) - 1) : 0), 0);
  return call.give(call.make({ kind: 'move', offset, strides }, [x], x.shape), call.dtype('x'));
}

function concat(call: Call, parts: readonly Node[], axis: number): Node {
  const filled = parts.filter(({ shape }) => sizeOfShape(shape) > 0);
  const [first] = filled.length > 0 ? filled : parts;
  if (first === undefined) throw new CannotRecord('Concat of nothing');
  if (filled.length <= 1) return first;
  const shape = first.shape.map((length, one) => (one === axis ? filled.reduce((sum, part) => sum + (part.shape[axis] ?? 0), 0) : length));
  return call.make({ kind: 'concat', axis }, filled, shape);
}

/** A list as one array with a new axis. */
function pack(call: Call): TensorInfo {
  const [first] = call.list;
  const [axis = 0] = call.axes('axis', (first?.shape.length ?? 0) + 1);
  const thin = (shape: Shape): Shape => [...shape.slice(0, axis), 1, ...shape.slice(axis)];
  const parts = call.list.map((part) => call.view(part, thin(part.shape)));
  return call.give(concat(call, parts, axis), call.listType);
}

function unpack(call: Call): TensorInfo[] {
  const x = call.node('value');
  const [axis = 0] = call.axes('axis', x.shape.length);
  const size = x.shape.map((length, one) => (one === axis ? 1 : length));
  return Array.from({ length: x.shape[axis] ?? 0 }, (_, place) => {
    const part = slice(
      call,
      x,
      x.shape.map((_, one) => (one === axis ? place : 0)),
      size,
    );
    return call.give(
      call.view(
        part,
        size.filter((_, one) => one !== axis),
      ),
      call.dtype('value'),
    );
  });
}

export const moves: Readonly<Record<string, Recording>> = {
  BroadcastTo: (call) => call.give(call.broadcast(call.node('x'), call.numbers('shape')), call.dtype('x')),
  Concat: (call) => call.give(concat(call, call.list, call.axes('axis', call.list[0]?.shape.length ?? 0)[0] ?? 0), call.listType),
  ExpandDims: (call) => {
    const x = call.node('input');
    const [dim = 0] = call.axes('dim', x.shape.length + 1);
    return call.give(call.view(x, [...x.shape.slice(0, dim), 1, ...x.shape.slice(dim)]), call.dtype('input'));
  },
  Pack: pack,
  PadV2: pad,
  Reshape: (call) => reshape(call, 'x'),
  Reverse: reverse,
  Slice: (call) => call.give(slice(call, call.node('x'), call.numbers('begin'), call.numbers('size')), call.dtype('x')),
  SplitV: split,
  Tile: tile,
  Transpose: transpose,
  Unpack: unpack,
};
