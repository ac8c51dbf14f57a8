/** What tells one hand from another, whatever the digit: slant, size, speed, pen; and what it makes of a style's strokes. */
import type { Random } from '../../random';
import type { Inked } from './render';
import type { Point, Stroke } from './strokes';

export interface Hand {
  /** x grows by this much a unit of height upwards. */
  readonly slant: number;
  /** Radians. */
  readonly rotation: number;
  /** Width over height, on top of the style's own. */
  readonly stretch: number;
  /** Radius of the pen in pixels. */
  readonly radius: number;
  /** How much the radius changes along a stroke, as a share. */
  readonly pressure: number;
  /** Pixels over which the edge goes from ink to paper. */
  readonly softness: number;
  /** Ink of a full pixel (cut at 1). */
  readonly darkness: number;
  /** Uneven ink. */
  readonly grain: number;
  /** Size of the smooth displacement of all points, in units of the box. */
  readonly warp: number;
}

/** Draws a hand. The ranges were tuned until a network that saw these digits alone read real ones. */
export function handOf(random: Random): Hand {
  return {
    slant: 0.2 + 0.24 * random.normal(),
    rotation: 0.1 * random.normal(),
    stretch: Math.exp(0.2 * random.normal()),
    radius: Math.max(0.7, 1.35 + 0.4 * random.normal()),
    pressure: 0.3 * random.uniform(),
    softness: 1.1 + 0.7 * random.uniform(),
    darkness: 0.9 + 0.4 * random.uniform(),
    grain: 0.1 * random.uniform(),
    warp: 0.035,
  };
}

/** A smooth displacement: two waves an axis, of about the digit's size. */
function warpOf(random: Random, size: number): (point: Point) => Point {
  const waves = Array.from({ length: 4 }, () => {
    const turn = 2 * Math.PI * random.uniform();
    const frequency = 2 + 4 * random.uniform();
    return {
      kx: frequency * Math.cos(turn),
      ky: frequency * Math.sin(turn),
      phase: 2 * Math.PI * random.uniform(),
      size: size * random.normal(),
    };
  });
  const along = (x: number, y: number, from: number): number =>
    waves.slice(from, from + 2).reduce((sum, { kx, ky, phase, size: height }) => sum + height * Math.sin(kx * x + ky * y + phase), 0);
  return ([x, y]) => [x + along(x, y, 0), y + along(x, y, 2)];
}

/**
 * A style's strokes on paper: warped, stretched, slanted, turned, then fitted so that the larger side with the pen's width is `box` pixels,
 * about the middle of a sheet of `sheet` pixels.
 */
export function written(strokes: readonly Stroke[], hand: Hand, random: Random, box: number, sheet: number): readonly Inked[] {
  const warp = warpOf(random, hand.warp);
  const [cos, sin] = [Math.cos(hand.rotation), Math.sin(hand.rotation)];
  const placed = strokes.map((stroke) =>
    stroke.map((point): Point => {
      const [wx, wy] = warp(point);
      const [x, y] = [(wx - 0.5) * 0.72 * hand.stretch - hand.slant * (wy - 0.5), wy - 0.5];
      return [cos * x - sin * y, sin * x + cos * y];
    }),
  );
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const stroke of placed) {
    for (const [x, y] of stroke) {
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
  }
  const scale = (box - 2 * hand.radius) / Math.max(right - left, bottom - top, 1e-6);
  const [middleX, middleY] = [(left + right) / 2, (top + bottom) / 2];
  return placed.map((stroke) => {
    const phase = 2 * Math.PI * random.uniform();
    return {
      points: stroke.map(([x, y]): Point => [sheet / 2 + scale * (x - middleX), sheet / 2 + scale * (y - middleY)]),
      radii: stroke.map((_, i) => hand.radius * (1 + hand.pressure * Math.sin(phase + (3 * i) / stroke.length))),
    };
  });
}
