/** The network that one sample of a step passed through, and the masks of all samples of that step. */
import { fill, type Lang } from '../../i18n/text';
import { circles } from '../../views/parts/points';
import { coordinate, percent } from '../../views/parts/ramp';
import { linesOf } from '../../views/parts/words';
import type { ViewProps, ViewTable } from '../../views/view';
import { dropoutText } from './words';

export interface ThinnedData {
  readonly part: 'thinned';
  readonly step: number;
  /** Which sample of the batch is drawn, from 0. */
  readonly sample: number;
  /** Of each of the two layers. */
  readonly units: number;
  /** By sample, the units of both layers: true for what was kept. */
  readonly masks: readonly (readonly boolean[])[];
}

/** More connections than this are drawn as one surface: each by itself could not be told from the next. */
const LINES = 420;
/** Above and below the columns of units. */
const TOP = 20;
const UNDER = 24;
/** Of the height, what the network takes; the masks have the rest. */
const NETWORK = 0.66;

type Spot = readonly [x: number, y: number];

/** Both layers of the sample drawn. */
function layersOf({ masks, sample, units }: ThinnedData): readonly (readonly boolean[])[] {
  const row = masks[sample] ?? [];
  return [row.slice(0, units), row.slice(units)];
}

const keptIn = (mask: readonly boolean[]): number => mask.filter(Boolean).length;

/** Places of a column's units. */
function columnOf(count: number, x: number, top: number, bottom: number): Spot[] {
  const pitch = Math.min(28, (bottom - top) / count);
  const first = (top + bottom) / 2 - ((count - 1) * pitch) / 2;
  return Array.from({ length: count }, (_, i) => [x, first + i * pitch] as const);
}

/** Connections of all units of one column to all of the next. */
function Between({ from, to }: { readonly from: readonly Spot[]; readonly to: readonly Spot[] }) {
  const [a, b, c, d] = [from[0], from.at(-1), to.at(-1), to[0]];
  if (!a || !b || !c || !d) return null;
  const spelled = ([x, y]: Spot): string => `${Math.round(x)} ${Math.round(y)}`;
  if (from.length * to.length > LINES) return <path d={`M${[a, b, c, d].map(spelled).join('L')}z`} class="gb-dropout-mesh" />;
  return <path d={from.flatMap((one) => to.map((other) => `M${spelled(one)}L${spelled(other)}`)).join('')} class="gb-dropout-line" />;
}

/** What was dropped of each sample's units, as strokes in units of one place of a mask. */
function droppedStrokes(masks: ThinnedData['masks']): string {
  return masks
    .flatMap((row, y) =>
      row.flatMap((kept, x) => {
        if (kept || row[x - 1] === false) return [];
        const end = row.indexOf(true, x);
        return [`M${x} ${y + 0.5}h${(end < 0 ? row.length : end) - x}`];
      }),
    )
    .join('');
}

export function ThinnedPicture({ data, lang, width, height }: ViewProps<ThinnedData>) {
  const { units, masks, sample, step } = data;
  const layers = layersOf(data);
  const foot = height * NETWORK;
  const [left, right] = [16, width - 16];
  const across = (i: number): number => left + ((right - left) * i) / 3;
  const at = (count: number, i: number): Spot[] => columnOf(count, across(i), TOP, foot - UNDER);
  const hidden = layers.map((_, i) => at(units, i + 1));
  const kept = hidden.map((spots, i) => spots.filter((_, unit) => layers[i]?.[unit] === true));
  const dropped = hidden.flatMap((spots, i) => spots.filter((_, unit) => layers[i]?.[unit] === false));
  const columns = [at(2, 0), ...kept, at(1, 3)];
  const radius = Math.max(1.4, Math.min(6, (foot - TOP - UNDER) / units / 2.6));
  const names = [
    dropoutText.input[lang],
    ...layers.map((mask) => fill(dropoutText.kept[lang], { kept: keptIn(mask), units })),
    dropoutText.output[lang],
  ];
  const words = linesOf([step === 0 ? dropoutText.untrained[lang] : dropoutText.masks[lang]], width);
  const matrix = { top: foot + 16 * words.length + 4, rows: Math.max(1, masks.length), columns: Math.max(1, 2 * units) };
  const scale = { x: (width - 8) / matrix.columns, y: Math.max(1, height - matrix.top - 4) / matrix.rows };
  return (
    <g class="gb-dropout">
      {columns.slice(1).map((to, i) => (
        <Between from={columns[i] ?? []} to={to} key={i} />
      ))}
      <path d={circles([...(columns[0] ?? []), ...(columns[3] ?? [])], 5)} class="gb-dropout-end" />
      <path d={circles(kept.flat(), radius)} class="gb-dropout-kept" />
      <path d={circles(dropped, radius)} class="gb-dropout-dropped" />
      {names.map((name, i) => (
        <text
          x={coordinate(across(i) + (i === 0 ? -14 : i === 3 ? 14 : 0))}
          y={12}
          text-anchor={i === 0 ? 'start' : i === 3 ? 'end' : 'middle'}
          class="gb-label"
          key={i}
        >
          {name}
        </text>
      ))}
      {words.map((line, i) => (
        <text x={4} y={coordinate(foot + 12 + 16 * i)} key={line}>
          {line}
        </text>
      ))}
      <g transform={`translate(4,${coordinate(matrix.top)}) scale(${scale.x.toFixed(3)},${scale.y.toFixed(3)})`}>
        <rect width={matrix.columns} height={matrix.rows} class="gb-dropout-masks" />
        <path d={droppedStrokes(masks)} class="gb-dropout-off" />
      </g>
      <line
        x1={coordinate(4 + units * scale.x)}
        x2={coordinate(4 + units * scale.x)}
        y1={coordinate(matrix.top)}
        y2={coordinate(matrix.top + matrix.rows * scale.y)}
        class="gb-dropout-between"
      />
      <rect
        x={3}
        y={coordinate(matrix.top + sample * scale.y - 0.5)}
        width={coordinate(width - 6)}
        height={coordinate(scale.y + 1)}
        class="gb-cell-chosen gb-dropout-row"
      />
    </g>
  );
}

export function sayThinned(data: ThinnedData, lang: Lang): string {
  const [first = [], second = []] = layersOf(data);
  const all = data.masks.flat();
  return fill(dropoutText.thinnedNow[lang], {
    step: data.step,
    sample: data.sample + 1,
    units: data.units,
    first: keptIn(first),
    second: keptIn(second),
    share: percent(1 - keptIn(all) / Math.max(1, all.length), 1),
  });
}

export function thinnedTable(data: ThinnedData, lang: Lang): ViewTable {
  const layers = layersOf(data);
  return {
    head: [dropoutText.unit[lang], ...layers.map((_, i) => fill(dropoutText.hidden[lang], { layer: i + 1 }))],
    rows: Array.from({ length: data.units }, (_, unit) => [unit + 1, ...layers.map((mask) => (mask[unit] === true ? 1 : 0))]),
  };
}
