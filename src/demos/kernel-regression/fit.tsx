/** Points, the three predictions, and how much each point weighs for the query, which can be dragged along. */
import { fill, type Lang } from '../../i18n/text';
import { MARGIN, plotScale } from '../../views/parts/axes';
import { Handle } from '../../views/parts/handle';
import { Legends, placedLegend } from '../../views/parts/legend';
import { within, type Series } from '../../views/parts/paths';
import { Plot } from '../../views/parts/plot';
import { coordinate, percentShort, short } from '../../views/parts/ramp';
import type { ViewProps, ViewTable } from '../../views/view';
import { kernelText } from './words';

export interface FitData {
  readonly part: 'fit';
  readonly step: number;
  readonly width: number;
  readonly grid: readonly number[];
  readonly target: readonly number[];
  readonly average: readonly number[];
  readonly chosen: readonly number[];
  readonly learned: readonly number[];
  readonly points: readonly (readonly [x: number, y: number])[];
  readonly query: number;
  /** Of the query, a weight a point. */
  readonly weights: readonly number[];
}

/** Values of the picture's height: what is learned lies in about [-1, 1], with noise around it. */
const HEIGHT = 1.9;

/** The learned prediction at the query. */
function predictionOf({ grid, learned, query }: FitData): number {
  const last = Math.max(1, grid.length - 1);
  return learned[Math.round(((query + 1) / 2) * last)] ?? NaN;
}

function seriesOf({ grid, target, average, chosen, learned }: FitData, lang: Lang): Series[] {
  return [
    { name: kernelText.target[lang], colour: 'var(--gb-neutral)', x: grid, y: target, dashed: true },
    { name: kernelText.average[lang], colour: 'var(--gb-neutral)', x: grid, y: average },
    { name: kernelText.chosen[lang], colour: 'var(--gb-activation)', x: grid, y: chosen },
    { name: kernelText.learned[lang], colour: 'var(--gb-second)', x: grid, y: learned },
  ];
}

export function FitPicture({ data, lang, width, height, act }: ViewProps<FitData>) {
  const { points, weights, query } = data;
  const series = seriesOf(data, lang);
  const foot = 18;
  const x = plotScale([], [MARGIN.left, width - MARGIN.right]).domain([-1, 1]);
  const legend = placedLegend(series, 'y', width);
  const y = plotScale([], [height - foot - MARGIN.bottom, legend.bottom]).domain([-HEIGHT, HEIGHT]);
  const [qx, qy] = [within(x, query) ?? x(0), within(y, predictionOf(data)) ?? y(0)];
  return (
    <g class="gb-kernel-fit">
      <Plot
        series={series}
        x={x}
        y={y}
        width={width}
        height={height - foot}
        xLabel="x"
        yLabel="y"
        label={kernelText.title[lang]}
        interactive={act !== undefined}
      >
        <line x1={coordinate(qx)} x2={coordinate(qx)} y1={legend.bottom} y2={height - foot - MARGIN.bottom} class="gb-kernel-query" />
        {points.map(([px, py], i) => {
          const [cx, cy] = [within(x, px), within(y, py)];
          const weight = weights[i] ?? NaN;
          if (cx === undefined || cy === undefined) return null;
          return (
            <g key={i}>
              {weight > 1e-3 && (
                <circle cx={coordinate(cx)} cy={coordinate(cy)} r={coordinate(3 + 18 * Math.sqrt(weight))} class="gb-kernel-weight" />
              )}
              <circle cx={coordinate(cx)} cy={coordinate(cy)} r={2.6} fill="var(--gb-train)" />
            </g>
          );
        })}
      </Plot>
      <Legends rows={legend.rows} />
      <Handle
        x={coordinate(qx)}
        y={coordinate(qy)}
        label={`${kernelText.drag[lang]}: x = ${short(query)}`}
        enabled={act !== undefined}
        value={query}
        onMove={(from, dx) => {
          // In the slider's steps, so that the least movement by a key is one of them.
          const moved = from + Math.sign(dx) * Math.max(0.05, Math.abs(x.invert(x(0) + dx)));
          const place = Math.round(20 * Math.max(-1, Math.min(1, moved))) / 20;
          act?.({ kind: 'set', values: { query: dx === 0 ? from : place } });
        }}
      />
      <text x={width / 2} y={height - 5} text-anchor="middle" class="gb-label">
        {fill(kernelText.weights[lang], { x: short(query) })}
      </text>
    </g>
  );
}

export function sayFit(data: FitData, lang: Lang): string {
  const { step, width, query, weights, points } = data;
  const best = weights.reduce((most, weight, i) => (weight > (weights[most] ?? -1) ? i : most), 0);
  return fill(kernelText.fitNow[lang], {
    step,
    width: short(width),
    x: short(query),
    y: said(predictionOf(data)),
    key: said(points[best]?.[0] ?? NaN),
    share: Number.isFinite(weights[best]) ? percentShort(weights[best] ?? NaN) : '—',
    heard: weights.filter((weight) => weight > 0.01).length,
  });
}

/** A dash for what is no number. */
function said(value: number): string {
  return Number.isFinite(value) ? short(value) : '—';
}

export function fitTable({ points, weights }: FitData, lang: Lang): ViewTable {
  return {
    head: [kernelText.x[lang], kernelText.y[lang], kernelText.weight[lang]],
    rows: points.map(([x, y], i) => [short(x), short(y), said(weights[i] ?? NaN)]),
  };
}
