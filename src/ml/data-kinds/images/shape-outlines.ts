/** Outlines of shapes of radius 1 about the origin, and of textures of period 1 over the whole plane. */

export const SHAPE_NAMES = ['disc', 'ring', 'square', 'triangle', 'cross', 'star', 'crescent'] as const;
export const TEXTURE_NAMES = ['stripes', 'checks', 'dots'] as const;
export type ShapeName = (typeof SHAPE_NAMES)[number] | (typeof TEXTURE_NAMES)[number];

/** `Math.hypot` guards against overflow, and takes ten times as long. */
const length = (u: number, v: number): number => Math.sqrt(u * u + v * v);

const FIFTH = (2 * Math.PI) / 5;
/** The edge of a star from its tip (1, 0) to the inner corner beside it. */
const EDGE = [0.42 * Math.cos(FIFTH / 2) - 1, 0.42 * Math.sin(FIFTH / 2)] as const;

/** Distance outside a star's edge, the point being folded to the tenth of the star that the edge bounds. */
function outsideStar(u: number, v: number): number {
  const radius = length(u, v);
  const angle = Math.atan2(v, u);
  const folded = Math.abs(angle - FIFTH * Math.round(angle / FIFTH));
  const [x, y] = [radius * Math.cos(folded) - 1, radius * Math.sin(folded)];
  return (x * EDGE[1] - y * EDGE[0]) / length(...EDGE);
}

/** Signed distance from the steps of a square wave of period 1. */
function wave(t: number): number {
  return 0.25 - Math.abs(t - Math.floor(t) - 0.5);
}

const OUTSIDE: Readonly<Record<ShapeName, (u: number, v: number) => number>> = {
  disc: (u, v) => length(u, v) - 0.95,
  ring: (u, v) => Math.abs(length(u, v) - 0.75) - 0.22,
  square: (u, v) => Math.max(Math.abs(u), Math.abs(v)) - 0.8,
  triangle: (u, v) => Math.max(-v, 0.866 * u + v / 2, -0.866 * u + v / 2) - 0.58,
  cross: (u, v) => Math.max(Math.max(Math.abs(u), Math.abs(v)) - 1, Math.min(Math.abs(u), Math.abs(v)) - 0.28),
  star: outsideStar,
  crescent: (u, v) => Math.max(length(u, v) - 1, 0.78 - length(u - 0.5, v)),
  stripes: (u) => wave(u),
  // Of the two waves the one whose step is nearer decides.
  checks: (u, v) => Math.sign(wave(u) * wave(v)) * Math.min(Math.abs(wave(u)), Math.abs(wave(v))),
  dots: (u, v) => length(u - Math.round(u), v - Math.round(v)) - 0.3,
};

/** How far (u, v) lies outside the outline, negative inside; near corners it is a bound, which is as good for soft edges. */
export function outsideOf(name: ShapeName, u: number, v: number): number {
  return OUTSIDE[name](u, v);
}
