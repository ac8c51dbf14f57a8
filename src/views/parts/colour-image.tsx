/** A small picture of three channels as coloured cells: one path a colour, so that it stays sharp and prints. The colours are the data. */
import { useMemo } from 'preact/hooks';
import { at } from '../../base/at';
import type { ViewArray } from '../view';

/** Steps of a channel: fewer colours, so that neighbouring cells often share a path. */
const LEVELS = 9;

interface ColourImageProps {
  /** [n, rows, columns, 3], from 0 to 1. */
  readonly images: ViewArray;
  readonly index: number;
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

function colourAt(images: ViewArray, at: number): string {
  const channel = (k: number): number => {
    const value = Math.min(1, Math.max(0, images.data[at + k] ?? 0));
    return Math.round((255 * Math.round(value * (LEVELS - 1))) / (LEVELS - 1));
  };
  return `#${[0, 1, 2].map((k) => channel(k).toString(16).padStart(2, '0')).join('')}`;
}

/** For each colour the cells that have it, runs of a row together. */
function pathsOf(images: ViewArray, index: number): ReadonlyMap<string, string> {
  const [rows, columns, channels] = [at(images.shape, 1), at(images.shape, 2), at(images.shape, 3)];
  const paths = new Map<string, string>();
  for (let row = 0; row < rows; row++) {
    let start = 0;
    for (let column = 0; column < columns; column++) {
      const at = ((index * rows + row) * columns + column) * channels;
      const colour = colourAt(images, at);
      if (column + 1 < columns && colourAt(images, at + channels) === colour) continue;
      paths.set(colour, `${paths.get(colour) ?? ''}M${start} ${row}h${column + 1 - start}v1h${start - column - 1}z`);
      start = column + 1;
    }
  }
  return paths;
}

export function ColourImage({ images, index, x, y, size }: ColourImageProps) {
  const paths = useMemo(() => pathsOf(images, index), [images, index]);
  const cell = size / Math.max(1, at(images.shape, 2));
  return (
    <g transform={`translate(${x},${y}) scale(${Math.round(1000 * cell) / 1000})`} class="gb-colour-image" shape-rendering="crispEdges">
      {[...paths].map(([colour, path]) => (
        <path d={path} style={`fill: ${colour}`} key={colour} />
      ))}
    </g>
  );
}
