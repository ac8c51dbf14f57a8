/**
 * The network drawn from its specification: dense layers as columns of units, each with what it answers over the plane where the
 * frame has it (`units/<node>`), connections coloured by sign and as wide as their weight is large (`weights/<node>/kernel`).
 */
import { useState } from 'preact/hooks';
import { fill } from '../i18n/text';
import { viewText } from '../i18n/views';
import { describeNetwork } from '../ml/spec/describe';
import { columnsOf, edgesOf, layoutOf, MOST_UNITS, specOf, type Column, type Edge } from './parts/network-layout';
import { diverging, short } from './parts/ramp';
import { SignedSurface } from './parts/surface';
import { defineView, type ViewProps } from './view';

interface NetworkData {
  readonly step: number;
  readonly columns: readonly Column[];
  readonly hidden: number;
  readonly parameters: number;
}

function Unit({ column, unit, x, y, side }: { column: Column; unit: number; x: number; y: number; side: number }) {
  const { surfaces } = column;
  const cells = (surfaces?.shape[1] ?? 0) * (surfaces?.shape[2] ?? 0);
  // Each unit's picture spans its own range: ReLUs and squares reach far beyond 1.
  let largest = 1e-6;
  for (let i = 0; i < cells; i++) largest = Math.max(largest, Math.abs(surfaces?.data[unit * cells + i] ?? 0) || 0);
  return (
    <g class="gb-unit">
      {surfaces !== undefined && unit < (surfaces.shape[0] ?? 0) ? (
        <SignedSurface array={surfaces} index={unit} x={x} y={y} size={side} coarse scale={Number.isFinite(largest) ? largest : 1} />
      ) : (
        <rect x={x} y={y} width={side} height={side} fill="var(--gb-surface)" />
      )}
      <rect x={x} y={y} width={side} height={side} rx={3} class="gb-unit-frame" />
    </g>
  );
}

function Picture({ data, lang, width, height, act }: ViewProps<NetworkData>) {
  const { columns } = data;
  const layout = layoutOf(columns, width, height);
  const edges = edgesOf(columns);
  const [chosen, setChosen] = useState<number | undefined>(undefined);
  const heaviest = Math.max(1, ...edges.map(({ weight }) => Math.abs(weight) || 0));
  const ends = (edge: Edge): readonly [number, number, number, number] => {
    const [x1, y1] = layout.place(edge.column - 1, edge.from);
    const [x2, y2] = layout.place(edge.column, edge.to);
    return [x1 + layout.side, y1 + layout.side / 2, x2, y2 + layout.side / 2];
  };
  const d = (edge: Edge): string => {
    const [x1, y1, x2, y2] = ends(edge).map(Math.round);
    const middle = Math.round(((x1 ?? 0) + (x2 ?? 0)) / 2);
    return `M${x1},${y1}C${middle},${y1} ${middle},${y2} ${x2},${y2}`;
  };
  const edge = chosen === undefined ? undefined : edges[chosen];
  const nameOf = ({ column, from, to }: Edge): string =>
    fill(viewText.weightOf[lang], { from: columns[column - 1]?.names[from] ?? '', to: columns[column]?.names[to] ?? '' });
  const onKeyDown = (event: KeyboardEvent): void => {
    const move = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const change = { ArrowUp: 0.1, ArrowDown: -0.1 }[event.key];
    if (move !== undefined && edges.length > 0) setChosen(((chosen ?? -1) + move + edges.length) % edges.length);
    else if (change !== undefined && edge !== undefined) {
      act?.({
        kind: 'edit',
        variable: `${columns[edge.column]?.id ?? ''}/kernel`,
        index: edge.from * (columns[edge.column]?.units ?? 1) + edge.to,
        value: edge.weight + change,
      });
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <g
      class="gb-touch"
      tabIndex={act === undefined ? undefined : 0}
      role={act === undefined ? undefined : 'application'}
      aria-label={act === undefined ? undefined : `${viewText.network[lang]} (← → ↑ ↓)`}
      onKeyDown={onKeyDown}
    >
      <g class="gb-edges" fill="none">
        {edges.map((one, i) => (
          <path
            d={d(one)}
            key={i}
            stroke={diverging(Math.sign(one.weight) * Math.min(1, 0.25 + Math.abs(one.weight) / heaviest))}
            stroke-width={Math.round((0.5 + 4.5 * Math.min(1, Math.abs(one.weight) / heaviest)) * 10) / 10}
            class={i === chosen ? 'gb-edge gb-chosen' : 'gb-edge'}
            onPointerEnter={() => setChosen(i)}
            onClick={() => setChosen(i)}
          />
        ))}
      </g>
      {columns.map((column, c) =>
        column.units > MOST_UNITS ? (
          <text x={layout.place(c, 0)[0] + layout.side / 2} y={height / 2} text-anchor="middle" class="gb-label" key={column.id}>
            {`× ${column.units}`}
          </text>
        ) : (
          Array.from({ length: column.units }, (_, unit) => {
            const [x, y] = layout.place(c, unit);
            return <Unit column={column} unit={unit} x={Math.round(x)} y={Math.round(y)} side={layout.side} key={`${column.id}-${unit}`} />;
          })
        ),
      )}
      {columns.map((column, c) => (
        <text
          x={layout.place(c, 0)[0] + (c === 0 ? 0 : c === columns.length - 1 ? layout.side : layout.side / 2)}
          y={12}
          text-anchor={c === 0 ? 'start' : c === columns.length - 1 ? 'end' : 'middle'}
          class="gb-label"
          key={column.id}
        >
          {c === 0 ? column.names.slice(0, 3).join(' ') : column.id}
        </text>
      ))}
      {edge !== undefined && (
        <text x={width / 2} y={height - 4} text-anchor="middle" class="gb-reading-text" aria-live="polite">
          {`${nameOf(edge)}: ${short(edge.weight)}`}
        </text>
      )}
    </g>
  );
}

const line = (sizes: readonly number[]): NetworkData => ({
  step: 7,
  hidden: 3,
  parameters: 21,
  columns: sizes.map((units, i) => ({
    id: i === 0 ? 'x' : `hidden${i}`,
    units,
    names: Array.from({ length: units }, (_, unit) => `u${unit + 1}`),
    surfaces: { shape: [units, 3, 3], data: Array.from({ length: 9 * units }, (_, k) => Math.sin(k)) },
    kernel:
      i === 0
        ? undefined
        : { shape: [sizes[i - 1] ?? 0, units], data: Array.from({ length: (sizes[i - 1] ?? 0) * units }, (_, k) => Math.cos(k)) },
  })),
});

export default defineView<NetworkData>({
  title: viewText.network,
  aspect: { wide: 0.95, narrow: 0.95 },
  read({ step, arrays, values, spec }) {
    if (spec === undefined) return undefined;
    const features = Array.isArray(values['features']) ? values['features'].map(String) : [];
    const columns = columnsOf(spec, arrays, features);
    const hidden = columns.slice(1, -1).reduce((sum, { units }) => sum + units, 0);
    return { step, columns, hidden, parameters: describeNetwork(specOf(spec)).parameters };
  },
  Picture,
  describe(data, lang) {
    const weights = edgesOf(data.columns).map(({ weight }) => Math.abs(weight) || 0);
    return fill(viewText.networkNow[lang], {
      step: data.step,
      layers: data.columns.length - 1,
      units: data.hidden,
      parameters: data.parameters,
      weight: short(Math.max(0, ...weights)),
    });
  },
  table: (data, lang) => ({
    head: [viewText.edge[lang], viewText.weight[lang]],
    rows: edgesOf(data.columns)
      .slice(0, 300)
      .map(({ column, from, to, weight }) => [
        `${data.columns[column - 1]?.names[from] ?? ''} → ${data.columns[column]?.names[to] ?? ''}`,
        short(weight),
      ]),
  }),
  samples: { small: line([2, 4, 2, 1]), one: line([1, 1]), large: line([7, 16, 16, 16, 16, 16, 16, 4]), wide: line([2, 64, 1]) },
});
