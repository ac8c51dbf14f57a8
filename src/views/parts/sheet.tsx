/** The sheet of the input plane as it lies in a hidden layer, or on its way there: its colours, its lines, and where the network's answer changes sign. */
import { at } from '../../base/at';
import { likeliestOf } from './likeliest';
import { classShade, diverging } from './ramp';
import { simplify, type Spot } from './simplify';
import { strokes } from './strokes';

/** Places along a side of the sheet, and how many of them lie from one drawn line to the next. */
export const SHEET_SIDE = 49;
const BETWEEN_LINES = 6;
/** Places from one coloured cell to the next. */
const CELL = 2;
/** How far a line may stray, in user units. */
const TOLERANCE = 0.3;
/** Shades on either side of zero. */
const SHADES = 4;
/** Share of the full colour at a value of 1: paler than the points on the sheet. */
const DEPTH = 0.62;

interface SheetProps {
  /** Where each place of the sheet is drawn, rows of x₁ at the smallest x₂ first: SHEET_SIDE² of them. */
  readonly spots: readonly Spot[];
  /** What the network answers there as it is coloured: a signed value, or the likelihoods of the classes. */
  readonly answers: readonly (readonly number[])[];
  /** True where the cells are coloured. */
  readonly filled: boolean;
  /** True where the line on which the answer is 0 is drawn. */
  readonly boundary: boolean;
  /** Shows which class wins, and not how surely. */
  readonly discretise: boolean;
}

function isDrawn([x, y]: Spot): boolean {
  return Number.isFinite(x) && Number.isFinite(y);
}

function shadeOf(answer: readonly number[], discretise: boolean): string {
  const [value = NaN] = answer;
  if (discretise) return answer.length === 1 ? diverging(DEPTH * Math.sign(value)) : classShade(likeliestOf(answer).label, 1);
  if (answer.length === 1) return diverging((DEPTH * Math.round(SHADES * Math.max(-1, Math.min(1, value)))) / SHADES);
  const { label, share } = likeliestOf(answer);
  return classShade(label, Math.round(share * SHADES) / SHADES);
}

/** The cells of each shade as one path. */
function cellPaths({ spots, answers, discretise }: Pick<SheetProps, 'spots' | 'answers' | 'discretise'>): ReadonlyMap<string, string> {
  const cells = new Map<string, Spot[][]>();
  for (let row = 0; row + CELL < SHEET_SIDE; row += CELL) {
    for (let column = 0; column + CELL < SHEET_SIDE; column += CELL) {
      const corner = (down: number, right: number): Spot => at(spots, (row + down) * SHEET_SIDE + column + right);
      const outline = [corner(0, 0), corner(0, CELL), corner(CELL, CELL), corner(CELL, 0)];
      if (!outline.every(isDrawn)) continue;
      const shade = shadeOf(at(answers, (row + CELL / 2) * SHEET_SIDE + column + CELL / 2), discretise);
      const ofShade = cells.get(shade) ?? [];
      ofShade.push(outline);
      cells.set(shade, ofShade);
    }
  }
  return new Map([...cells].map(([shade, outlines]) => [shade, strokes(outlines, true)]));
}

/** The lines of equal x₁ and of equal x₂. */
function gridLines(spots: readonly Spot[]): string {
  const lines: Spot[][] = [];
  for (let line = 0; line < SHEET_SIDE; line += BETWEEN_LINES) {
    const along = (place: (i: number) => number): Spot[] =>
      Array.from({ length: SHEET_SIDE }, (_, i) => at(spots, place(i))).filter(isDrawn);
    lines.push(
      along((i) => line * SHEET_SIDE + i),
      along((i) => i * SHEET_SIDE + line),
    );
  }
  return strokes(lines.map((line) => simplify(line, TOLERANCE)));
}

/** Where the answer is 0: in each cell of the sheet a straight piece between the sides on which it changes sign (marching squares). */
function zeroLine(spots: readonly Spot[], answers: readonly (readonly number[])[]): string {
  const pieces: Spot[][] = [];
  for (let row = 0; row + 1 < SHEET_SIDE; row++) {
    for (let column = 0; column + 1 < SHEET_SIDE; column++) {
      const first = row * SHEET_SIDE + column;
      const corners = [first, first + 1, first + SHEET_SIDE + 1, first + SHEET_SIDE];
      const crossings = corners.flatMap((one, i): Spot[] => {
        const other = at(corners, (i + 1) % 4);
        const [a = NaN] = at(answers, one);
        const [b = NaN] = at(answers, other);
        if (!(a > 0 !== b > 0) || !Number.isFinite(a - b)) return [];
        const [from, to] = [at(spots, one), at(spots, other)];
        const share = a / (a - b);
        return [[from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])]];
      });
      for (let i = 0; i + 1 < crossings.length; i += 2) pieces.push([at(crossings, i), at(crossings, i + 1)]);
    }
  }
  return strokes(pieces.filter((piece) => piece.every(isDrawn)));
}

/** Draws the sheet; its cells let through what lies under them. */
export function Sheet({ spots, answers, filled, boundary, discretise }: SheetProps) {
  return (
    <g class="gb-sheet">
      {filled &&
        [...cellPaths({ spots, answers, discretise })].map(([shade, path]) => (
          <path d={path} fill={shade} class="gb-sheet-cells" key={shade} />
        ))}
      <path d={gridLines(spots)} class="gb-sheet-lines" />
      {boundary && <path d={zeroLine(spots, answers)} class="gb-zero-line" />}
    </g>
  );
}
