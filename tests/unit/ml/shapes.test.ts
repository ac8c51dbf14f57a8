import { describe, expect, it } from 'vitest';
import { SHAPE_CLASSES, shapeImages } from '../../../src/ml/data-kinds/images/shapes';
import { createRandom } from '../../../src/ml/random';
import { IMAGE_SHAPES } from '../../../src/ml/data-kinds/images/program';

const { height, width, channels, classes } = IMAGE_SHAPES.shapes;
const SIZE = height * width * channels;
const COUNT = 2000;
const set = shapeImages(createRandom(1), COUNT);

const pictureOf = (index: number): Float32Array => set.images.subarray(index * SIZE, (index + 1) * SIZE);
const mean = (values: ArrayLike<number>): number => Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;

/** Mean of each channel of a picture. */
function colourOf(picture: Float32Array): number[] {
  return Array.from({ length: channels }, (_, channel) => mean(picture.filter((_, i) => i % channels === channel)));
}

/** How often the class of the nearest of the first half's class means is right on the second half. */
function nearestMeanAccuracy(features: readonly (readonly number[])[]): number {
  const half = COUNT / 2;
  const centres = SHAPE_CLASSES.map((_, label) => {
    const own = features.slice(0, half).filter((_, i) => set.labels[i] === label);
    return Array.from({ length: features[0]?.length ?? 0 }, (_, k) => mean(own.map((one) => one[k] ?? 0)));
  });
  const right = features.slice(half).filter((one, i) => {
    const distances = centres.map((centre) => centre.reduce((sum, value, k) => sum + (value - (one[k] ?? 0)) ** 2, 0));
    return distances.indexOf(Math.min(...distances)) === set.labels[half + i];
  });
  return right.length / half;
}

describe('pictures of shapes and textures', () => {
  it('are the same from the same stream, and their first ones however many are drawn', () => {
    expect(shapeImages(createRandom(1), COUNT)).toEqual(set);
    expect(shapeImages(createRandom(1), 7).images).toEqual(set.images.slice(0, 7 * SIZE));
    expect(shapeImages(createRandom(2), 7).images).not.toEqual(set.images.slice(0, 7 * SIZE));
  });

  it('have channels from 0 to 1, and the shape that programs are told', () => {
    expect(set.images).toHaveLength(COUNT * SIZE);
    expect(set.images.every((value) => value >= 0 && value <= 1)).toBe(true);
    expect([set.count, set.height, set.width, set.channels, set.classes]).toEqual([COUNT, height, width, channels, classes]);
    expect(SHAPE_CLASSES).toHaveLength(classes);
  });

  it('show each class as often as the others: within five deviations of a tenth', () => {
    const deviation = Math.sqrt(COUNT * 0.1 * 0.9);
    SHAPE_CLASSES.forEach((_, label) => {
      const count = set.labels.filter((one) => one === label).length;
      expect(Math.abs(count - COUNT / classes)).toBeLessThan(5 * deviation);
    });
  });

  it('have something on a ground: the brightest quarter of the pixels is far from the darkest (measured: at least 0.31)', () => {
    for (let i = 0; i < 200; i++) {
      const grey = Array.from({ length: height * width }, (_, at) => mean(pictureOf(i).subarray(at * channels, (at + 1) * channels)));
      const sorted = grey.sort((a, b) => a - b);
      const quarter = sorted.length / 4;
      expect(mean(sorted.slice(-quarter)) - mean(sorted.slice(0, quarter))).toBeGreaterThan(0.2);
    }
  });

  it('do not tell their class by colour, and hardly by which pixels are bright', () => {
    const colours = Array.from({ length: COUNT }, (_, i) => colourOf(pictureOf(i)));
    const balance = colours.map((colour) => colour.map((value) => value - mean(colour)));
    // Chance is 0.1. Measured: 0.09 by the balance of the channels, 0.20 by the mean colour, 0.42 by all pixels.
    expect(nearestMeanAccuracy(balance)).toBeLessThan(0.15);
    expect(nearestMeanAccuracy(colours)).toBeLessThan(0.25);
    expect(nearestMeanAccuracy(Array.from({ length: COUNT }, (_, i) => Array.from(pictureOf(i))))).toBeLessThan(0.5);
  });
});
