/** Rows brought by the reader, as a program describes them: printed in full. */
export interface RowsData {
  readonly kind: 'rows';
  /** Features, and the label or value last. */
  readonly rows: readonly (readonly number[])[];
  readonly classes: number;
}
