/**
 * A matrix whose rows and columns have names, as shades: the state of a network over time, who attends to whom. Options: `matrix` (array
 * [rows, columns]), `rows` and `columns` (names: a list, or the name of an array of code points; numbered from 1 without), `rowLabel` and
 * `columnLabel` (keys of the words of sequences), `largest` (the value of the full colour; the largest there is unless told).
 */
import { at } from '../base/at';
import { useState } from 'preact/hooks';
import { fill } from '../i18n/text';
import { sequenceText, sequenceWord } from '../i18n/sequences';
import { GridTouch, type Square } from './parts/grid-touch';
import { PixelMap } from './parts/pixel-map';
import { coordinate, short } from './parts/ramp';
import { namesOf, wordOption } from './parts/symbols';
import { cut, keptBetween, textWidth } from './parts/words';
import { defineView, type ViewProps } from './view';

interface HeatData {
  readonly step: number;
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** Row by row. */
  readonly cells: readonly number[];
  readonly largest: number;
  readonly rowLabel: string;
  readonly columnLabel: string;
}

/** Above the matrix: its names, and the reading. */
const TOP = 20;
/** Under it: the names of the columns. */
const BOTTOM = 20;
/** Between two names, in units. */
const APART = 6;
/** How full the colour of the largest value is: a number on it must still be read. */
const DEPTH = 0.7;
/** From the middle of one row's name to the next. */
const PITCH = 14;

interface HeatLayout {
  readonly left: number;
  readonly width: number;
  readonly height: number;
}

function layoutOf({ rows, columns }: HeatData, width: number, height: number): HeatLayout {
  const left = Math.min(width * 0.3, Math.max(8, ...rows.map((name) => textWidth(name))) + 8);
  const cell = Math.min((width - left) / Math.max(1, columns.length), 46);
  const across = Math.max(1, cell * columns.length);
  const down = Math.min(height - TOP - BOTTOM, Math.max(1, rows.length) * Math.max(cell, 6));
  return { left, width: across, height: Math.max(1, down) };
}

/** Every so-manieth name, so that none meets the next. */
function strideOf(names: readonly string[], pitch: number, room: (name: string) => number): number {
  const widest = Math.max(0, ...names.map(room));
  return Math.max(1, Math.ceil(widest / Math.max(0.01, pitch)));
}

function cellAt({ cells, columns }: HeatData, row: number, column: number): number {
  return cells[row * columns.length + column] ?? NaN;
}

function Picture({ data, lang, width, height, act }: ViewProps<HeatData>) {
  const [reading, setReading] = useState<Square | undefined>(undefined);
  const { rows, columns } = data;
  const place = layoutOf(data, width, height);
  const [cellWidth, cellHeight] = [place.width / Math.max(1, columns.length), place.height / Math.max(1, rows.length)];
  const everyRow = strideOf(rows, cellHeight, () => PITCH);
  const everyColumn = strideOf(columns, cellWidth, (name) => textWidth(name) + APART);
  const numbers = cellWidth >= 34 && cellHeight >= 16 && data.cells.length <= 120;
  const read = reading === undefined || reading[0] >= rows.length || reading[1] >= columns.length ? undefined : reading;
  const said =
    read === undefined
      ? ''
      : fill(sequenceText.heatReading[lang], {
          row: rows[read[0]] ?? '',
          column: columns[read[1]] ?? '',
          value: short(cellAt(data, ...read)),
        });
  return (
    <g class="gb-heat-matrix">
      {said === '' ? (
        <>
          <text x={0} y={12} class="gb-axis-name">{`${sequenceWord(data.rowLabel, lang)} ↓`}</text>
          <text x={width} y={12} text-anchor="end" class="gb-axis-name">{`${sequenceWord(data.columnLabel, lang)} →`}</text>
        </>
      ) : (
        <text x={0} y={12} class="gb-reading-text">
          {cut(said, width)}
        </text>
      )}
      <g transform={`translate(${coordinate(place.left)},${TOP})`}>
        {data.cells.length > 0 && (
          <PixelMap
            values={data.cells}
            columns={Math.max(1, columns.length)}
            x={0}
            y={0}
            width={place.width}
            height={place.height}
            scale={data.largest / DEPTH}
          />
        )}
        {numbers &&
          data.cells.map((value, i) => (
            <text
              x={coordinate(((i % columns.length) + 0.5) * cellWidth)}
              y={coordinate((Math.floor(i / columns.length) + 0.5) * cellHeight)}
              dy="0.35em"
              text-anchor="middle"
              class={Number.isFinite(value) ? 'gb-cell' : 'gb-cell gb-cell-broken'}
              key={i}
            >
              {cut(short(Number(value.toPrecision(2))), cellWidth - 2)}
            </text>
          ))}
        {read !== undefined && (
          <rect
            x={coordinate(read[1] * cellWidth)}
            y={coordinate(read[0] * cellHeight)}
            width={coordinate(cellWidth)}
            height={coordinate(cellHeight)}
            class="gb-unit-frame"
          />
        )}
      </g>
      {rows.map(
        (name, i) =>
          i % everyRow === 0 && (
            <text x={coordinate(place.left - 6)} y={coordinate(TOP + (i + 0.5) * cellHeight)} dy="0.35em" text-anchor="end" key={i}>
              {cut(name, place.left - 6)}
            </text>
          ),
      )}
      {columns.map(
        (name, i) =>
          i % everyColumn === 0 && (
            <text
              x={coordinate(keptBetween(place.left + (i + 0.5) * cellWidth, name, 0, width))}
              y={coordinate(TOP + place.height + 15)}
              text-anchor="middle"
              key={i}
            >
              {name}
            </text>
          ),
      )}
      {act !== undefined && data.cells.length > 0 && (
        <GridTouch
          x={place.left}
          y={TOP}
          cell={[cellWidth, cellHeight]}
          rows={rows.length}
          columns={columns.length}
          label={`${sequenceText.heatMatrix[lang]} (${sequenceText.keysHeat[lang]})`}
          start={[0, 0]}
          onPoint={setReading}
          onLeave={() => setReading(undefined)}
        />
      )}
      <text class="gb-visually-hidden-svg" aria-live="polite">
        {said}
      </text>
    </g>
  );
}

function data(rows: readonly string[], columns: readonly string[], cells: readonly number[], largest = 1): HeatData {
  return { step: 7, rows, columns, cells, largest, rowLabel: 'query', columnLabel: 'key' };
}

const wave = (count: number): number[] => Array.from({ length: count }, (_, i) => Math.sin(i));

export default defineView<HeatData>({
  title: sequenceText.heatMatrix,
  aspect: { wide: 0.6, narrow: 0.9 },
  read({ step, arrays }, options) {
    const array = arrays[String(options['matrix'])];
    if (array === undefined) return undefined;
    const [rows, columns] = [at(array.shape, 0), at(array.shape, 1)];
    const cells = Array.from(array.data).slice(0, rows * columns);
    const known = cells.filter(Number.isFinite).map(Math.abs);
    return {
      step,
      rows: namesOf(options['rows'], arrays, rows),
      columns: namesOf(options['columns'], arrays, columns),
      cells,
      largest: typeof options['largest'] === 'number' ? options['largest'] : Math.max(0, ...known) || 1,
      rowLabel: wordOption(options['rowLabel'], 'row'),
      columnLabel: wordOption(options['columnLabel'], 'position'),
    };
  },
  Picture,
  describe(shown, lang) {
    const { step, rows, columns, cells } = shown;
    let best = 0;
    cells.forEach((value, i) => {
      if (Math.abs(value) > Math.abs(cells[best] ?? 0) || Number.isNaN(cells[best] ?? NaN)) best = i;
    });
    if (cells.length === 0) return fill(sequenceText.heatEmpty[lang], { step });
    return fill(sequenceText.heatNow[lang], {
      step,
      rows: rows.length,
      columns: columns.length,
      row: rows[Math.floor(best / columns.length)] ?? '',
      column: columns[best % columns.length] ?? '',
      largest: short(cells[best] ?? NaN),
    });
  },
  table: (shown, lang) => ({
    head: [`${sequenceWord(shown.rowLabel, lang)} \\ ${sequenceWord(shown.columnLabel, lang)}`, ...shown.columns],
    rows: shown.rows.map((name, row) => [name, ...shown.columns.map((_, column) => short(cellAt(shown, row, column)))]),
  }),
  samples: {
    attention: data([...'床前明'], [...'床前明'], [1, 0, 0, 0.3, 0.7, 0, 0.1, 0.2, 0.7]),
    state: data(
      Array.from({ length: 32 }, (_, i) => String(i + 1)),
      Array.from({ length: 60 }, (_, i) => String(i + 1)),
      wave(1920),
    ),
    named: data(['colleague one', 'colleague two, with a long name'], ['the first word', 'another'], [0.5, -0.25, 1e-9, 1]),
    one: data(['a'], ['b'], [0.5]),
    broken: data(['a'], ['b', 'c'], [NaN, Infinity]),
    empty: data([], [], []),
  },
});
