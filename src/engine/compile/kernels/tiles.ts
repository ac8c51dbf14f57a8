/** A product in tiles: up to four rows by two vectors of columns are summed in registers, then handed on. */
import type { FunctionBuilder } from '../wasm/function-builder';
import { Type, Vector } from '../wasm/opcodes';
import type { Place } from './after';
import { FLOAT, LANES, VECTOR } from './kernel';

/** So many numbers, so many bytes apart. */
export interface Depth {
  readonly count: number;
  readonly bytes: number;
}

/** Where matrices lie: locals with addresses, and bytes between neighbours. */
export interface Tiles {
  readonly a: number;
  readonly b: number;
  readonly rows: number;
  readonly columns: number;
  /** How the sum goes over the left matrix, the slowest loop first; the right matrix is read row by row. */
  readonly depths: readonly Depth[];
  /** From a row of the left matrix to the next. */
  readonly aRow: number;
  /** From a row of the right matrix to the next; its columns lie side by side. */
  readonly bDepth: number;
  /** A local that holds the place of the first result in bytes; left behind the last one. */
  readonly offset: number;
}

/** Rows and vectors of columns in one tile: eight sums, two vectors and a number fit into sixteen registers. */
const TILE_ROWS = 4;
const TILE_VECTORS = 2;
/** So many products are written out one after the other. */
const UNROLLED = 8;
const UNROLL = 4;

interface Tile {
  readonly rows: number;
  readonly vectors: number;
  /** Of the last vector. */
  readonly lanes: number;
}

/** Writes the code of a product; `store` gets every vector of results. */
export function emitTiles(f: FunctionBuilder, tiles: Tiles, store: (value: number, place: Place, lanes: number) => void): void {
  const [pa, pb, column] = [f.local(Type.i32), f.local(Type.i32), f.local(Type.i32)];
  const rowBytes = tiles.columns * FLOAT;
  const rowsOf = (rows: number): void => {
    f.pointTo(pb, tiles.b, 0).i32(0).set(column);
    const tile = (vectors: number, lanes: number): void => {
      emitTile(f, tiles, { rows, vectors, lanes }, pa, pb, column, store);
      const bytes = ((vectors - 1) * LANES + lanes) * FLOAT;
      f.advance(pb, bytes).advance(column, bytes).advance(tiles.offset, bytes);
    };
    const whole = TILE_VECTORS * LANES;
    f.repeat(Math.floor(tiles.columns / whole), () => tile(TILE_VECTORS, LANES));
    const rest = tiles.columns % whole;
    if (rest > 0) tile(Math.ceil(rest / LANES), rest % LANES === 0 ? LANES : rest % LANES);
    f.advance(tiles.offset, (rows - 1) * rowBytes);
    f.advance(pa, rows * tiles.aRow);
  };
  f.pointTo(pa, tiles.a, 0);
  f.repeat(Math.floor(tiles.rows / TILE_ROWS), () => rowsOf(TILE_ROWS));
  const rest = tiles.rows % TILE_ROWS;
  if (rest > 0) rowsOf(rest);
}

function emitTile(
  f: FunctionBuilder,
  { depths, aRow, bDepth, columns, offset }: Tiles,
  { rows, vectors, lanes }: Tile,
  pa: number,
  pb: number,
  column: number,
  store: (value: number, place: Place, lanes: number) => void,
): void {
  const [qa, qb, number] = [f.local(Type.i32), f.local(Type.i32), f.local(Type.v128)];
  const right = Array.from({ length: vectors }, () => f.local(Type.v128));
  const sums = Array.from({ length: rows }, () => Array.from({ length: vectors }, () => f.local(Type.v128)));
  const product = (left: number, top: number, leftBytes: number, topBytes: number, first: boolean): void => {
    right.forEach((local, v) =>
      f
        .get(top)
        .load(topBytes + v * VECTOR)
        .set(local),
    );
    sums.forEach((row, r) => {
      f.get(left)
        .loadSplat(leftBytes + r * aRow)
        .set(number);
      row.forEach((sum, v) => {
        f.get(number)
          .get(right[v] ?? 0)
          .vector(Vector.mul);
        if (!first) f.get(sum).vector(Vector.add);
        f.set(sum);
      });
    });
  };
  const inner = depths.length - 1;
  const { count, bytes } = depths[inner] ?? { count: 1, bytes: 0 };
  if (inner === 0 && count <= UNROLLED) {
    // Written out: addresses stay where they are.
    for (let at = 0; at < count; at++) product(pa, pb, at * bytes, at * bDepth, at === 0);
  } else {
    f.pointTo(qa, pa, 0).pointTo(qb, pb, 0);
    for (const sum of sums.flat()) f.splat(0).set(sum);
    const steps = (many: number): void => {
      for (let at = 0; at < many; at++) product(qa, qb, at * bytes, at * bDepth, false);
      f.advance(qa, many * bytes).advance(qb, many * bDepth);
    };
    const along = (level: number): void => {
      const depth = depths[level];
      if (depth === undefined) return;
      if (level === inner) {
        const unroll = count <= UNROLLED ? count : UNROLL;
        f.repeat(Math.floor(count / unroll), () => steps(unroll));
        if (count % unroll > 0) steps(count % unroll);
        return;
      }
      const next = depths[level + 1];
      f.repeat(depth.count, () => {
        along(level + 1);
        f.advance(qa, depth.bytes - (next === undefined ? 0 : next.count * next.bytes));
      });
    };
    along(0);
  }
  sums.forEach((row, r) =>
    row.forEach((sum, v) => {
      const place = { offset, fixed: (r * columns + v * LANES) * FLOAT, column, fixedColumn: v * VECTOR };
      store(sum, place, v === vectors - 1 ? lanes : LANES);
    }),
  );
}
