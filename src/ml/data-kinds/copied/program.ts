/** Pictures and pixels of their own that are asked for, as a program describes them. */

/** Output place i is asked for the input's place `first + stride * i`; outside the picture that is 0. */
export interface CopiedAxis {
  readonly first: number;
  readonly stride: number;
  readonly count: number;
}

/** Random pictures, and one of their own pixels for every place of the output. */
export interface CopiedData {
  readonly kind: 'copied';
  readonly shape: readonly [rows: number, columns: number, channels: 1];
  readonly samples: number;
  readonly rows: CopiedAxis;
  readonly columns: CopiedAxis;
}
