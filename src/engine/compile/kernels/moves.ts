/** Kernels that put numbers into other places: slices, transposes, broadcasts, padding, joins. */
import { sizeOfShape, sourceOf, stridesOf, type Node, type Operation } from '../graph/node';
import type { FunctionBuilder } from '../wasm/function-builder';
import { Type } from '../wasm/opcodes';
import { FLOAT, LANES, type Kernel } from './kernel';
import { emitTurn } from './turn';

interface Walk {
  readonly lengths: readonly number[];
  readonly from: readonly number[];
  readonly to: readonly number[];
}

/** Merges neighbouring dimensions along which both sides go on where they are. */
function merged({ lengths, from, to }: Walk): Walk {
  const result: { lengths: number[]; from: number[]; to: number[] } = { lengths: [], from: [], to: [] };
  lengths.forEach((length, axis) => {
    if (length === 1) return;
    const last = result.lengths.length - 1;
    const [source, target] = [from[axis] ?? 0, to[axis] ?? 0];
    if (last >= 0 && result.from[last] === source * length && result.to[last] === target * length) {
      result.lengths[last] = (result.lengths[last] ?? 1) * length;
      result.from[last] = source;
      result.to[last] = target;
    } else {
      result.lengths.push(length);
      result.from.push(source);
      result.to.push(target);
    }
  });
  return result.lengths.length === 0 ? { lengths: [1], from: [1], to: [1] } : result;
}

/** Copies elements from one walk through memory to another; strides in elements, pointers as locals that are moved. */
function emitCopy(f: FunctionBuilder, walk: Walk, source: number, target: number): void {
  const { lengths, from, to } = merged(walk);
  const inner = lengths.length - 1;
  const columns = lengths[inner] ?? 1;
  const [fromInner, toInner] = [from[inner] ?? 0, to[inner] ?? 0];
  const value = f.local(Type.v128);
  const vector = (lanes: number): void => {
    f.get(source);
    if (fromInner === 1) f.load();
    else f.loadSplat();
    f.set(value);
    f.store(0, lanes, target, value);
    f.advance(source, fromInner * lanes * FLOAT).advance(target, lanes * FLOAT);
  };
  const along = (axis: number): void => {
    if (axis < inner) {
      f.repeat(lengths[axis] ?? 1, () => {
        along(axis + 1);
        const next = lengths[axis + 1] ?? 1;
        f.advance(source, FLOAT * ((from[axis] ?? 0) - (from[axis + 1] ?? 0) * next));
        f.advance(target, FLOAT * ((to[axis] ?? 0) - (to[axis + 1] ?? 0) * next));
      });
    } else if (toInner === 1 && (fromInner === 1 || fromInner === 0)) {
      f.repeat(Math.floor(columns / LANES), () => vector(LANES));
      if (columns % LANES !== 0) vector(columns % LANES);
    } else {
      f.repeat(columns, () => {
        f.get(target).get(source).loadFloat().storeFloat();
        f.advance(source, fromInner * FLOAT).advance(target, toInner * FLOAT);
      });
    }
  };
  along(0);
}

type Move = Extract<Operation, { kind: 'move' }>;

/** The part of the result that lies inside the input: where it begins and how long it is along each dimension. */
function insideOf({ inside }: Move, node: Node): { begin: number[]; lengths: number[] } {
  const begin = node.shape.map((_, axis) => Math.max(0, inside?.from[axis] ?? 0));
  const lengths = node.shape.map((length, axis) => Math.max(0, Math.min(length, inside?.to[axis] ?? length) - (begin[axis] ?? 0)));
  return { begin, lengths };
}

/** Swaps the last two dimensions of matrices that follow each other: its sizes; undefined for any other move. */
function turnOf({ offset, strides, inside }: Move, node: Node): { matrices: number; rows: number; columns: number } | undefined {
  if (inside !== undefined || offset !== 0 || node.shape.length < 2) return undefined;
  const [columns, rows] = [node.shape.at(-2) ?? 1, node.shape.at(-1) ?? 1];
  const matrices = sizeOfShape(node.shape.slice(0, -2));
  const natural = stridesOf(node.shape.slice(0, -2)).map((stride) => stride * rows * columns);
  const wanted = [...natural, 1, columns];
  if (sizeOfShape(node.inputs[0]?.shape ?? []) !== sizeOfShape(node.shape)) return undefined;
  return strides.every((stride, axis) => stride === wanted[axis] || node.shape[axis] === 1) ? { matrices, rows, columns } : undefined;
}

/** The kernel of a move. */
export function moveKernel(node: Node): Kernel {
  const { operation, shape } = node;
  const [input] = node.inputs;
  if (operation.kind !== 'move' || input === undefined) throw new Error('no move');
  const turn = turnOf(operation, node);
  const { begin, lengths } = insideOf(operation, node);
  const natural = stridesOf(shape);
  const from = operation.offset + begin.reduce((sum, start, axis) => sum + start * (operation.strides[axis] ?? 0), 0);
  const to = begin.reduce((sum, start, axis) => sum + start * (natural[axis] ?? 0), 0);
  const common = { reads: [sourceOf(input)], writes: [node], inPlace: new Set<Node>(), scratch: 0 };
  if (turn !== undefined) {
    const { matrices, rows, columns } = turn;
    return {
      ...common,
      key: `turn ${matrices} ${rows}x${columns}`,
      write(f, at) {
        const [source, target] = [f.local(Type.i32), f.local(Type.i32)];
        f.pointTo(source, at.reads[0] ?? 0, 0).pointTo(target, at.writes[0] ?? 0, 0);
        f.repeat(matrices, () => {
          emitTurn(f, source, target, rows, columns);
          f.advance(source, rows * columns * FLOAT).advance(target, rows * columns * FLOAT);
        });
      },
    };
  }
  const { inside, strides } = operation;
  return {
    ...common,
    key: `move [${shape.join()}] ${strides.join()} [${lengths.join()}] ${inside === undefined ? 'whole' : String(inside.fill)}`,
    // Slices of one array, one for each moment, differ in where they begin alone.
    distances: [from * FLOAT, to * FLOAT],
    write(f, at) {
      const [source, target] = [f.local(Type.i32), f.local(Type.i32)];
      if (inside !== undefined) emitFill(f, at.writes[0] ?? 0, sizeOfShape(shape), inside.fill);
      if (sizeOfShape(lengths) === 0) return;
      const [before = 0, ahead = 0] = at.distances;
      f.pointBehind(source, at.reads[0] ?? 0, before).pointBehind(target, at.writes[0] ?? 0, ahead);
      emitCopy(f, { lengths, from: strides, to: natural }, source, target);
    },
  };
}

/** Writes one number to a whole array. */
export function emitFill(f: FunctionBuilder, target: number, count: number, number: number): void {
  if (Object.is(number, 0)) {
    f.get(target)
      .i32(0)
      .i32(count * FLOAT)
      .fillMemory();
    return;
  }
  const [pointer, value] = [f.local(Type.i32), f.local(Type.v128)];
  f.pointTo(pointer, target, 0).splat(number).set(value);
  f.repeat(Math.ceil(count / LANES), () => {
    f.store(0, LANES, pointer, value);
    f.advance(pointer, LANES * FLOAT);
  });
}

/** The kernel that joins arrays along one dimension. */
export function concatKernel(node: Node): Kernel {
  const { operation, inputs, shape } = node;
  if (operation.kind !== 'concat') throw new Error('no concat');
  const { axis } = operation;
  const outer = sizeOfShape(shape.slice(0, axis));
  const row = sizeOfShape(shape.slice(axis));
  const parts = inputs.map((input) => sizeOfShape(input.shape.slice(axis)));
  return {
    key: `concat ${outer} ${parts.join()}`,
    reads: inputs.map(sourceOf),
    writes: [node],
    inPlace: new Set(),
    scratch: 0,
    write(f, at) {
      const [source, target] = [f.local(Type.i32), f.local(Type.i32)];
      let start = 0;
      parts.forEach((part, index) => {
        f.pointTo(source, at.reads[index] ?? 0, 0).pointTo(target, at.writes[0] ?? 0, start * FLOAT);
        emitCopy(f, { lengths: [outer, part], from: [part, 1], to: [row, 1] }, source, target);
        start += part;
      });
    },
  };
}
