import { describe, expect, it } from 'vitest';
import { digits, styleOf, writeDigit } from '../../../src/ml/data-kinds/images/digits';
import { parsePath, strokesOf } from '../../../src/ml/data-kinds/images/digits/path';
import { STYLES } from '../../../src/ml/data-kinds/images/digits/styles';
import { createRandom } from '../../../src/ml/random';

const SIDE = 28;

/** Centre of mass and the box of what is darker than a tenth. */
function placeOf(image: Float32Array): { readonly x: number; readonly y: number; readonly width: number; readonly height: number } {
  let [mass, sumX, sumY] = [0, 0, 0];
  let [left, right, top, bottom] = [SIDE, -1, SIDE, -1];
  image.forEach((value, i) => {
    const [column, row] = [i % SIDE, Math.floor(i / SIDE)];
    mass += value;
    sumX += value * (column + 0.5);
    sumY += value * (row + 0.5);
    if (value <= 0.1) return;
    [left, right, top, bottom] = [Math.min(left, column), Math.max(right, column), Math.min(top, row), Math.max(bottom, row)];
  });
  return { x: sumX / mass, y: sumY / mass, width: right - left + 1, height: bottom - top + 1 };
}

function distance(a: Float32Array, b: Float32Array): number {
  return Math.sqrt(a.reduce((sum, value, i) => sum + (value - (b[i] ?? 0)) ** 2, 0));
}

describe('digits', () => {
  it('are the same from the same stream, and others from another', () => {
    const [one, again, other] = [digits(createRandom(1), 20), digits(createRandom(1), 20), digits(createRandom(2), 20)];
    expect(again.images).toEqual(one.images);
    expect(again.labels).toEqual(one.labels);
    expect(other.images).not.toEqual(one.images);
  });

  it('are grey values from 0 to 1, mostly paper, of every class about as often', () => {
    const set = digits(createRandom(3), 1000);
    expect([set.count, set.height, set.width, set.channels, set.classes]).toEqual([1000, SIDE, SIDE, 1, 10]);
    expect(set.images.every((value) => value >= 0 && value <= 1)).toBe(true);
    const ink = set.images.reduce((sum, value) => sum + value, 0) / set.images.length;
    // MNIST's mean is 0.1307.
    expect(ink).toBeGreaterThan(0.08);
    expect(ink).toBeLessThan(0.2);
    const counts = Array.from({ length: 10 }, (_, digit) => set.labels.filter((label) => label === digit).length);
    // Binomial(1000, 1/10): six standard deviations are 57.
    for (const count of counts) expect(Math.abs(count - 100)).toBeLessThan(57);
  });

  it.each(STYLES.flatMap((styles, digit) => styles.map((style) => ({ digit, style, name: style.name }))))(
    'a $digit, "$name", fills 20 x 20 pixels with its centre of mass in the middle, as MNIST’s do',
    ({ digit, style }) => {
      const random = createRandom(digit + 1);
      for (let i = 0; i < 25; i++) {
        const { x, y, width, height } = placeOf(writeDigit(digit, random, style));
        // A whole pixel at most by rounding, and what falls off the edge.
        expect(Math.abs(x - SIDE / 2)).toBeLessThanOrEqual(0.75);
        expect(Math.abs(y - SIDE / 2)).toBeLessThanOrEqual(0.75);
        expect(Math.max(width, height)).toBeGreaterThanOrEqual(17);
        expect(Math.max(width, height)).toBeLessThanOrEqual(22);
      }
    },
  );

  it('differ more from style to style than within one, on average', () => {
    STYLES.forEach((styles, digit) => {
      const random = createRandom(50 + digit);
      const written = styles.map((style) => Array.from({ length: 24 }, () => writeDigit(digit, random, style)));
      const means = written.map((images) =>
        Float32Array.from({ length: SIDE * SIDE }, (_, i) => images.reduce((sum, image) => sum + (image[i] ?? 0), 0) / images.length),
      );
      means.forEach((mean, i) =>
        means.slice(i + 1).forEach((other) => expect(distance(mean, other), `styles of ${digit}`).toBeGreaterThan(1)),
      );
    });
  });

  it('come in every style, about as often as its weight says', () => {
    const random = createRandom(9);
    STYLES.forEach((styles, digit) => {
      const total = styles.reduce((sum, { weight }) => sum + weight, 0);
      const drawn = Array.from({ length: 2000 }, () => styleOf(digit, random).name);
      for (const { name, weight } of styles) {
        const share = weight / total;
        const deviation = Math.sqrt(2000 * share * (1 - share));
        expect(Math.abs(drawn.filter((one) => one === name).length - 2000 * share)).toBeLessThan(5 * deviation);
      }
    });
  });

  it('cannot be written beyond 9', () => {
    expect(() => styleOf(10, createRandom(1))).toThrow('there is no digit 10; there are 0 to 9');
  });
});

describe('the notation of strokes', () => {
  it('parts strokes and pieces, and a piece begins where the last one ended', () => {
    const path = parsePath('- 10 20, 30 40 ~ 50 60, 70..90 80; o 50 50 30 40 -90');
    expect(path.map((pieces) => pieces.map(({ kind }) => kind))).toEqual([['-', '~'], ['o']]);
    expect(path[0]?.[1]?.amounts[2]).toEqual([0.7, 0.9]);
    const [stroke = []] = strokesOf(path, createRandom(1));
    expect(stroke[1]).toEqual(stroke[2]);
    for (const [x, y] of strokesOf(parsePath('o 50 50 30 40 -90'), createRandom(2))[0] ?? []) {
      expect(((x - 0.5) / 0.3) ** 2 + ((y - 0.5) / 0.4) ** 2).toBeCloseTo(1, 6);
    }
  });

  it('names what is no number', () => {
    expect(() => parsePath('- 10 2x, 30 40')).toThrow('"2x" is no number; 12 or 12..30 would be');
  });
});
