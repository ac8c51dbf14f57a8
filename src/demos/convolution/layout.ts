/** Where the parts of the picture stand, on a wide figure and in a phone's column. */
type Place = readonly [x: number, y: number];

export interface Layout {
  readonly inputAt: Place;
  readonly input: number;
  readonly chosenAt: Place;
  readonly learnedAt: Place;
  readonly kernel: number;
  readonly outputAt: Place;
  readonly otherAt: Place;
  readonly output: number;
  readonly sumAt: Place;
  /** Width of the lines of the sum. */
  readonly sum: number;
  readonly formula: number;
}

const WIDE: Layout = {
  inputAt: [0, 22],
  input: 246,
  chosenAt: [266, 22],
  learnedAt: [266, 218],
  kernel: 165,
  outputAt: [455, 22],
  otherAt: [455, 218],
  output: 165,
  sumAt: [0, 294],
  sum: 250,
  formula: 412,
};

const NARROW: Layout = {
  inputAt: [0, 22],
  input: 196,
  chosenAt: [210, 22],
  learnedAt: [210, 178],
  kernel: 128,
  outputAt: [0, 352],
  otherAt: [176, 352],
  output: 158,
  sumAt: [0, 242],
  sum: 204,
  formula: 528,
};

/** The parts' places in a picture of a width. */
export function layoutOf(width: number): Layout {
  return width < 480 ? NARROW : WIDE;
}
