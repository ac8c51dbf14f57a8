/** Where everything stands in the picture. */
import type { LineView } from './line-data';

/** Names of the rows of the strip; one of its rows of symbols; between two lines of it. */
export const LEFT = 46;
export const ROW = 18;
const GAP = 8;
/** The least and the largest width of a symbol, and the largest height of the states. */
const NARROW = 12;
const WIDE = 30;
const TALL = 84;
/** Buttons, and a line of the equations under them. */
export const BUTTONS = 50;
export const PITCH = 17;
/** Lines of equations at most, and bars of an answer where they stand under them. */
export const LINES = 6;
export const BARS = 5;
/** From this width on the answer stands beside the equations, so wide. */
const BROAD = 500;
export const BESIDE = 200;

export interface Layout {
  /** Width of a symbol. */
  readonly cell: number;
  /** Symbols in a line of the strip, the height of the states, and that of a line. */
  readonly across: number;
  readonly tall: number;
  readonly pitch: number;
  readonly lines: number;
  /** Where the strip ends. */
  readonly bottom: number;
  /** True where there is room beside the equations. */
  readonly broad: boolean;
}

export function layoutOf({ line }: Pick<LineView, 'line'>, width: number, height: number): Layout {
  const room = width - LEFT;
  const broad = width >= BROAD;
  const lines = Math.max(1, Math.ceil(line.length / Math.floor(room / NARROW)));
  const across = Math.max(1, Math.ceil(line.length / lines));
  const under = BUTTONS + LINES * PITCH + (broad ? 0 : BARS * 20 + 6);
  const tall = Math.max(12, Math.min(TALL, (height - under) / lines - 3 * ROW - GAP));
  const pitch = 3 * ROW + tall + GAP;
  return { cell: Math.min(WIDE, room / across), across, tall, pitch, lines, bottom: lines * pitch, broad };
}
