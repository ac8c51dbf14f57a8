/** What labels of the reader's own points mean: two signs, classes, or values of a regression. */

/** The most classes that the pictures tell apart by colour. */
export const MOST_CLASSES = 8;

export type LabelKind =
  /** -1 and +1. */
  | { readonly kind: 'signs' }
  /** Whole numbers from 0. */
  | { readonly kind: 'classes'; readonly classes: number }
  | { readonly kind: 'values' };

/** -1 and +1 are two signs, 0 and 1 two classes, other whole numbers from 0 to 7 classes, anything else values. */
export function labelKind(labels: ArrayLike<number>): LabelKind {
  const all = Array.from(labels);
  if (all.every((label) => label === -1 || label === 1)) return { kind: 'signs' };
  const top = all.reduce((most, label) => Math.max(most, label), 1);
  return top < MOST_CLASSES && all.every((label) => Number.isInteger(label) && label >= 0)
    ? { kind: 'classes', classes: top + 1 }
    : { kind: 'values' };
}
