import { scaleLinear, scaleLog, type ScaleContinuousNumeric } from 'd3';
import { whole as inThrees } from '../../i18n/whole';
import { coordinate, raised } from './ramp';
import { NAME_ROW, nameLines } from './axis-name';
import { keptBetween, textWidth } from './words';

export type Scale = ScaleContinuousNumeric<number, number>;

/** Room around a plot for its axes. */
export const MARGIN = { top: 10, right: 12, bottom: 34, left: 44 } as const;

/** Share of their size by which values must differ to be told apart by ticks of three digits. */
const TOLD_APART = 2e-3;

/** How far an axis reaches beyond values that are all (nearly) the same. */
function roomAround(low: number, high: number): number {
  const size = Math.max(Math.abs(low), Math.abs(high));
  if (low === high) return Math.max(1, size / 10);
  return high - low < TOLD_APART * size ? size / 10 : 0;
}

/** A scale over values, a little wider than they are; safe where there are none or all are equal. */
export function plotScale(values: readonly number[], range: readonly [number, number], kind: 'linear' | 'log' = 'linear'): Scale {
  const finite = values.filter((value) => Number.isFinite(value) && (kind === 'linear' || value > 0));
  const low = Math.min(...finite);
  const high = Math.max(...finite);
  if (finite.length === 0) return scaleLinear().domain([0, 1]).range(range);
  if (kind === 'log')
    return scaleLog()
      .domain(low === high ? [low / 2, high * 2] : [low, high])
      .range(range);
  const room = roomAround(low, high);
  return scaleLinear()
    .domain([low - room, high + room])
    .nice()
    .range(range);
}

interface AxesProps {
  readonly x: Scale;
  readonly y: Scale;
  readonly width: number;
  readonly height: number;
  readonly xLabel: string;
  readonly yLabel: string;
  /** How values of the vertical axis are written, where that is not for the axis to choose. */
  readonly format?: ((value: number) => string) | undefined;
  /** The horizontal axis counts: layers, steps, units. */
  readonly whole?: boolean;
}

/** Ticks of a logarithmic scale by how many there would be: powers of ten; some numbers of each decade; whatever the scale offers. */
const LOG_TICKS = [[1], [1, 2, 5], [1, 2, 3, 5, 7]] as const;

/** About `count` places for ticks; on a logarithmic scale, round numbers that a reader expects there. */
export function ticksOf(scale: Scale, count: number): number[] {
  // Of log(1 + value), which d3 marks as if it were linear: 0, 1, 10, 100 …
  if ('constant' in scale) {
    const decades = Math.floor(Math.log10(Math.max(1, ...scale.domain())));
    const powers = Array.from({ length: decades + 1 }, (_, i) => 10 ** i);
    const stride = Math.ceil((decades + 1) / count);
    return [0, ...powers.filter((_, i) => i % stride === 0)];
  }
  const ticks = scale.ticks(count);
  const logarithmic = 'base' in scale;
  if (!logarithmic) return ticks;
  const leading = (tick: number): number => Number(tick.toExponential(1).split('e')[0]);
  for (const kept of LOG_TICKS) {
    const few = ticks.filter((tick) => kept.some((digit) => digit === leading(tick)));
    const stride = Math.ceil(few.length / (2 * count));
    if (few.length >= 3) return few.filter((_, i) => i % stride === 0);
  }
  return ticks;
}

/** Room between the words of two ticks, in units. */
const APART = 10;
/** Room for the words of a tick of the vertical axis, in units. */
const BESIDE = MARGIN.left - 6;

/** How the ticks of one axis are written: all alike; what is too long for its place shares a power of ten, said with the axis's name. */
export interface TickWords {
  readonly words: (tick: number) => string;
  /** `×10⁶`, or nothing. */
  readonly factor: string;
}

/** A tick with all its digits and no dust of floating point. */
function plain(tick: number): string {
  const value = Number(tick.toPrecision(12));
  return Math.abs(value) >= 1e4 ? inThrees(value) : String(value).replace('-', '−');
}

/** Ticks of a logarithmic axis as powers of ten, if one of them must be. */
function power(tick: number): string {
  const exponent = Math.floor(Math.log10(tick) + 1e-9);
  const digit = Math.round(tick / 10 ** exponent);
  return `${digit === 1 ? '' : `${digit}×`}${raised(exponent)}`;
}

/** How an axis's ticks are written in a room of so many units. */
function tickWords(scale: Scale, ticks: readonly number[], room: number): TickWords {
  const fits = (word: (tick: number) => string): boolean => ticks.every((tick) => textWidth(word(tick)) <= room);
  if ('base' in scale) return { words: ticks.every((tick) => tick >= 1e-3 && tick < 1e5) && fits(plain) ? plain : power, factor: '' };
  const largest = Math.max(...ticks.map(Math.abs));
  const exponent = largest > 0 ? Math.floor(Math.log10(largest) + 1e-9) : 0;
  if (Math.abs(exponent) < 9 && exponent > -4 && fits(plain)) return { words: plain, factor: '' };
  // Too long with all their digits, and of no power of ten: as many digits as there is room for.
  if (exponent === 0) {
    // But never so few that two ticks are called the same.
    const digits = [3, 4, 5, 6].find((count) => new Set(ticks.map((tick) => tick.toPrecision(count))).size === ticks.length) ?? 12;
    return { words: (tick) => String(Number(tick.toPrecision(digits))).replace('-', '−'), factor: '' };
  }
  return { words: (tick) => plain(tick / 10 ** exponent), factor: `×${raised(exponent)}` };
}

/** From one tick's words to the next on the vertical axis, at least, in units. */
const TICK_ROW = 18;

/** The vertical axis's ticks, as many as its length has room for, how they are written, and its name with the power of ten that they share. */
export function verticalTicks(y: Scale): TickWords & { readonly ticks: readonly number[] } {
  const [bottom = 0, top = 0] = y.range();
  const ticks = ticksOf(y, Math.max(2, Math.min(5, Math.floor(Math.abs(bottom - top) / TICK_ROW))));
  return { ticks, ...tickWords(y, ticks, BESIDE) };
}

/** An axis's name, with the power of ten that its ticks share. */
export function namedWith(name: string, factor: string): string {
  return factor === '' ? name : `${name} ${factor}`;
}

/** Ticks of a horizontal scale and their words: as many as `count`, fewer where their words would meet; of whole numbers, whole ones. */
function spacedTicks(scale: Scale, count: number, whole: boolean): TickWords & { readonly ticks: readonly number[] } {
  for (let few = count; few > 1; few--) {
    const ticks = ticksOf(scale, few).filter((tick) => !whole || Number.isInteger(tick));
    const written = tickWords(scale, ticks, 8 * APART);
    const ends = ticks.map((tick) => [-0.5, 0.5].map((side) => scale(tick) + side * textWidth(written.words(tick))));
    if (ends.every(([left = 0], i) => i === 0 || left - (ends[i - 1]?.[1] ?? 0) >= APART)) return { ticks, ...written };
  }
  const ticks = scale.domain().map((end) => (whole ? Math.round(end) : end));
  return { ticks, ...tickWords(scale, ticks, 8 * APART) };
}

/** Axes with ticks, light grid lines and names, at the left and the bottom of a plot. */
export function Axes({ x, y, width, height, xLabel, yLabel, format, whole = false }: AxesProps) {
  const bottom = height - MARGIN.bottom;
  const vertical = verticalTicks(y);
  const across = spacedTicks(x, width < 420 ? 4 : 7, whole);
  return (
    <g class="gb-axes" aria-hidden="true">
      {vertical.ticks.map((tick) => (
        <g transform={`translate(0,${coordinate(y(tick))})`} key={tick}>
          <line x1={MARGIN.left} x2={width - MARGIN.right} class="gb-grid" />
          <text x={MARGIN.left - 6} dy="0.32em" text-anchor="end">
            {(format ?? vertical.words)(tick)}
          </text>
        </g>
      ))}
      {across.ticks.map((tick) => (
        <g transform={`translate(${coordinate(x(tick))},${coordinate(bottom)})`} key={tick}>
          <line y2={5} class="gb-tick" />
          <text x={coordinate(keptBetween(x(tick), across.words(tick), 0, width) - x(tick)) || undefined} y={17} text-anchor="middle">
            {across.words(tick)}
          </text>
        </g>
      ))}
      <line x1={MARGIN.left} x2={width - MARGIN.right} y1={bottom} y2={bottom} class="gb-axis" />
      <text x={width - MARGIN.right} y={height - 4} text-anchor="end" class="gb-axis-name">
        {namedWith(xLabel, across.factor)}
      </text>
      {nameLines(format === undefined ? namedWith(yLabel, vertical.factor) : yLabel, width - 8).map((line, i) => (
        <text x={4} y={MARGIN.top + 2 + NAME_ROW * i} class="gb-axis-name" key={i}>
          {line}
        </text>
      ))}
    </g>
  );
}
