/** What the reader's own numbers may be. */
import { labelKind, MOST_CLASSES } from '../ml/spec/own-labels';

/** Larger magnitudes are refused: their squares are infinite in 32 bits. */
export const LARGEST_NUMBER = 1e15;

/**
 * The labels that painting offers beside points with these labels: the two signs, or, where labels are classes from 0, those classes
 * and one more.
 */
export function paintLabels(labels: ArrayLike<number>): readonly number[] {
  const kind = labelKind(labels);
  if (kind.kind !== 'classes') return [1, -1];
  // Two classes by the kind may be a single one by the labels.
  const top = Array.from(labels).reduce((most, label) => Math.max(most, label), 0);
  return Array.from({ length: Math.min(MOST_CLASSES, top + 2) }, (_, label) => label);
}
