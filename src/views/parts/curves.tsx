/** The run's curves: what was recorded at every step, with the run before it as a ghost; drawn by the frame, not from a frame's arrays. */
import { scaleSymlog } from 'd3';
import type { Lang } from '../../i18n/text';
import { fill } from '../../i18n/text';
import { viewText } from '../../i18n/views';
import { MARGIN, namedWith, plotScale, verticalTicks, type Scale } from './axes';
import { Legends, placedLegend } from './legend';
import { within, type Series } from './paths';
import { RUN_ROW, RunLegend, runRows, type RunKey } from './run-legend';
import { Plot } from './plot';
import { coordinate, percentShort, short } from './ramp';
import { textWidth } from './words';

export interface CurvesProps {
  readonly series: readonly Series[];
  /** Curves of the run before, drawn thin under the others. */
  readonly ghosts: readonly Series[];
  /** Curves of other runs that are read off as well: a fork, the middle of several seeds. */
  readonly others?: readonly Series[];
  /** Which run has which dashes, where there is more than one. */
  readonly runs?: readonly RunKey[];
  readonly cursor: number;
  /** The last step of the axis. */
  readonly last: number;
  readonly kind: 'linear' | 'log';
  /** Accuracies: from 0 to 1, whatever was measured, written as per cent. */
  readonly percent: boolean;
  /** Shares that may exceed 1: written as per cent, on an axis as long as they need. */
  readonly share?: boolean;
  readonly title: string;
  /** Steps on a logarithmic axis, as log(1 + step). */
  readonly logSteps?: boolean;
  readonly lang: Lang;
  readonly width: number;
  /** At least; higher where many names stand above the plot. */
  readonly height: number;
  readonly id: string;
  readonly onSeek?: ((step: number) => void) | undefined;
}

/** A plot is at least so high, however many names stand above it, in user units. */
const LOWEST_PLOT = 64;

/** What the curves show now, in a sentence. */
function describeCurves(series: readonly Series[], last: number, lang: Lang): string {
  const names = series.map(({ name, y }) => `${name} ${short(y[y.length - 1] ?? NaN)}`).join(lang === 'zh' ? '、' : ', ');
  return fill(viewText.curvesNow[lang], { latest: last, names });
}

/** What a legend names: curves that are drawn, where some are; none where the title is the name of the only one. */
function keyed(series: readonly Series[], title: string): readonly Series[] {
  const curves = series.filter(({ level }) => level === undefined);
  const drawn = curves.filter(({ y }) => y.length > 0);
  const shown = drawn.length > 0 ? drawn : curves;
  return shown.length === 1 && shown[0]?.name.toLowerCase() === title.toLowerCase() ? [] : shown;
}

/** Words of lines closer to one another than this, in user units, would lie on each other: the lower one's stands farther left. */
const LEVEL_APART = 12;

/** The words of the horizontal lines, each on its own, at their right end. */
function Levels({ series, y, right }: { readonly series: readonly Series[]; readonly y: Scale; readonly right: number }) {
  const levels = series
    .flatMap(({ level, y: values }) => (level === undefined ? [] : [{ level, height: within(y, values[values.length - 1] ?? NaN) }]))
    .flatMap(({ level, height }) => (height === undefined ? [] : [{ level, height }]))
    .sort((one, other) => one.height - other.height);
  let end = right - 2;
  let last = -Infinity;
  return (
    <g class="gb-levels" aria-hidden="true">
      {levels.map(({ level, height }) => {
        if (height - last >= LEVEL_APART) end = right - 2;
        const x = end;
        end -= textWidth(level) + 10;
        last = height;
        return (
          <text x={coordinate(x)} y={coordinate(height - 3)} text-anchor="end" class="gb-cell" key={level}>
            {level}
          </text>
        );
      })}
    </g>
  );
}

export function Curves({
  series,
  ghosts,
  others = [],
  runs = [],
  cursor,
  last,
  kind,
  percent,
  share = percent,
  title,
  logSteps = false,
  lang,
  width,
  height: least,
  id,
  onSeek,
}: CurvesProps) {
  const all = [
    ...others.filter(({ band }) => band !== undefined),
    ...ghosts,
    ...series,
    ...others.filter(({ band }) => band === undefined),
  ];
  const curves = all.flatMap(({ y, band }) => (band === undefined ? [y] : [band.low, band.high]));
  const values = curves.flatMap((y) => {
    let low = Infinity;
    let high = -Infinity;
    for (let i = 0; i < y.length; i++) {
      const value = y[i] ?? NaN;
      if (!Number.isFinite(value) || (kind === 'log' && value <= 0)) continue;
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    return low <= high ? [low, high] : [];
  });
  const across = [MARGIN.left, width - MARGIN.right] as const;
  const x = (logSteps ? scaleSymlog().range(across) : plotScale([0, 1], across)).domain([0, Math.max(1, last)]);
  const shown = percent ? [0, 1, ...values] : values;
  const scale = (top: number, height: number) => plotScale(shown, [height - MARGIN.bottom, top], kind);
  // The axis's name stands beside the legend, with the power of ten of its ticks.
  const { factor } = verticalTicks(scale(MARGIN.top, least));
  const legend = placedLegend(keyed(series, title), percent ? title : namedWith(title, factor), width);
  const height = Math.max(least, legend.bottom + LOWEST_PLOT + MARGIN.bottom);
  const y = scale(legend.bottom, height);
  const top = legend.bottom;
  const rows = runRows(runs, width);
  const whole = height + rows.length * RUN_ROW + (rows.length > 0 ? 4 : 0);
  return (
    <svg
      viewBox={`0 0 ${width} ${whole}`}
      style={{ '--gb-aspect': (width / whole).toFixed(4) }}
      role="img"
      data-curves={id}
      aria-labelledby={`${id}-title`}
      class="gb-svg"
    >
      <title id={`${id}-title`}>{`${title}: ${describeCurves([...series, ...others], last, lang)}`}</title>
      <Plot
        series={all}
        x={x}
        y={y}
        width={width}
        height={height}
        xLabel={viewText.step[lang]}
        yLabel={title}
        label={title}
        whole
        {...(share ? { format: percentShort } : {})}
        interactive={onSeek !== undefined}
        {...(onSeek === undefined ? {} : { onChoose: (at: number) => onSeek(Math.round(at)) })}
      >
        <Levels series={series} y={y} right={width - MARGIN.right} />
        <line x1={x(cursor)} x2={x(cursor)} y1={top} y2={height - MARGIN.bottom} class="gb-cursor" />
      </Plot>
      <Legends rows={legend.rows} />
      <RunLegend rows={rows} y={height} />
    </svg>
  );
}
