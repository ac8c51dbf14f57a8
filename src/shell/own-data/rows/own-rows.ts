/** What the reader's own numbers may be. */
import type { Demo } from '../../../demos/declaration';
import { labelKind, MOST_CLASSES } from '../../../ml/data-kinds/rows/own-labels';

export type Rows = readonly (readonly number[])[];

/** Points of the reader's own. None at all: an empty plane. */
export interface OwnTable {
  readonly kind: 'rows';
  readonly rows: Rows;
  /** The words that were labels of the points, by class; absent where labels are numbers. */
  readonly classNames?: readonly string[] | undefined;
}

/** The words that were labels of the reader's own points, by class; undefined where labels are numbers. */
export function classNamesOf(own: OwnTable | { readonly kind: 'images' | 'text' } | undefined): readonly string[] | undefined {
  return own?.kind === 'rows' ? own.classNames : undefined;
}

/** How many numbers a row of the reader's own points has; 0 where none can be brought. */
export function columnsOf({ ownData }: Pick<Demo, 'ownData'>): number {
  return ownData?.kind === 'rows' ? ownData.columns.length : 0;
}

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
