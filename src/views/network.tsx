/**
 * The network drawn from its specification: dense layers as columns of units, each with what it answers over the plane where the
 * frame has it (`units/<node>`; `units/x` for the inputs), connections coloured by sign and as wide as their weight is large
 * (`weights/<node>/kernel`). A connection can be chosen and its weight changed; a unit can be looked into. Values: features (names of
 * the inputs).
 */
import { useState } from 'preact/hooks';
import { fill, labelled } from '../i18n/text';
import { viewText } from '../i18n/views';
import { describeNetwork } from '../ml/blueprint/describe';
import { Bundles, Edges, nearestEdge } from './parts/network-edges';
import { columnsOf, edgesOf, foldColumns, largestWeight, layoutOf, specOf, unitAt, type Column, type Edge } from './parts/network-layout';
import { ColumnName, Units } from './parts/network-units';
import { Nudge } from './parts/nudge';
import { readingHandlers, shareOf } from './parts/pointing';
import { short } from './parts/ramp';
import { defineView, type ViewProps } from './view';

interface NetworkData {
  readonly step: number;
  readonly columns: readonly Column[];
  readonly hidden: number;
  readonly parameters: number;
}

/** What one press of a key or a button adds to a weight. */
const NUDGE = 0.1;

function Picture({ data, lang, width, height, act }: ViewProps<NetworkData>) {
  const columns = foldColumns(data.columns);
  const layout = layoutOf(columns, width, height);
  const edges = edgesOf(columns);
  const [hovered, setHovered] = useState<number | undefined>(undefined);
  const [chosen, setChosen] = useState<number | undefined>(undefined);
  const heaviest = Math.max(1, largestWeight(columns));
  const edge = edges[chosen ?? hovered ?? -1];
  const nameOf = ({ column, from, to }: Edge): string =>
    fill(viewText.weightOf[lang], { from: columns[column - 1]?.names[from] ?? '', to: columns[column]?.names[to] ?? '' });
  const change = (by: number): void => {
    const column = columns[edge?.column ?? -1];
    if (edge === undefined || column === undefined) return;
    act?.({ kind: 'edit', variable: `${column.id}/kernel`, index: edge.from * column.units + edge.to, value: edge.weight + by });
  };
  const choose = (event: MouseEvent): void => {
    const [across, down] = shareOf(event) ?? [-1, -1];
    const hit = unitAt(columns, layout, [across * width, down * height]);
    const layer = columns[hit?.column ?? -1]?.id;
    if (hit === undefined || layer === undefined) setChosen(edgeAt(event));
    else act?.({ kind: 'inspect', layer, ...(hit.unit === undefined ? {} : { unit: hit.unit }) });
  };
  const edgeAt = (event: MouseEvent): number | undefined => {
    const share = shareOf(event);
    return share === undefined ? undefined : nearestEdge(edges, layout, [share[0] * width, share[1] * height]);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const move = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const by = { ArrowUp: NUDGE, ArrowDown: -NUDGE }[event.key];
    if (move !== undefined && edges.length > 0) setChosen(((chosen ?? (move === 1 ? -1 : 0)) + move + edges.length) % edges.length);
    else if (by !== undefined && edge !== undefined) change(by);
    else if (event.key === 'Escape' && chosen !== undefined) setChosen(undefined);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const touchable = act !== undefined && columns.length > 0;
  const touch = touchable
    ? { tabindex: 0, role: 'application' as const, 'aria-label': `${viewText.network[lang]}: ${viewText.keysNetwork[lang]}` }
    : {};
  return (
    <g class="gb-touch" {...touch} onKeyDown={onKeyDown}>
      <Bundles columns={columns} edges={edges} layout={layout} />
      <Edges edges={edges} layout={layout} heaviest={heaviest} chosen={chosen ?? hovered} />
      {columns.map((column, c) => (
        <g key={column.id}>
          <Units column={column} layout={layout} at={c} named={c === 0} />
          <ColumnName column={column} layout={layout} at={c} last={columns.length - 1} />
        </g>
      ))}
      {touchable && (
        <rect
          width={width}
          height={height}
          fill="transparent"
          class="gb-readable"
          {...readingHandlers(edgeAt, setHovered)}
          onClick={choose}
        />
      )}
      {edge !== undefined && (
        <text x={width / 2} y={height - 6} text-anchor="middle" class="gb-reading-text" aria-live="polite">
          {labelled(nameOf(edge), short(edge.weight), lang)}
        </text>
      )}
      {touchable && chosen !== undefined && edge !== undefined && (
        <>
          <Nudge x={14} y={height - 11} sign="−" label={`${nameOf(edge)} − ${NUDGE}`} onPress={() => change(-NUDGE)} />
          <Nudge x={width - 14} y={height - 11} sign="+" label={`${nameOf(edge)} + ${NUDGE}`} onPress={() => change(NUDGE)} />
        </>
      )}
    </g>
  );
}

const line = (sizes: readonly number[], weight: (k: number) => number = Math.cos): NetworkData => ({
  step: 7,
  hidden: sizes.slice(1, -1).reduce((sum, units) => sum + units, 0),
  parameters: 21,
  columns: sizes.map((units, i) => ({
    id: i === 0 ? 'x' : i === sizes.length - 1 ? 'output' : `hidden${i}`,
    units,
    names: Array.from({ length: units }, (_, unit) => (i === 0 ? `x${unit + 1}` : `hidden${i}[${unit + 1}]`)),
    surfaces: { shape: [units, 3, 3], data: Array.from({ length: 9 * units }, (_, k) => Math.sin(k)) },
    kernel:
      i === 0
        ? undefined
        : { shape: [sizes[i - 1] ?? 0, units], data: Array.from({ length: (sizes[i - 1] ?? 0) * units }, (_, k) => weight(k)) },
  })),
});

export default defineView<NetworkData>({
  title: viewText.network,
  aspect: { wide: 0.95, narrow: 0.95 },
  reads: ['features'],
  read({ step, arrays, values, spec }) {
    if (spec === undefined) return undefined;
    const features = Array.isArray(values['features']) ? values['features'].map(String) : [];
    const columns = columnsOf(spec, arrays, features);
    const hidden = columns.slice(1, -1).reduce((sum, { units }) => sum + units, 0);
    return { step, columns, hidden, parameters: describeNetwork(specOf(spec)).parameters };
  },
  Picture,
  describe: (data, lang) =>
    fill(viewText.networkNow[lang], {
      step: data.step,
      layers: data.columns.length - 1,
      units: data.hidden,
      parameters: data.parameters,
      weight: short(largestWeight(data.columns)),
    }),
  table: (data, lang) => ({
    head: [viewText.edge[lang], viewText.weight[lang]],
    rows: edgesOf(data.columns)
      .slice(0, 300)
      .map(({ column, from, to, weight }) => [
        `${data.columns[column - 1]?.names[from] ?? ''} → ${data.columns[column]?.names[to] ?? ''}`,
        short(weight),
      ]),
  }),
  samples: {
    small: line([2, 4, 2, 1]),
    one: line([1, 1]),
    large: line([7, 16, 16, 16, 16, 16, 16, 4]),
    wide: line([2, 64, 1]),
    deep: line([2, ...Array.from({ length: 30 }, () => 3), 1]),
    broken: line([2, 3, 1], (k) => [NaN, Infinity, 1e30][k % 3] ?? 0),
  },
});
