/** The box in which a layer of three units is drawn: its edges and the names of its axes, and the plane that cuts it. */
import { at } from '../../base/at';
import { outOfBox, projected, type Box, type Look, type Stop } from './hidden-stops';
import { coordinate } from './ramp';
import { strokes } from './strokes';
import type { Spot } from './simplify';

const CORNERS: readonly Box[] = [0, 1, 2, 3, 4, 5, 6, 7].map((i) => [i & 1, (i >> 1) & 1, (i >> 2) & 1]);
/** Corners that differ in one coordinate. */
const EDGES: readonly (readonly [Box, Box])[] = CORNERS.flatMap((from, i) =>
  [1, 2, 4].filter((bit) => (i & bit) === 0).map((bit) => [from, at(CORNERS, i | bit)] as const),
);
/** Where an axis's name stands, beyond its end. */
const NAMED_AT: readonly Box[] = [
  [1.1, 0, 0],
  [0, 1.1, 0],
  [0, 0, 1.1],
];

interface BoxProps {
  readonly stop: Stop;
  readonly look: Look;
  /** From shares of the picture's square to user units. */
  readonly place: (share: readonly [number, number]) => Spot;
}

/** Where the plane on which the score is 0 leaves the box, in order around it. */
function cutOf({ stop, look, place }: BoxProps): readonly Spot[] {
  const score = (box: Box): number => at(stop.scores(outOfBox(stop, box)), 0);
  const spots = EDGES.flatMap(([from, to]): Spot[] => {
    const [a, b] = [score(from), score(to)];
    if (a > 0 === b > 0 || !Number.isFinite(a - b)) return [];
    const share = a / (a - b);
    const along = (axis: 0 | 1 | 2): number => from[axis] + share * (to[axis] - from[axis]);
    return [place(projected([along(0), along(1), along(2)], look))];
  });
  const middle = (axis: 0 | 1): number => spots.reduce((sum, spot) => sum + spot[axis], 0) / Math.max(1, spots.length);
  const angle = ([x, y]: Spot): number => Math.atan2(y - middle(1), x - middle(0));
  return [...spots].sort((one, other) => angle(one) - angle(other));
}

/** The edges of the box and the names of its axes. */
export function BoxFrame({ stop, look, place }: BoxProps) {
  return (
    <g>
      <path d={strokes(EDGES.map((edge) => edge.map((corner) => place(projected(corner, look)))))} class="gb-box-edges" />
      {stop.names.map((name, axis) => {
        const [x, y] = place(projected(at(NAMED_AT, axis), look));
        return (
          <text x={coordinate(x)} y={coordinate(y)} dy="0.32em" text-anchor="middle" class="gb-axis-name" key={name}>
            {name}
          </text>
        );
      })}
    </g>
  );
}

/** The plane on which a last layer's score is 0, as far as it is in the box. */
export function BoxCut(props: BoxProps) {
  const cut = cutOf(props);
  return cut.length > 2 ? <path d={strokes([cut], true)} class="gb-box-cut" /> : null;
}
