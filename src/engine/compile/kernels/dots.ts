/** A matrix times one column: each row multiplied with it element by element and summed, four rows at a time. */
import type { FunctionBuilder } from '../wasm/function-builder';
import { Type, Vector } from '../wasm/opcodes';
import type { Place } from './after';
import { FLOAT, LANES, VECTOR } from './kernel';

export interface Dots {
  /** Locals with the addresses of the matrix [rows, length] and of the column. */
  readonly a: number;
  readonly b: number;
  readonly rows: number;
  readonly length: number;
  /** A local that holds the place of the first result in bytes; left behind the last one. */
  readonly offset: number;
}

/** Four vectors become one whose lanes are their sums. */
function sumLanes(f: FunctionBuilder, [w, x, y, z]: readonly [number, number, number, number], result: number): void {
  const [low, high] = [f.local(Type.v128), f.local(Type.v128)];
  // Pairs first, then pairs of pairs.
  f.get(w).get(x).shuffle(0, 4, 1, 5).get(w).get(x).shuffle(2, 6, 3, 7).vector(Vector.add).set(low);
  f.get(y).get(z).shuffle(0, 4, 1, 5).get(y).get(z).shuffle(2, 6, 3, 7).vector(Vector.add).set(high);
  f.get(low).get(high).shuffle(0, 1, 4, 5).get(low).get(high).shuffle(2, 3, 6, 7).vector(Vector.add).set(result);
}

/** Writes the code; `store` gets every four results. */
export function emitDots(
  f: FunctionBuilder,
  { a, b, rows, length, offset }: Dots,
  store: (value: number, place: Place, lanes: number) => void,
): void {
  const [pa, qa, qb] = [f.local(Type.i32), f.local(Type.i32), f.local(Type.i32)];
  const [column, number, result] = [f.local(Type.v128), f.local(Type.v128), f.local(Type.v128)];
  const sums: [number, number, number, number] = [f.local(Type.v128), f.local(Type.v128), f.local(Type.v128), f.local(Type.v128)];
  const rowBytes = length * FLOAT;
  const rest = length % LANES;
  const block = (count: number): void => {
    f.pointTo(qa, pa, 0).pointTo(qb, b, 0);
    for (const sum of sums) f.splat(0).set(sum);
    f.repeat(Math.floor(length / LANES), () => {
      f.get(qb).load().set(column);
      for (let row = 0; row < count; row++) {
        f.get(qa)
          .load(row * rowBytes)
          .get(column)
          .vector(Vector.mul)
          .get(sums[row] ?? 0)
          .vector(Vector.add)
          .set(sums[row] ?? 0);
      }
      f.advance(qa, VECTOR).advance(qb, VECTOR);
    });
    // One by one, into the first lane: behind the last element of a row lies the next row.
    for (let one = 0; one < rest; one++) {
      f.get(qb)
        .loadOne(one * FLOAT)
        .set(column);
      for (let row = 0; row < count; row++) {
        f.get(qa)
          .loadOne(row * rowBytes + one * FLOAT)
          .set(number);
        f.get(number)
          .get(column)
          .vector(Vector.mul)
          .get(sums[row] ?? 0)
          .vector(Vector.add)
          .set(sums[row] ?? 0);
      }
    }
    sumLanes(f, sums, result);
    store(result, { offset, fixed: 0, column: offset, fixedColumn: 0 }, count);
    f.advance(offset, count * FLOAT);
  };
  f.pointTo(pa, a, 0);
  f.repeat(Math.floor(rows / LANES), () => {
    block(LANES);
    f.advance(pa, LANES * rowBytes);
  });
  if (rows % LANES !== 0) block(rows % LANES);
}
