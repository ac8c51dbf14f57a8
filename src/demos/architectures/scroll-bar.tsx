/** A scroll bar: its thumb is dragged by mouse or finger, a press beside it goes a page on. */
import { useRef } from 'preact/hooks';
import { holdsPage, shareOf } from '../../views/parts/pointing';
import type { Columns } from './columns';

interface ScrollBarProps {
  readonly columns: Columns;
  readonly first: number;
  readonly count: number;
  readonly all: number;
  readonly label: string;
  readonly onScroll: ((first: number) => void) | undefined;
}

/** The thumb is never shorter, or a finger would miss it. */
const LEAST = 28;

export function ScrollBar({ columns, first, count, all, label, onScroll }: ScrollBarProps) {
  const held = useRef<number | undefined>(undefined);
  if (all <= count) return null;
  const { top, bottom, bar } = columns;
  const length = bottom - top;
  const thumb = Math.max(LEAST, (length * count) / all);
  const y = top + ((length - thumb) * first) / (all - count);
  const rowAt = (share: number): number => Math.round(((share * length - thumb / 2) / (length - thumb)) * (all - count));
  const move = (event: PointerEvent): void => {
    const share = shareOf(event);
    if (share !== undefined) onScroll?.(rowAt(share[1]));
  };
  return (
    <g class="gb-scroll" aria-hidden="true">
      <title>{label}</title>
      <rect x={bar.x + bar.width / 2 - 3} y={top} width={6} height={length} rx={3} class="gb-scroll-way" />
      <rect x={bar.x + bar.width / 2 - 4} y={y} width={8} height={thumb} rx={4} class="gb-scroll-thumb" />
      {onScroll !== undefined && (
        <rect
          x={bar.x - 4}
          y={top}
          width={bar.width + 4}
          height={length}
          fill="transparent"
          class="gb-scroll-touch"
          {...holdsPage}
          onPointerDown={(event) => {
            event.currentTarget.setPointerCapture(event.pointerId);
            held.current = event.pointerId;
            move(event);
          }}
          onPointerMove={(event) => {
            if (held.current === event.pointerId) move(event);
          }}
          onPointerUp={() => {
            held.current = undefined;
          }}
          onPointerCancel={() => {
            held.current = undefined;
          }}
        />
      )}
    </g>
  );
}
