/** A square picture with its padding around it and the places of the window under one output pixel marked; it may be painted on. */
import { cnnText } from '../../i18n/cnn';
import type { Lang } from '../../i18n/text';
import type { WindowAxis } from '../../ml/blueprint/window-axes';
import { GridTouch, type Square } from './grid-touch';
import { PixelGrid } from './pixel-grid';
import { coordinate } from './ramp';

interface WindowedInputProps {
  /** Pixels from 0 to 1, row after row, as many rows as columns. */
  readonly picture: readonly number[];
  /** The window along either direction. */
  readonly axis: WindowAxis;
  /** The output pixel whose window is marked. */
  readonly at: Square;
  readonly lang: Lang;
  readonly x: number;
  readonly y: number;
  /** Side of picture and padding together, in user units. */
  readonly size: number;
  /** Takes the squares of a stroke; absent: the picture can only be looked at. */
  readonly onPaint: ((squares: readonly Square[]) => void) | undefined;
}

export function WindowedInput({ picture, axis, at: [row, column], lang, x, y, size, onPaint }: WindowedInputProps) {
  const side = axis.input;
  const cell = coordinate(size / (side + axis.before + axis.after));
  const [left, top] = [x + axis.before * cell, y + axis.before * cell];
  const places = Array.from({ length: axis.size ** 2 }, (_, i): Square => {
    const at = (place: number, output: number): number => output * axis.stride + place * axis.dilation - axis.before;
    return [at(Math.floor(i / axis.size), row), at(i % axis.size, column)];
  });
  return (
    <g>
      {axis.before > 0 && (
        <rect x={x} y={y} width={(side + 2 * axis.before) * cell} height={(side + 2 * axis.before) * cell} class="gb-padding-area" />
      )}
      <PixelGrid x={left} y={top} cell={cell} rows={side} columns={side} values={picture} shade="ink" largest={1} />
      <g class="gb-window">
        {places.map(([r, c], i) => (
          <rect x={coordinate(left + c * cell)} y={coordinate(top + r * cell)} width={cell - 1} height={cell - 1} key={i} />
        ))}
      </g>
      {onPaint !== undefined && (
        <GridTouch
          x={left}
          y={top}
          cell={cell}
          rows={side}
          columns={side}
          label={cnnText.paintKeys[lang]}
          start={[Math.floor(side / 2) - 1, Math.floor(side / 2) - 1]}
          onPaint={onPaint}
        />
      )}
    </g>
  );
}
