/** Where the blocks of a network lie in a strip: columns along the longest way, rows for what runs in parallel. */
import type { LayerDescription } from '../../ml/blueprint/layer-description';
import { layerNamed } from '../../ml/blueprint/layers';
import type { ViewNetwork } from '../view';

type Node = ViewNetwork['nodes'][number];

export interface PlacedBlock {
  readonly node: Node;
  readonly column: number;
  /** Place among the blocks of the column, 0 for the only one, and how many there are. */
  readonly row: number;
  readonly rows: number;
}

export interface BlockEdge {
  /** Index of the block it comes from, -1 for the input, and of the one it goes to. */
  readonly from: number;
  readonly to: number;
}

export interface BlockLayout {
  readonly blocks: readonly PlacedBlock[];
  readonly edges: readonly BlockEdge[];
  readonly columns: number;
  /** Layers with weights on the longest way. */
  readonly depth: number;
}

/** How a node is drawn; norms, activations and the like belong to the block before. */
const drawingOf = ({ layer }: Node): LayerDescription['drawing'] => layerNamed(layer)?.drawing ?? 'none';
const isWeighted = (node: Node): boolean => ['units', 'window'].includes(drawingOf(node));

/** Lays a network out, node by node in its own order. */
export function layoutBlocks({ nodes }: ViewNetwork): BlockLayout {
  const drawn: { readonly node: Node; readonly column: number }[] = [];
  const edges: BlockEdge[] = [];
  // For each node the drawn block that its values come from (-1: the input), its column, and the weights on the way to it.
  const sources = new Map<string, number>();
  const depths = new Map<string, number>();
  for (const node of nodes) {
    const from = node.from.map((id) => sources.get(id) ?? -1);
    const depth = Math.max(0, ...node.from.map((id) => depths.get(id) ?? 0)) + (isWeighted(node) ? 1 : 0);
    depths.set(node.id, depth);
    if (drawingOf(node) === 'none') {
      sources.set(node.id, from[0] ?? -1);
      continue;
    }
    const column = Math.max(...from.map((index) => (drawn[index]?.column ?? -1) + 1));
    for (const index of new Set(from)) edges.push({ from: index, to: drawn.length });
    sources.set(node.id, drawn.length);
    drawn.push({ node, column });
  }
  const inColumn = new Map<number, number>();
  const rows = drawn.map(({ column }) => {
    const row = inColumn.get(column) ?? 0;
    inColumn.set(column, row + 1);
    return row;
  });
  return {
    blocks: drawn.map((one, i) => ({ ...one, row: rows[i] ?? 0, rows: inColumn.get(one.column) ?? 1 })),
    edges,
    columns: inColumn.size,
    depth: Math.max(0, ...depths.values()),
  };
}
