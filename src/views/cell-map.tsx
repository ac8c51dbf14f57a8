/**
 * Maps of runs: a cell a network, by two knobs, coloured by its loss. Options: `levels` (array [maps, rows, columns]: how many powers of
 * ten the loss is below that of guessing, or one of `ml/blueprint/run-levels`), `chance` (the loss of guessing: the tone between the
 * colours), `knobs` (the parameter that names the pair of knobs, of `ml/blueprint/swept-knobs`) and `only` (the one that names a network
 * trained alone, if it is not 0: then it is the one looked at, and no other can be pressed). Arrays `columns` and
 * `rows`: the knobs' values. A cell that is pressed sets `cell`, the number of its network: from 1, through the maps, row by row.
 */
import { useState } from 'preact/hooks';
import { at } from '../base/at';
import { sweepText } from '../i18n/sweep';
import { fill, type Lang } from '../i18n/text';
import { ABSENT, DIVERGED } from '../ml/blueprint/run-levels';
import { SWEPT_PAIRS } from '../ml/blueprint/swept-knobs';
import { mapsLayout, RunMap, type MapData, type Place } from './parts/run-map';
import { bestOf, lossInWords } from './parts/cell-marks';
import { coordinate, short } from './parts/ramp';
import { cut, linesOf } from './parts/words';
import { defineView, type ViewProps } from './view';

/** A line of the legend. */
const LINE = 15;

function readingOf(data: MapData, [map, row, column]: Place, lang: Lang): string {
  const { columns, rows, maps, knobs, chance } = data;
  return fill(sweepText.reading[lang], {
    column: `${sweepText[knobs[0]][lang]} ${short(at(columns, column))}`,
    row: `${sweepText[knobs[1]][lang]} ${short(at(rows, row))}`,
    loss: lossInWords(at(at(maps, map), row * columns.length + column), chance, lang),
  });
}

function legendOf({ chance, maps }: MapData, width: number, lang: Lang): readonly string[] {
  const all = maps.flat();
  return linesOf(
    [
      ...(maps.some((levels) => bestOf(levels) !== undefined) ? [sweepText.legendBest[lang]] : []),
      sweepText.legendChosen[lang],
      ...(all.includes(DIVERGED) ? [sweepText.legendDiverged[lang]] : []),
      fill(sweepText.legendBetter[lang], { chance: short(Number(chance.toPrecision(2))) }),
      sweepText.legendWorse[lang],
    ],
    width,
  );
}

function Picture({ data, lang, width, height, act }: ViewProps<MapData>) {
  const [reading, setReading] = useState<Place | undefined>(undefined);
  const { columns, rows, maps, knobs } = data;
  const legend = legendOf(data, width, lang);
  const layout = mapsLayout(data, width, height - legend.length * LINE);
  const read = reading !== undefined && reading[1] < rows.length && reading[2] < columns.length ? reading : undefined;
  const said = read === undefined ? '' : readingOf(data, read, lang);
  return (
    <g class="gb-cell-map">
      <text x={0} y={12} class={said === '' ? 'gb-axis-name' : 'gb-reading-text'}>
        {cut(said === '' ? `${sweepText[knobs[1]][lang]} ↓  ${sweepText[knobs[0]][lang]} →` : said, width)}
      </text>
      {columns.length > 0 &&
        maps.map((_, map) => (
          <RunMap data={data} map={map} layout={layout} lang={lang} width={width} onPoint={setReading} act={act} key={map} />
        ))}
      {legend.map((line, i) => (
        <text x={0} y={coordinate(height - LINE * (legend.length - 1 - i) - 3)} class="gb-axis-name" key={i}>
          {line}
        </text>
      ))}
      <text class="gb-visually-hidden-svg" aria-live="polite">
        {said}
      </text>
    </g>
  );
}

function isPair(name: unknown): name is keyof typeof SWEPT_PAIRS {
  return typeof name === 'string' && Object.hasOwn(SWEPT_PAIRS, name);
}

/** The best network of a map, in a sentence; none where there is nothing to choose from. */
function bestInWords(data: MapData, map: number, lang: Lang): readonly string[] {
  const { columns, rows, maps, knobs, chance } = data;
  const levels = at(maps, map);
  const best = bestOf(levels);
  if (best === undefined) return [];
  return [
    fill(sweepText.nowBest[lang], {
      map: map + 1,
      loss: lossInWords(at(levels, best), chance, lang),
      columns: sweepText[knobs[0]][lang],
      rows: sweepText[knobs[1]][lang],
      column: short(at(columns, best % columns.length)),
      row: short(at(rows, Math.floor(best / columns.length))),
    }),
  ];
}

const sample = (maps: readonly (readonly number[])[], columns: readonly number[], rows: readonly number[], chosen = 1): MapData => ({
  step: 40,
  knobs: SWEPT_PAIRS['rate-scale'],
  columns,
  rows,
  maps,
  chance: Math.LN2,
  chosen,
});
const rates = [0.003, 0.006, 0.012, 0.024, 0.048, 0.097, 0.19, 0.39, 0.78, 1.6, 3.1, 6.2, 12, 25, 50, 100];
const scales = [10, 4.4, 1.9, 0.83, 0.36, 0.16, 0.069, 0.03];
const cells = (level: (column: number, row: number, i: number) => number): number[] =>
  Array.from({ length: 128 }, (_, i) => level(i % 16, Math.floor(i / 16), i));

export default defineView<MapData>({
  title: sweepText.cellMap,
  aspect: { wide: 0.44, narrow: 1.03 },
  reads: (options) => ['cell', String(options['knobs']), String(options['only'])],
  read({ step, arrays, values }, options) {
    const { columns, rows } = arrays;
    const levels = arrays[String(options['levels'])];
    const [pair, chance] = [values[String(options['knobs'])], options['chance']];
    if (levels === undefined || columns === undefined || rows === undefined || !isPair(pair)) return undefined;
    const size = columns.data.length * rows.data.length;
    const only = Number(values[String(options['only'])]);
    const all = Array.from(levels.data);
    return {
      step,
      knobs: SWEPT_PAIRS[pair],
      columns: Array.from(columns.data),
      rows: Array.from(rows.data),
      maps: Array.from({ length: at(levels.shape, 0) }, (_, map) => all.slice(map * size, (map + 1) * size)),
      chance: typeof chance === 'number' ? chance : 1,
      chosen: only > 0 ? only : Number(values['cell']),
    };
  },
  Picture,
  describe(data, lang) {
    const { step, maps, knobs } = data;
    const all = maps.flat();
    return [
      fill(sweepText.now[lang], {
        step,
        count: all.filter((level) => level !== ABSENT).length,
        columns: sweepText[knobs[0]][lang],
        rows: sweepText[knobs[1]][lang],
        diverged: all.filter((level) => level === DIVERGED).length,
      }),
      ...maps.flatMap((_, map) => bestInWords(data, map, lang)),
    ].join(lang === 'zh' ? '' : ' ');
  },
  table: ({ rows, columns, maps, knobs, chance }, lang) => ({
    head: [`${sweepText[knobs[1]][lang]} \\ ${sweepText[knobs[0]][lang]}`, ...columns.map(short)],
    rows: maps.flatMap((levels, map) =>
      rows.map((value, row) => [
        `${fill(sweepText.map[lang], { map: map + 1 })} · ${short(value)}`,
        ...columns.map((_, column) => lossInWords(at(levels, row * columns.length + column), chance, lang)),
      ]),
    ),
  }),
  samples: {
    trained: sample(
      [
        cells((column, row) => (column > 13 && row < 3 ? DIVERGED : 1.6 - 0.25 * Math.abs(column - 7 - row / 2))),
        cells((column, row) => 1.5 - 0.25 * Math.abs(column - 6 - row / 3)),
      ],
      rates,
      scales,
      58,
    ),
    alone: sample([cells((_, __, i) => (i === 57 ? 1.4 : ABSENT)), cells(() => ABSENT)], rates, scales, 58),
    single: sample([cells((column) => 1 - column / 8)], rates, scales, 128),
    diverged: sample([[DIVERGED, DIVERGED, DIVERGED, DIVERGED]], [1, 10], [1, 0.1]),
    one: sample([[0], [-1.2]], [0.1], [1], 2),
    empty: sample([], [], []),
  },
});
