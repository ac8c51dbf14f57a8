import { centred, DIGIT_SIDE } from './centred';
import { PEN_UNIT, type Drawing } from './drawing';
import { fitted } from './fitted';
import { rendered } from './render';

/** Width of a drawing's soft edge in pixels: the middle of what the training digits have. */
const SOFTNESS = 1.4;

/**
 * A drawing as the network is used to see digits: cut out, scaled so that its larger side fills 20 pixels, thick strokes with it, and
 * placed with its centre of mass in the middle of 28 x 28.
 * @returns grey values [28, 28], 0 to 1; all 0 for an empty drawing.
 */
export function preparedDrawing({ pen, strokes }: Drawing): Float32Array {
  const radius = (pen * PEN_UNIT) / 2;
  const drawn = strokes.filter((stroke) => stroke.length > 0).map((points) => ({ points, radii: points.map(() => radius) }));
  if (drawn.length === 0) return new Float32Array(DIGIT_SIDE * DIGIT_SIDE);
  const inked = fitted(drawn, { box: 20, sheet: DIGIT_SIDE, keepsPen: false });
  // A hair-thin pen on a large pad would leave less than a pixel: it is drawn as thin as the training digits are.
  const visible = inked.map(({ points, radii }) => ({ points, radii: radii.map((one) => Math.max(0.8, one)) }));
  return centred(rendered(visible, DIGIT_SIDE, SOFTNESS), DIGIT_SIDE);
}
