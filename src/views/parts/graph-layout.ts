/** Where the layers of a network stand in a drawing: by depth from left to right, branches one above the other, the rest folded. */

/** A layer as far as its place goes. */
export interface GraphNode {
  readonly id: string;
  readonly from: readonly string[];
  readonly depth: number;
}

export interface PlacedNode {
  /** The layer's id, or the fold's. */
  readonly id: string;
  readonly x: number;
  readonly y: number;
  /** Layers that a fold stands for, in order; undefined for a layer. */
  readonly folded?: readonly string[];
}

export interface GraphLayout {
  readonly boxes: readonly PlacedNode[];
  /** Pairs of boxes that are connected, by place in `boxes`. */
  readonly edges: readonly (readonly [number, number])[];
  readonly box: { readonly width: number; readonly height: number };
  readonly height: number;
}

/** A box as tall as a fingertip, and the room between two. */
const BOX_HEIGHT = 44;
const ROW_GAP = 10;
const COLUMN_GAP = 22;
const LEAST_WIDTH = 62;
const MOST_WIDTH = 120;
/** Branches drawn at one depth; more are folded. */
const MOST_ROWS = 6;

/** Which depths are shown: the ends, and a stretch around the one chosen; the rest in folds. */
function visibleDepths(count: number, columns: number, chosen: number): ReadonlySet<number> {
  const all = Array.from({ length: count }, (_, depth) => depth);
  if (count <= columns) return new Set(all);
  const shown = new Set([0, count - 1]);
  // Two columns may be folds, one on each side.
  const room = Math.max(1, columns - 4);
  const start = Math.max(1, Math.min(count - 1 - room, chosen - Math.floor(room / 2)));
  for (let i = 0; i < room; i++) shown.add(start + i);
  // A fold of one layer would take as much room as the layer.
  for (const depth of all) if (!shown.has(depth) && shown.has(depth - 1) && shown.has(depth + 1)) shown.add(depth);
  return shown;
}

interface Column {
  readonly shown: readonly GraphNode[];
  readonly folded: readonly GraphNode[];
}

function columnsOf(nodes: readonly GraphNode[], most: number, chosen: string): Column[] {
  const count = 1 + Math.max(0, ...nodes.map(({ depth }) => depth));
  const at = nodes.find(({ id }) => id === chosen)?.depth ?? 0;
  const shown = visibleDepths(count, most, at);
  const columns: Column[] = [];
  let hidden: GraphNode[] = [];
  for (let depth = 0; depth < count; depth++) {
    const here = nodes.filter((node) => node.depth === depth);
    if (!shown.has(depth)) {
      hidden.push(...here);
      continue;
    }
    if (hidden.length > 0) columns.push({ shown: [], folded: hidden });
    hidden = [];
    columns.push(rowsOf(here, chosen));
  }
  return columns;
}

/** At most `MOST_ROWS` boxes of one depth, the chosen one among them. */
function rowsOf(here: readonly GraphNode[], chosen: string): Column {
  if (here.length <= MOST_ROWS) return { shown: here, folded: [] };
  const at = Math.max(
    0,
    here.findIndex(({ id }) => id === chosen),
  );
  const start = Math.max(0, Math.min(here.length - (MOST_ROWS - 1), at - 2));
  const shown = here.slice(start, start + MOST_ROWS - 1);
  return { shown, folded: here.filter((node) => !shown.includes(node)) };
}

/**
 * Places a network in a width; its height follows.
 * @param chosen the layer that is to be seen whatever is folded.
 */
export function graphLayout(nodes: readonly GraphNode[], width: number, chosen: string): GraphLayout {
  const most = Math.max(3, Math.floor((width + COLUMN_GAP) / (LEAST_WIDTH + COLUMN_GAP)));
  const columns = columnsOf(nodes, most, chosen);
  const pitch = (width + COLUMN_GAP) / Math.max(1, columns.length);
  const boxWidth = Math.min(MOST_WIDTH, pitch - COLUMN_GAP);
  const rows = Math.max(1, ...columns.map(({ shown, folded }) => shown.length + (folded.length > 0 ? 1 : 0)));
  const height = rows * BOX_HEIGHT + (rows - 1) * ROW_GAP;
  const boxes: PlacedNode[] = [];
  const boxOf = new Map<string, number>();
  columns.forEach(({ shown, folded }, c) => {
    const entries = [
      ...shown.map(({ id }) => ({ id })),
      ...(folded.length > 0 ? [{ id: `fold-${folded[0]?.id ?? ''}`, folded: folded.map(({ id }) => id) }] : []),
    ];
    const top = (height - entries.length * BOX_HEIGHT - (entries.length - 1) * ROW_GAP) / 2;
    entries.forEach((entry, r) => {
      for (const id of 'folded' in entry ? entry.folded : [entry.id]) boxOf.set(id, boxes.length);
      boxes.push({ ...entry, x: c * pitch + (pitch - COLUMN_GAP - boxWidth) / 2, y: top + r * (BOX_HEIGHT + ROW_GAP) });
    });
  });
  const edges = new Map<string, readonly [number, number]>();
  for (const node of nodes) {
    const to = boxOf.get(node.id);
    for (const source of node.from) {
      const from = boxOf.get(source);
      if (from !== undefined && to !== undefined && from !== to) edges.set(`${from}-${to}`, [from, to]);
    }
  }
  return { boxes, edges: [...edges.values()], box: { width: boxWidth, height: BOX_HEIGHT }, height };
}
