import type { OwnImages } from './own';
import type { Random } from '../../random';
import type { ImageShape } from './program';
import type { ImageGenerator } from './image-set';

/** Images that can be asked for one by one, wherever they come from. */
export interface ImageSource extends ImageShape {
  readonly count: number;
  /** Writes image `index` into `target` from `offset` on, and gives its class. */
  copy(index: number, target: Float32Array, offset: number): number;
}

/**
 * Generated images, each from a stream of its own and made when it is first asked for, so that a run starts at once and a data set is a
 * pure function of its stream. Values are kept to 1/255.
 */
export function generatedImages(shape: ImageShape, generate: ImageGenerator, random: Random, count: number): ImageSource {
  const size = shape.height * shape.width * shape.channels;
  // As bytes, as image files hold them: 16 MB for 20,000 digits.
  const pixels = new Uint8Array(count * size);
  const labels = new Int32Array(count).fill(-1);
  return {
    ...shape,
    count,
    copy(index, target, offset) {
      if (labels[index] === -1) {
        const made = generate(random.fork(index), 1);
        for (let i = 0; i < size; i++) pixels[index * size + i] = Math.round(255 * (made.images[i] ?? 0));
        labels[index] = made.labels[0] ?? 0;
      }
      for (let i = 0; i < size; i++) target[offset + i] = (pixels[index * size + i] ?? 0) / 255;
      return labels[index] ?? 0;
    },
  };
}

/** A part of the reader's own images: those from `from` up to, and without, `to`. */
export function ownImages(own: OwnImages, from: number, to: number): ImageSource {
  const { height, width, channels, classes, pixels, labels } = own;
  const size = height * width * channels;
  return {
    height,
    width,
    channels,
    classes,
    count: to - from,
    copy(index, target, offset) {
      const start = (from + index) * size;
      for (let i = 0; i < size; i++) target[offset + i] = (pixels[start + i] ?? 0) / 255;
      return labels[from + index] ?? 0;
    },
  };
}

/** The images with the given indices and their classes one-hot: `x` [n, height, width, channels], `t` [n, classes]. */
export function takeImages(source: ImageSource, indices: ArrayLike<number>) {
  const { height, width, channels, classes } = source;
  const size = height * width * channels;
  const x = new Float32Array(indices.length * size);
  const t = new Float32Array(indices.length * classes);
  for (let i = 0; i < indices.length; i++) t[i * classes + source.copy(indices[i] ?? 0, x, i * size)] = 1;
  return {
    x: { shape: [indices.length, height, width, channels], data: x },
    t: { shape: [indices.length, classes], data: t },
  };
}
