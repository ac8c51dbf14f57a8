/** How a tensor's numbers have spread, step by step: darker where more of them lie, with their mean. */
import { useMemo } from 'preact/hooks';
import type { Lang } from '../../i18n/text';
import { inspectorText } from '../../i18n/inspector';
import { viewText } from '../../i18n/views';
import type { Summary } from '../../ml/blueprint/statistics';
import { MARGIN, plotScale, type Scale } from './axes';
import { Plot } from './plot';
import { coordinate } from './ramp';

export interface Moment {
  readonly step: number;
  readonly summary: Summary;
}

/** Where the plot begins, under the name of its axis. */
const TOP = MARGIN.top + 12;
/** Shades from few to many. */
const SHADES = 5;
/** So many moments are drawn side by side. */
const MOST_DRAWN = 64;

/** At most so many moments, spread evenly, the first and the last among them. */
export function thinned(moments: readonly Moment[], most = MOST_DRAWN): readonly Moment[] {
  if (moments.length <= most) return moments;
  return Array.from({ length: most }, (_, i) => moments[Math.round((i * (moments.length - 1)) / (most - 1))]).filter(
    (one) => one !== undefined,
  );
}

/** One path a shade, by the root of the count, so that few are seen beside many: the bars of every moment, from half way to the one before to half way to the next. */
function shadePaths(moments: readonly Moment[], x: Scale, y: Scale): readonly string[] {
  const paths = new Array<string>(SHADES).fill('');
  moments.forEach(({ step, summary }, i) => {
    const before = moments[i - 1]?.step ?? step;
    const after = moments[i + 1]?.step ?? step;
    const [left, right] = [coordinate(x((before + step) / 2)), coordinate(x((after + step) / 2))];
    const most = Math.max(1, ...summary.counts);
    const height = (summary.high - summary.low) / summary.counts.length;
    summary.counts.forEach((count, bar) => {
      if (count === 0) return;
      const shade = Math.min(SHADES - 1, Math.floor(Math.sqrt(count / most) * SHADES));
      const [top, bottom] = [coordinate(y(summary.low + (bar + 1) * height)), coordinate(y(summary.low + bar * height))];
      paths[shade] += `M${left},${top}H${Math.max(right, left + 1)}V${Math.max(bottom, top + 0.5)}H${left}Z`;
    });
  });
  return paths;
}

interface HistogramHistoryProps {
  readonly moments: readonly Moment[];
  readonly cursor: number;
  readonly width: number;
  readonly height: number;
  readonly lang: Lang;
  readonly onSeek: (step: number) => void;
}

/** @param moments by step, two at least. */
export function HistogramHistory({ moments, cursor, width, height, lang, onSeek }: HistogramHistoryProps) {
  const drawn = thinned(moments);
  const x = plotScale([drawn[0]?.step ?? 0, drawn.at(-1)?.step ?? 1], [MARGIN.left, width - MARGIN.right]);
  const y = plotScale(
    drawn.flatMap(({ summary }) => [summary.low, summary.high]),
    [height - MARGIN.bottom, TOP],
  );
  const paths = useMemo(() => shadePaths(drawn, x, y), [moments.length, moments[0], moments.at(-1), width, height]);
  const mean = {
    name: inspectorText.mean[lang],
    colour: 'var(--gb-ink)',
    x: drawn.map(({ step }) => step),
    y: drawn.map(({ summary }) => summary.mean),
  };
  return (
    <Plot
      series={[mean]}
      x={x}
      y={y}
      width={width}
      height={height}
      xLabel={viewText.step[lang]}
      yLabel={viewText.value[lang]}
      whole
      label={inspectorText.overTimeKeys[lang]}
      interactive
      onChoose={(step) => onSeek(Math.round(step))}
    >
      <g class="gb-shades">
        {paths.map((path, shade) => (
          <path d={path} opacity={(0.75 * (shade + 1)) / SHADES} key={shade} />
        ))}
      </g>
      <line x1={x(cursor)} x2={x(cursor)} y1={TOP} y2={height - MARGIN.bottom} class="gb-cursor" />
    </Plot>
  );
}
