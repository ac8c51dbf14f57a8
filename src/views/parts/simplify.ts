/** A place in a picture, in user units. */
export type Spot = readonly [number, number];

/**
 * The fewest of a line's places that keep it within `tolerance` everywhere (Ramer 1972; Douglas and Peucker 1973). What the eye
 * cannot tell apart need not be sent: a curve's path becomes several times shorter. Distances are compared squared and over plain
 * arrays of numbers, since a surface is simplified at every frame.
 */
export function simplify(spots: readonly Spot[], tolerance: number): Spot[] {
  const count = spots.length;
  const xs = Float64Array.from(spots, ([x]) => x);
  const ys = Float64Array.from(spots, ([, y]) => y);
  const keep = new Uint8Array(count).fill(1, 0, 1).fill(1, count - 1);
  const open = [0, count - 1];
  while (open.length > 0) {
    const to = open.pop() ?? 0;
    const from = open.pop() ?? 0;
    const farthest = farthestFrom(xs, ys, from, to, tolerance);
    if (farthest === from) continue;
    keep[farthest] = 1;
    open.push(from, farthest, farthest, to);
  }
  return spots.filter((_, i) => keep[i] === 1);
}

/**
 * The place between two others that strays farthest from the line through them (from the first, where these are one place);
 * the first itself where none strays farther than allowed.
 */
function farthestFrom(xs: Float64Array, ys: Float64Array, from: number, to: number, tolerance: number): number {
  const ax = xs[from] ?? 0;
  const ay = ys[from] ?? 0;
  const dx = (xs[to] ?? 0) - ax;
  const dy = (ys[to] ?? 0) - ay;
  const square = dx * dx + dy * dy;
  let farthest = from;
  let most = tolerance * tolerance * (square === 0 ? 1 : square);
  for (let i = from + 1; i < to; i++) {
    const px = (xs[i] ?? 0) - ax;
    const py = (ys[i] ?? 0) - ay;
    const across = dy * px - dx * py;
    const apart = square === 0 ? px * px + py * py : across * across;
    if (apart <= most) continue;
    farthest = i;
    most = apart;
  }
  return farthest;
}
