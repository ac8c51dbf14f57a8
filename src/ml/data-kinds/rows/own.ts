/** Rows of numbers that the reader brought (x1, x2, label or x, y), already checked by the page. */
export interface OwnRows {
  readonly kind: 'rows';
  readonly columns: number;
  /** [count, columns] in one row. */
  readonly rows: Float32Array;
}

/** The rows as lists, as programs hold and print them. */
export function rowLists({ columns, rows }: OwnRows): readonly (readonly number[])[] {
  return Array.from({ length: rows.length / columns }, (_, i) => Array.from(rows.slice(columns * i, columns * (i + 1))));
}
