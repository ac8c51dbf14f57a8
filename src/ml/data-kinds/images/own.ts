import type { ImageShape } from './program';

/** Images that the reader brought, already checked by the page, as bytes: a quarter of the memory of numbers. */
export interface OwnImages extends ImageShape {
  readonly kind: 'images';
  /** [count, height, width, channels] in one row, 0 to 255. */
  readonly pixels: Uint8Array;
  /** One class index an image. */
  readonly labels: Uint8Array;
  /** Images from this one on are held out. */
  readonly testFrom: number;
}
