/**
 * Where the layers of a network stand in a drawing: by depth from left to right with branches one above the other (downwards
 * with branches side by side in a phone's column), the rest folded.
 */

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
  /** True where depth runs downwards: in a phone's column boxes side by side would be too narrow for their words. */
  readonly down: boolean;
}

/** A box as tall as a fingertip, and the room between two. */
const BOX_HEIGHT = 44;
const ROW_GAP = 10;
const COLUMN_GAP = 22;
const LEAST_WIDTH = 62;
const MOST_WIDTH = 120;
/** Branches drawn at one depth; more are folded. */
const MOST_ROWS = 6;
/** Below this width depth runs downwards. */
const LEAST_ACROSS = 440;
/** The same where depth runs downwards: the gap between two depths, how many of them, how wide a box, how many branches. */
const DOWN = { gap: 16, depths: 11, width: 220, branches: 3 } as const;

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

function columnsOf(nodes: readonly GraphNode[], most: number, branches: number, chosen: string): Column[] {
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
    columns.push(rowsOf(here, branches, chosen));
  }
  return columns;
}

/** At most so many boxes of one depth, the chosen one among them. */
function rowsOf(here: readonly GraphNode[], branches: number, chosen: string): Column {
  if (here.length <= branches) return { shown: here, folded: [] };
  const at = Math.max(
    0,
    here.findIndex(({ id }) => id === chosen),
  );
  const start = Math.max(0, Math.min(here.length - (branches - 1), at - Math.floor((branches - 1) / 2)));
  const shown = here.slice(start, start + branches - 1);
  return { shown, folded: here.filter((node) => !shown.includes(node)) };
}

/** The boxes of one depth: its layers, and what the rest of them is folded into. */
function entriesOf({ shown, folded }: Column): Omit<PlacedNode, 'x' | 'y'>[] {
  const fold = { id: `fold-${folded[0]?.id ?? ''}`, folded: folded.map(({ id }) => id) };
  return [...shown.map(({ id }) => ({ id })), ...(folded.length > 0 ? [fold] : [])];
}

/**
 * Places a network in a width; its height follows.
 * @param chosen the layer that is to be seen whatever is folded.
 */
export function graphLayout(nodes: readonly GraphNode[], width: number, chosen: string): GraphLayout {
  const down = width < LEAST_ACROSS;
  const most = down ? DOWN.depths : Math.max(3, Math.floor((width + COLUMN_GAP) / (LEAST_WIDTH + COLUMN_GAP)));
  const depths = columnsOf(nodes, most, down ? DOWN.branches : MOST_ROWS, chosen).map(entriesOf);
  const branches = Math.max(1, ...depths.map(({ length }) => length));
  const across = down ? branches : Math.max(1, depths.length);
  const gap = down ? ROW_GAP : COLUMN_GAP;
  const pitch = (width + gap) / across;
  const boxWidth = Math.min(down ? DOWN.width : MOST_WIDTH, pitch - gap);
  const step = BOX_HEIGHT + (down ? DOWN.gap : ROW_GAP);
  const height = step * (down ? Math.max(1, depths.length) : branches) - (step - BOX_HEIGHT);
  const boxes: PlacedNode[] = [];
  const boxOf = new Map<string, number>();
  depths.forEach((entries, depth) => {
    entries.forEach((entry, branch) => {
      for (const id of entry.folded ?? [entry.id]) boxOf.set(id, boxes.length);
      // Branches stand evenly about the middle of their depth.
      const beside = branch - (entries.length - 1) / 2;
      boxes.push(
        down
          ? { ...entry, x: (width - boxWidth) / 2 + beside * (boxWidth + gap), y: depth * step }
          : { ...entry, x: depth * pitch + (pitch - gap - boxWidth) / 2, y: (height - BOX_HEIGHT) / 2 + beside * step },
      );
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
  return { boxes, edges: [...edges.values()], box: { width: boxWidth, height: BOX_HEIGHT }, height, down };
}
