import { describe, expect, it } from 'vitest';
import { strokeImages } from '../../../src/ml/data-kinds/strokes/draw';
import { createRandom } from '../../../src/ml/random';

const DATA = { samples: 80, side: 12, channels: 1, reach: 2, noise: 0, places: 'left' } as const;

/** Columns of image `i` that are not empty. */
function columnsOf(images: Float32Array, i: number): number[] {
  const columns = Array.from({ length: 144 }, (_, p) => ((images[144 * i + p] ?? 0) > 0 ? p % 12 : -1));
  return columns.filter((column) => column >= 0);
}

describe('images of strokes', () => {
  it('hold one stroke of five pixels each, every class as often as the others', () => {
    const { images, labels } = strokeImages(DATA, createRandom(1));
    for (let i = 0; i < 80; i++) expect(columnsOf(images, i)).toHaveLength(5);
    expect([0, 1, 2, 3].map((label) => labels.filter((one) => one === label).length)).toEqual([20, 20, 20, 20]);
  });

  it('lie in the half that is asked for: no training stroke of the left reaches the columns of the right', () => {
    const left = strokeImages(DATA, createRandom(2)).images;
    const right = strokeImages({ ...DATA, places: 'right' }, createRandom(2)).images;
    for (let i = 0; i < 80; i++) {
      expect(Math.max(...columnsOf(left, i))).toBeLessThan(6);
      expect(Math.min(...columnsOf(right, i))).toBeGreaterThanOrEqual(6);
    }
  });

  it('are refused where strokes do not fit, with the sizes', () => {
    expect(() => strokeImages({ ...DATA, side: 8 }, createRandom(1))).toThrow('strokes of 5 pixels do not fit in the left of 8 columns');
  });
});
