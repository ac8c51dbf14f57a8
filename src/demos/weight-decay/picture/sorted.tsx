/** Weights by their size, the largest first, on an axis that has no place for 0: where the curve ends, the rest is exactly that. */
import { fill, type Lang } from '../../../i18n/text';
import { MARGIN, plotScale } from '../../../views/parts/axes';
import { within, type Series } from '../../../views/parts/paths';
import { Plot } from '../../../views/parts/plot';
import { coordinate, short } from '../../../views/parts/ramp';
import { cut } from '../../../views/parts/words';
import type { ViewProps, ViewTable } from '../../../views/view';
import { decayText, said } from '../words';

export interface SortedData {
  readonly part: 'weights';
  readonly step: number;
  /** Absolute values, the largest first. */
  readonly sizes: readonly number[];
}

/** Room under the plot for one line of words. */
const FOOT = 18;
/** As many weights as can be told apart as dots. */
const DOTS = 60;

const isZero = (size: number): boolean => size === 0;

function zerosOf({ sizes }: SortedData, lang: Lang): string {
  return fill(decayText.zeros[lang], { zeros: sizes.filter(isZero).length, count: sizes.length });
}

export function SortedPicture({ data, lang, width, height, act }: ViewProps<SortedData>) {
  const { sizes } = data;
  const ranks = sizes.map((_, i) => i + 1);
  const series: Series[] = [
    { name: decayText.magnitude[lang], colour: 'var(--gb-weight)', x: ranks, y: sizes.map((size) => (isZero(size) ? NaN : size)) },
  ];
  const x = plotScale([1, ...ranks], [MARGIN.left, width - MARGIN.right]).domain([1, Math.max(2, sizes.length)]);
  const y = plotScale([...sizes], [height - FOOT - MARGIN.bottom, MARGIN.top + 16], 'log');
  return (
    <>
      <Plot
        series={series}
        x={x}
        y={y}
        width={width}
        height={height - FOOT}
        xLabel={decayText.rank[lang]}
        yLabel={decayText.magnitude[lang]}
        whole
        label={decayText.weightsTitle[lang]}
        interactive={act !== undefined}
      >
        {sizes.length <= DOTS &&
          sizes.map((size, i) => {
            const [cx, cy] = [within(x, i + 1), isZero(size) ? undefined : within(y, size)];
            return (
              cx !== undefined &&
              cy !== undefined && <circle cx={coordinate(cx)} cy={coordinate(cy)} r={2.5} fill="var(--gb-weight)" key={i} />
            );
          })}
      </Plot>
      <text x={width / 2} y={height - 5} text-anchor="middle" class="gb-label">
        {cut(zerosOf(data, lang), width)}
      </text>
    </>
  );
}

export function saySorted({ step, sizes }: SortedData, lang: Lang): string {
  const others = sizes.filter((size) => !isZero(size));
  return fill(decayText.weightsNow[lang], {
    step,
    count: sizes.length,
    most: said(sizes[0] ?? NaN, short),
    least: said(others.at(-1) ?? NaN, short),
    zeros: sizes.length - others.length,
  });
}

export function sortedTable({ sizes }: SortedData, lang: Lang): ViewTable {
  return {
    head: [decayText.rank[lang], decayText.magnitude[lang]],
    rows: sizes.map((size, i) => [String(i + 1), isZero(size) ? '0' : said(size, short)]),
  };
}
