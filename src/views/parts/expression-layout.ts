import type { Graph } from '../../ml/expression/graph';

/** Where a node stands: its column from the left (0 for what is known from the start) and its row, in rows from the top. */
export interface Place {
  readonly column: number;
  readonly row: number;
}

export interface Layout {
  readonly places: readonly Place[];
  readonly columns: number;
  readonly rows: number;
}

/** Rows of nodes that share a column are at least so far apart. */
const APART = 1.2;

function columnsOf({ nodes }: Graph): number[] {
  const columns: number[] = [];
  for (const { inputs } of nodes) columns.push(inputs.reduce((most, input) => Math.max(most, (columns[input] ?? 0) + 1), 0));
  // What needs nothing stands just before what needs it.
  return nodes.map(({ inputs }, i) => {
    if (inputs.length > 0) return columns[i] ?? 0;
    const users = nodes.flatMap((node, j) => (node.inputs.includes(i) ? [columns[j] ?? 0] : []));
    return users.length === 0 ? 0 : Math.min(...users) - 1;
  });
}

/** Leaves in the order in which the expression names them, each operation level with the middle of its inputs, none upon another. */
export function layoutOf(graph: Graph): Layout {
  const columns = columnsOf(graph);
  const rows: number[] = [];
  let leaves = 0;
  graph.nodes.forEach(({ inputs }) => {
    rows.push(inputs.length === 0 ? leaves++ : inputs.reduce((sum, input) => sum + (rows[input] ?? 0) / inputs.length, 0));
  });
  const last = Math.max(0, ...columns);
  for (let column = 0; column <= last; column++) {
    const here = graph.nodes.map((_, i) => i).filter((i) => columns[i] === column);
    let above = -Infinity;
    for (const i of here.toSorted((a, b) => (rows[a] ?? 0) - (rows[b] ?? 0))) {
      rows[i] = Math.max(rows[i] ?? 0, above + APART);
      above = rows[i] ?? 0;
    }
  }
  return {
    places: graph.nodes.map((_, i) => ({ column: columns[i] ?? 0, row: rows[i] ?? 0 })),
    columns: last + 1,
    rows: Math.max(1, Math.max(0, ...rows) + 1),
  };
}
