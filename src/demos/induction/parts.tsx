/** Pieces of the picture: the weights of a head at one place, and at all. */
import type { Square } from '../../views/parts/grid-touch';
import { PixelMap } from '../../views/parts/pixel-map';
import { attentionShade, coordinate } from '../../views/parts/ramp';

/** The height of a strip of weights; a line of words; the room between two squares. */
export const TALL = 11;
export const LINE = 18;
export const GAP = 10;

/** How many squares stand beside one another, and how large they are: a line for all, or one for each layer. */
export function squaresOf(
  count: number,
  layers: number,
  width: number,
  height: number,
): { readonly across: number; readonly side: number } {
  const laidOut = (across: number) => {
    const lines = Math.ceil(count / across);
    return { across, side: Math.max(1, Math.min((width - GAP * (across - 1)) / across, height / Math.max(1, lines) - LINE)) };
  };
  const [one, each] = [laidOut(Math.max(1, count)), laidOut(Math.max(1, Math.ceil(count / layers)))];
  return one.side > each.side ? one : each;
}

interface StripProps {
  /** By the place that is seen. */
  readonly shares: readonly number[];
  readonly x: number;
  readonly y: number;
  readonly cell: number;
  readonly wanted: readonly number[];
}

/** The weights of one head at one place, under the symbols that are seen. */
export function Strip({ shares, x, y, cell, wanted }: StripProps) {
  const width = coordinate(Math.max(1, cell - 2));
  const at = (seen: number): number => coordinate(x + seen * cell);
  return (
    <>
      {shares.map((share, seen) => (
        <rect x={at(seen)} y={y} width={width} height={TALL} fill={attentionShade(share)} key={seen} />
      ))}
      {wanted.map((seen) => (
        <rect x={at(seen)} y={y} width={width} height={TALL} class="gb-wanted" key={`wanted ${seen}`} />
      ))}
    </>
  );
}

interface HeadProps {
  /** By the place that looks, by the place that is seen, in one row. */
  readonly weights: readonly number[];
  readonly places: number;
  readonly x: number;
  readonly y: number;
  readonly side: number;
  /** The place that looks, if it is one, and the squares, [row, column], that are framed. */
  readonly place: number | undefined;
  readonly wanted: readonly Square[];
}

/** The weights of one head as a square. */
export function Head({ weights, places, x, y, side, place, wanted }: HeadProps) {
  const columns = Math.max(1, places);
  const cell = side / columns;
  return (
    <g transform={`translate(${coordinate(x)},${coordinate(y)})`}>
      <PixelMap values={weights} columns={columns} x={0} y={0} width={side} scale={1} colour={attentionShade} />
      {place !== undefined && <rect y={coordinate(place * cell)} width={coordinate(side)} height={coordinate(cell)} class="gb-looking" />}
      {wanted.map(([row, seen]) => (
        <rect
          x={coordinate(seen * cell - 1.5)}
          y={coordinate(row * cell - 1.5)}
          width={coordinate(cell + 3)}
          height={coordinate(cell + 3)}
          class="gb-wanted"
          key={seen}
        />
      ))}
    </g>
  );
}
