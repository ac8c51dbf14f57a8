/** Labelled images as plain arrays: what generators of image data give, and what the task of images learns from. */
import type { Random } from '../../random';

export interface ImageSet {
  /** [count, height, width, channels] in one row, 0 (background) to 1. */
  readonly images: Float32Array;
  /** One class index an image, 0 … classes - 1. */
  readonly labels: Int32Array;
  readonly count: number;
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  readonly classes: number;
}

/**
 * Draws `count` images, class included, from the stream alone: a data set may be asked for image by image, each from a stream of
 * its own, and so is never made before it is needed.
 */
export type ImageGenerator = (random: Random, count: number) => ImageSet;

/** An empty set to be filled in: all pixels 0, all labels 0. */
export function emptyImages(
  shape: { readonly height: number; readonly width: number; readonly channels: number; readonly classes: number },
  count: number,
): ImageSet {
  const { height, width, channels, classes } = shape;
  return {
    images: new Float32Array(count * height * width * channels),
    labels: new Int32Array(count),
    count,
    height,
    width,
    channels,
    classes,
  };
}
