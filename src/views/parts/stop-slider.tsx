/** A slider from the input plane to the last layer that is drawn, with a mark for each stop. */
import { fill, type Lang } from '../../i18n/text';
import { hiddenPlaneText } from '../../i18n/hidden-plane';
import { Handle } from './handle';
import type { Stop } from './hidden-stops';
import { coordinate } from './ramp';
import { keptBetween, textWidth } from './words';

/** How near to a stop, in user units, the handle settles on it: nearer than one press of an arrow key takes it away. */
const SETTLES = 3;
/** The handle's room at either end of its track. */
const END = 24;

interface StopSliderProps {
  readonly stops: readonly Stop[];
  /** Where the sheet is, from 0 to the number of the last stop. */
  readonly value: number;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly lang: Lang;
  readonly enabled: boolean;
  readonly onMove: (value: number) => void;
}

/** What a stop is called. */
export function stopName({ layer, names }: Pick<Stop, 'layer' | 'names'>, lang: Lang): string {
  return layer === undefined
    ? names.join(', ')
    : `${fill(hiddenPlaneText.layer[lang], { layer: layer + 1 })}${lang === 'zh' ? '：' : ': '}${names.join(', ')}`;
}

export function StopSlider({ stops, value, left, right, y, lang, enabled, onMove }: StopSliderProps) {
  const last = stops.length - 1;
  const [from, to] = [left + END, right - END];
  const placeOf = (stop: number): number => from + (stop / Math.max(1, last)) * (to - from);
  const move = (start: number, dx: number): void => {
    const moved = Math.max(0, Math.min(last, start + (dx / (to - from)) * last));
    const near = Math.round(moved);
    onMove(Math.abs(moved - near) * (to - from) <= SETTLES * last ? near : moved);
  };
  const names = stops.map((stop) => stopName(stop, lang));
  const here = Number.isInteger(value) ? (names[value] ?? '') : hiddenPlaneText.between[lang];
  const [first = '', end = ''] = [names[0], names[last]];
  const inner = value > 0 && value < last && Number.isInteger(value);
  return (
    <g class="gb-stop-slider">
      <line x1={from} x2={to} y1={y} y2={y} class="gb-axis" />
      {stops.map((_, i) => (
        <line x1={coordinate(placeOf(i))} x2={coordinate(placeOf(i))} y1={y - 5} y2={y + 5} class="gb-tick" key={i} />
      ))}
      <text x={left} y={y + 24} class="gb-label">
        {first}
      </text>
      <text x={right} y={y + 24} text-anchor="end" class="gb-label">
        {end}
      </text>
      {inner && (
        <text
          x={coordinate(keptBetween(placeOf(value), here, left + textWidth(first) + 10, right - textWidth(end) - 10))}
          y={y + 24}
          text-anchor="middle"
          class="gb-label"
        >
          {here}
        </text>
      )}
      <Handle
        x={coordinate(placeOf(value))}
        y={y}
        label={fill(hiddenPlaneText.fold[lang], { where: here })}
        enabled={enabled}
        value={value}
        onMove={move}
      />
    </g>
  );
}
