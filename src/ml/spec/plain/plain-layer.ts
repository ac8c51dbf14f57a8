/** A layer on plain numbers, for one sample: what a page can compute without asking the run. */
import type { NodeSpec, Shape } from '../network-spec';
import type { WindowAxes } from '../window';

export interface PlainArray {
  /** Without the batch: [rows, columns, channels] or [units], say. */
  readonly shape: Shape;
  readonly data: Float32Array;
}

/** A node's output from its inputs; undefined where a weight is not at hand. `weight`: one of the node's own by its role. */
export type PlainLayer = (
  node: NodeSpec,
  inputs: readonly PlainArray[],
  weight: (role: string) => ArrayLike<number> | undefined,
) => PlainArray | undefined;

/** Goes over a window's places that lie on the image: index into the image's pixels, and into the window's places. */
export function eachPlace({ rows, columns }: WindowAxes, row: number, column: number, visit: (pixel: number, place: number) => void): void {
  for (let i = 0; i < rows.size; i++) {
    const y = row * rows.stride - rows.before + i * rows.dilation;
    if (y < 0 || y >= rows.input) continue;
    for (let j = 0; j < columns.size; j++) {
      const x = column * columns.stride - columns.before + j * columns.dilation;
      if (x >= 0 && x < columns.input) visit(y * columns.input + x, i * columns.size + j);
    }
  }
}
