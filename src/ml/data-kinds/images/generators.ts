/** Generators of image data by the data set's name. */
import type { ImageDataset } from './program';
import { digits } from './digits';
import type { ImageGenerator } from './image-set';
import { shapeImages } from './shapes';

export const imageGenerators: Readonly<Record<ImageDataset, ImageGenerator>> = { digits, shapes: shapeImages };
