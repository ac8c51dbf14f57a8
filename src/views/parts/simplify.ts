/** A place in a picture, in user units. */
export type Spot = readonly [number, number];

/** How far a place lies from the line through two others (from the first, where these are one place). */
function distance([x, y]: Spot, [ax, ay]: Spot, [bx, by]: Spot): number {
  const length = Math.hypot(bx - ax, by - ay);
  return length === 0 ? Math.hypot(x - ax, y - ay) : Math.abs((by - ay) * (x - ax) - (bx - ax) * (y - ay)) / length;
}

/**
 * The fewest of a line's places that keep it within `tolerance` everywhere (Ramer 1972; Douglas and Peucker 1973). What the eye
 * cannot tell apart need not be sent: a curve's path becomes several times shorter.
 */
export function simplify(spots: readonly Spot[], tolerance: number): Spot[] {
  const keep = new Set([0, spots.length - 1]);
  const open: [number, number][] = [[0, spots.length - 1]];
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    const [from, to] = part;
    const [start, end] = [spots[from], spots[to]];
    if (start === undefined || end === undefined) continue;
    let farthest = from;
    let most = tolerance;
    for (let i = from + 1; i < to; i++) {
      const spot = spots[i];
      const apart = spot === undefined ? 0 : distance(spot, start, end);
      if (apart > most) [farthest, most] = [i, apart];
    }
    if (farthest === from) continue;
    keep.add(farthest);
    open.push([from, farthest], [farthest, to]);
  }
  return spots.filter((_, i) => keep.has(i));
}
