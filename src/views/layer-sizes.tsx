/**
 * How large each layer's gradients (bars) and activations (a line) are, on a logarithmic axis. Arrays `gradients` and `activations`
 * [layers], root mean squares.
 */
import { gradientText } from '../i18n/gradients';
import { fill } from '../i18n/text';
import { MARGIN, plotScale } from './parts/axes';
import { Legends, placedLegend } from './parts/legend';
import { within, type Series } from './parts/paths';
import { Plot } from './parts/plot';
import { short } from './parts/ramp';
import { defineView, type ViewProps } from './view';

interface LayerSizes {
  readonly step: number;
  readonly gradients: readonly number[];
  readonly activations: readonly number[];
}

/** Powers of ten around the numbers that a logarithm has. */
function decadesAround(values: readonly number[]): [number, number] {
  const logs = values.filter((value) => Number.isFinite(value) && value > 0).map(Math.log10);
  if (logs.length === 0) return [1e-3, 1];
  return [10 ** Math.max(-300, Math.floor(Math.min(...logs) - 0.01)), 10 ** Math.min(300, Math.ceil(Math.max(...logs) + 0.01))];
}

function Picture({ data, lang, width, height, act }: ViewProps<LayerSizes>) {
  const { gradients, activations } = data;
  const layers = gradients.map((_, i) => i + 1);
  const x = plotScale([0.5, gradients.length + 0.5], [MARGIN.left, width - MARGIN.right]).domain([
    0.5,
    Math.max(1, gradients.length) + 0.5,
  ]);
  const bottom = height - MARGIN.bottom;
  const series: Series[] = [
    { name: gradientText.gradient[lang], colour: 'var(--gb-gradient)', x: layers, y: gradients, bare: true },
    { name: gradientText.activation[lang], colour: 'var(--gb-activation)', x: layers, y: activations },
  ];
  const broken: Series = { name: gradientText.notFinite[lang], colour: 'var(--gb-warn)', x: [], y: [], bare: true };
  const named = gradients.every(Number.isFinite) ? series : [...series, broken];
  const legend = placedLegend(named, gradientText.size[lang], width);
  const y = plotScale(decadesAround([...gradients, ...activations]), [height - MARGIN.bottom, legend.bottom], 'log');
  const bar = Math.max(1, x(1.72) - x(1));
  return (
    <>
      <Plot
        series={series}
        x={x}
        y={y}
        width={width}
        height={height}
        xLabel={gradientText.layer[lang]}
        yLabel={gradientText.size[lang]}
        whole
        label={gradientText.layerSizes[lang]}
        interactive={act !== undefined}
      >
        <g class="gb-layer-bars">
          {gradients.map((size, i) => {
            // No logarithmic axis has a place for nothing at all: it is said, and no bar drawn.
            if (size === 0)
              return (
                <text x={x(i + 1)} y={bottom - 4} text-anchor="middle" class="gb-value" key={i}>
                  0
                </text>
              );
            const isBroken = !Number.isFinite(size);
            const top = isBroken ? legend.bottom : (within(y, size) ?? bottom);
            return (
              <rect
                x={x(i + 1) - bar / 2}
                y={Math.min(top, bottom - 1)}
                width={bar}
                height={Math.max(1, bottom - top)}
                fill={isBroken ? 'var(--gb-warn)' : 'var(--gb-gradient)'}
                key={i}
              />
            );
          })}
        </g>
        {activations.map((size, i) => {
          const cy = within(y, size);
          return cy !== undefined && size > 0 && <circle cx={x(i + 1)} cy={cy} r={3} fill="var(--gb-activation)" key={i} />;
        })}
      </Plot>
      <Legends rows={legend.rows} />
    </>
  );
}

export default defineView<LayerSizes>({
  title: gradientText.layerSizes,
  aspect: { wide: 0.5, narrow: 0.75 },
  read({ step, arrays }) {
    const { gradients, activations } = arrays;
    if (gradients === undefined || activations === undefined) return undefined;
    return { step, gradients: Array.from(gradients.data), activations: Array.from(activations.data) };
  },
  Picture,
  describe({ step, gradients, activations }, lang) {
    const [first = NaN, from = NaN] = [gradients[0], activations[0]];
    const [last = NaN, to = NaN] = [gradients.at(-1), activations.at(-1)];
    const ratio = last === 0 ? '—' : short(first / last);
    return fill(gradientText.layerSizesNow[lang], {
      step,
      layers: gradients.length,
      first: short(first),
      last: short(last),
      ratio,
      from: short(from),
      to: short(to),
    });
  },
  table: ({ gradients, activations }, lang) => ({
    head: [gradientText.layer[lang], gradientText.gradient[lang], gradientText.activation[lang]],
    rows: gradients.map((size, i) => [i + 1, short(size), short(activations[i] ?? NaN)]),
  }),
  samples: {
    vanishing: {
      step: 3,
      gradients: Array.from({ length: 12 }, (_, i) => 0.01 * 0.2 ** (11 - i)),
      activations: Array.from({ length: 12 }, (_, i) => 0.5 + 0.02 * i),
    },
    one: { step: 0, gradients: [0.1], activations: [0.5] },
    dead: { step: 9, gradients: [0, 0, 0], activations: [1, 0, 0] },
    broken: { step: 9, gradients: [NaN, Infinity, 1e300, 1e-300], activations: [1, Infinity, NaN, 2] },
    deep: { step: 9, gradients: Array.from({ length: 32 }, () => 0.01), activations: Array.from({ length: 32 }, () => 1) },
  },
});
