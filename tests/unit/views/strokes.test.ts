import { describe, expect, it } from 'vitest';
import type { Spot } from '../../../src/views/parts/simplify';
import { strokes } from '../../../src/views/parts/strokes';

/** The places of a path of `m`, `l` and `z`, as SVG reads it: every step from where the last has ended, after `z` from the line's beginning. */
function placesOf(path: string): Spot[][] {
  const lines: Spot[][] = [];
  let [x, y] = [0, 0];
  for (const [, command, rest = ''] of path.matchAll(/([mlz])([^mlz]*)/g)) {
    if (command === 'z') {
      [x, y] = lines.at(-1)?.[0] ?? [0, 0];
      continue;
    }
    const [dx = NaN, dy = NaN] = (rest.match(/-?(?:\d+\.?\d*|\.\d+)/g) ?? []).map(Number);
    [x, y] = [x + dx, y + dy];
    if (command === 'm') lines.push([]);
    lines.at(-1)?.push([x, y]);
  }
  return lines.map((line) => line.map(([a, b]): Spot => [Number(a.toFixed(1)), Number(b.toFixed(1))]));
}

const LINES: Spot[][] = [
  [
    [311.9, 165.2],
    [305.2, 163.1],
    [305.5, 163.1],
  ],
  [
    [0, 0],
    [-0.3, 0.4],
    [12, -7.7],
  ],
  [[5, 6]],
];

describe('strokes', () => {
  it('are written in steps, and lead through the same places', () => {
    expect(strokes(LINES.slice(0, 1))).toBe('m311.9,165.2l-6.7-2.1l.3,0');
    expect(placesOf(strokes(LINES))).toEqual(LINES);
  });

  it('end where they began when closed, and the next begins from there', () => {
    expect(strokes(LINES, true).match(/z/g)).toHaveLength(3);
    expect(placesOf(strokes(LINES, true))).toEqual(LINES);
  });

  it('of one place are a dot, of none nothing', () => {
    expect(strokes([[[5, 6]]])).toBe('m5,6z');
    expect(strokes([[]])).toBe('');
  });
});
