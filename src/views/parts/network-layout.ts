/** A network as columns of units: who stands where, and which connections lead between them. */
import type { NetworkSpec } from '../../ml/spec/network-spec';
import type { ViewArray, ViewNetwork } from '../view';

export interface Column {
  readonly id: string;
  readonly units: number;
  readonly names: readonly string[];
  readonly surfaces: ViewArray | undefined;
  /** The kernel that leads here, [units before, units], if it is known. */
  readonly kernel: ViewArray | undefined;
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
export const MOST_UNITS = 16;

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

export function columnsOf(spec: ViewNetwork, arrays: Readonly<Record<string, ViewArray>>, features: readonly string[]): Column[] {
  const [input = [1]] = Object.values(spec.inputs);
  const count = input.at(-1) ?? 1;
  const names = Array.from({ length: count }, (_, i) => FEATURE_LABELS[features[i] ?? ''] ?? `x${i + 1}`);
  const columns: Column[] = [{ id: 'x', units: count, names, surfaces: arrays['units/x'], kernel: undefined }];
  for (const node of spec.nodes) {
    if (node.layer !== 'dense') continue;
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

export interface Layout {
  readonly side: number;
  place(column: number, unit: number): readonly [number, number];
}

export function layoutOf(columns: readonly Column[], width: number, height: number): Layout {
  const tallest = Math.max(1, ...columns.map(({ units }) => Math.min(units, MOST_UNITS)));
  const top = 20;
  const side = Math.max(8, Math.min(44, (height - top) / tallest - 5, (width / Math.max(2, columns.length)) * 0.5));
  const gap = (width - side) / Math.max(1, columns.length - 1);
  return {
    side,
    place(column, unit) {
      const units = Math.min(columns[column]?.units ?? 1, MOST_UNITS);
      const pitch = Math.min(side + 14, (height - top) / units);
      return [column * gap, top + (height - top) / 2 + (unit - (units - 1) / 2) * pitch - side / 2];
    },
  };
}
