/**
 * A function of one variable, samples of it, and what the network makes of it. Arrays: grid, target, points [n, 2], and either `fit` with
 * `shares` [units, n], or several fits [k, n] named by the option `fits`, of which the value named by `which` (from 1) is shown.
 */
import { fill, labelled } from '../i18n/text';
import { viewText } from '../i18n/views';
import { MARGIN, plotScale } from './parts/axes';
import { DrawArea } from './parts/draw-area';
import { Legends, placedLegend } from './parts/legend';
import { within, type Series } from './parts/paths';
import { Plot } from './parts/plot';
import { circles } from './parts/points';
import { short } from './parts/ramp';
import { defineView, type ViewProps } from './view';

interface FitData {
  readonly step: number;
  readonly x: readonly number[];
  readonly target: readonly number[];
  readonly fit: readonly number[];
  readonly shares: readonly (readonly number[])[];
  readonly points: readonly (readonly [number, number])[];
  readonly drawing: boolean;
}

/** Values of the picture's height: data lie in about [-1, 1]. */
const HEIGHT = 1.6;

/** A drawn line as samples: of places nearly above each other the first is kept. */
function thinned(line: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] {
  return line.filter(([x], i) => i === 0 || Math.abs(x - (line[i - 1]?.[0] ?? 0)) > 0.004);
}

function Picture({ data, lang, width, height, act }: ViewProps<FitData>) {
  const x = plotScale([-1, 1], [MARGIN.left, width - MARGIN.right]);
  const main: Series[] = [
    { name: viewText.target[lang], colour: 'var(--gb-neutral)', x: data.x, y: data.target, dashed: true },
    { name: viewText.fit[lang], colour: 'var(--gb-activation)', x: data.x, y: data.fit },
  ];
  const shares: Series[] = data.shares.map((share, i) => ({
    name: fill(viewText.share[lang], { unit: i + 1 }),
    colour: 'var(--gb-weight)',
    x: data.x,
    y: share,
    faint: true,
  }));
  const legend = placedLegend([...main, ...shares.slice(0, 1).map((share) => ({ ...share, name: viewText.shares[lang] }))], 'y', width);
  const y = plotScale([-HEIGHT, HEIGHT], [height - MARGIN.bottom, legend.bottom]).domain([-HEIGHT, HEIGHT]);
  return (
    <>
      <Plot
        series={[...shares, ...main]}
        x={x}
        y={y}
        width={width}
        height={height}
        xLabel="x"
        yLabel="y"
        label={viewText.functionFit[lang]}
        interactive={act !== undefined}
      >
        <g class="gb-dots">
          <path
            d={circles(
              data.points.flatMap(([px, py]) => {
                const [cx, cy] = [within(x, px), within(y, py)];
                return cx === undefined || cy === undefined ? [] : [[cx, cy]];
              }),
              2.6,
            )}
            fill="var(--gb-train)"
          />
        </g>
      </Plot>
      {data.drawing && act !== undefined && (
        <DrawArea
          x={x}
          y={y}
          label={labelled(viewText.drawTarget[lang], viewText.keysDraw[lang], lang)}
          onDrawn={(drawn) => act({ kind: 'points', rows: thinned(drawn) })}
        />
      )}
      <Legends rows={legend.rows} />
    </>
  );
}

const sample = (f: (x: number) => number, drawing = false): FitData => {
  const x = Array.from({ length: 21 }, (_, i) => -1 + i / 10);
  return {
    step: 5,
    x,
    target: x.map((v) => Math.sin(3 * v)),
    fit: x.map(f),
    shares: [x.map((v) => Math.max(0, v)), x.map((v) => -v)],
    points: [
      [0, 0],
      [0.5, 1],
    ],
    drawing,
  };
};

export default defineView<FitData>({
  title: viewText.functionFit,
  aspect: { wide: 0.62, narrow: 0.8 },
  reads: (options) => ['showUnits', 'paint', ...(typeof options['which'] === 'string' ? [options['which']] : [])],
  read({ step, arrays, values }, options) {
    const { grid, target } = arrays;
    if (grid === undefined || target === undefined) return undefined;
    const count = grid.data.length;
    const row = (name: string, index: number): number[] =>
      Array.from({ length: count }, (_, i) => arrays[name]?.data[index * count + i] ?? NaN);
    const many = typeof options['fits'] === 'string' ? options['fits'] : undefined;
    const which = Math.max(0, Number(typeof options['which'] === 'string' ? values[options['which']] : 1) - 1);
    const units = many === undefined && values['showUnits'] !== false ? (arrays['shares']?.shape[0] ?? 0) : 0;
    const points = Array.from(
      { length: arrays['points']?.shape[0] ?? 0 },
      (_, i) => [arrays['points']?.data[2 * i] ?? 0, arrays['points']?.data[2 * i + 1] ?? 0] as const,
    );
    return {
      step,
      x: Array.from(grid.data),
      target: Array.from(target.data),
      fit: many === undefined ? row('fit', 0) : row(many, which),
      shares: Array.from({ length: units }, (_, unit) => row('shares', unit)),
      points,
      drawing: options['draw'] === true && typeof values['paint'] === 'number',
    };
  },
  Picture,
  describe(data, lang) {
    const apart = data.fit.map((value, i) => Math.abs(value - (data.target[i] ?? 0)));
    const mean = apart.reduce((sum, value) => sum + value * value, 0) / Math.max(1, apart.length);
    return fill(viewText.fitNow[lang], { step: data.step, worst: short(Math.max(0, ...apart)), mean: short(mean) });
  },
  table: (data, lang) => ({
    head: ['x', viewText.target[lang], viewText.fit[lang]],
    rows: data.x.filter((_, i) => i % 5 === 0).map((x, i) => [short(x), short(data.target[5 * i] ?? NaN), short(data.fit[5 * i] ?? NaN)]),
  }),
  samples: {
    close: sample((x) => Math.sin(3 * x) + 0.1),
    drawing: sample(() => 0, true),
    broken: sample(() => NaN),
    far: sample((x) => x * 1e9),
  },
});
