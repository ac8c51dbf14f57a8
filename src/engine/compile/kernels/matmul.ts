/**
 * Matrix products, in blocks of rows and columns that stay in registers. Where the result has one column, the rows of the left matrix
 * are multiplied with it element by element and summed; a product of a turned matrix with one column is its mirror image.
 */
import { broadcastStrides, sizeOfShape, sourceOf, stridesOf, type Node } from '../graph/node';
import type { Group } from '../group';
import type { FunctionBuilder } from '../wasm/function-builder';
import { Type } from '../wasm/opcodes';
import { afterProduct } from './after';
import { emitDots } from './dots';
import { FLOAT, VECTOR, type Kernel } from './kernel';
import { emitTiles, type Tiles } from './tiles';
import { emitTurn } from './turn';

interface Sizes {
  readonly batch: readonly number[];
  readonly m: number;
  readonly k: number;
  readonly n: number;
  readonly transposeA: boolean;
  readonly transposeB: boolean;
}

function sizesOf(head: Node): Sizes {
  const { operation, inputs, shape } = head;
  const [a] = inputs;
  if (operation.kind !== 'matmul' || a === undefined) throw new Error('no matrix product');
  const { transposeA, transposeB } = operation;
  const k = a.shape.at(transposeA ? -2 : -1) ?? 1;
  return { batch: shape.slice(0, -2), m: shape.at(-2) ?? 1, k, n: shape.at(-1) ?? 1, transposeA, transposeB };
}

/** Bytes from one matrix to the next along each leading dimension; 0 where one serves all. */
function batchStrides(matrix: Node, batch: readonly number[]): number[] {
  const leading = matrix.shape.slice(0, -2);
  const each = sizeOfShape(matrix.shape.slice(-2));
  return broadcastStrides(leading, batch).map((stride) => FLOAT * stride * each);
}

/** Runs the body for every matrix of a batch, pointers moved along. */
function overBatch(
  f: FunctionBuilder,
  batch: readonly number[],
  moving: readonly { readonly local: number; readonly strides: readonly number[] }[],
  body: () => void,
): void {
  const along = (axis: number): void => {
    if (axis === batch.length) return body();
    f.repeat(batch[axis] ?? 1, () => {
      along(axis + 1);
      for (const { local, strides } of moving) {
        const back = axis + 1 < batch.length ? (strides[axis + 1] ?? 0) * (batch[axis + 1] ?? 1) : 0;
        f.advance(local, (strides[axis] ?? 0) - back);
      }
    });
  };
  along(0);
}

/** One batch dimension where matrices follow each other on both sides. */
function flattened(sizes: Sizes, a: Node, b: Node): { batch: number[]; a: number[]; b: number[] } {
  const [left, right] = [batchStrides(a, sizes.batch), batchStrides(b, sizes.batch)];
  const natural = stridesOf(sizes.batch);
  const follows = (strides: readonly number[], each: number): boolean =>
    strides.every((stride, axis) => stride === (natural[axis] ?? 0) * each * FLOAT);
  const count = sizeOfShape(sizes.batch);
  if (follows(left, sizes.m * sizes.k) && follows(right, sizes.k * sizes.n)) {
    return { batch: [count], a: [sizes.m * sizes.k * FLOAT], b: [sizes.k * sizes.n * FLOAT] };
  }
  return { batch: [...sizes.batch], a: left, b: right };
}

/** The kernel of a matrix product, with what is done to its result. */
export function matmulKernel(group: Group, head: Node): Kernel {
  const [a, b] = head.inputs;
  if (a === undefined || b === undefined) throw new Error('a matrix product needs two matrices');
  const sizes = sizesOf(head);
  const { m, k, n } = sizes;
  // A matrix with one row or column lies in memory as its mirror image does.
  const turnedA = sizes.transposeA && m > 1 && k > 1;
  const turnedB = sizes.transposeB && n > 1 && k > 1;
  const after = afterProduct(group, head);
  const [left, right] = [sourceOf(a), sourceOf(b)];
  const all = flattened(sizes, a, b);
  const mirrored = n === 1 && turnedA;
  const dots = n === 1 && !turnedA;
  // Rows of the right matrix must lie together: a turned one is put right first.
  const turned = turnedB && !dots;
  return {
    key: `matmul ${m}x${k}x${n} ${turnedA ? 'T' : '-'}${turnedB ? 'T' : '-'} ${JSON.stringify(all)} ${after.key}`,
    reads: [left, right, ...after.reads],
    writes: after.writes,
    inPlace: new Set([...after.inPlace].filter((node) => node !== left && node !== right)),
    scratch: turned ? k * n * FLOAT + VECTOR : 0,
    write(f, at) {
      const store = after.begin(f, at.reads.slice(2), at.writes);
      const [pa, pb, offset] = [f.local(Type.i32), f.local(Type.i32), f.local(Type.i32)];
      f.pointTo(pa, at.reads[0] ?? 0, 0).pointTo(pb, at.reads[1] ?? 0, 0);
      const moving = [
        { local: pa, strides: all.a },
        { local: pb, strides: all.b },
      ];
      overBatch(f, all.batch, moving, () => {
        if (dots) return emitDots(f, { a: pa, b: pb, rows: m, length: k, offset }, store);
        if (turned) emitTurn(f, pb, at.scratch, n, k);
        const layout: Tiles = mirrored
          ? { a: pb, b: pa, rows: 1, columns: m, depths: [{ count: k, bytes: FLOAT }], aRow: 0, bDepth: m * FLOAT, offset }
          : {
              a: pa,
              b: turned ? at.scratch : pb,
              rows: m,
              columns: n,
              depths: [{ count: k, bytes: turnedA ? m * FLOAT : FLOAT }],
              aRow: turnedA ? FLOAT : k * FLOAT,
              bDepth: n * FLOAT,
              offset,
            };
        emitTiles(f, layout, store);
      });
    },
  };
}
