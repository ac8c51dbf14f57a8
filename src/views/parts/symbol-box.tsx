/** A symbol of a sequence in its box: given, or answered right or wrong. */
import { coordinate } from './ramp';

/** Side of a box, in units. */
export const BOX = 20;

interface SymbolBoxProps {
  readonly letter: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** `BOX` unless told. */
  readonly height?: number;
  /** Absent where nothing is judged. */
  readonly right?: boolean | undefined;
}

/** The box. A wrong answer has a cross beside it or, where there is no room for one, a bar under it: a line through it hides the letter. */
export function SymbolBox({ letter, x, y, width, height = BOX, right }: SymbolBoxProps) {
  const tone = right === undefined ? undefined : right ? 'var(--gb-good)' : 'var(--gb-warn)';
  const crossed = right === false && width >= 24;
  return (
    <g transform={`translate(${coordinate(x)},${coordinate(y)})`}>
      <rect
        width={coordinate(width)}
        height={coordinate(height)}
        rx={3}
        fill={tone === undefined ? 'var(--gb-zero)' : `color-mix(in oklab, ${tone} 22%, var(--gb-zero))`}
      />
      <text x={coordinate(width / 2)} y={coordinate(height / 2)} dy="0.35em" text-anchor="middle" class="gb-cell">
        {crossed ? `${letter} ✗` : letter}
      </text>
      {right === false && !crossed && (
        <path d={`M2,${coordinate(height - 1)}H${coordinate(Math.max(2, width - 2))}`} class="gb-symbol-wrong" />
      )}
    </g>
  );
}
