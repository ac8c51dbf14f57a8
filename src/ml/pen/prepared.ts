import { centred, DIGIT_SIDE } from './centred';
import { PEN_UNIT, type Drawing } from './drawing';
import { fitted } from './fitted';
import { rendered, type Inked } from './render';
import type { Point } from './strokes';

/** Width of a drawing's soft edge in pixels: the middle of what the training digits have. */
const SOFTNESS = 1.4;

/** Moves strokes so that the middle of what they cover comes as near to `middle` as the sheet allows. */
function moved(strokes: readonly Inked[], middle: readonly [x: number, y: number]): readonly Inked[] {
  const shift = ([0, 1] as const).map((axis) => {
    const ends = strokes.flatMap(({ points, radii }) =>
      points.flatMap((point, i) => [point[axis] - (radii[i] ?? 0), point[axis] + (radii[i] ?? 0)]),
    );
    const [low, high] = [Math.min(...ends), Math.max(...ends)];
    const half = Math.min(DIGIT_SIDE, high - low) / 2;
    const wanted = Math.max(half, Math.min(DIGIT_SIDE - half, middle[axis]));
    return wanted - (low + high) / 2;
  });
  return strokes.map(({ points, radii }) => ({
    points: points.map(([x, y]): Point => [x + (shift[0] ?? 0), y + (shift[1] ?? 0)]),
    radii,
  }));
}

/** The middle of the box around strokes in the pad, in pixels of the sheet. */
function middleOf(strokes: readonly Inked[]): readonly [x: number, y: number] {
  const between = (axis: 0 | 1): number => {
    const places = strokes.flatMap(({ points }) => points.map((point) => point[axis]));
    return ((Math.min(...places) + Math.max(...places)) / 2) * DIGIT_SIDE;
  };
  return [between(0), between(1)];
}

/**
 * A drawing as the network is used to see digits: cut out, scaled so that its larger side fills 20 pixels, thick strokes with it, and
 * placed with its centre of mass in the middle of 28 x 28; or, where it is not to be centred, scaled just so and left where it was
 * written, as far as the sheet allows.
 * @returns grey values [28, 28], 0 to 1; all 0 for an empty drawing.
 */
export function preparedDrawing({ pen, strokes }: Drawing, centre = true): Float32Array {
  const radius = (pen * PEN_UNIT) / 2;
  const drawn = strokes.filter((stroke) => stroke.length > 0).map((points) => ({ points, radii: points.map(() => radius) }));
  if (drawn.length === 0) return new Float32Array(DIGIT_SIDE * DIGIT_SIDE);
  const inked = fitted(drawn, { box: 20, sheet: DIGIT_SIDE, keepsPen: false });
  // A hair-thin pen on a large pad would leave less than a pixel: it is drawn as thin as the training digits are.
  const visible = inked.map(({ points, radii }) => ({ points, radii: radii.map((one) => Math.max(0.8, one)) }));
  if (!centre) return rendered(moved(visible, middleOf(drawn)), DIGIT_SIDE, SOFTNESS);
  return centred(rendered(visible, DIGIT_SIDE, SOFTNESS), DIGIT_SIDE);
}
