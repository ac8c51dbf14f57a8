/** Where a number came from: query, key and value of the pair that is looked at, what comes out, and the row and the column behind one of them. */
import { useState } from 'preact/hooks';
import { fill, type Lang } from '../../../i18n/text';
import { GridTouch, type Square } from '../../../views/parts/grid-touch';
import { largestOf } from '../../../views/parts/pixel-grid';
import { PixelMap } from '../../../views/parts/pixel-map';
import { coordinate, percentShort, short } from '../../../views/parts/ramp';
import { cut } from '../../../views/parts/words';
import { miniText } from '../words';
import { dot, scoreOf, type HeadData, type Projection } from './inside-data';

/** The rows of numbers, their height, and where the first stands. */
const ROWS = ['query', 'key', 'value', 'out'] as const;
const ROW = 18;
const TOP = 18;
const TAIL = TOP + ROWS.length * ROW;
/** Room for the sentence over the row and the column, and for all three. */
const SAID = 16;
export const ORIGIN = SAID + 2 * ROW + 4;
/** Height of the whole panel, where row and column stand below the numbers. */
export const PANEL = TAIL + ORIGIN + 4;

interface PanelProps {
  readonly data: HeadData;
  readonly lang: Lang;
  readonly width: number;
  /** Where row and column stand, from the panel's corner, and how wide they are. */
  readonly origin: { readonly x: number; readonly y: number; readonly width: number };
  /** The place that is asked, from 0. */
  readonly asked: number;
  /** Numbers can be chosen. */
  readonly touched: boolean;
}

/** What a number was multiplied out of: a row and a column of as many numbers. */
interface Origin {
  readonly row: readonly number[];
  readonly column: readonly number[];
  readonly made: number;
}

/** Of a projection: a row of what attention was given, and a column of the kernel. Of what comes out: a row of weights, a column of values. */
export function originOf(data: HeadData, kind: (typeof ROWS)[number], unit: number, asked: number): Origin {
  if (kind === 'out') {
    const row = data.weights[data.place] ?? [];
    const column = data.value.map((one) => one[unit] ?? NaN);
    return { row, column, made: dot(row, column) };
  }
  const projection: Projection = kind;
  const row = data.reads[kind === 'query' ? data.place : asked] ?? [];
  const column = data.columns[projection][unit] ?? [];
  return { row, column, made: dot(row, column) };
}

interface StripProps {
  readonly numbers: readonly number[];
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly largest: number;
}

/** Numbers in a row, as coloured boxes, with their digits where there is room. */
function Strip({ numbers, x, y, width, largest }: StripProps) {
  const cell = width / Math.max(1, numbers.length);
  return (
    <g transform={`translate(${coordinate(x)},${y})`}>
      <PixelMap values={numbers} columns={numbers.length} x={0} y={0} width={width} height={ROW - 2} scale={1.25 * largest} />
      {cell >= 27 &&
        numbers.map((value, i) => (
          <text x={coordinate((i + 0.5) * cell)} y={ROW / 2 - 1} dy="0.35em" text-anchor="middle" class="gb-cell" key={i}>
            {short(Number(value.toFixed(cell >= 38 ? 2 : 1)) + 0)}
          </text>
        ))}
    </g>
  );
}

export function NumberPanel({ data, lang, width, origin: below, asked, touched }: PanelProps) {
  const [chosen, setChosen] = useState<Square>([0, 0]);
  const { place, symbols, query, key, value, out, turned } = data;
  const units = query[0]?.length ?? 1;
  const left = lang === 'zh' ? 30 : 40;
  const room = width - left;
  const cell = room / units;
  const rows = { query: query[place] ?? [], key: key[asked] ?? [], value: value[asked] ?? [], out: out[place] ?? [] };
  const [row, unit] = [chosen[0], Math.min(chosen[1], units - 1)];
  const kind = ROWS[row] ?? 'query';
  const origin = originOf(data, kind, unit, asked);
  const words = { query: miniText.query, key: miniText.key, value: miniText.value, out: miniText.out } as const;
  const score = fill(miniText.scored[lang], {
    asks: symbols[place] ?? '',
    asked: symbols[asked] ?? '',
    score: short(Number(scoreOf(data, place, asked).toFixed(2))),
    weight: percentShort(data.weights[place]?.[asked] ?? NaN),
  });
  const made = {
    made: short(Number(origin.made.toFixed(2))),
    unit: unit + 1,
    name: words[kind][lang],
    symbol: symbols[kind === 'query' ? place : asked] ?? '',
  };
  const told = fill((kind === 'out' ? miniText.mixed : turned && kind !== 'value' ? miniText.madeBefore : miniText.made)[lang], made);
  return (
    <g class="gb-mini-numbers">
      <text x={0} y={11} class="gb-label">
        {cut(score, width)}
      </text>
      {ROWS.map((name, i) => (
        <g key={name}>
          <text x={left - 5} y={TOP + i * ROW + ROW / 2 - 1} dy="0.35em" text-anchor="end">
            {words[name][lang]}
          </text>
          <Strip numbers={rows[name]} x={left} y={TOP + i * ROW} width={room} largest={largestOf(rows[name])} />
        </g>
      ))}
      <rect x={coordinate(left + unit * cell - 0.5)} y={TOP + row * ROW - 1} width={coordinate(cell)} height={ROW} class="gb-mini-place" />
      {touched && (
        <GridTouch
          x={left}
          y={TOP}
          cell={[cell, ROW]}
          rows={ROWS.length}
          columns={units}
          label={miniText.keysNumbers[lang]}
          start={[row, unit]}
          onMove={setChosen}
        />
      )}
      <g transform={`translate(${coordinate(below.x)},${coordinate(below.y)})`}>
        <text x={0} y={SAID - 4} class="gb-label">
          {cut(told, below.width)}
        </text>
        {[origin.row, origin.column].map((numbers, i) => (
          <g key={i}>
            <text x={left - 5} y={SAID + i * ROW + ROW / 2 + 1} dy="0.35em" text-anchor="end">
              {(i === 0 ? miniText.row : miniText.column)[lang]}
            </text>
            <Strip numbers={numbers} x={left} y={SAID + 2 + i * ROW} width={below.width - left} largest={largestOf(numbers)} />
          </g>
        ))}
      </g>
      <text class="gb-visually-hidden-svg" aria-live="polite">
        {touched ? told : ''}
      </text>
    </g>
  );
}
