/** One map of runs: its cells, their marks, the knobs' values along it, and what a reader does on it. */
import { useMemo } from 'preact/hooks';
import { at } from '../../base/at';
import { sweepText } from '../../i18n/sweep';
import { fill, type Lang } from '../../i18n/text';
import { ABSENT } from '../../ml/blueprint/run-levels';
import type { SweptKnob } from '../../ml/blueprint/swept-knobs';
import type { ViewAction } from '../view';
import { bestOf, CellMarks, FULL, lossInWords, shadeOf } from './cell-marks';
import { GridTouch } from './grid-touch';
import { PixelMap } from './pixel-map';
import { coordinate, short } from './ramp';
import { cut, keptBetween, textWidth } from './words';

export interface MapData {
  readonly step: number;
  readonly knobs: readonly [columns: SweptKnob, rows: SweptKnob];
  readonly columns: readonly number[];
  readonly rows: readonly number[];
  /** Map by map, each row by row. */
  readonly maps: readonly (readonly number[])[];
  readonly chance: number;
  /** The number of the network that is looked at, from 1, through all maps. */
  readonly chosen: number;
}

/** A cell of a map. */
export type Place = readonly [map: number, row: number, column: number];

/** Above the maps: the names of their knobs, or the reading. Above each: which it is. Under the last: the columns' values. */
const TOP = 18;
const HEAD = 17;
const COLUMN_NAMES = 20;
/** From this width on, maps stand side by side; between them. */
const BESIDE = 420;
const GAP = 14;
/** Between two names of columns; from the middle of one row's name to the next. */
const APART = 8;
const LEAST = 13;

/** Every so-manieth name of an axis, so that none meets the next. */
function stride(names: readonly string[], pitch: number, room: (name: string) => number): number {
  return Math.max(1, Math.ceil(Math.max(0, ...names.map(room)) / Math.max(0.01, pitch)));
}

/** Where maps stand: side by side where there is room, else one below the other. */
export interface MapsLayout {
  readonly left: number;
  readonly cell: readonly [width: number, height: number];
  /** True where no map stands below. */
  readonly isLast: (map: number) => boolean;
  readonly corner: (map: number) => readonly [x: number, y: number];
}

/** Places of the maps in a drawing, its legend not counted. */
export function mapsLayout({ maps, columns, rows }: MapData, width: number, height: number): MapsLayout {
  const left = Math.max(8, ...rows.map((value) => textWidth(short(value)))) + 6;
  const count = Math.max(1, maps.length);
  const across = width >= BESIDE ? count : 1;
  const down = Math.ceil(count / across);
  const wide = (width - (across - 1) * GAP) / across;
  const high = (height - TOP - COLUMN_NAMES) / down;
  return {
    left,
    cell: [Math.max(1, wide - left) / Math.max(1, columns.length), Math.max(1, high - HEAD) / Math.max(1, rows.length)],
    isLast: (map) => map >= count - across,
    corner: (map) => [left + (map % across) * (wide + GAP), TOP + Math.floor(map / across) * high + HEAD],
  };
}

function headOf({ maps, chance }: MapData, map: number, lang: Lang): string {
  const levels = at(maps, map);
  const best = bestOf(levels);
  const name = fill(sweepText.map[lang], { map: map + 1 });
  return best === undefined ? name : fill(sweepText.mapBest[lang], { name, loss: lossInWords(at(levels, best), chance, lang) });
}

interface RunMapProps {
  readonly data: MapData;
  readonly map: number;
  readonly layout: MapsLayout;
  readonly lang: Lang;
  readonly width: number;
  readonly onPoint: ((place: Place | undefined) => void) | undefined;
  readonly act: ((action: ViewAction) => void) | undefined;
}

/** Draws one of the maps. */
export function RunMap({ data, map, layout, lang, width, onPoint, act }: RunMapProps) {
  const { columns, rows, chosen } = data;
  const levels = at(data.maps, map);
  // The same list while the pointer moves: the squares are not laid out anew.
  const shades = useMemo(() => levels.map(shadeOf), [levels]);
  const first = 1 + map * columns.length * rows.length;
  const { cell, corner } = layout;
  const [x, y] = corner(map);
  const [wide, high] = [cell[0] * columns.length, cell[1] * rows.length];
  const [columnNames, rowNames] = [columns.map(short), rows.map(short)];
  const everyColumn = stride(columnNames, cell[0], (name) => textWidth(name) + APART);
  const everyRow = stride(rowNames, cell[1], () => LEAST);
  return (
    <>
      <PixelMap values={shades} columns={columns.length} x={x} y={y} width={wide} height={high} scale={FULL} />
      <CellMarks levels={levels} columns={columns.length} chosen={chosen - first} x={x} y={y} cell={cell} />
      {rowNames.map(
        (name, i) =>
          i % everyRow === 0 && (
            <text x={coordinate(x - 6)} y={coordinate(y + (i + 0.5) * cell[1])} dy="0.35em" text-anchor="end" key={i}>
              {name}
            </text>
          ),
      )}
      <text x={coordinate(x)} y={coordinate(y - 5)} class="gb-label">
        {cut(headOf(data, map, lang), wide)}
      </text>
      {columnNames.map(
        (name, i) =>
          layout.isLast(map) &&
          i % everyColumn === 0 && (
            <text
              x={coordinate(keptBetween(x + (i + 0.5) * cell[0], name, x - layout.left, Math.min(width, x + wide)))}
              y={coordinate(y + high + 14)}
              text-anchor="middle"
              key={i}
            >
              {name}
            </text>
          ),
      )}
      {act !== undefined && (
        <GridTouch
          x={x}
          y={y}
          cell={cell}
          rows={rows.length}
          columns={columns.length}
          label={`${fill(sweepText.map[lang], { map: map + 1 })} (${sweepText.keys[lang]})`}
          start={[0, 0]}
          onPoint={([row, column]) => onPoint?.([map, row, column])}
          onLeave={() => onPoint?.(undefined)}
          onPress={([row, column]) => {
            const cell = row * columns.length + column;
            if (at(levels, cell) !== ABSENT) act({ kind: 'set', values: { cell: first + cell } });
          }}
        />
      )}
    </>
  );
}
