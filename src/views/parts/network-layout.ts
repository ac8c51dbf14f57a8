/** A network as columns of units: who stands where, and which connections lead between them. */
import { at } from '../../base/at';
import { layerNamed } from '../../ml/blueprint/layers';
import { firstShape, type NetworkSpec } from '../../ml/blueprint/network-spec';
import type { ViewArray, ViewNetwork } from '../view';
import { textWidth } from './words';

export interface Column {
  readonly id: string;
  readonly units: number;
  readonly names: readonly string[];
  readonly surfaces: ViewArray | undefined;
  /** The kernel that leads here, [units before, units], if it is known. */
  readonly kernel: ViewArray | undefined;
  /** Layers that this column stands for, where the middle of a long chain is folded; it has no units of its own then. */
  readonly folded?: number;
}

export interface Edge {
  readonly column: number;
  readonly from: number;
  readonly to: number;
  readonly weight: number;
}

export const FEATURE_LABELS: Readonly<Record<string, string>> = {
  x1: 'x₁',
  x2: 'x₂',
  x1Squared: 'x₁²',
  x2Squared: 'x₂²',
  x1x2: 'x₁x₂',
  sinX1: 'sin x₁',
  sinX2: 'sin x₂',
};
/** More units than this in a column are not drawn one by one. */
const MOST_UNITS = 16;
/** More columns than this are folded in the middle. */
const MOST_COLUMNS = 10;

/** A view's network as a specification: options that no layer can have are left out. */
export function specOf(spec: ViewNetwork): NetworkSpec {
  return {
    ...spec,
    nodes: spec.nodes.map((node) => ({
      ...node,
      options: Object.fromEntries(
        Object.entries(node.options).flatMap(([name, value]) =>
          typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean' ? [[name, value]] : [],
        ),
      ),
    })),
  };
}

/** The inputs and every layer of units of a network, with the arrays of the frame that belong to them. */
export function columnsOf(spec: ViewNetwork, arrays: Readonly<Record<string, ViewArray>>, features: readonly string[]): Column[] {
  const count = at(firstShape(spec), -1);
  const names = Array.from({ length: count }, (_, i) => FEATURE_LABELS[features[i] ?? ''] ?? `x${i + 1}`);
  const columns: Column[] = [{ id: 'x', units: count, names, surfaces: arrays['units/x'], kernel: undefined }];
  for (const node of spec.nodes) {
    if (layerNamed(node.layer)?.drawing !== 'units') continue;
    const units = Number(node.options['units']);
    const surfaces = arrays[`units/${node.id}`];
    columns.push({
      id: node.id,
      units,
      names: Array.from({ length: units }, (_, i) => `${node.id}[${i + 1}]`),
      surfaces,
      kernel: arrays[`weights/${node.id}/kernel`],
    });
  }
  return columns;
}

/** Columns as they are drawn: a chain longer than a picture is wide shows its ends, and in between how many layers are not shown. */
export function foldColumns(columns: readonly Column[]): readonly Column[] {
  if (columns.length <= MOST_COLUMNS) return columns;
  const ends = Math.floor((MOST_COLUMNS - 1) / 2);
  const folded = columns.length - 2 * ends;
  const fold: Column = { id: `fold-${folded}`, units: 0, names: [], surfaces: undefined, kernel: undefined, folded };
  return [...columns.slice(0, ends), fold, ...columns.slice(-ends)];
}

/** The connections between columns whose units are drawn one by one, where their weights are known. */
export function edgesOf(columns: readonly Column[]): Edge[] {
  return columns.flatMap(({ kernel, units }, column) => {
    if (kernel === undefined || units > MOST_UNITS) return [];
    const before = columns[column - 1]?.units ?? 0;
    if (before > MOST_UNITS || before * units !== kernel.data.length) return [];
    return Array.from({ length: before * units }, (_, i) => ({
      column,
      from: Math.floor(i / units),
      to: i % units,
      weight: kernel.data[i] ?? 0,
    }));
  });
}

/** The largest finite weight's size, over all layers, drawn or not. */
export function largestWeight(columns: readonly Column[]): number {
  let largest = 0;
  for (const { kernel } of columns) {
    for (let i = 0; i < (kernel?.data.length ?? 0); i++) {
      const size = Math.abs(kernel?.data[i] ?? 0);
      if (Number.isFinite(size)) largest = Math.max(largest, size);
    }
  }
  return largest;
}

export interface Layout {
  /** Side of a unit's square. */
  readonly side: number;
  /** From one column to the next. */
  readonly gap: number;
  /** Width of the heaviest connection: less where units stand close. */
  readonly thickest: number;
  /** The left upper corner of a unit. */
  readonly place: (column: number, unit: number) => readonly [number, number];
  /** Where a column's units, or the box that stands for them, begin and end. */
  readonly extent: (column: number) => readonly [top: number, bottom: number];
}

/** How many units of a column are drawn, one by one. */
export function drawnUnits({ units }: Pick<Column, 'units'>): number {
  return units > MOST_UNITS ? 0 : units;
}

/** Which unit, or which column, is at a place of the drawing; undefined where there is neither. */
export function unitAt(
  columns: readonly Column[],
  layout: Layout,
  [x, y]: readonly [number, number],
): { readonly column: number; readonly unit?: number } | undefined {
  for (const [at, column] of columns.entries()) {
    const [left] = layout.place(at, 0);
    if (x < left || x > left + layout.side || column.folded !== undefined) continue;
    for (let unit = 0; unit < drawnUnits(column); unit++) {
      const [, top] = layout.place(at, unit);
      if (y >= top && y <= top + layout.side) return { column: at, unit };
    }
    const [top, bottom] = layout.extent(at);
    if (drawnUnits(column) === 0 && y >= top && y <= bottom) return { column: at };
  }
  return undefined;
}

const TOP = 22;
/** Room for the reading under the network. */
const BOTTOM = 26;

/** Columns side by side over the whole width, with room for the inputs' names at the left; units as large as the fullest column lets them be. */
export function layoutOf(columns: readonly Column[], width: number, height: number): Layout {
  const left = 8 + Math.max(0, ...(columns[0]?.names ?? []).map(textWidth));
  const inner = height - TOP - BOTTOM;
  const tallest = Math.max(1, ...columns.map(drawnUnits));
  const side = Math.max(8, Math.min(44, inner / tallest - 5, ((width - left) / Math.max(2, columns.length)) * 0.5));
  const gap = (width - left - side) / Math.max(1, columns.length - 1);
  const pitch = Math.min(side + 14, inner / tallest);
  const middle = TOP + inner / 2;
  const place = (column: number, unit: number): readonly [number, number] => {
    const units = Math.max(1, drawnUnits(columns[column] ?? { units: 1 }));
    const own = Math.min(side + 14, inner / units);
    return [left + column * gap, middle + (unit - (units - 1) / 2) * own - side / 2];
  };
  const extent = (column: number): readonly [number, number] => {
    const { units, folded } = columns[column] ?? { units: 1, folded: undefined };
    if (folded !== undefined) return [middle - side / 2, middle + side / 2];
    if (drawnUnits({ units }) === 0) return [TOP + 4, TOP + inner - 4];
    return [place(column, 0)[1], place(column, units - 1)[1] + side];
  };
  return { side, gap, thickest: Math.max(1.2, Math.min(5, 0.08 * pitch)), place, extent };
}
