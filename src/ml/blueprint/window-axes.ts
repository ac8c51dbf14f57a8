/** What a window that moves over an image comes to, along both directions. */

/** One direction (rows or columns). Lengths in pixels. */
export interface WindowAxis {
  readonly input: number;
  /** Places of the window, not counting the gaps of a dilation. */
  readonly size: number;
  readonly stride: number;
  /** Distance between neighbouring places of the window; 1 = no gaps. */
  readonly dilation: number;
  /** Padding before the first and after the last input. */
  readonly before: number;
  readonly after: number;
  /** floor((input + before + after - (dilation * (size - 1) + 1)) / stride) + 1 (Dumoulin & Visin 2016, relationship 6 and section 5.1). */
  readonly output: number;
}

export interface WindowAxes {
  readonly rows: WindowAxis;
  readonly columns: WindowAxis;
}
