/** The first image of each class: what is shown of a data set where one of each is enough. */
import { takeImages, type ImageSource } from '../data-kinds/images/image-source';
import type { HostArray } from '../model';

export interface FirstOfEachClass {
  /** [n, height, width, channels], in the order of the classes; a class without an image is left out. */
  readonly x: HostArray;
  readonly labels: readonly number[];
}

/** @param most classes that are looked for, the first ones. */
export function firstOfEachClass(source: ImageSource, most = source.classes): FirstOfEachClass {
  const wanted = Math.min(most, source.classes);
  const scratch = new Float32Array(source.height * source.width * source.channels);
  const found = new Map<number, number>();
  for (let index = 0; index < source.count && found.size < wanted; index++) {
    const label = source.copy(index, scratch, 0);
    if (label < wanted && !found.has(label)) found.set(label, index);
  }
  const labels = [...found.keys()].sort((a, b) => a - b);
  const indices = labels.flatMap((label) => found.get(label) ?? []);
  return { x: takeImages(source, indices).x, labels };
}
