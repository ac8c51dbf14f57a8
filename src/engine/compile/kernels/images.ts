/** Images [batch, rows, columns, channels] and the windows that move over them. */
import type { Shape, Windows } from '../graph/node';
import type { FunctionBuilder } from '../wasm/function-builder';
import { Type } from '../wasm/opcodes';
import { FLOAT, LANES, VECTOR } from './kernel';
import { emitFill } from './moves';

/** Sizes of a convolution or pooling, and the image as windows see it: with room around it where they reach over its edge. */
export interface Geometry {
  readonly batch: number;
  readonly rows: number;
  readonly columns: number;
  readonly channels: number;
  readonly outRows: number;
  readonly outColumns: number;
  readonly windows: Windows;
  /** True where windows reach over an edge. */
  readonly padded: boolean;
  /** Rows and columns with the room around. */
  readonly wideRows: number;
  readonly wideColumns: number;
}

/** @param image [batch, rows, columns, channels]; @param result its first three dimensions count windows. */
export function geometryOf(image: Shape, result: Shape, windows: Windows): Geometry {
  const [batch = 1, rows = 1, columns = 1, channels = 1] = image;
  const [, outRows = 1, outColumns = 1] = result;
  const needed = (out: number, stride: number, dilation: number, size: number): number => (out - 1) * stride + dilation * (size - 1) + 1;
  const down = needed(outRows, windows.strideHeight, windows.dilationHeight, windows.height);
  const across = needed(outColumns, windows.strideWidth, windows.dilationWidth, windows.width);
  const padded = windows.top > 0 || windows.left > 0 || down > rows || across > columns;
  const wideRows = padded ? Math.max(down, windows.top + rows) : rows;
  const wideColumns = padded ? Math.max(across, windows.left + columns) : columns;
  return { batch, rows, columns, channels, outRows, outColumns, windows, padded, wideRows, wideColumns };
}

/** Bytes of the image with the room around it. */
export function wideBytes({ batch, wideRows, wideColumns, channels }: Geometry): number {
  return Math.ceil((batch * wideRows * wideColumns * channels * FLOAT) / VECTOR) * VECTOR;
}

/** Copies `count` floats from one place to another, pointers moved behind them. */
export function emitRun(f: FunctionBuilder, source: number, target: number, count: number): void {
  const value = f.local(Type.v128);
  const move = (lanes: number): void => {
    f.get(source).load().set(value);
    f.store(0, lanes, target, value);
    f.advance(source, lanes * FLOAT).advance(target, lanes * FLOAT);
  };
  f.repeat(Math.floor(count / LANES), () => move(LANES));
  if (count % LANES !== 0) move(count % LANES);
}

/** Copies an image into the middle of one with room around, or back. */
export function emitWiden(f: FunctionBuilder, geometry: Geometry, narrow: number, wide: number, direction: 'out' | 'back'): void {
  const { batch, rows, columns, channels, wideRows, wideColumns, windows } = geometry;
  const [small, large] = [f.local(Type.i32), f.local(Type.i32)];
  const start = (windows.top * wideColumns + windows.left) * channels * FLOAT;
  f.pointTo(small, narrow, 0).pointTo(large, wide, start);
  f.repeat(batch, () => {
    f.repeat(rows, () => {
      if (direction === 'out') emitRun(f, small, large, columns * channels);
      else emitRun(f, large, small, columns * channels);
      f.advance(large, (wideColumns - columns) * channels * FLOAT);
    });
    f.advance(large, (wideRows - rows) * wideColumns * channels * FLOAT);
  });
}

/** The address of the image as windows see it: itself, or a copy with `fill` around it in the scratch memory. */
export function emitWide(f: FunctionBuilder, geometry: Geometry, image: number, scratch: number, fill: number): number {
  if (!geometry.padded) return image;
  emitFill(f, scratch, wideBytes(geometry) / FLOAT, fill);
  emitWiden(f, geometry, image, scratch, 'out');
  return scratch;
}

/** Runs the body for every window; `image` is moved to its first place, `result` to its result. */
export function overWindows(
  f: FunctionBuilder,
  geometry: Geometry,
  image: number,
  result: number,
  resultChannels: number,
  body: () => void,
): void {
  const { batch, outRows, outColumns, channels, wideRows, wideColumns, windows } = geometry;
  const pixel = channels * FLOAT;
  f.repeat(batch, () => {
    f.repeat(outRows, () => {
      f.repeat(outColumns, () => {
        body();
        f.advance(image, windows.strideWidth * pixel).advance(result, resultChannels * FLOAT);
      });
      f.advance(image, (windows.strideHeight * wideColumns - outColumns * windows.strideWidth) * pixel);
    });
    f.advance(image, (wideRows - outRows * windows.strideHeight) * wideColumns * pixel);
  });
}

/** Runs the body for every vector of channels; pointers move along and come back. */
export function overChannels(f: FunctionBuilder, channels: number, pointers: readonly number[], body: (lanes: number) => void): void {
  const step = (lanes: number): void => {
    body(lanes);
    for (const pointer of pointers) f.advance(pointer, lanes * FLOAT);
  };
  f.repeat(Math.floor(channels / LANES), () => step(LANES));
  if (channels % LANES !== 0) step(channels % LANES);
  for (const pointer of pointers) f.advance(pointer, -channels * FLOAT);
}
