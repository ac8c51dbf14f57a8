/** Elements of weights by where they stand. */
import { at } from '../../base/at';
import { sizeOf } from './layer-description';
import type { Shape } from './network-spec';

/** Some elements of a weight. */
export interface WeightPart {
  readonly variable: string;
  readonly indices: readonly number[];
}

/** Indices of the elements of an array, in one row, whose place along one axis is among those given. */
export function along(shape: Shape, axis: number, places: readonly number[]): number[] {
  const inner = sizeOf(shape.slice(axis + 1));
  const length = at(shape, axis);
  const wanted = new Set(places);
  return Array.from({ length: sizeOf(shape) }, (_, i) => i).filter((i) => wanted.has(Math.floor(i / inner) % length));
}

/** Indices of the elements of an array, in one row, whose places along its axes fulfil a condition. */
export function elementsWhere(shape: Shape, holds: (places: readonly number[]) => boolean): number[] {
  const strides = shape.map((_, axis) => sizeOf(shape.slice(axis + 1)));
  return Array.from({ length: sizeOf(shape) }, (_, i) => i).filter((i) =>
    holds(shape.map((length, axis) => Math.floor(i / at(strides, axis)) % length)),
  );
}
