/** Where rows and columns of the picture stand, in a figure and in a phone's column. */

export interface Columns {
  /** Height of a row: a fingertip's on a phone. */
  readonly row: number;
  /** Where the dots of the rows stand; lines run to their left. */
  readonly dot: number;
  readonly lane: number;
  readonly indent: number;
  readonly name: number;
  readonly nameEnd: number;
  /** Right ends of the columns of numbers; those not there are left out. Without one of its own, the shape stands under the name. */
  readonly ends: {
    readonly shape?: number;
    readonly parameters: number;
    readonly multiplyAdds: number;
    readonly memory?: number;
    readonly field?: number;
  };
  /** Height at which the buttons for whole levels stand. */
  readonly levels: number;
  /** Left edge and width of the scroll bar. */
  readonly bar: { readonly x: number; readonly width: number };
  /** Top and bottom of the rows. */
  readonly top: number;
  readonly bottom: number;
}

/** Lines at the top: totals, the buttons for whole levels and the heads of the columns. Room at the foot: the chosen part in words. */
const HEAD = { wide: 58, narrow: 120 } as const;
const FOOT = { wide: 40, narrow: 104 } as const;

/** Places the columns in a width and height of user units. */
export function columnsOf(width: number, height: number): Columns {
  if (width >= 560) {
    return {
      row: 23,
      dot: 74,
      lane: 7,
      indent: 14,
      name: 84,
      nameEnd: width - 338,
      ends: { shape: width - 262, parameters: width - 202, multiplyAdds: width - 134, memory: width - 60, field: width - 18 },
      levels: HEAD.wide - 24,
      bar: { x: width - 14, width: 14 },
      top: HEAD.wide,
      bottom: height - FOOT.wide,
    };
  }
  return {
    row: 44,
    dot: 44,
    lane: 5,
    indent: 8,
    name: 52,
    nameEnd: width - 152,
    ends: { parameters: width - 94, multiplyAdds: width - 30 },
    levels: HEAD.narrow - 46,
    bar: { x: width - 24, width: 24 },
    top: HEAD.narrow,
    bottom: height - FOOT.narrow,
  };
}
