/**
 * An activation and its derivative on one pair of axes, flat parts shaded; the start z0 can be dragged (value `start`), and a dot marks
 * where the run stands now (array `z`, one number an activation). Values: activation, start, goal.
 */
import { fill, labelled } from '../i18n/text';
import { viewText } from '../i18n/views';
import { ACTIVATION_NAMES, activations, isActivationName, type ActivationName } from '../ml/blueprint/activations';
import { MARGIN, plotScale } from './parts/axes';
import { Handle } from './parts/handle';
import { Legends, placedLegend } from './parts/legend';
import { within, type Series } from './parts/paths';
import { Plot } from './parts/plot';
import { coordinate, short } from './parts/ramp';
import { keptBetween } from './parts/words';
import { defineView, type ViewProps } from './view';

interface CurveData {
  readonly name: ActivationName;
  readonly start: number;
  readonly goal: number;
  /** Where gradient descent has brought z. */
  readonly now: number;
}

const REACH = 8;
/** Below this slope a curve counts as flat. */
const FLAT = 0.05;
const XS = Array.from({ length: 321 }, (_, i) => -REACH + i / 20);

/** Stretches of the axis on which the slope is small. */
function flatParts(name: ActivationName): (readonly [number, number])[] {
  const parts: [number, number][] = [];
  let open: number | undefined;
  for (const x of XS) {
    const flat = Math.abs(activations[name].slope(x)) < FLAT;
    if (flat && open === undefined) open = x;
    if (!flat && open !== undefined) {
      parts.push([open, x]);
      open = undefined;
    }
  }
  if (open !== undefined) parts.push([open, REACH]);
  return parts.filter(([from, to]) => to - from > 0.3);
}

function Picture({ data, lang, width, height, act }: ViewProps<CurveData>) {
  const { value, slope, label } = activations[data.name];
  const x = plotScale([-REACH, REACH], [MARGIN.left, width - MARGIN.right]);
  const bounded = Math.max(...XS.map((z) => Math.abs(value(z)))) <= 1.01;
  // High and low enough for where a run starts and where it goes; what leaves the picture is cut off, since a curve drawn along the
  // edge would look flat.
  const heights = bounded ? [-1.2, 1.4] : [-1.4, 4, value(data.start), value(data.goal)];
  const y = plotScale(heights, [height - MARGIN.bottom, MARGIN.top + 18]);
  const series: Series[] = [
    { name: `${label} f(z)`, colour: 'var(--gb-activation)', x: XS, y: XS.map(value) },
    { name: 'f′(z)', colour: 'var(--gb-gradient)', x: XS, y: XS.map(slope) },
  ];
  const slopeNow = slope(data.now);
  const [ballX, ballY, slopeY] = [within(x, data.now), within(y, value(data.now)), within(y, slopeNow)];
  const tangent = [-1.2, 1.2].map((d) => {
    const z = Math.max(-REACH, Math.min(REACH, data.now + d));
    return [x(z), within(y, value(data.now) + slopeNow * (z - data.now))] as const;
  });
  const words = `z = ${short(data.now)} · f = ${short(value(data.now))} · f′ = ${short(slopeNow)}`;
  return (
    <>
      <g class="gb-flat">
        {flatParts(data.name).map(([from, to]) => (
          <rect x={x(from)} width={x(to) - x(from)} y={MARGIN.top + 18} height={height - MARGIN.bottom - MARGIN.top - 18} key={from}>
            <title>{viewText.flat[lang]}</title>
          </rect>
        ))}
      </g>
      <Plot
        series={series}
        x={x}
        y={y}
        width={width}
        height={height}
        xLabel="z"
        yLabel=""
        label={viewText.activationCurve[lang]}
        interactive={act !== undefined}
      >
        <line x1={x(data.goal)} x2={x(data.goal)} y1={MARGIN.top + 18} y2={height - MARGIN.bottom} class="gb-goal" />
        {ballX !== undefined && ballY !== undefined && (
          <>
            <line x1={tangent[0]?.[0]} y1={tangent[0]?.[1]} x2={tangent[1]?.[0]} y2={tangent[1]?.[1]} class="gb-tangent" />
            <circle cx={ballX} cy={ballY} r={5} class="gb-ball" />
            <circle cx={ballX} cy={slopeY} r={4} fill="var(--gb-gradient)" />
          </>
        )}
        <text
          x={coordinate(keptBetween(ballX ?? x(0), words, MARGIN.left + 6, width - MARGIN.right))}
          y={Math.max(MARGIN.top + 34, (ballY ?? 0) - 12)}
          text-anchor="middle"
          class="gb-reading-text"
        >
          {words}
        </text>
      </Plot>
      <Handle
        x={x(data.start)}
        y={height - MARGIN.bottom}
        label={labelled(viewText.startHandle[lang], short(data.start), lang)}
        enabled={act !== undefined}
        value={data.start}
        onMove={(from, dx) => {
          const perPixel = (2 * REACH) / (width - MARGIN.left - MARGIN.right);
          const moved = Math.max(-REACH, Math.min(REACH, from + dx * perPixel));
          act?.({ kind: 'set', values: { start: Math.round(moved * 10) / 10 } });
        }}
      />
      <Legends rows={placedLegend(series, '', width).rows} />
    </>
  );
}

export default defineView<CurveData>({
  title: viewText.activationCurve,
  aspect: { wide: 0.55, narrow: 0.85 },
  reads: ['activation', 'start', 'goal'],
  read({ arrays, values }) {
    const name = values['activation'];
    if (!isActivationName(name)) return undefined;
    const start = Number(values['start'] ?? 0);
    return { name, start, goal: Number(values['goal'] ?? 0), now: arrays['z']?.data[ACTIVATION_NAMES.indexOf(name)] ?? start };
  },
  Picture,
  describe(data, lang) {
    const { value, slope, label } = activations[data.name];
    return fill(viewText.activationNow[lang], {
      name: label,
      z: short(data.now),
      value: short(value(data.now)),
      slope: short(slope(data.now)),
    });
  },
  table: (data) => ({
    head: ['z', 'f(z)', 'f′(z)'],
    rows: XS.filter((_, i) => i % 20 === 0).map((z) => [
      short(z),
      short(activations[data.name].value(z)),
      short(activations[data.name].slope(z)),
    ]),
  }),
  samples: {
    ...Object.fromEntries(ACTIVATION_NAMES.map((name, i) => [name, { name, start: i - 4, goal: 0.5, now: i - 4.5 }])),
    broken: { name: 'relu', start: 8, goal: -4, now: NaN },
    away: { name: 'identity', start: -8, goal: 4, now: 1e12 },
  },
});
