/** A small kernel whose numbers can be taken hold of: dragged up or down, or changed with the arrow keys. */
import { useRef } from 'preact/hooks';
import { fill, type Lang } from '../../i18n/text';
import { cnnText } from '../../i18n/cnn';
import { largestOf, PixelGrid } from './pixel-grid';
import { holdsPage } from './pointing';
import { coordinate, short } from './ramp';

interface KernelWeightsProps {
  readonly x: number;
  readonly y: number;
  readonly cell: number;
  readonly kernel: readonly (readonly number[])[];
  readonly lang: Lang;
  /** What the kernel is called, for those who hear it. */
  readonly name: string;
  /** Takes a new value for one weight; absent: the kernel can only be read. */
  readonly onChange?: ((row: number, column: number, value: number) => void) | undefined;
}

/** What an arrow key, or this many user units of dragging, change a weight by. */
const STEP = 0.25;
const DRAG = 12;

interface Held {
  readonly row: number;
  readonly column: number;
  readonly from: number;
  readonly clientY: number;
  readonly perUnit: number;
}

/** On the grid of quarters, without dust. */
function onQuarters(value: number): number {
  return Math.round(value / STEP) * STEP + 0;
}

export function KernelWeights({ x, y, cell, kernel, lang, name, onChange }: KernelWeightsProps) {
  const held = useRef<Held | undefined>(undefined);
  const columns = kernel[0]?.length ?? 0;
  const values = kernel.flat();
  const onKeyDown = (row: number, column: number, event: KeyboardEvent): void => {
    const value = kernel[row]?.[column] ?? 0;
    const moves: Readonly<Record<string, number>> = { ArrowUp: value + STEP, ArrowDown: value - STEP, Home: 0, Delete: 0 };
    const next = moves[event.key];
    if (next === undefined) return;
    onChange?.(row, column, onQuarters(next));
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <g>
      <PixelGrid
        x={x}
        y={y}
        cell={cell}
        rows={kernel.length}
        columns={columns}
        values={values}
        shade="signed"
        largest={largestOf(values)}
        numbers
      />
      {onChange !== undefined &&
        values.map((value, i) => {
          const [row, column] = [Math.floor(i / columns), i % columns];
          return (
            <rect
              x={coordinate(x + column * cell)}
              y={coordinate(y + row * cell)}
              width={coordinate(cell - 1)}
              height={coordinate(cell - 1)}
              fill="transparent"
              class="gb-touch gb-weight-touch"
              {...holdsPage}
              tabindex={0}
              role="button"
              aria-label={fill(cnnText.weightAt[lang], { name, row, column, value: short(value) })}
              onKeyDown={(event) => onKeyDown(row, column, event)}
              onPointerDown={(event) => {
                const target = event.currentTarget;
                target.setPointerCapture(event.pointerId);
                held.current = { row, column, from: value, clientY: event.clientY, perUnit: target.getScreenCTM()?.a ?? 1 };
              }}
              onPointerMove={(event) => {
                const one = held.current;
                if (one === undefined) return;
                const next = onQuarters(one.from + (STEP * (one.clientY - event.clientY)) / one.perUnit / DRAG);
                if (next !== kernel[one.row]?.[one.column] && (next !== onQuarters(one.from) || Math.abs(event.clientY - one.clientY) > 3))
                  onChange(one.row, one.column, next);
              }}
              onPointerUp={() => (held.current = undefined)}
              onPointerCancel={() => (held.current = undefined)}
              key={i}
            />
          );
        })}
    </g>
  );
}
