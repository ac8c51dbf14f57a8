/** All activations as small multiples, each with where its own run stands. Array `z` [9]; values start, goal. */
import { fill } from '../i18n/text';
import { viewText } from '../i18n/views';
import { ACTIVATION_NAMES, activations } from '../ml/blueprint/activations';
import { plotScale } from './parts/axes';
import { seriesPath, within } from './parts/paths';
import { short } from './parts/ramp';
import { defineView, type ViewProps } from './view';

interface GridData {
  readonly step: number;
  readonly start: number;
  readonly goal: number;
  readonly z: readonly number[];
}

const XS = Array.from({ length: 65 }, (_, i) => -8 + i / 4);

function Picture({ data, width, height }: ViewProps<GridData>) {
  const cellWidth = width / 3;
  const cellHeight = height / 3;
  return (
    <g class="gb-small-multiples">
      {ACTIVATION_NAMES.map((name, i) => {
        const { value, label } = activations[name];
        const ys = XS.map(value);
        const x = plotScale([-8, 8], [4, cellWidth - 10]);
        const y = plotScale([-1, 1, ...ys], [cellHeight - 8, 20]);
        const z = data.z[i] ?? data.start;
        return (
          <g transform={`translate(${(i % 3) * cellWidth},${Math.floor(i / 3) * cellHeight})`} key={name}>
            <text x={4} y={13} class="gb-label">
              {label}
            </text>
            <text x={cellWidth - 10} y={13} text-anchor="end" class="gb-value">
              {short(z)}
            </text>
            <line x1={x(data.goal)} x2={x(data.goal)} y1={20} y2={cellHeight - 8} class="gb-goal" />
            <path d={seriesPath({ x: XS, y: ys }, x, y)} fill="none" stroke="var(--gb-activation)" class="gb-line" />
            <circle cx={x(data.start)} cy={y(value(data.start))} r={3} class="gb-start" />
            {Number.isFinite(z) && <circle cx={within(x, z)} cy={within(y, value(z))} r={4} class="gb-ball" />}
          </g>
        );
      })}
    </g>
  );
}

export default defineView<GridData>({
  title: viewText.activationGrid,
  aspect: { wide: 0.6, narrow: 0.95 },
  reads: ['start', 'goal'],
  read({ step, arrays, values }) {
    const { z } = arrays;
    if (z === undefined) return undefined;
    return { step, start: Number(values['start'] ?? 0), goal: Number(values['goal'] ?? 0), z: Array.from(z.data) };
  },
  Picture,
  describe(data, lang) {
    const near = data.z.filter(
      (z, i) =>
        Math.abs(
          activations[ACTIVATION_NAMES[i] ?? 'identity'].value(z) - activations[ACTIVATION_NAMES[i] ?? 'identity'].value(data.goal),
        ) <= 0.01,
    );
    const moved = data.z.map((z) => Math.abs(z - data.start));
    const slowest = ACTIVATION_NAMES[moved.indexOf(Math.min(...moved))] ?? 'identity';
    return fill(viewText.gridNow[lang], { step: data.step, arrived: near.length, slowest: activations[slowest].label });
  },
  table: (data, lang) => ({
    head: [viewText.function[lang], 'z', viewText.moved[lang]],
    rows: ACTIVATION_NAMES.map((name, i) => [activations[name].label, short(data.z[i] ?? NaN), short((data.z[i] ?? NaN) - data.start)]),
  }),
  samples: {
    usual: { step: 40, start: 5, goal: 0.5, z: [4.9, 4.8, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5] },
    broken: { step: 0, start: 0, goal: 0, z: [NaN] },
  },
});
