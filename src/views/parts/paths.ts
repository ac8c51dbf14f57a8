/** Curves as paths: as exact as the eye, and no longer than it needs. */
import { area } from 'd3';
import type { Scale } from './axes';
import { coordinate } from './ramp';
import { simplify, type Spot } from './simplify';
import { strokes } from './strokes';

/** One curve of a plot. `x` ascending; values that are not finite leave a gap. */
export interface Series {
  readonly name: string;
  readonly colour: string;
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
  readonly dashed?: boolean;
  /** Its own dashes, as SVG writes them: of several runs, each has others. */
  readonly dash?: string;
  /** Thin and pale: an earlier run, one unit's share. */
  readonly faint?: boolean;
  /** Drawn for comparison: thin and dashed, with this word at its end and no place in the legend. */
  readonly level?: string;
  /** Read off, but drawn by the picture itself: bars, say. */
  readonly bare?: boolean;
  /** A band around the curve: what other seeds gave, say. */
  readonly band?: { readonly low: ArrayLike<number>; readonly high: ArrayLike<number> };
}

/** How a curve is dashed; undefined where it is drawn through. */
export function dashOf({ dash, dashed }: Pick<Series, 'dash' | 'dashed'>): string | undefined {
  return dash ?? (dashed === true ? '5 4' : undefined);
}

/** How far a drawn curve may stray from its points, in user units: less than a pixel. */
const TOLERANCE = 0.3;
/** Farther out of the picture than this nothing need be exact: the largest numbers would overflow a path's. */
const FAR = 1e4;

function isFinite([x, y]: Spot): boolean {
  return Number.isFinite(x) && Number.isFinite(y);
}

/** The stretches of a curve between places that are not finite. */
function runs(spots: readonly Spot[]): readonly (readonly Spot[])[] {
  const parts: Spot[][] = [[]];
  for (const spot of spots) {
    if (isFinite(spot)) parts.at(-1)?.push(spot);
    else parts.push([]);
  }
  return parts.filter((part) => part.length > 0);
}

function spotAt(x: Scale, y: Scale, vx: number | undefined, vy: number | undefined): Spot {
  const near = (value: number): number => coordinate(Math.max(-FAR, Math.min(FAR, value)));
  return [near(x(vx ?? NaN)), near(y(vy ?? NaN))];
}

/**
 * A path through a series; where it has more points than pixels, the least and the largest of each pixel's points are kept, so that
 * no peak is lost.
 */
export function seriesPath(series: Pick<Series, 'x' | 'y'>, x: Scale, y: Scale): string {
  const count = Math.min(series.x.length, series.y.length);
  const pixels = Math.abs((x.range()[1] ?? 0) - (x.range()[0] ?? 0));
  const stride = Math.max(1, Math.ceil(count / Math.max(1, pixels)));
  const kept: number[] = [];
  for (let start = 0; start < count; start += stride) {
    let low = start;
    let high = start;
    for (let i = start; i < Math.min(count, start + stride); i++) {
      const value = series.y[i] ?? NaN;
      // Not-a-number at the stretch's start must not hide the numbers after it.
      if (!((series.y[low] ?? NaN) <= value)) low = Number.isNaN(value) ? low : i;
      if (!((series.y[high] ?? NaN) >= value)) high = Number.isNaN(value) ? high : i;
    }
    kept.push(...(low === high ? [low] : low < high ? [low, high] : [high, low]));
  }
  const spots = kept.map((i) => spotAt(x, y, series.x[i], series.y[i]));
  return strokes(runs(spots).map((run) => simplify(run, TOLERANCE)));
}

/** The outline of a band between two curves over the same x. */
export function bandPath(xs: ArrayLike<number>, { low, high }: NonNullable<Series['band']>, x: Scale, y: Scale): string {
  const sides = Array.from({ length: xs.length }, (_, i) => [spotAt(x, y, xs[i], low[i]), spotAt(x, y, xs[i], high[i])] as const);
  const shape = area<(typeof sides)[number]>()
    .defined(([below, above]) => isFinite(below) && isFinite(above))
    .x(([[left]]) => left)
    .y0(([[, below]]) => below)
    .y1(([, [, above]]) => above);
  return shape.digits(1)(sides) ?? '';
}

/** A place of an axis, kept within it: for marks of values beyond the picture. Undefined for what is no number. */
export function within(scale: Scale, value: number): number | undefined {
  const [a = 0, b = 0] = scale.range();
  const at = scale(value);
  return Number.isFinite(at) ? Math.max(Math.min(a, b), Math.min(Math.max(a, b), at)) : undefined;
}
