/** Means and standard deviations of one hidden layer's units: what comes in evaluation, what is subtracted and divided by, and what batches have. */
import { at } from '../../base/at';
import { fill, type Lang, type Text } from '../../i18n/text';
import { Axes, MARGIN, plotScale, type Scale } from '../../views/parts/axes';
import { Legends, placedLegend } from '../../views/parts/legend';
import { within, type Series } from '../../views/parts/paths';
import { coordinate, percent, short } from '../../views/parts/ramp';
import { cut, linesOf } from '../../views/parts/words';
import { defineView, type ViewArray, type ViewProps } from '../../views/view';
import { statisticsText } from './words';

/** One statistic of every unit. */
interface Statistic {
  readonly came: readonly number[];
  /** Only with batch norm: what evaluation uses, and what each of some batches has. */
  readonly running?: readonly number[] | undefined;
  readonly batches?: readonly (readonly number[])[] | undefined;
}

interface StatisticsData {
  readonly step: number;
  /** Counted from 1. */
  readonly layer: number;
  readonly mean: Statistic;
  readonly deviation: Statistic;
  /** Accuracy on held-out points in both modes. */
  readonly judged?: { readonly running: number; readonly company: number };
}

const COLOURS = { came: 'var(--gb-neutral)', running: 'var(--gb-test)', batches: 'var(--gb-train)' } as const;

/** A line of what is said under the plots. */
const LINE = 15;

/** The names of what is drawn, as far as it is. */
function seriesOf({ mean }: StatisticsData, lang: Lang): readonly Series[] {
  const named = (name: string, colour: string): Series => ({ name, colour, x: [], y: [], bare: true });
  return [
    named(statisticsText.came[lang], COLOURS.came),
    ...(mean.running === undefined ? [] : [named(statisticsText.running[lang], COLOURS.running)]),
    ...(mean.batches === undefined ? [] : [named(fill(statisticsText.batches[lang], { count: mean.batches.length }), COLOURS.batches)]),
  ];
}

interface MarksProps {
  readonly statistic: Statistic;
  readonly x: Scale;
  readonly y: Scale;
}

/** A unit's marks in a column: a pale bar for what comes, a line for the running average, dots for batches. */
function Marks({ statistic, x, y }: MarksProps) {
  const column = Math.max(4, x(1.7) - x(1));
  const level = (value: number | undefined, unit: number, wide: number, colour: string, thick: number) => {
    const place = within(y, value ?? NaN);
    return (
      place !== undefined && (
        <line
          x1={coordinate(x(unit + 1) - wide / 2)}
          x2={coordinate(x(unit + 1) + wide / 2)}
          y1={coordinate(place)}
          y2={coordinate(place)}
          stroke={colour}
          stroke-width={thick}
        />
      )
    );
  };
  return (
    <g class="gb-statistic">
      {statistic.came.map((value, unit) => (
        <g key={unit}>
          {level(value, unit, column, COLOURS.came, 7)}
          {statistic.batches?.map((batch, i) => {
            const place = within(y, batch[unit] ?? NaN);
            const across = x(unit + 1) + (column * 0.7 * (i + 0.5)) / (statistic.batches?.length ?? 1) - column * 0.35;
            return place !== undefined && <circle cx={coordinate(across)} cy={coordinate(place)} r={2} fill={COLOURS.batches} key={i} />;
          })}
          {level(statistic.running?.[unit], unit, column, COLOURS.running, 2.5)}
        </g>
      ))}
    </g>
  );
}

/** All of a statistic's numbers, for an axis that holds them. */
function valuesOf({ came, running, batches }: Statistic): readonly number[] {
  return [...came, ...(running ?? []), ...(batches ?? []).flat()];
}

function Picture({ data, lang, width, height }: ViewProps<StatisticsData>) {
  const { layer, mean, deviation, judged } = data;
  const title = fill(statisticsText.layer[lang], { layer });
  const legend = placedLegend(seriesOf(data, lang), title, width);
  const said = linesOf(saidOf(judged, mean.batches !== undefined, lang), width);
  const top = legend.bottom - MARGIN.top;
  const tall = (height - top - LINE * said.length) / 2;
  const x = plotScale([], [MARGIN.left, width - MARGIN.right]).domain([0.5, Math.max(1, mean.came.length) + 0.5]);
  const plots = [
    { statistic: mean, name: statisticsText.mean[lang], least: [] },
    { statistic: deviation, name: statisticsText.deviation[lang], least: [0] },
  ];
  return (
    <>
      <text x={4} y={MARGIN.top + 2} class="gb-axis-name">
        {cut(title, width - 4)}
      </text>
      <Legends rows={legend.rows} />
      {plots.map(({ statistic, name, least }, i) => {
        const y = plotScale([...valuesOf(statistic), ...least], [tall - MARGIN.bottom, MARGIN.top + 12]);
        return (
          <g transform={`translate(0,${coordinate(top + i * tall)})`} key={name}>
            <Axes x={x} y={y} width={width} height={tall} xLabel={statisticsText.unit[lang]} yLabel={name} whole />
            <Marks statistic={statistic} x={x} y={y} />
          </g>
        );
      })}
      {said.map((line, i) => (
        <text x={4} y={height - 4 - LINE * (said.length - 1 - i)} key={line}>
          {line}
        </text>
      ))}
    </>
  );
}

/** What both modes give, or that there is only one. */
function saidOf(judged: StatisticsData['judged'], hasBatches: boolean, lang: Lang): readonly string[] {
  if (!hasBatches) return [statisticsText.unused[lang]];
  if (judged === undefined) return [];
  const say = (text: Text, value: number): string => fill(text[lang], { accuracy: percent(value, 1) });
  return [say(statisticsText.inEvaluation, judged.running), say(statisticsText.inTraining, judged.company)];
}

const averageOf = (values: readonly number[]): string => short(values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length));

/** One layer of [layers, units]. */
function ofLayer(array: ViewArray, layer: number): readonly number[] {
  const units = at(array.shape, 1);
  return Array.from({ length: units }, (_, unit) => at(array.data, (layer - 1) * units + unit));
}

/** One layer of [layers, batches, units]. */
function batchesOf(array: ViewArray, layer: number): readonly (readonly number[])[] {
  const [batches, units] = [at(array.shape, 1), at(array.shape, 2)];
  const start = (layer - 1) * batches * units;
  return Array.from({ length: batches }, (_, i) => Array.from({ length: units }, (__, unit) => at(array.data, start + i * units + unit)));
}

const wave = (size: number, units = 8): readonly number[] => Array.from({ length: units }, (_, i) => size * Math.sin(2 * i + 1));

function sample(size: number, units: number, count: number): StatisticsData {
  const around = (values: readonly number[]): Statistic => ({
    came: values,
    ...(count === 0
      ? {}
      : {
          running: values.map((value) => 0.8 * value),
          batches: Array.from({ length: count }, (_, i) => values.map((one) => one * (1 + 0.1 * Math.sin(i)))),
        }),
  });
  return {
    step: 12,
    layer: 2,
    mean: around(wave(size, units)),
    deviation: around(wave(size, units).map(Math.abs)),
    judged: { running: 0.9625, company: 0.706 },
  };
}

export default defineView<StatisticsData>({
  title: statisticsText.title,
  aspect: { wide: 0.95, narrow: 1.05 },
  reads: ['layer'],
  read({ step, arrays, values }) {
    const { cameMean, cameDeviation, runningMean, runningDeviation, batchMeans, batchDeviations } = arrays;
    if (cameMean === undefined || cameDeviation === undefined) return undefined;
    const layer = Math.max(1, Math.min(at(cameMean.shape, 0), Number(values['layer'] ?? 1)));
    const statistic = (came: ViewArray, running: ViewArray | undefined, batches: ViewArray | undefined): Statistic => ({
      came: ofLayer(came, layer),
      running: running === undefined ? undefined : ofLayer(running, layer),
      batches: batches === undefined ? undefined : batchesOf(batches, layer),
    });
    const [running, company] = Array.from(arrays['accuracies']?.data ?? []);
    return {
      step,
      layer,
      mean: statistic(cameMean, runningMean, batchMeans),
      deviation: statistic(cameDeviation, runningDeviation, batchDeviations),
      ...(running === undefined || company === undefined ? {} : { judged: { running, company } }),
    };
  },
  Picture,
  describe(data, lang) {
    const { step, layer, deviation, judged } = data;
    const parts = [fill(statisticsText.now[lang], { step, layer, came: averageOf(deviation.came) })];
    if (deviation.running !== undefined && deviation.batches !== undefined) {
      const { running, batches } = deviation;
      parts.push(
        fill(statisticsText.normed[lang], { running: averageOf(running), count: batches.length, batches: averageOf(batches.flat()) }),
      );
    }
    const modes = saidOf(judged, deviation.batches !== undefined, lang);
    return [...parts, ...modes].join(lang === 'zh' ? '' : ' ');
  },
  table({ mean, deviation }, lang) {
    const { unit, came, running } = statisticsText;
    const named = (what: string, of: string): string => `${what} (${of})`;
    const columns = [
      { name: statisticsText.mean[lang], statistic: mean },
      { name: statisticsText.deviation[lang], statistic: deviation },
    ];
    return {
      head: [
        unit[lang],
        ...columns.flatMap(({ name, statistic }) => [
          named(name, came[lang]),
          ...(statistic.running === undefined ? [] : [named(name, running[lang])]),
        ]),
      ],
      rows: mean.came.map((_, i) => [
        i + 1,
        ...columns.flatMap(({ statistic }) => [
          short(at(statistic.came, i)),
          ...(statistic.running === undefined ? [] : [short(at(statistic.running, i))]),
        ]),
      ]),
    };
  },
  samples: {
    batches: sample(2, 8, 12),
    alone: sample(3, 8, 0),
    broken: sample(NaN, 8, 12),
    huge: sample(1e30, 8, 12),
    empty: sample(1, 0, 0),
  },
});
