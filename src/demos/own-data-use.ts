/** What own data a demo may say that it takes. */
import type { Text } from '../i18n/text';

/** Points in the plane with a class or a value, or points of a function. */
export interface OwnPoints {
  readonly kind: 'rows';
  readonly columns: readonly Text[];
  readonly most: number;
  /** What the picture shows of the first two columns. */
  readonly shown: readonly [readonly [number, number], readonly [number, number]];
}

/** Labelled images in IDX files, MNIST's format; of more than `most` and `mostTest`, so many are used. */
export interface OwnImageFiles {
  readonly kind: 'images';
  readonly most: number;
  readonly mostTest: number;
}

/** A text in any script. */
export interface OwnTextFile {
  readonly kind: 'text';
  /** Characters that there should be at least, and that are used at most: the first ones. */
  readonly least: number;
  readonly most: number;
  /** The parameter that chooses among the book's own texts. */
  readonly chosenBy: string;
}

/** What own data a demo takes: each kind has a folder in `shell/own-data`. */
export type OwnDataUse = OwnPoints | OwnImageFiles | OwnTextFile;
