/**
 * Convolutions as matrix products that are never laid out: a row of windows times the filter, in the tiles of `tiles.ts`. The gradient of
 * the filter is the product of the turned image with the result's gradient; that of the image is a convolution with the filter turned round.
 */
import { sourceOf, type Node, type Windows } from '../graph/node';
import type { Group } from '../group';
import type { FunctionBuilder } from '../wasm/function-builder';
import { Type } from '../wasm/opcodes';
import { afterProduct, type Place } from './after';
import { emitRun, emitWide, geometryOf, wideBytes, type Geometry } from './images';
import { FLOAT, VECTOR, type Kernel } from './kernel';
import { emitFill } from './moves';
import { emitTiles, type Depth } from './tiles';
import { emitTurn } from './turn';

type Store = (value: number, place: Place, lanes: number) => void;

function windowsOf({ operation }: Node): Windows {
  if (!('windows' in operation)) throw new Error(`${operation.kind} has no windows`);
  return operation.windows;
}

/** How a window is read: its rows, then its columns with their channels. */
function windowDepths({ windows, wideColumns, channels }: Geometry): Depth[] {
  const rows = { count: windows.height, bytes: windows.dilationHeight * wideColumns * channels * FLOAT };
  if (windows.dilationWidth === 1) return simplified([rows, { count: windows.width * channels, bytes: FLOAT }]);
  return simplified([rows, { count: windows.width, bytes: windows.dilationWidth * channels * FLOAT }, { count: channels, bytes: FLOAT }]);
}

/** Leaves out loops of one. */
function simplified(depths: readonly Depth[]): Depth[] {
  const left = depths.filter(({ count }) => count > 1);
  return left.length === 0 ? [{ count: 1, bytes: 0 }] : left;
}

/** Writes a convolution: every row of windows is a product. */
function emitConvolution(f: FunctionBuilder, geometry: Geometry, image: number, filter: number, outputs: number, store: Store): void {
  const { batch, outRows, outColumns, channels, wideRows, wideColumns, windows } = geometry;
  const [row, offset] = [f.local(Type.i32), f.local(Type.i32)];
  const rowBytes = wideColumns * channels * FLOAT;
  const depths = windowDepths(geometry);
  const aRow = windows.strideWidth * channels * FLOAT;
  f.pointTo(row, image, 0).i32(0).set(offset);
  f.repeat(batch, () => {
    f.repeat(outRows, () => {
      emitTiles(f, { a: row, b: filter, rows: outColumns, columns: outputs, depths, aRow, bDepth: outputs * FLOAT, offset }, store);
      f.advance(row, windows.strideHeight * rowBytes);
    });
    f.advance(row, (wideRows - outRows * windows.strideHeight) * rowBytes);
  });
}

/** The kernel of a convolution, with what is done to its result. */
export function convolutionKernel(group: Group, head: Node): Kernel {
  const [image, filter] = head.inputs;
  if (image === undefined || filter === undefined) throw new Error('a convolution needs image and filter');
  const geometry = geometryOf(image.shape, head.shape, windowsOf(head));
  const outputs = head.shape[3] ?? 1;
  const after = afterProduct(group, head);
  const [left, right] = [sourceOf(image), sourceOf(filter)];
  return {
    key: `convolution ${JSON.stringify(geometry)} ${outputs} ${after.key}`,
    reads: [left, right, ...after.reads],
    writes: after.writes,
    inPlace: new Set([...after.inPlace].filter((node) => node !== left && node !== right)),
    scratch: geometry.padded ? wideBytes(geometry) : 0,
    write(f, at) {
      const store = after.begin(f, at.reads.slice(2), at.writes);
      const wide = emitWide(f, geometry, at.reads[0] ?? 0, at.scratch, 0);
      emitConvolution(f, geometry, wide, at.reads[1] ?? 0, outputs, store);
    },
  };
}

/** Writes what a product sums, as it is. */
function plainStore(f: FunctionBuilder, target: number): Store {
  const address = f.local(Type.i32);
  return (value, { offset, fixed }, lanes) => {
    f.get(offset).get(target).scalar(0x6a).set(address);
    f.store(fixed, lanes, address, value);
  };
}

/** The kernel of the filter's gradient: inputs image and the result's gradient. */
export function filterGradientKernel(node: Node): Kernel {
  const [image, dy] = node.inputs;
  if (image === undefined || dy === undefined) throw new Error('a filter gradient needs image and gradient');
  const geometry = geometryOf(image.shape, dy.shape, windowsOf(node));
  const { batch, outRows, outColumns, channels, wideRows, wideColumns, windows } = geometry;
  const outputs = dy.shape[3] ?? 1;
  const pixel = channels * FLOAT;
  const depths = simplified([
    { count: batch, bytes: wideRows * wideColumns * pixel },
    { count: outRows, bytes: windows.strideHeight * wideColumns * pixel },
    { count: outColumns, bytes: windows.strideWidth * pixel },
  ]);
  // Columns of a window with their channels lie side by side, unless they are dilated.
  const together = windows.dilationWidth === 1;
  return {
    key: `filterGradient ${JSON.stringify(geometry)} ${outputs}`,
    reads: [sourceOf(image), sourceOf(dy)],
    writes: [node],
    inPlace: new Set(),
    scratch: geometry.padded ? wideBytes(geometry) : 0,
    write(f, at) {
      const wide = emitWide(f, geometry, at.reads[0] ?? 0, at.scratch, 0);
      const store = plainStore(f, at.writes[0] ?? 0);
      const [row, column, offset] = [f.local(Type.i32), f.local(Type.i32), f.local(Type.i32)];
      const rows = together ? windows.width * channels : channels;
      f.pointTo(row, wide, 0);
      f.repeat(windows.height, () => {
        f.pointTo(column, row, 0);
        f.repeat(together ? 1 : windows.width, () => {
          emitTiles(
            f,
            { a: column, b: at.reads[1] ?? 0, rows, columns: outputs, depths, aRow: FLOAT, bDepth: outputs * FLOAT, offset },
            store,
          );
          f.advance(column, windows.dilationWidth * pixel);
        });
        f.advance(row, windows.dilationHeight * wideColumns * pixel);
      });
    },
  };
}

/** The kernel of the image's gradient: inputs the result's gradient and filter. */
export function inputGradientKernel(node: Node): Kernel {
  const [dy, filter] = node.inputs;
  if (dy === undefined || filter === undefined) throw new Error('an image gradient needs gradient and filter');
  const forward = geometryOf(node.shape, dy.shape, windowsOf(node));
  const { windows, batch, rows, columns, channels, outRows, outColumns } = forward;
  const outputs = dy.shape[3] ?? 1;
  // The result's gradient, spread out by the strides, with room for windows that begin before it.
  const before = {
    rows: windows.dilationHeight * (windows.height - 1) - windows.top,
    columns: windows.dilationWidth * (windows.width - 1) - windows.left,
  };
  const spread = [
    batch,
    rows + windows.dilationHeight * (windows.height - 1),
    columns + windows.dilationWidth * (windows.width - 1),
    outputs,
  ];
  const backward = geometryOf(spread, node.shape, { ...windows, strideHeight: 1, strideWidth: 1, top: 0, left: 0 });
  const filterBytes = Math.ceil((windows.height * windows.width * channels * outputs * FLOAT) / VECTOR) * VECTOR;
  return {
    key: `inputGradient ${JSON.stringify(forward)} ${outputs}`,
    reads: [sourceOf(dy), sourceOf(filter)],
    writes: [node],
    inPlace: new Set(),
    scratch: wideBytes(backward) + filterBytes,
    write(f, at) {
      const turned = f.local(Type.i32);
      f.pointTo(turned, at.scratch, wideBytes(backward));
      emitTurnedFilter(f, windows, channels, outputs, at.reads[1] ?? 0, turned);
      emitFill(f, at.scratch, wideBytes(backward) / FLOAT, 0);
      emitSpread(f, { batch, outRows, outColumns, outputs, before, windows, wide: backward }, at.reads[0] ?? 0, at.scratch);
      emitConvolution(f, backward, at.scratch, turned, channels, plainStore(f, at.writes[0] ?? 0));
    },
  };
}

/** [height, width, in, out] becomes [height, width, out, in] with rows and columns in reverse. */
function emitTurnedFilter(f: FunctionBuilder, windows: Windows, channels: number, outputs: number, filter: number, target: number): void {
  const [from, to] = [f.local(Type.i32), f.local(Type.i32)];
  const each = channels * outputs * FLOAT;
  f.pointTo(from, filter, (windows.height * windows.width - 1) * each).pointTo(to, target, 0);
  f.repeat(windows.height * windows.width, () => {
    emitTurn(f, from, to, channels, outputs);
    f.advance(from, -each).advance(to, each);
  });
}

interface Spread {
  readonly batch: number;
  readonly outRows: number;
  readonly outColumns: number;
  readonly outputs: number;
  readonly before: { readonly rows: number; readonly columns: number };
  readonly windows: Windows;
  readonly wide: Geometry;
}

/** Puts every pixel of a gradient where its window began; what falls outside is left out. */
function emitSpread(
  f: FunctionBuilder,
  { batch, outRows, outColumns, outputs, before, windows, wide }: Spread,
  source: number,
  target: number,
): void {
  const [from, to] = [f.local(Type.i32), f.local(Type.i32)];
  const pixel = outputs * FLOAT;
  const range = (count: number, stride: number, start: number, length: number): { first: number; many: number } => {
    const inside = Array.from({ length: count }, (_, i) => i).filter((i) => i * stride + start >= 0 && i * stride + start < length);
    return { first: inside[0] ?? 0, many: inside.length };
  };
  const down = range(outRows, windows.strideHeight, before.rows, wide.rows);
  const across = range(outColumns, windows.strideWidth, before.columns, wide.columns);
  const firstRow = down.first * windows.strideHeight + before.rows;
  const firstColumn = across.first * windows.strideWidth + before.columns;
  f.pointTo(from, source, (down.first * outColumns + across.first) * pixel).pointTo(
    to,
    target,
    (firstRow * wide.columns + firstColumn) * pixel,
  );
  f.repeat(batch, () => {
    f.repeat(down.many, () => {
      if (windows.strideWidth === 1) emitRun(f, from, to, across.many * outputs);
      else {
        f.repeat(across.many, () => {
          emitRun(f, from, to, outputs);
          f.advance(to, (windows.strideWidth - 1) * pixel);
        });
      }
      f.advance(from, (outColumns - across.many) * pixel);
      f.advance(to, (windows.strideHeight * wide.columns - across.many * windows.strideWidth) * pixel);
    });
    f.advance(from, (outRows - down.many) * outColumns * pixel);
    f.advance(to, (wide.rows - down.many * windows.strideHeight) * wide.columns * pixel);
  });
}
