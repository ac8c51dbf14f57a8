/** Each unit's value on the mean of many draws, against its value with nothing dropped: equal lie on the diagonal. */
import { fill, type Lang } from '../../i18n/text';
import { MARGIN, plotScale } from '../../views/parts/axes';
import { Legends, placedLegend } from '../../views/parts/legend';
import { within, type Series } from '../../views/parts/paths';
import { Plot } from '../../views/parts/plot';
import { circles } from '../../views/parts/points';
import { coordinate, percentShort, short } from '../../views/parts/ramp';
import { linesOf } from '../../views/parts/words';
import type { ViewProps, ViewTable } from '../../views/view';
import { dropoutText } from './words';

/** A layer's units: what each gives with nothing dropped, and on the mean of the draws. */
export interface LayerMeans {
  readonly layer: 'afterDropout' | 'afterRelu';
  readonly whole: readonly number[];
  readonly averaged: readonly number[];
}

export interface MeansData {
  readonly part: 'means';
  readonly draws: number;
  readonly layers: readonly LayerMeans[];
}

const COLOURS = { afterDropout: 'var(--gb-activation)', afterRelu: 'var(--gb-negative)' } as const;

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** Squares around places as one path: told apart from circles without their colour. */
function squares(places: readonly (readonly [number, number])[], side: number): string {
  return places.map(([x, y]) => `M${coordinate(x - side / 2)},${coordinate(y - side / 2)}h${side}v${side}h${-side}z`).join('');
}

/** A number as it is read, a dash for what is none. */
const said = (value: number): string => (Number.isFinite(value) ? short(value) : '—');

/** The means of whole layers in words. */
function layerWords({ layers }: MeansData, lang: Lang): string[] {
  return layers.map(({ layer, whole, averaged }) => {
    const [before, after] = [meanOf(whole), meanOf(averaged)];
    const shift = after / before - 1;
    const sign = shift > 0 ? '+' : '';
    return fill(dropoutText.layerMean[lang], {
      layer: dropoutText[layer][lang],
      whole: said(before),
      averaged: said(after),
      shift: Number.isFinite(shift) ? `${sign}${percentShort(shift)}` : '—',
    });
  });
}

export function MeansPicture({ data, lang, width, height, act }: ViewProps<MeansData>) {
  const values = data.layers.flatMap(({ whole, averaged }) => [...whole, ...averaged]);
  const x = plotScale([0, ...values], [MARGIN.left, width - MARGIN.right]);
  const ends = x.domain();
  const diagonal: Series = { name: dropoutText.equal[lang], colour: 'var(--gb-neutral)', x: ends, y: ends, dashed: true };
  const named: Series[] = data.layers.map(({ layer }) => ({ name: dropoutText[layer][lang], colour: COLOURS[layer], x: [], y: [] }));
  const yLabel = dropoutText.averaged[lang];
  const legend = placedLegend([diagonal, ...named], yLabel, width);
  const words = layerWords(data, lang).flatMap((line) => linesOf([line], width - 8));
  const top = legend.bottom + 15 * words.length + 6;
  const y = plotScale([0, ...values], [height - MARGIN.bottom, top]);
  return (
    <>
      <Plot
        series={[diagonal]}
        x={x}
        y={y}
        width={width}
        height={height}
        xLabel={dropoutText.whole[lang]}
        yLabel={yLabel}
        label={yLabel}
        interactive={act !== undefined}
      >
        {data.layers.map(({ layer, whole, averaged }) => {
          const spots = whole.flatMap((value, i) => {
            const [cx, cy] = [within(x, value), within(y, averaged[i] ?? NaN)];
            return cx === undefined || cy === undefined ? [] : [[cx, cy] as const];
          });
          const marks = layer === 'afterRelu' ? squares(spots, 4.6) : circles(spots, 2.8);
          return <path d={marks} fill={COLOURS[layer]} fill-opacity={0.8} key={layer} />;
        })}
      </Plot>
      <Legends rows={legend.rows} />
      {words.map((line, i) => (
        <text x={4} y={legend.bottom + 8 + 15 * i} class="gb-label" key={line}>
          {line}
        </text>
      ))}
    </>
  );
}

export function sayMeans(data: MeansData, lang: Lang): string {
  return fill(dropoutText.meansNow[lang], { draws: data.draws, means: layerWords(data, lang).join(lang === 'zh' ? '；' : '; ') });
}

export function meansTable({ layers }: MeansData, lang: Lang): ViewTable {
  return {
    head: [dropoutText.layer[lang], dropoutText.unit[lang], dropoutText.whole[lang], dropoutText.averaged[lang]],
    rows: layers.flatMap(({ layer, whole, averaged }) =>
      whole.map((value, unit) => [dropoutText[layer][lang], unit + 1, short(value), short(averaged[unit] ?? NaN)]),
    ),
  };
}
