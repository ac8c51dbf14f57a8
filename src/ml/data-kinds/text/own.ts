/** A text that the reader brought, already read and checked by the page: lines end with \n, nothing in it that no text has. */
export interface OwnText {
  readonly kind: 'text';
  readonly text: string;
  /** Characters (code points), and how many different ones. */
  readonly characters: number;
  readonly distinct: number;
}
