/** Images with classes, as a program describes them. */
export interface ImageShape {
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  readonly classes: number;
}

/** Image data made by the page itself, and the shape of their images. */
export const IMAGE_SHAPES = {
  /** Handwritten-like digits, in the format of MNIST. */
  digits: { height: 28, width: 28, channels: 1, classes: 10 },
  /** Coloured shapes and textures. */
  shapes: { height: 16, width: 16, channels: 3, classes: 10 },
} as const satisfies Readonly<Record<string, ImageShape>>;
export type ImageDataset = keyof typeof IMAGE_SHAPES;

export interface ImagesData {
  readonly kind: 'images';
  readonly dataset: ImageDataset;
  /** Images to learn from, and images held out. */
  readonly train: number;
  readonly test: number;
  /** The classes of the labels. */
  readonly classes: number;
  /** The shape of the reader's own images, where they take the data set's place. */
  readonly own?: ImageShape;
}
