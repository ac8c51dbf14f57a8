/** Kernels that find rows by whole numbers: embeddings, their gradients, one-hot rows. An index outside is an error of the model's; it is kept inside the array. */
import { sizeOfShape, sourceOf, type Node } from '../graph/node';
import type { FunctionBuilder } from '../wasm/function-builder';
import { Scalar, Type, Vector } from '../wasm/opcodes';
import { FLOAT, LANES, type Kernel } from './kernel';
import { emitFill } from './moves';

/** Leaves on the stack the address of the row whose number lies at `index`; numbers outside [0, rows) become the last row's. */
function rowAddress(f: FunctionBuilder, index: number, table: number, rows: number, rowBytes: number): void {
  const row = f.local(Type.i32);
  f.get(index).loadFloat().truncate().set(row);
  f.get(row).i32(rows).scalar(Scalar.i32LtU).scalar(Scalar.i32Eqz);
  f.when(() => f.i32(rows - 1).set(row));
  f.get(row).i32(rowBytes).scalar(Scalar.i32Mul).get(table).scalar(Scalar.i32Add);
}

/** Goes through a row, whole vectors first. */
function overRow(f: FunctionBuilder, length: number, body: (lanes: number) => void, moving: readonly number[]): void {
  const step = (lanes: number): void => {
    body(lanes);
    for (const pointer of moving) f.advance(pointer, lanes * FLOAT);
  };
  f.repeat(Math.floor(length / LANES), () => step(LANES));
  if (length % LANES !== 0) step(length % LANES);
}

/** Rows of [rows, ...] by index. */
export function gatherKernel(node: Node): Kernel {
  const [table, indices] = node.inputs;
  if (table === undefined || indices === undefined) throw new Error('no gather');
  const [rows = 1, ...rest] = table.shape;
  const length = sizeOfShape(rest);
  const count = sizeOfShape(indices.shape);
  return {
    key: `gather ${rows} ${length} ${count}`,
    reads: [sourceOf(table), sourceOf(indices)],
    writes: [node],
    inPlace: new Set(),
    scratch: 0,
    write(f, at) {
      const [index, from, to, value] = [f.local(Type.i32), f.local(Type.i32), f.local(Type.i32), f.local(Type.v128)];
      f.pointTo(index, at.reads[1] ?? 0, 0).pointTo(to, at.writes[0] ?? 0, 0);
      f.repeat(count, () => {
        rowAddress(f, index, at.reads[0] ?? 0, rows, length * FLOAT);
        f.set(from);
        overRow(
          f,
          length,
          (lanes) => {
            f.get(from).load().set(value);
            f.store(0, lanes, to, value);
          },
          [from, to],
        );
        f.advance(index, FLOAT);
      });
    },
  };
}

/** Sums of rows that have the same index. */
export function segmentSumKernel(node: Node): Kernel {
  const [rows, ids] = node.inputs;
  if (rows === undefined || ids === undefined) throw new Error('no segment sum');
  const [segments = 1, ...rest] = node.shape;
  const length = sizeOfShape(rest);
  const count = sizeOfShape(ids.shape);
  return {
    key: `segmentSum ${segments} ${length} ${count}`,
    reads: [sourceOf(rows), sourceOf(ids)],
    writes: [node],
    inPlace: new Set(),
    scratch: 0,
    write(f, at) {
      const [index, from, to, value] = [f.local(Type.i32), f.local(Type.i32), f.local(Type.i32), f.local(Type.v128)];
      emitFill(f, at.writes[0] ?? 0, segments * length, 0);
      f.pointTo(index, at.reads[1] ?? 0, 0).pointTo(from, at.reads[0] ?? 0, 0);
      f.repeat(count, () => {
        rowAddress(f, index, at.writes[0] ?? 0, segments, length * FLOAT);
        f.set(to);
        overRow(
          f,
          length,
          (lanes) => {
            f.get(from).load().get(to).load().vector(Vector.add).set(value);
            f.store(0, lanes, to, value);
          },
          [from, to],
        );
        f.advance(index, FLOAT);
      });
    },
  };
}

/** Rows of `off` with one `on`. */
export function oneHotKernel(node: Node): Kernel {
  const { operation } = node;
  const [indices] = node.inputs;
  if (operation.kind !== 'oneHot' || indices === undefined) throw new Error('no one-hot rows');
  const depth = node.shape.at(-1) ?? 1;
  const count = sizeOfShape(indices.shape);
  return {
    key: `oneHot ${depth} ${count} ${operation.on} ${operation.off}`,
    reads: [sourceOf(indices)],
    writes: [node],
    inPlace: new Set(),
    scratch: 0,
    write(f, at) {
      const [index, to, row] = [f.local(Type.i32), f.local(Type.i32), f.local(Type.i32)];
      emitFill(f, at.writes[0] ?? 0, count * depth, operation.off);
      f.pointTo(index, at.reads[0] ?? 0, 0).pointTo(to, at.writes[0] ?? 0, 0);
      f.repeat(count, () => {
        f.get(index).loadFloat().truncate().tee(row).i32(depth).scalar(Scalar.i32LtU);
        f.when(() => {
          f.get(row).i32(FLOAT).scalar(Scalar.i32Mul).get(to).scalar(Scalar.i32Add).f32(operation.on).storeFloat();
        });
        f.advance(index, FLOAT).advance(to, depth * FLOAT);
      });
    },
  };
}
