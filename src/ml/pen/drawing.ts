/**
 * A drawing of the reader's as text short enough for a link: strokes parted by `.`, two characters a point (column and row of a grid of
 * 64 x 64), after a digit for the pen's width: `3ABcdEF.GHij`.
 */
import type { Stroke } from './strokes';

export interface Drawing {
  /** 1 to 9; the pen's diameter is this many hundredths of the pad, times `PEN_UNIT`. */
  readonly pen: number;
  /** Points in [0, 1] x [0, 1], y downwards. */
  readonly strokes: readonly Stroke[];
}

export const EMPTY_DRAWING: Drawing = { pen: 4, strokes: [] };
/** The longest text that a drawing is kept as. */
export const LONGEST_DRAWING = 200;
/** Diameter of the pen of width 1, as a share of the pad. */
export const PEN_UNIT = 0.02;

const GRID = 63;
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const FORM = /^[1-9](?:(?:[\w-]{2})+(?:\.(?:[\w-]{2})+)*)?$/;

function characterOf(value: number): string {
  return ALPHABET[Math.max(0, Math.min(GRID, Math.round(value * GRID)))] ?? 'A';
}

/** Every `stride`-th point and the last, as text, without repeating a place. */
function strokeText(stroke: Stroke, stride: number): string {
  const kept = stroke.filter((_, i) => i % stride === 0 || i === stroke.length - 1).map(([x, y]) => characterOf(x) + characterOf(y));
  return kept.filter((pair, i) => i === 0 || pair !== kept[i - 1]).join('');
}

/** The drawing as text; points are thinned until it is short enough, whole strokes left out at last, the latest first. */
export function formatDrawing({ pen, strokes }: Drawing): string {
  const text = (count: number, stride: number): string =>
    String(pen) +
    strokes
      .slice(0, count)
      .map((stroke) => strokeText(stroke, stride))
      .join('.');
  for (let count = strokes.length; count > 0; count--) {
    for (let stride = 1; stride <= 16; stride++) {
      const given = text(count, stride);
      if (given.length <= LONGEST_DRAWING) return given;
    }
  }
  return String(pen);
}

/** Reads a drawing; undefined where the text is none. */
export function parseDrawing(text: string): Drawing | undefined {
  if (text.length > LONGEST_DRAWING || !FORM.test(text)) return undefined;
  const strokes = text
    .slice(1)
    .split('.')
    .filter((part) => part !== '')
    .map((part): Stroke => {
      const pairs = part.match(/../g) ?? [];
      return pairs.map((pair) => [ALPHABET.indexOf(pair[0] ?? 'A') / GRID, ALPHABET.indexOf(pair[1] ?? 'A') / GRID] as const);
    });
  return { pen: Number(text[0]), strokes };
}
