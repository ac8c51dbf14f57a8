/** The transpose of a matrix. */
import type { FunctionBuilder } from '../wasm/function-builder';
import { Type } from '../wasm/opcodes';
import { FLOAT } from './kernel';

/** Writes the transpose of a [rows, columns] matrix to `target`: blocks of four by four through registers, the rest one by one. */
export function emitTurn(f: FunctionBuilder, source: number, target: number, rows: number, columns: number): void {
  const [from, to] = [f.local(Type.i32), f.local(Type.i32)];
  const four = [0, 1, 2, 3].map(() => f.local(Type.v128));
  const [r0 = 0, r1 = 0, r2 = 0, r3 = 0] = four;
  const [low, high, value] = [f.local(Type.v128), f.local(Type.v128), f.local(Type.v128)];
  const [wholeRows, wholeColumns] = [Math.floor(rows / 4), Math.floor(columns / 4)];
  f.pointTo(from, source, 0).pointTo(to, target, 0);
  f.repeat(wholeRows, () => {
    f.repeat(wholeColumns, () => {
      four.forEach((local, row) =>
        f
          .get(from)
          .load(row * columns * FLOAT)
          .set(local),
      );
      const write = (x: number, y: number, u: number, v: number, lanes: [number, number, number, number], row: number): void => {
        f.get(x)
          .get(y)
          .shuffle(...lanes)
          .set(low)
          .get(u)
          .get(v)
          .shuffle(...lanes)
          .set(high);
        f.get(low).get(high).shuffle(0, 1, 4, 5).set(value);
        f.store(row * rows * FLOAT, 4, to, value);
        f.get(low).get(high).shuffle(2, 3, 6, 7).set(value);
        f.store((row + 1) * rows * FLOAT, 4, to, value);
      };
      write(r0, r1, r2, r3, [0, 4, 1, 5], 0);
      write(r0, r1, r2, r3, [2, 6, 3, 7], 2);
      f.advance(from, 4 * FLOAT).advance(to, 4 * rows * FLOAT);
    });
    f.advance(from, (4 * columns - 4 * wholeColumns) * FLOAT).advance(to, (4 - 4 * wholeColumns * rows) * FLOAT);
  });
  const copy = (fromRow: number, toRow: number, fromColumn: number, toColumn: number): void => {
    if (toRow <= fromRow || toColumn <= fromColumn) return;
    f.pointTo(from, source, (fromRow * columns + fromColumn) * FLOAT).pointTo(to, target, (fromColumn * rows + fromRow) * FLOAT);
    f.repeat(toRow - fromRow, () => {
      f.repeat(toColumn - fromColumn, () => {
        f.get(to).get(from).loadFloat().storeFloat();
        f.advance(from, FLOAT).advance(to, rows * FLOAT);
      });
      f.advance(from, (columns - (toColumn - fromColumn)) * FLOAT).advance(to, (1 - (toColumn - fromColumn) * rows) * FLOAT);
    });
  };
  copy(0, 4 * wholeRows, 4 * wholeColumns, columns);
  copy(4 * wholeRows, rows, 0, columns);
}
