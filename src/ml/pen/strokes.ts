/** Curves of the pen as polylines: what the writers' styles are made of. All in a box of about [0, 1] x [0, 1], y downwards. */

/** A point of a stroke. */
export type Point = readonly [x: number, y: number];
export type Stroke = readonly Point[];

/** Points of a smooth curve through all given points (Catmull-Rom), `per` pieces between two of them. */
export function smooth(points: readonly Point[], per = 5): Stroke {
  const at = (i: number): Point => points[Math.max(0, Math.min(points.length - 1, i))] ?? [0, 0];
  const curve: Point[] = [];
  for (let i = 0; i < points.length - 1; i++) {
    const [a, b, c, d] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
    for (let k = 0; k < per; k++) {
      const t = k / per;
      const [w0, w1, w2, w3] = [
        (-t + 2 * t * t - t * t * t) / 2,
        (2 - 5 * t * t + 3 * t * t * t) / 2,
        (t + 4 * t * t - 3 * t * t * t) / 2,
        (t * t * t - t * t) / 2,
      ];
      curve.push([w0 * a[0] + w1 * b[0] + w2 * c[0] + w3 * d[0], w0 * a[1] + w1 * b[1] + w2 * c[1] + w3 * d[1]]);
    }
  }
  curve.push(at(points.length - 1));
  return curve;
}

/** Part of an ellipse about (x, y) from one angle to another, in degrees: 0 to the right, 90 downwards. */
export function arc(x: number, y: number, rx: number, ry: number, from: number, to: number): Stroke {
  const pieces = Math.max(4, Math.ceil(Math.abs(to - from) / 15));
  return Array.from({ length: pieces + 1 }, (_, i) => {
    const angle = ((from + ((to - from) * i) / pieces) * Math.PI) / 180;
    return [x + rx * Math.cos(angle), y + ry * Math.sin(angle)] as const;
  });
}
