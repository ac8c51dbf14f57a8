/**
 * Strokes in a notation of their own, in hundredths of the box, y downwards. Strokes are parted by `;`. A stroke is made of pieces,
 * each beginning where the last one ended: `~ 12 26, 30 5, 60 2` a smooth curve through points, `- 10 97, 92 95` straight lines,
 * `o 50 50 30..46 50 -80` a closed form: centre, radii, and the angle in degrees where the pen starts (-90 is the top).
 * `30..46` is any number between.
 */
import type { Random } from '../../../random';
import { arc, smooth, type Point, type Stroke } from '../../../pen/strokes';

/** A number, or any number of a range. */
type Amount = readonly [low: number, high: number];

interface Piece {
  readonly kind: '~' | '-' | 'o';
  /** Pairs for points; for a closed form centre, radii and start. */
  readonly amounts: readonly Amount[];
}

/** Strokes as they are parsed. */
export type Path = readonly (readonly Piece[])[];

/** How far control points stray from digit to digit, in units of the box. */
const STRAY = 0.026;

function parseAmount(text: string): Amount {
  const [low = NaN, high = low] = text.split('..').map(Number);
  if (!Number.isFinite(low) || !Number.isFinite(high)) throw new Error(`"${text}" is no number; 12 or 12..30 would be`);
  return [low / 100, high / 100];
}

/** Reads the notation. @throws Error naming the number that is none. */
export function parsePath(text: string): Path {
  return text.split(';').map((stroke) =>
    [...stroke.matchAll(/([~o-]) ([^~o]*?)(?= [~o-] |$)/g)].map(([, kind, points]): Piece => ({
      kind: kind === '~' || kind === 'o' ? kind : '-',
      amounts: (points ?? '')
        .split(/[\s,]+/)
        .filter(Boolean)
        .map(parseAmount),
    })),
  );
}

function drawn(random: Random, [low, high]: Amount): number {
  return low === high ? low : low + (high - low) * random.uniform();
}

/** A closed form, not quite closed or overlapping, begun somewhere near its start. */
function closedForm(random: Random, amounts: readonly Amount[]): Stroke {
  const [x = 0, y = 0, rx = 0, ry = 0, start = 0] = amounts.map((amount) => drawn(random, amount));
  const from = 100 * start + 25 * random.normal();
  return arc(x, y, rx, ry, from, from - 335 - 50 * random.uniform());
}

function pointsOf(random: Random, amounts: readonly Amount[]): Point[] {
  const points: Point[] = [];
  for (let i = 0; i + 1 < amounts.length; i += 2) {
    const [x = [0, 0], y = [0, 0]] = [amounts[i], amounts[i + 1]];
    points.push([drawn(random, x) + STRAY * random.normal(), drawn(random, y) + STRAY * random.normal()]);
  }
  return points;
}

/** Writes a path as it comes out once: each time a little differently. */
export function strokesOf(path: Path, random: Random): readonly Stroke[] {
  return path.map((pieces) => {
    const stroke: Point[] = [];
    for (const { kind, amounts } of pieces) {
      if (kind === 'o') stroke.push(...closedForm(random, amounts));
      else {
        const last = stroke.at(-1);
        const points = last === undefined ? pointsOf(random, amounts) : [last, ...pointsOf(random, amounts)];
        stroke.push(...(kind === '~' ? smooth(points) : points));
      }
    }
    return stroke;
  });
}
