/** How rows are connected: a dot for each, a straight line to the next, and bows around what lies between, as in a history of commits. */
import type { Columns } from './columns';
import type { Wiring } from './rows';

interface GutterProps {
  readonly wiring: Wiring;
  readonly columns: Columns;
  /** First row shown, and how many. */
  readonly first: number;
  readonly count: number;
}

/** How much a corner is rounded. */
const CORNER = 6;

export function Gutter({ wiring, columns, first, count }: GutterProps) {
  const { dot, row, top } = columns;
  const y = (at: number): number => top + (at - first + 0.5) * row;
  const lane = Math.min(columns.lane, (dot - 8) / Math.max(1, wiring.lanes));
  const seen = (from: number, to: number): boolean => Math.max(from, to) >= first - 1 && Math.min(from, to) <= first + count;
  // A line may begin and end far outside what is shown; beyond a row or two its place makes no difference.
  const near = (at: number): number => y(Math.max(first - 2, Math.min(first + count + 1, at)));
  return (
    <g class="gb-wires" aria-hidden="true">
      {wiring.straight
        .filter(({ from, to }) => seen(from, to))
        .map(({ from, to }) => (
          <line x1={dot} x2={dot} y1={near(from)} y2={near(to)} key={from} />
        ))}
      {wiring.bows.flatMap((bow) =>
        bow.to
          .filter((to) => seen(bow.from, to))
          .map((to) => {
            const x = dot - 8 - bow.lane * lane;
            const [start, end] = [near(bow.from), near(to)];
            const way = Math.sign(end - start) * Math.min(CORNER, Math.abs(end - start) / 2);
            return (
              <path
                d={`M${dot},${start}H${x + CORNER}Q${x},${start} ${x},${start + way}V${end - way}Q${x},${end} ${x + CORNER},${end}H${dot}`}
                key={`${bow.from}-${to}`}
              />
            );
          }),
      )}
    </g>
  );
}
