import type { CopiedData } from './program';

/** The pixels asked for, in one row. */
export function copiedTarget({ shape: [height, width], rows, columns }: CopiedData, picture: ArrayLike<number>): Float32Array {
  const target = new Float32Array(rows.count * columns.count);
  for (let i = 0; i < target.length; i++) {
    const row = rows.first + rows.stride * Math.floor(i / columns.count);
    const column = columns.first + columns.stride * (i % columns.count);
    const inside = row >= 0 && row < height && column >= 0 && column < width;
    target[i] = inside ? (picture[row * width + column] ?? 0) : 0;
  }
  return target;
}
