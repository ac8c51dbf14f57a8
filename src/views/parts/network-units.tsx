/** The units of one column of a drawn network, and the column's name. */
import { at } from '../../base/at';
import { drawnUnits, type Column, type Layout } from './network-layout';
import { SignedSurface } from './surface';
import { textWidth } from './words';

/** A unit drawn smaller than this shows signs only. */
const SMALL = 22;
/** Columns closer than this leave no room for a name beside the last one's, in user units. */
const LAST = 40;

interface ColumnProps {
  readonly column: Column;
  readonly layout: Layout;
  /** Which column it is. */
  readonly at: number;
}

/** The largest size of what a unit answers: each picture spans its own range, since ReLUs and squares reach far beyond 1. */
function rangeOf({ surfaces }: Column, unit: number): number {
  const cells = (surfaces?.shape[1] ?? 0) * (surfaces?.shape[2] ?? 0);
  let largest = 1e-6;
  for (let i = unit * cells; i < (unit + 1) * cells; i++) largest = Math.max(largest, Math.abs(surfaces?.data[i] ?? 0) || 0);
  return Number.isFinite(largest) ? largest : 1;
}

/** A column's units as small pictures of what they answer; as a number where they are too many, as dots where layers are folded. */
export function Units({ column, layout, at: here, named }: ColumnProps & { readonly named: boolean }) {
  const { side, place, extent } = layout;
  const [left] = place(here, 0);
  if (drawnUnits(column) === 0) {
    const [top, bottom] = extent(here);
    return (
      <g class="gb-units">
        {column.folded === undefined && (
          <rect x={left} y={top} width={side} height={bottom - top} rx={4} class="gb-unit-frame gb-unit-bare" />
        )}
        <text x={left + side / 2} y={(top + bottom) / 2} dy="0.32em" text-anchor="middle" class="gb-label">
          {column.folded === undefined ? `×${column.units}` : '⋯'}
        </text>
      </g>
    );
  }
  return (
    <g class="gb-units">
      {Array.from({ length: column.units }, (_, unit) => {
        const [x, y] = place(here, unit).map(Math.round);
        const box = { x: x ?? 0, y: y ?? 0 };
        const { surfaces } = column;
        const drawn = surfaces !== undefined && unit < at(surfaces.shape, 0);
        return (
          <g class="gb-unit" key={unit}>
            {drawn && (
              <SignedSurface
                array={surfaces}
                index={unit}
                {...box}
                size={Math.round(side)}
                detail={side < SMALL ? 'least' : 'coarse'}
                scale={rangeOf(column, unit)}
              />
            )}
            <rect
              {...box}
              width={Math.round(side)}
              height={Math.round(side)}
              rx={2}
              class={drawn ? 'gb-unit-frame' : 'gb-unit-frame gb-unit-bare'}
            />
            {named && (
              <text x={box.x - 5} y={box.y + side / 2} dy="0.32em" text-anchor="end" class="gb-label">
                {column.names[unit]}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
}

/** The name over a column, or as much of it as there is room for: its number, else nothing. */
export function ColumnName({ column, layout, at, last }: ColumnProps & { readonly last: number }) {
  if (at === 0) return null;
  const room = layout.gap - 6;
  const number = /\d+$/.exec(column.id)?.[0] ?? '';
  const whole = column.folded === undefined ? column.id : `+${column.folded}`;
  const words = textWidth(whole) <= room || at === last ? whole : number;
  const [left] = layout.place(at, 0);
  // The last one's name, which is whole, reaches to its left.
  if (at === last - 1 && layout.gap < LAST) return null;
  return (
    <text
      x={at === last ? left + layout.side : left + layout.side / 2}
      y={12}
      text-anchor={at === last ? 'end' : 'middle'}
      class="gb-label"
    >
      {words}
    </text>
  );
}
