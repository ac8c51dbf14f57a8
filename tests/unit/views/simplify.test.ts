import { describe, expect, it } from 'vitest';
import { simplify, type Spot } from '../../../src/views/parts/simplify';

describe('a simplified line', () => {
  it('keeps the ends alone where all lies on one line', () => {
    expect(
      simplify(
        [
          [0, 0],
          [1, 1],
          [2, 2],
          [3, 3],
        ],
        0.1,
      ),
    ).toEqual([
      [0, 0],
      [3, 3],
    ]);
  });

  it('keeps a corner that strays farther than allowed, and drops one that does not', () => {
    expect(
      simplify(
        [
          [0, 0],
          [5, 0.05],
          [10, 0],
          [10, 10],
        ],
        0.1,
      ),
    ).toEqual([
      [0, 0],
      [10, 0],
      [10, 10],
    ]);
  });

  it('keeps every corner of a closed ring', () => {
    const square: Spot[] = [
      [0, 0],
      [5, 0],
      [10, 0],
      [10, 10],
      [0, 10],
      [0, 0],
    ];
    expect(simplify(square, 0.1)).toEqual([
      [0, 0],
      [10, 0],
      [10, 10],
      [0, 10],
      [0, 0],
    ]);
  });

  it('strays nowhere farther than allowed', () => {
    const sine = Array.from({ length: 301 }, (_, i): Spot => [i, 100 * Math.sin(i / 30)]);
    const kept = simplify(sine, 0.3);
    expect(kept.length).toBeLessThan(100);
    for (const [x, y] of sine) {
      const right = kept.findIndex(([at]) => at >= x);
      const [[ax, ay], [bx, by]] = [kept[Math.max(0, right - 1)] ?? [0, 0], kept[right] ?? [0, 0]];
      const between = bx === ax ? ay : ay + ((by - ay) * (x - ax)) / (bx - ax);
      // The distance to the line is at most the vertical one; a slope of 100/30 makes that at most 3.5 times as long.
      expect(Math.abs(between - y)).toBeLessThanOrEqual(0.3 * 3.6);
    }
  });

  it('takes nothing and one place as they are', () => {
    expect(simplify([], 1)).toEqual([]);
    expect(simplify([[1, 2]], 1)).toEqual([[1, 2]]);
  });
});
