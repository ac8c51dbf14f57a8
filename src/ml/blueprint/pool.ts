/** Pooling written out in plain numbers: windows side by side, channel by channel. */
import type { Pixels } from './convolve';

/**
 * The largest or the mean of each window of `size` times `size`; windows do not overlap, and pixels left over at the end are dropped.
 * Rows and columns shrink, channels stay.
 */
export function poolPixels({ rows, columns, channels, data }: Pixels, size: number, kind: 'max' | 'average'): Pixels {
  const [down, across] = [Math.floor(rows / size), Math.floor(columns / size)];
  const pooled = Array.from({ length: down * across * channels }, (_, i) => {
    const [row, column, channel] = [Math.floor(i / channels / across), Math.floor(i / channels) % across, i % channels];
    const window = Array.from({ length: size * size }, (_, j) => {
      const r = row * size + Math.floor(j / size);
      const c = column * size + (j % size);
      return data[(r * columns + c) * channels + channel] ?? 0;
    });
    return kind === 'max' ? Math.max(...window) : window.reduce((sum, one) => sum + one, 0) / window.length;
  });
  return { rows: down, columns: across, channels, data: pooled };
}

/** One channel of some. */
export function channelOf({ rows, columns, channels, data }: Pixels, channel: number): Pixels {
  return { rows, columns, channels: 1, data: Array.from({ length: rows * columns }, (_, i) => data[i * channels + channel] ?? 0) };
}
