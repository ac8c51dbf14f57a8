/** Connections of a drawn network: few paths for many of them, and which one is meant by a place. */
import type { Column, Edge, Layout } from './network-layout';
import { diverging } from './ramp';

/** Weights are drawn in so many steps of width and colour; those of a step share one path. */
const LEVELS = 10;
/** A pointer farther than this from every connection, in user units, means none. */
const REACH = 10;

type Ends = readonly [x1: number, y1: number, x2: number, y2: number];

/** Where a connection begins and ends. */
function endsOf({ column, from, to }: Edge, { place, side }: Layout): Ends {
  const [x1, y1] = place(column - 1, from);
  const [x2, y2] = place(column, to);
  return [x1 + side, y1 + side / 2, x2, y2 + side / 2];
}

function curve([x1, y1, x2, y2]: Ends): string {
  const middle = Math.round((x1 + x2) / 2);
  return `M${Math.round(x1)},${Math.round(y1)}C${middle},${Math.round(y1)} ${middle},${Math.round(y2)} ${Math.round(x2)},${Math.round(y2)}`;
}

/** How high a connection's curve stands at an x between its ends: its x grows steadily with t, so that t is found by halving. */
function heightAt([x1, y1, x2, y2]: Ends, x: number): number {
  const share = (x - x1) / (x2 - x1);
  let low = 0;
  let high = 1;
  for (let i = 0; i < 16; i++) {
    const t = (low + high) / 2;
    if (1.5 * t - 1.5 * t * t + t * t * t < share) low = t;
    else high = t;
  }
  return y1 + (y2 - y1) * (3 * low * low - 2 * low * low * low);
}

/** The index of the connection nearest to a place, the heavier of two equally near ones; undefined where none is near. */
export function nearestEdge(edges: readonly Edge[], layout: Layout, [x, y]: readonly [number, number]): number | undefined {
  let best: number | undefined;
  let least = REACH;
  edges.forEach((edge, i) => {
    const ends = endsOf(edge, layout);
    if (x < ends[0] || x > ends[2]) return;
    // Heavy ones are thick: they are hit from farther away.
    const apart = Math.abs(heightAt(ends, x) - y) - Math.min(2, Math.abs(edge.weight) || 0);
    if (apart >= least) return;
    least = apart;
    best = i;
  });
  return best;
}

interface EdgesProps {
  readonly edges: readonly Edge[];
  readonly layout: Layout;
  /** The weight that is drawn at full width. */
  readonly heaviest: number;
  readonly chosen: number | undefined;
}

/** All connections, blue for positive and orange for negative weights, as wide as these are large; light ones under heavy ones. */
export function Edges({ edges, layout, heaviest, chosen }: EdgesProps) {
  const paths = new Map<number, string>();
  const broken: string[] = [];
  for (const edge of edges) {
    const path = curve(endsOf(edge, layout));
    const level = Math.round(LEVELS * Math.min(1, Math.abs(edge.weight) / heaviest)) * (edge.weight < 0 ? -1 : 1);
    if (Number.isFinite(edge.weight)) paths.set(level, (paths.get(level) ?? '') + path);
    else broken.push(path);
  }
  const width = (level: number): number => 0.5 + ((layout.thickest - 0.5) * Math.abs(level)) / LEVELS;
  const one = chosen === undefined ? undefined : edges[chosen];
  return (
    <g class="gb-edges" fill="none">
      {[...paths]
        .sort(([a], [b]) => Math.abs(a) - Math.abs(b))
        .map(([level, d]) => (
          <path
            d={d}
            stroke={diverging(Math.sign(level) * Math.min(1, 0.25 + Math.abs(level) / LEVELS))}
            stroke-width={Math.round(width(level) * 10) / 10}
            key={level}
          />
        ))}
      {broken.length > 0 && <path d={broken.join('')} stroke="var(--gb-warn)" stroke-width={2} stroke-dasharray="3 3" />}
      {one !== undefined && <path d={curve(endsOf(one, layout))} class="gb-chosen" />}
    </g>
  );
}

interface BundlesProps {
  readonly columns: readonly Column[];
  readonly edges: readonly Edge[];
  readonly layout: Layout;
}

/** Connections that are too many to be drawn, or whose layers are folded, as one pale band from column to column. */
export function Bundles({ columns, edges, layout }: BundlesProps) {
  const drawn = new Set(edges.map(({ column }) => column));
  return (
    <g class="gb-bundles">
      {columns.map(({ id }, c) => {
        if (c === 0 || drawn.has(c)) return null;
        const [left] = layout.place(c - 1, 0);
        const [right] = layout.place(c, 0);
        const [before, here] = [layout.extent(c - 1), layout.extent(c)];
        const corners = [
          [left + layout.side, before[0]],
          [right, here[0]],
          [right, here[1]],
          [left + layout.side, before[1]],
        ];
        return <path d={`M${corners.map((corner) => corner.map(Math.round).join()).join('L')}Z`} key={id} />;
      })}
    </g>
  );
}
