/** What tells one hand from another, whatever the digit: slant, size, speed, pen; and what it makes of a style's strokes. */
import type { Random } from '../../../random';
import { fitted } from '../../../pen/fitted';
import type { Inked } from '../../../pen/render';
import type { Point, Stroke } from '../../../pen/strokes';

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
  /** How much larger the lower half is than the upper one, and the right one than the left one. */
  readonly balanceX: number;
  readonly balanceY: number;
  /** How much wider the foot is than the head. */
  readonly taper: number;
  /** Size of the smooth displacement of all points, in units of the box. */
  readonly warp: number;
}

/** Draws a hand. The ranges were tuned until a network that saw these digits alone read real ones. */
export function handOf(random: Random): Hand {
  return {
    slant: 0.18 + 0.2 * random.normal(),
    rotation: 0.08 * random.normal(),
    stretch: Math.exp(0.19 * random.normal()),
    radius: Math.min(2.1, Math.max(0.75, 1.3 + 0.35 * random.normal())),
    pressure: 0.3 * random.uniform(),
    softness: 1.1 + 0.7 * random.uniform(),
    darkness: 0.9 + 0.4 * random.uniform(),
    grain: 0.1 * random.uniform(),
    balanceX: 0.2 * random.normal(),
    balanceY: 0.25 * random.normal(),
    taper: 0.16 * random.normal(),
    warp: 0.04,
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
      const y = wy + hand.balanceY * wy * (wy - 1) - 0.5;
      const width = 0.95 * hand.stretch * (1 + hand.taper * y);
      const x = (wx + hand.balanceX * wx * (wx - 1) - 0.5) * width - hand.slant * y;
      return [cos * x - sin * y, sin * x + cos * y];
    }),
  );
  const inked = placed.map((points) => {
    const phase = 2 * Math.PI * random.uniform();
    return { points, radii: points.map((_, i) => hand.radius * (1 + hand.pressure * Math.sin(phase + (3 * i) / points.length))) };
  });
  return fitted(inked, { box, sheet, keepsPen: true });
}
